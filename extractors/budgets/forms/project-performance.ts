import { assessment } from '../../form.js';
import { targetBlocks, targetColumns, targetMoney, targetRows } from './performance.js';

/** 项目绩效目标表: what the money of one project is to reach. */
export const budgetProjectPerformance = assessment({
  id: 'budget-project-performance',
  name: '项目支出绩效目标表',
  titles: [
    '[政策和]项目[支出][预算]绩效[目标][申报]表',
    '{专项资金|专项|经费|一般性项目|重点专项资金|补助资金|业务经费}绩效目标[申报]表[一级项目]',
    '绩效目标[申报]表',
  ],
  blocks: targetBlocks,
  money: targetMoney,
  columns: targetColumns,
  rows: targetRows,
});
