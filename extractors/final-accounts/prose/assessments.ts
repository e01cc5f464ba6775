import type { Assessments } from '../../prose.js';
import { projectWords } from '../../shared/project-words.js';

/** 绩效自评: of each project, and of the whole department. */
export const assessments: Assessments = {
  project: 'project-performance',
  department: 'department-performance',
  nameField: '项目名称',
  unitField: '实施单位',
  funds: 'performance/total-funds',
  total: 'total',
  columns: { score: 'score', initial: 'budget-initial', full: 'budget-full', executed: 'executed', rate: 'rate' },
  scoreWords: /自评(?:综合|总|平均)?(?:得)?分(?:数|值)?(?:为|是)?$/u,
  meanWords: /平均/u,
  ...projectWords,
  fullWords: /全年预算/u,
  departmentWords: /(?:部门整体|整体支出|部门)(?:支出)?(?:绩效)?自评/u,
  departmentName: /^(?:部门)?整体支出$/u,
  titles: {
    table: '绩效自评表',
    shortTable: '自评表',
    department: '部门整体支出',
    score: '自评得分',
    budget: '预算数',
    fullBudget: '全年预算数',
    executed: '执行数',
  },
};
