import { form, functionCodes } from '../../form.js';
import { codeHierarchy, codeLevels, columnSums, expected, rowSum } from '../../identities.js';

/** 公开03表: what the department spent, by function code. */
export const expenditure = form({
  id: 'expenditure',
  name: '支出决算表',
  titles: ['支出决算表', '支出决算总表'],
  rows: functionCodes,
  columns: {
    total: ['本年支出合计', '合计', '本年支出/合计', '总计'],
    basic: ['基本支出', '基本支出/小计'],
    project: ['项目支出', '项目支出/小计'],
    superior: ['上缴上级支出'],
    business: ['经营支出'],
    affiliates: ['对附属单位补助支出', '对附属单位补助'],
  },
  identities: [
    rowSum('total', ['basic', 'project', 'superior', 'business', 'affiliates']),
    columnSums,
    codeHierarchy,
    ...codeLevels,
    expected('total', 'total'),
  ],
});
