import type { FormDeclaration } from '../../extractors/form.js';
import { forms } from '../../extractors/forms.js';
import { bare } from '../words.js';
import { pathToKey } from './columns.js';

/** Words before a title that make it another table's: 高等学校财政拨款支出决算表 is not 支出决算表. */
const OTHER_MONEY = /财政拨款|一般公共|政府性基金|国有资本|国有资产|基本|项目|三公|政府采购|预算|行政|经营|分类|明细|功能|经济/u;

/** A department and a year may stand before a title, whatever words the department's name has: 某某市行政审批局. */
const DEPARTMENT = /^.*(?:局|厅|委员会|委|办公室|院|学校|大学|中心|站|馆|队|公司|人民政府|街道|年度?)/u;
/** （续）, （公开）, （2024年度） behind a title. */
const BEHIND = /[（(](?:续|续表|公开|\d{4}年度?)[)）]/gu;

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
      if (form.anyPrefix || !OTHER_MONEY.test(mayPrecede(form, before.replace(DEPARTMENT, '')))) best = { form, length: known.length };
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
