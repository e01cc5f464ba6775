import type { DocumentFamily } from '../../extractors/family.js';
import type { FormDeclaration } from '../../extractors/form.js';
import { titlePattern } from '../../extractors/title.js';
import { officeEndings } from '../base/offices.js';
import { bare } from '../base/text.js';
import { pathToKey } from './columns.js';

/** A department and a year may stand before a title, whatever words the department's name has: 某某市行政审批局. */
const DEPARTMENT = new RegExp(`^.*(?:(?:${officeEndings('title')})(?!门)|本级|年度?)`, 'u');

/** A family's titles in the words they are compared by, and what may stand around them. */
interface Titles {
  readonly forms: readonly { readonly form: FormDeclaration; readonly titles: readonly RegExp[]; readonly before: RegExp | null }[];
  /** What may stand before any title. 高等学校财政拨款支出决算表 is not 支出决算表: its money is other money. */
  readonly neutral: RegExp;
  /** （续）, （公开）, （2024年度）, （区本级） behind a title, unless they name other money. */
  readonly behind: RegExp;
}

/** Made once for each family. */
const compiled = new WeakMap<DocumentFamily, Titles>();

function titlesOf(family: DocumentFamily): Titles {
  const known = compiled.get(family);
  if (known) return known;
  const { neutral, distinguishing } = family.titles;
  const titles: Titles = {
    forms: family.forms.map((form) => ({
      form,
      titles: form.titles.map((title) => new RegExp(`${titlePattern(title)}$`, 'u')),
      before: anyOf(form.beforeTitle),
    })),
    neutral: new RegExp(`^(?:${neutral.join('|')})*$`, 'u'),
    behind: new RegExp(`[（(](?![^）)]*(?:${distinguishing.join('|')}))[^）)]{1,8}[)）]$`, 'gu'),
  };
  compiled.set(family, titles);
  return titles;
}

/** Any of these words; null where there are none. */
const anyOf = (words: FormDeclaration['beforeTitle']): RegExp | null =>
  words === 'anything' || words.length === 0 ? null : new RegExp(words.join('|'), 'gu');

/** The form of a family that a title names, or null. A department, a year or a neutral word may stand before the known title. */
export function titleToForm(title: string | null, family: DocumentFamily): FormDeclaration | null {
  if (title === null) return null;
  const { forms, neutral, behind } = titlesOf(family);
  const words = bare(title.replace(behind, '')).replace(/续表?$/u, '');
  let best: { form: FormDeclaration; length: number } | null = null;
  for (const { form, titles, before } of forms) {
    for (const known of titles) {
      const length = known.exec(words)?.[0].length ?? 0;
      if (length === 0 || (best && best.length >= length)) continue;
      const rest = words.slice(0, -length).replace(DEPARTMENT, '');
      if (form.beforeTitle === 'anything' || neutral.test(before ? rest.replace(before, '') : rest)) best = { form, length };
    }
  }
  return best?.form ?? null;
}

/** Fewer known columns than this identify no form. */
const FEWEST = 3;

/** The one table of accounts that knows every data column, each by another key; null where none or several do. */
export function headerToForm(paths: readonly (readonly string[])[], family: DocumentFamily): FormDeclaration | null {
  const fits = family.forms.filter(
    (form) =>
      form.kind === 'account' &&
      form.layouts.some(({ columns }) => {
        const keys = paths.map((path) => pathToKey(path, columns));
        return paths.length >= FEWEST && !keys.includes(null) && new Set(keys).size === keys.length;
      }),
  );
  const [only, other] = fits;
  return only && !other ? only : null;
}
