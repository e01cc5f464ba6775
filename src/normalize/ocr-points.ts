import type { DisclosureValue } from '../../schemas/disclosure.js';
import { commonPlaces, placesOf, toYuan, type Unit } from '../base/money.js';
import type { Print } from './prints.js';
import type { NormalizedRow } from './row.js';

/** Share of a table's amounts that have as many decimals, where another may have lost its point. */
const MOST = 0.8;
const FEWEST = 5;
/** Zeros at the end of decimals that show that a table prints all of them. */
const FEWEST_ZEROS = 2;

/**
 * Whole numbers among OCR's amounts of a table that prints decimals: the point is small, and lost in both places where an amount stands
 * twice. They are doubted, with the point put back as the likelier reading. Where both engines agree about the digits, and one of them saw
 * the point where the others have theirs, that is believed. Where a table prints all decimals, an amount with fewer or more is doubted: it
 * has lost a digit, or found one in dirt.
 */
export function withTablesPoints(rows: readonly NormalizedRow[], unit: Unit | null): readonly NormalizedRow[] {
  const values = rows.flatMap(({ prints }) => prints.flatMap(({ candidates: [first] }) => first?.value ?? []));
  const amounts = values.filter(isAmount);
  const places = commonPlaces(amounts) ?? 0;
  const alike = amounts.filter((value) => placesOf(value) === places).length;
  if (places === 0 || amounts.length < FEWEST || alike < amounts.length * MOST) return rows;
  const isFixed = values.filter((value) => placesOf(value) === places && value.endsWith('0')).length >= FEWEST_ZEROS;
  return rows.map((row) => {
    const changed = new Map(
      row.prints.flatMap((print) => changeOf(print, { places, isFixed, unit }) ?? []).map((print) => [print.column, print]),
    );
    if (changed.size === 0) return row;
    const cells = Object.entries(row.row.cells).map(([key, cell]) => [key, withPrint(cell, changed.get(key))] as const);
    return {
      ...row,
      row: { ...row.row, cells: Object.fromEntries(cells) },
      prints: row.prints.map((print) => changed.get(print.column) ?? print),
    };
  });
}

/** How a table prints its amounts. */
interface Format {
  readonly places: number;
  /** It prints zeros at the end of decimals: every amount has as many. */
  readonly isFixed: boolean;
  readonly unit: Unit | null;
}

/** A print as the table's decimals show it; null where they say nothing of it. */
function changeOf(print: Print, { places, isFixed, unit }: Format): Print | null {
  const [first] = print.candidates;
  if (first?.value == null || !isAmount(first.value)) return null;
  const isLost = hasLostPoint(print, places);
  if (print.digitsAgree && (print.doubtful || isLost)) {
    const digits = digitsOf(first.value);
    const alike = print.candidates.find(({ value }) => value !== null && placesOf(value) === places && digitsOf(value) === digits);
    if (alike) return { ...print, candidates: [alike, ...print.candidates.filter((other) => other !== alike)], doubtful: false };
  }
  if (isLost) return withPoint(print, places, unit);
  const own = placesOf(first.value);
  return isFixed && !print.doubtful && own > 0 && own !== places ? { ...print, doubtful: true } : null;
}

const digitsOf = (value: string): string => value.replace('.', '');

/** The cell of a print: its first candidate where it is believed. */
function withPrint(cell: DisclosureValue, print: Print | undefined): DisclosureValue {
  if (!print) return cell;
  return print.doubtful ? { ...cell, value: null, yuan: null, status: 'unreadable' } : (print.candidates[0] ?? cell);
}

const isAmount = (value: string): boolean => /[1-9]/.test(value);

const hasLostPoint = ({ candidates: [first], doubtful }: Print, places: number): boolean =>
  !doubtful && first?.value != null && isAmount(first.value) && placesOf(first.value) === 0 && first.value.replace('-', '').length > places;

function withPoint(print: Print, places: number, unit: Unit | null): Print {
  const pointed = print.candidates.flatMap((candidate): DisclosureValue[] => {
    const digits = candidate.value;
    if (digits === null || placesOf(digits) > 0) return [];
    const value = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return [{ ...candidate, text: value, value, yuan: toYuan(value, unit) }];
  });
  return { ...print, candidates: [...pointed, ...print.candidates], doubtful: true };
}
