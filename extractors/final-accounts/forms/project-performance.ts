import { assessment } from '../../form.js';
import { performanceParts } from './performance.js';

/** 公开11表: the department's own judgement of one project. */
export const projectPerformance = assessment({
  id: 'project-performance',
  name: '项目支出绩效自评表',
  titles: ['项目支出绩效自评情况表', '项目支出绩效自评表', '项目绩效自评情况表', '项目绩效自评表', '项目自评表'],
  ...performanceParts,
});
