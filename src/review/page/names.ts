import type { Start, View, ViewFinding, ViewRow, ViewTable } from '../view.js';
import { type CellRef, lookUp } from './store.js';
import { type Lang, MARKS, type PageWords } from './words.js';

export const titleOf = ({ title, number }: ViewTable, words: PageWords): string => title ?? number ?? words.untitled;

export const formOf = (form: string, { forms }: Start, words: PageWords): string =>
  form === 'other' ? words.formOther : (forms.find((each) => each.id === form)?.title ?? form);

/** 甲局 2010301 行政运行: of rows below units the unit too, for those of several are alike. */
export const rowLabel = ({ unit, code, name }: ViewRow): string =>
  [unit, code, name].filter((part) => part !== null && part !== '').join(' ');

export const columnLabel = (table: ViewTable, key: string): string => {
  const path = table.columns.find((column) => column.key === key)?.path ?? [];
  return path.length === 0 ? key : path.join(' / ');
};

/** 第9页; of a document without pages 支出决算表!C7. */
export const placeLabel = (place: { readonly page: number; readonly ref?: string | undefined }, words: PageWords): string =>
  place.ref ?? words.pageNumber(place.page);

/** What a finding says: its own Chinese sentence, or the English one. */
export const sentenceOf = ({ message, evidence }: ViewFinding, lang: Lang): string => (lang === 'en' ? evidence.english.message : message);

/** 合计，基本支出：395.87，有矛盾 */
export function cellInWords(view: View | null, ref: CellRef | null, words: PageWords): string {
  const found = lookUp(view, ref);
  if (!found) return '';
  const { table, row, cell } = found;
  const status = cell.status === null ? '' : `${words.comma}${words.statusOf[cell.status]}`;
  const label = [rowLabel(row), columnLabel(table, found.ref.column)].filter(Boolean).join(words.comma);
  return `${label}${words.colon}${cell.text || words.blank}${status}`;
}

export const markOf = (status: keyof typeof MARKS | null): string => (status === null ? '' : MARKS[status]);

/** `-1234567.80` → `-1,234,567.80`: of strings, for amounts are never floats. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
