import { rule } from '../rule.js';

/** What is wrong with words and marks: listed apart from figures, as 文字问题. */
export const TEMPLATE_LEFTOVER = rule({
  id: 'TEMPLATE-LEFTOVER',
  title: '模板痕迹',
  formula: '文中没有未填写的模板字样（漏填金额、百分号的为提醒）',
});
export const PUNCTUATION_DOUBLED = rule({ id: 'PUNCTUATION-DOUBLED', title: '标点重复', formula: '标点、单位没有重复' });

export const BODY_WORD = rule({
  id: 'BODY-WORD',
  title: '部门与单位混称',
  formula: '单位的文件不自称“本部门”，部门的文件不以“本单位”述其总数',
});
export const ROW_REPEATED = rule({
  id: 'ROW-REPEATED',
  title: '照抄上一行',
  formula: '各行的目标、简介等文字说的是本行，不是上一行',
});
export const TEXT_CUT = rule({ id: 'TEXT-CUT', title: '文字没有显示全', formula: '格子里的文字全部显示，不被边框截去' });
export const TABLE_PAGE_EMPTY = rule({ id: 'TABLE-PAGE-EMPTY', title: '表格空页', formula: '表格的每一页都有内容' });
export const NAME_STALE = rule({ id: 'NAME-STALE', title: '旧名称', formula: '科目名称为本年度所用' });

/** All of them. */
export const wordingRules = [
  TEMPLATE_LEFTOVER,
  PUNCTUATION_DOUBLED,
  BODY_WORD,
  ROW_REPEATED,
  TEXT_CUT,
  TABLE_PAGE_EMPTY,
  NAME_STALE,
] as const;

const WORDING: ReadonlySet<string> = new Set(wordingRules.map(({ id }) => id));

/** Whether a finding is about words alone: one of these rules that says less than a warning. */
export const isWording = ({ rule: id, severity }: { readonly rule: string; readonly severity: string }): boolean =>
  severity === 'info' && WORDING.has(id);
