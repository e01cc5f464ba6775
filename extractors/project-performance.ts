import { form } from './form.js';
import { performanceColumns, performanceIdentities, performanceMoney, performanceRows } from './performance.js';

/** 公开11表: the department's own judgement of one project. */
export const projectPerformance = form({
  id: 'project-performance',
  titles: ['项目支出绩效自评情况表', '项目支出绩效自评表', '项目绩效自评情况表', '项目绩效自评表', '项目自评表'],
  anyPrefix: true,
  money: performanceMoney,
  columns: performanceColumns,
  rows: performanceRows,
  identities: performanceIdentities,
});
