import { assessment } from '../../form.js';
import { targetBlocks, targetColumns, targetMoney, targetRows } from './performance.js';

/** 部门整体绩效目标表: what all the money of a department is to reach. */
export const budgetDepartmentPerformance = assessment({
  id: 'budget-department-performance',
  name: '部门整体支出绩效目标表',
  titles: ['[部门][单位]整体[支出][预算]绩效目标[申报]表'],
  blocks: targetBlocks,
  money: targetMoney,
  columns: targetColumns,
  rows: targetRows,
});
