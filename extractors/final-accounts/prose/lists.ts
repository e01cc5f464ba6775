import type { List } from '../../prose.js';

/** Totals of final accounts whose parts are stated one by one. */
export const lists: readonly List[] = [
  // 政府采购支出总额19.88万元，其中：政府采购货物支出…、政府采购工程支出…、政府采购服务支出…: every template keeps this order.
  {
    kind: 'ordered',
    chapter: 'procurement',
    title: '政府采购支出总额',
    total: /^政府采购/u,
    parts: ['货物', '工程', '服务'],
    given: {
      title: '授予中小企业合同金额',
      sharesTitle: '采购授予中小企业的比例',
      boughtTitle: '各类采购支出',
      total: /^授予中小企业合同金额$/u,
      share: /^(?<part>货物|工程|服务)采购授予中小企业合同金额$/u,
    },
  },
  // 共有车辆15辆，其中：…、其他用车6辆
  {
    kind: 'closed',
    chapter: 'assets',
    title: '车辆总数',
    unit: '辆',
    total: /车辆$|保有量$/u,
    part: /车/u,
    last: /^其他(?:用车|车辆)$/u,
  },
  {
    kind: 'measures',
    chapter: 'three-public',
    total: 'three-public-total',
    parts: ['three-public-abroad', 'three-public-vehicles', 'three-public-reception'],
  },
  // 项目共4个，决算资金共76万元，分别是：
  { kind: 'paragraphs', chapter: 'performance', title: '个项目资金', unit: '个', counted: /项目/u },
];
