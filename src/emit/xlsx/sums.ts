import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { placesOf as decimalsOf } from '../../base/money.js';
import { type Check, toCheck } from '../../check/identity/equation.js';
import { toDecimal } from '../../check/identity/interval.js';
import { equationsWithin } from '../../check/identity/within.js';
import { cellOf, type Figure, isPrinted, powerOf, toSheet } from '../../check/table/sheet.js';
import type { Place } from '../grid/places.js';
import { amountCell } from './cells.js';

/** A printed total and what it should be the sum of, all cells that the sheet holds as numbers. */
export interface Sum {
  readonly total: Place;
  /** `down`: of cells of its own column; `across`: of others. */
  readonly runs: 'down' | 'across';
  readonly parts: readonly { readonly place: Place; readonly sign: 1 | -1 }[];
  /** As plain decimals of the table's unit, for readers that do not calculate: the sum, and the print less the sum. */
  readonly recomputed: string;
  readonly difference: string;
  /** What roundings explain. */
  readonly tolerance: string;
  /** The total is printed with separators: 1,234.00. */
  readonly separated: boolean;
  /** Of the finest print among them. */
  readonly decimals: number;
}

/** Two addends at least: a single one is the total printed again. */
const FEWEST = 2;

/** The sums that a table prints, at most one down and one across for each total: the one with the most addends. */
export function sumsOf(table: DisclosureTable, index: number, values: ReadonlyMap<DisclosureGridCell, DisclosureValue>): Sum[] {
  const cells = new Map([...values].map(([cell, value]) => [value, cell]));
  const placeOf = (figure: Figure): Place | null => {
    const value = cellOf(figure);
    const cell = value && cells.get(value);
    return cell && isNumber(value) ? cell : null;
  };
  const best = new Map<string, Sum>();
  for (const check of equationsWithin(toSheet(table, index)).map(toCheck)) {
    const sum = toSum(check, placeOf);
    if (!sum) continue;
    const key = `${sum.total.row} ${sum.total.column} ${sum.runs}`;
    if ((best.get(key)?.parts.length ?? 0) < sum.parts.length) best.set(key, sum);
  }
  return [...best.values()];
}

const isNumber = ({ value, text }: DisclosureValue) => value !== null && amountCell(value, text).type === Number;

function toSum({ equation, state, residual, allowed }: Check, placeOf: (figure: Figure) => Place | null): Sum | null {
  const [whole, ...others] = equation.total;
  if (!whole || others.length > 0 || equation.relation !== '=' || !isPrinted(whole)) return null;
  if (state === 'undecidable' || state === 'void' || (!equation.certain && state === 'broken')) return null;
  const printed = equation.parts.filter(({ figure }) => isPrinted(figure));
  const total = placeOf(whole);
  const parts = printed.flatMap(({ figure, sign }) => {
    const place = placeOf(figure);
    return place ? [{ place, sign: sign > 0n ? (1 as const) : (-1 as const) }] : [];
  });
  if (!total || parts.length < FEWEST || parts.length < printed.length) return null;
  const power = powerOf(whole.sheet, whole.column);
  const figures = [whole, ...printed.map(({ figure }) => figure)];
  const decimals = Math.max(...figures.map((figure) => decimalsOf(cellOf(figure)?.value ?? '0')));
  return {
    total,
    runs: printed.every(({ figure }) => figure.column === whole.column) ? 'down' : 'across',
    parts,
    recomputed: toDecimal(whole.grains + residual, power, decimals),
    difference: toDecimal(-residual, power, decimals),
    tolerance: toDecimal(figures.every(({ exact }) => exact) ? 0n : allowed, power, decimals),
    separated: /[,，]/.test(cellOf(whole)?.text ?? ''),
    decimals,
  };
}
