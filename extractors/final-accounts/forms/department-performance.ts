import { assessment } from '../../form.js';
import { performanceParts } from './performance.js';

/** 公开10表: the department's own judgement of all it spent. */
export const departmentPerformance = assessment({
  id: 'department-performance',
  name: '部门整体支出绩效自评表',
  titles: [
    '部门整体支出绩效自评情况表',
    '部门整体支出绩效自评表',
    '整体支出绩效自评情况表',
    '整体支出绩效自评表',
    '部门整体绩效自评情况表',
    '部门整体绩效自评表',
  ],
  ...performanceParts,
});
