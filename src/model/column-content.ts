import type { FormDeclaration } from '../../extractors/form.js';
import { bare } from '../base/text.js';

/** What a column's cells hold: amounts, percentages, or what is neither (words, scores, numbers of things). */
export type ColumnContent = 'money' | 'rate' | 'other';

/** 增减%, 增减（%）. */
const PERCENT = /[%％][)）]?$/u;

/** What stands in a column of a form: money unless the form says otherwise. @param path its header texts from top to leaf */
export function contentOf(
  form: FormDeclaration | null,
  { key, path }: { readonly key: string; readonly path: readonly string[] },
): ColumnContent {
  if (!form) return 'money';
  if (form.rates.includes(key) || (form.kind === 'account' && PERCENT.test(path.at(-1) ?? ''))) return 'rate';
  return (form.money?.includes(key) ?? true) && !isBeside(path, form) ? 'money' : 'other';
}

/** A column that its form prints beside the money. */
export const isBeside = (path: readonly string[], { besides }: Pick<FormDeclaration, 'besides'>): boolean =>
  path.some((word) => besides.includes(bare(word)));
