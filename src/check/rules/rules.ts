import { codeRules, proseRules, readingRules } from './other-rules.js';
import type { Rule } from './rule.js';
import { tableRules } from './table-rules.js';

/** Rules by what they speak of, in the order people read them. */
export const ruleGroups: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: '表内与表间勾稽', rules: tableRules },
  { title: '科目编码与名称', rules: codeRules },
  { title: '文字与表', rules: proseRules },
  { title: '识读', rules: readingRules },
];
