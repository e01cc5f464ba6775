import type { DisclosureValue } from '../../schemas/disclosure.js';
import { commonPlaces, placesOf, toYuan, type Unit } from '../base/money.js';
import type { Print } from './prints.js';
import type { NormalizedRow } from './row.js';

/** Share of a table's amounts that have as many decimals, where another may have lost its point. */
const MOST = 0.8;
const FEWEST = 5;

/**
 * Whole numbers among OCR's amounts of a table that prints decimals: the point is small, and lost in both places where an amount stands
 * twice. They are doubted, with the point put back as the likelier reading.
 */
export function withLostPoints(rows: readonly NormalizedRow[], unit: Unit | null): readonly NormalizedRow[] {
  const amounts = rows.flatMap(({ prints }) =>
    prints.flatMap(({ candidates: [first] }) => (first?.value && isAmount(first.value) ? [first.value] : [])),
  );
  const places = commonPlaces(amounts) ?? 0;
  const alike = amounts.filter((value) => placesOf(value) === places).length;
  if (places === 0 || amounts.length < FEWEST || alike < amounts.length * MOST) return rows;
  return rows.map((row) => {
    const lost = new Map(row.prints.flatMap((print) => (hasLostPoint(print, places) ? [[print.column, print] as const] : [])));
    if (lost.size === 0) return row;
    const cells = Object.entries(row.row.cells).map(([key, cell]) => [key, lost.has(key) ? doubted(cell) : cell] as const);
    return {
      ...row,
      row: { ...row.row, cells: Object.fromEntries(cells) },
      prints: row.prints.map((print) => (lost.has(print.column) ? withPoint(print, places, unit) : print)),
    };
  });
}

const isAmount = (value: string): boolean => /[1-9]/.test(value);

const hasLostPoint = ({ candidates: [first], doubtful }: Print, places: number): boolean =>
  !doubtful && first?.value != null && isAmount(first.value) && placesOf(first.value) === 0 && first.value.replace('-', '').length > places;

const doubted = (cell: DisclosureValue): DisclosureValue => ({ ...cell, value: null, yuan: null, status: 'unreadable' });

function withPoint(print: Print, places: number, unit: Unit | null): Print {
  const pointed = print.candidates.flatMap((candidate): DisclosureValue[] => {
    const digits = candidate.value;
    if (digits === null || placesOf(digits) > 0) return [];
    const value = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return [{ ...candidate, text: value, value, yuan: toYuan(value, unit) }];
  });
  return { ...print, candidates: [...pointed, ...print.candidates], doubtful: true };
}
