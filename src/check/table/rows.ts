import type { DisclosureRow } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { COLUMN_NUMBERS, HAN_NUMBER, YEAR_DIGITS } from '../../base/patterns.js';
import { bareLabel } from '../../base/text.js';

/** The row has a number in some column, or print that may be one and nobody could read: a sum without it says nothing. */
export function hasNumbers({ cells }: DisclosureRow): boolean {
  for (const key in cells) {
    const cell = cells[key];
    if (cell && (cell.value !== null || cell.status === 'unreadable')) return true;
  }
  return false;
}

/** 一、 or （一） or 1. before a name: lines that a total counts bear one, the details below them do not. */
const ORDINAL = new RegExp(`^(?:${HAN_NUMBER}[、.．]|[（(](?:${HAN_NUMBER}|\\d+)[）)]|\\d+[、.．])`, 'u');

export const hasOrdinal = (name: string | null): boolean => ORDINAL.test(name ?? '');

export const withoutOrdinal = (name: string): string => name.replace(ORDINAL, '');

/** 其中： … is contained in the line above it. */
export const isOfWhich = (name: string | null): boolean => (name ?? '').trim().startsWith('其中');

/** Fewer numbers in a row are found by chance. */
const FEWEST_ORDINALS = 3;

const YEAR = new RegExp(`^${YEAR_DIGITS}$`, 'u');

/** A row of column numbers 1, 2, 3 … (栏次), or of years: 7 = 1 + 3 + 3 proves nothing, and neither does 2024 = 2024. */
export function isOrdinals({ code, concept, name, cells }: DisclosureRow, columns: readonly string[]): boolean {
  if (code !== null || concept !== null) return false;
  if (name !== null && bareLabel(name) === COLUMN_NUMBERS) return true;
  const numbers = columns.flatMap((key) => cells[key]?.value ?? []);
  if (numbers.length > 1 && numbers.every((n) => YEAR.test(n))) return true;
  if (numbers.length < FEWEST_ORDINALS || !numbers.every((n) => /^\d+$/.test(n))) return false;
  const sorted = numbers.map(Number).toSorted((a, b) => a - b);
  return sorted.every((n, i) => n === at(sorted, 0) + i);
}
