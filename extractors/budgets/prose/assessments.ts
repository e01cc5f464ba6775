import type { Assessments } from '../../prose.js';
import { projectWords } from '../../shared/project-words.js';

/** 绩效目标: what projects and the department are to reach. Budgets set targets and give no points. */
export const assessments: Assessments = {
  project: 'budget-project-performance',
  department: 'budget-department-performance',
  nameField: '项目名称',
  unitField: '实施单位',
  funds: 'performance/total-funds',
  total: 'total',
  columns: { score: 'score', initial: 'amount', full: 'amount', executed: 'executed', rate: 'rate' },
  scoreWords: /自评(?:综合|总|平均)?(?:得)?分(?:数|值)?(?:为|是)?$/u,
  meanWords: /平均/u,
  ...projectWords,
  periods: {
    fields:
      /^(?:项目)?(?:实施期限?|起止(?:时间|年限|日期)|实施周期|项目周期|项目期限?|执行期限?|(?:计划)?(?:完成|结束|终止)(?:时间|日期))$/u,
    indicators: /(?:时间|时限|期限|日期)$/u,
    column: 'target',
  },
  fullWords: /全年预算/u,
  departmentWords: /(?:部门整体|整体支出)(?:支出)?(?:绩效)?自评/u,
  departmentName: /^(?:部门)?整体支出$/u,
  titles: {
    table: '绩效目标表',
    shortTable: '目标表',
    department: '部门整体支出',
    score: '得分',
    budget: '预算数',
    fullBudget: '预算数',
    executed: '执行数',
  },
};
