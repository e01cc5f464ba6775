import { finalAccountForms as forms } from '../../../../extractors/final-accounts/forms/forms.js';
import { bare } from '../../../base/text.js';
import { economicBook, functionBook } from '../../../books/code-book.js';

/** Words that are printed in these documents and stand in no declaration and no book. */
const COMMON = [
  '项目',
  '栏次',
  '行次',
  '科目编码',
  '科目名称',
  '功能分类科目编码',
  '经济分类科目编码',
  '支出功能分类科目编码',
  '支出经济分类科目编码',
  '项目（按功能分类）',
  '收入',
  '支出',
  '决算数',
  '预算数',
  '年初预算数',
  '全年预算数',
  '金额',
  '小计',
  '合计',
  '总计',
  '人员经费',
  '公用经费',
  '人员经费合计',
  '公用经费合计',
  '本年收入',
  '本年支出',
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
  '公务用车购置及运行维护费',
  '公务用车购置及运行费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务用车运行费',
  '因公出国（境）费',
  '因公出国（境）费用',
  '公务接待费',
] as const;

/** Known words by their bare form, as they are printed. */
export interface Lexicon {
  has(word: string): boolean;
  /** Words whose length differs by at most `by`. */
  near(length: number, by: number): readonly (readonly [bare: string, printed: string])[];
}

let built: Lexicon | null = null;

/** Titles, header words, row words of all forms, names of both classifications. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const words = new Map<string, string>();
  const add = (printed: string) => {
    const key = bare(printed);
    if (key.length > 1 && !words.has(key)) words.set(key, printed);
  };
  for (const word of COMMON) add(word);
  for (const form of forms) {
    form.titles.forEach(add);
    for (const { columns } of form.layouts) for (const list of Object.values(columns)) for (const p of list) p.split('/').forEach(add);
    for (const list of Object.values(form.rows.words)) list.forEach(add);
    if (form.rows.by === 'words' && form.rows.parts) for (const list of Object.values(form.rows.parts.words)) list.forEach(add);
  }
  for (const entry of [...functionBook().entries, ...economicBook().entries]) {
    for (const name of [entry.name, ...entry.otherNames, ...entry.formerNames.map((f) => f.name)]) add(name);
  }
  const byLength = new Map<number, [string, string][]>();
  for (const [key, printed] of words) {
    const list = byLength.get(key.length);
    if (list) list.push([key, printed]);
    else byLength.set(key.length, [[key, printed]]);
  }
  return {
    has: (word) => words.has(bare(word)),
    near: (length, by) => Array.from({ length: 2 * by + 1 }, (_, i) => byLength.get(length - by + i) ?? []).flat(),
  };
}
