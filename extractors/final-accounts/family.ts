import type { DocumentFamily } from '../family.js';
import { naming } from '../shared/naming.js';
import { acrossDocuments } from './across.js';
import { betweenRules } from './between.js';
import { finalAccountForms } from './forms/forms.js';
import { presentation } from './presentation.js';
import { finalAccountsProse } from './prose/prose.js';
import { tableRules } from './rules.js';
import { finalAccountWords } from './words.js';

/** 部门决算 and 单位决算: what a department took in and spent in a year, in forms 公开01 to 11. */
export const finalAccounts: DocumentFamily = {
  id: 'final-accounts',
  account: '决算',
  kinds: ['部门决算', '单位决算'],
  naming,
  forms: finalAccountForms,
  rules: tableRules,
  between: betweenRules,
  prose: finalAccountsProse,
  across: acrossDocuments,
  presentation,
  titles: {
    publication: '部门决算公开',
    neutral: ['部门', '单位', '本级', '高等学校', '汇总', '公开'],
    distinguishing: ['拨款', '基金', '国有', '预算', '项目', '基本', '三公'],
    numberPrefixes: ['财决公开', '公开'],
  },
  totalLabels: [
    '合计',
    '总计',
    '收入总计',
    '支出总计',
    '本年收入合计',
    '本年支出合计',
    '人员经费合计',
    '公用经费合计',
    '日常公用经费合计',
    '总分',
  ],
  words: finalAccountWords,
};
