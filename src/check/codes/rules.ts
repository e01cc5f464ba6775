import { rule } from '../../../extractors/rule.js';
import type { NAME_STALE } from '../../../extractors/shared/wording-rules.js';

/** What is said of codes and names held against the books. */
export const codeRules = [
  rule({ id: 'CODE-UNKNOWN', title: '未收录的科目', formula: '科目编码见于政府收支分类科目（书目每年变动，未收录者仅作说明）' }),
  rule({ id: 'CODE-NAME', title: '编码与名称', formula: '科目编码与科目名称相符，名称不属于另一编码' }),
  rule({ id: 'NAME-CUT', title: '名称不全', formula: '科目名称完整' }),
  rule({ id: 'NAME-DIFFERS', title: '名称有出入', formula: '科目名称与书目一致' }),
  rule({ id: 'CODE-REPEATED', title: '细目未印编码', formula: '同一编码在一表中只印一行' }),
] as const;

export type CodeRuleId = (typeof codeRules)[number]['id'] | (typeof NAME_STALE)['id'];
