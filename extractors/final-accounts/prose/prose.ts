import type { ProseDeclaration } from '../../prose.js';
import { finalAccountForms } from '../forms/forms.js';
import { assessments } from './assessments.js';
import { chapters, widest, zones } from './chapters.js';
import { functionSpending } from './function-spending.js';
import { lists } from './lists.js';
import { measures } from './measures.js';
import { wording } from './wording.js';

/** The prose of 部门决算 and 单位决算. */
export const finalAccountsProse: ProseDeclaration = {
  wording,
  zones,
  chapters,
  widest,
  measures,
  functionSpending,
  announced: { numbering: '公开|附件?|财决', tables: finalAccountForms.map(({ id, titles }) => ({ form: id, titles })) },
  itemised: { chapter: 'general-public', form: 'general-public-basic-expenditure', title: '基本支出决算表' },
  lists,
  counted: [],
  assessments,
};
