import type { DocumentFamily } from '../family.js';
import { naming } from '../shared/naming.js';
import { acrossDocuments } from './across.js';
import { betweenBudgets } from './between.js';
import { budgetForms } from './forms/forms.js';
import { presentation } from './presentation.js';
import { budgetsProse } from './prose/prose.js';
import { budgetRules } from './rules.js';
import { budgetWords } from './words.js';

/** 部门预算 and 单位预算: what a department is going to spend in a year, and where the money comes from. */
export const budgets: DocumentFamily = {
  id: 'budgets',
  account: '预算',
  kinds: ['部门预算', '单位预算'],
  naming,
  forms: budgetForms,
  rules: budgetRules,
  between: betweenBudgets,
  prose: budgetsProse,
  across: acrossDocuments,
  presentation,
  titles: {
    publication: '部门预算公开',
    neutral: [
      '部门',
      '单位',
      '预算单位',
      '本级',
      '汇总',
      '公开',
      '省级',
      '市级',
      '区级',
      '县级',
      '州级',
      '自治区级',
      '盟级',
      '旗级',
      '本年',
      '当年',
      '年度',
      '综合',
      '综合预算',
      '部门预算',
      '单位预算',
      '高等学校',
    ],
    distinguishing: ['拨款', '基金', '国有', '预算', '项目', '基本', '三公', '功能', '经济', '采购', '服务'],
    numberPrefixes: ['预算公开', '公开', '预算', '附'],
  },
  totalLabels: ['合计', '总计', '收入总计', '支出总计', '收入合计', '支出合计', '本年收入合计', '本年支出合计'],
  words: budgetWords,
};
