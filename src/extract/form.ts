import type { FormDeclaration } from '../../extractors/form.js';
import { forms } from '../../extractors/forms.js';
import { bare } from '../base/text.js';
import { pathToKey } from './columns.js';

/** A department and a year may stand before a title, whatever words the department's name has: 某某市行政审批局. */
const DEPARTMENT = /^.*(?:局|厅|委|办|办公室|院|校|学|中心|站|馆|队|部|会|所|处|社|署|园|场|台|团|镇|乡|街道|公司|人民政府|本级|年度?)/u;
/** What may stand before a title besides: nothing that says which money it is about. 高等学校财政拨款支出决算表 is not 支出决算表. */
const NEUTRAL = /^(?:部门|单位|本级|高等学校|汇总|公开)*$/u;
/** （续）, （公开）, （2024年度）, （区本级） behind a title, unless they name other money. */
const BEHIND = /[（(](?![^）)]*(?:拨款|基金|国有|预算|项目|基本|三公))[^）)]{1,8}[)）]$/gu;

/** Titles in the words they are compared by. */
const TITLES = new Map(forms.map((form) => [form, form.titles.map(bare)]));

/** The form a title names, or null. A department, a year or 高等学校 may stand before the known title. */
export function titleToForm(title: string | null): FormDeclaration | null {
  if (title === null) return null;
  const words = bare(title.replace(BEHIND, '')).replace(/续表?$/u, '');
  let best: { form: FormDeclaration; length: number } | null = null;
  for (const form of forms) {
    for (const known of TITLES.get(form) ?? []) {
      if (!words.endsWith(known) || (best && best.length >= known.length)) continue;
      const before = words.slice(0, -known.length);
      if (form.anyPrefix || NEUTRAL.test(mayPrecede(form, before.replace(DEPARTMENT, '')))) best = { form, length: known.length };
    }
  }
  return best?.form ?? null;
}

/** 三公 titles name the budget they are paid from; that is no other table. */
const mayPrecede = (form: FormDeclaration, before: string) =>
  form.id === 'three-public' ? before.replace(/一般公共预算(?:财政拨款)?|财政拨款|当年/gu, '') : before;

/** Fewer known columns than this identify no form. */
const FEWEST = 3;

/** The one form that knows every data column of a table, each by another key; null where none or several do. */
export function headerToForm(paths: readonly (readonly string[])[]): FormDeclaration | null {
  const fits = forms.filter(
    (form) =>
      !form.anyPrefix &&
      form.layouts.some(({ columns }) => {
        const keys = paths.map((path) => pathToKey(path, columns));
        return paths.length >= FEWEST && !keys.includes(null) && new Set(keys).size === keys.length;
      }),
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
