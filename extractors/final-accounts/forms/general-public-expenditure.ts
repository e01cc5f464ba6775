import { form, functionCodes } from '../../form.js';
import { codeHierarchy, codeLevels, columnSums, expected, rowSum } from '../../identities.js';

/** 公开05表: 一般公共预算财政拨款 spent, by function code. */
export const generalPublicExpenditure = form({
  id: 'general-public-expenditure',
  name: '一般公共预算财政拨款支出决算表',
  titles: ['一般公共预算财政拨款支出决算表', '一般公共预算支出决算表'],
  rows: functionCodes,
  columns: {
    total: ['本年支出/小计', '本年支出/合计', '本年支出合计', '合计', '小计', '决算数/合计', '决算数/小计'],
    basic: ['基本支出', '基本支出/小计'],
    project: ['项目支出', '项目支出/小计'],
  },
  identities: [rowSum('total', ['basic', 'project']), columnSums, codeHierarchy, ...codeLevels, expected('total', 'total')],
});
