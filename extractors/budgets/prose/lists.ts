import type { CountedTables, List } from '../../prose.js';

/** Totals of budgets whose parts are stated one by one. */
export const lists: readonly List[] = [
  // 政府采购预算总额…，其中：政府采购货物预算…、政府采购工程预算…、政府采购服务预算…
  {
    kind: 'ordered',
    // Often told among other matters.
    chapter: null,
    title: '政府采购预算总额',
    total: /政府采购/u,
    parts: ['货物', '工程', '服务'],
    anyOrder: true,
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
  {
    kind: 'measures',
    chapter: 'three-public',
    total: 'three-public-vehicles',
    parts: ['three-public-vehicle-purchase', 'three-public-vehicle-operation'],
  },
];

export const counted: readonly CountedTables[] = [
  // 公开绩效目标的项目3个. A document may set more targets than it publishes.
  {
    chapter: 'performance',
    form: 'budget-project-performance',
    title: '公开绩效目标的项目',
    unit: '个',
    words: /公开[^，。]{0,12}绩效目标[^，。]{0,6}项目(?:共|有|共有|为)?$/u,
  },
];
