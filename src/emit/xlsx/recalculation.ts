import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { Exact, placesOf } from '../../base/money.js';
import type { CellRef, SumOfCells } from '../../model/sums.js';
import type { GridPosition } from '../grid/positions.js';
import { amountCell } from './cells.js';

/** A printed total and the cells that are added up beside it, all of them numbers on the sheet. */
export interface Recalculation {
  readonly total: GridPosition;
  /** `down`: of cells of its own column; `across`: of others. */
  readonly runs: 'down' | 'across';
  readonly parts: readonly (GridPosition & { readonly sign: 1 | -1 })[];
  /** As plain decimals of the table's unit, for readers that do not calculate: the sum, and the print less the sum. */
  readonly sum: string;
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

/** A value that the sheet holds as a number, and where it stands in the grid. */
interface PlacedNumber {
  readonly position: GridPosition;
  readonly number: string;
  readonly text: string;
}

/**
 * What a table's sheet adds up, at most once down and once across for each total: the sum of most addends.
 * @param sums those of this table
 */
export function recalculationsOf(
  table: DisclosureTable,
  sums: readonly SumOfCells[],
  values: ReadonlyMap<DisclosureGridCell, DisclosureValue>,
): Recalculation[] {
  const cells = new Map([...values].map(([cell, value]) => [value, cell]));
  const find = ({ row, column }: CellRef): PlacedNumber | null => {
    const value = table.rows[row]?.cells[column];
    const cell = value && cells.get(value);
    return cell && value.value !== null && isNumber(value.value, value.text)
      ? { position: { row: cell.row, column: cell.column }, number: value.value, text: value.text }
      : null;
  };
  const best = new Map<string, Recalculation>();
  for (const sum of sums) {
    const found = toRecalculation(sum, find);
    if (!found) continue;
    const key = `${found.total.row} ${found.total.column} ${found.runs}`;
    if ((best.get(key)?.parts.length ?? 0) < found.parts.length) best.set(key, found);
  }
  return [...best.values()];
}

/** Whether an amount can be shown as a number that looks like its print. */
export const isNumber = (decimal: string, printed: string): boolean => typeof amountCell(decimal, printed).value === 'number';

function toRecalculation(sum: SumOfCells, find: (cell: CellRef) => PlacedNumber | null): Recalculation | null {
  const total = find(sum.total);
  const parts = sum.parts.flatMap((part) => {
    const found = find(part);
    return found ? [{ ...found, sign: part.sign }] : [];
  });
  if (!total || parts.length < FEWEST || parts.length < sum.parts.length) return null;
  const added = parts.reduce((amount, { number, sign }) => amount.plus(new Exact(number).times(sign)), new Exact(0));
  const decimals = Math.max(...[total, ...parts].map(({ number }) => placesOf(number)));
  const tolerance = new Exact(sum.tolerance);
  return {
    total: total.position,
    runs: sum.parts.every(({ column }) => column === sum.total.column) ? 'down' : 'across',
    parts: parts.map(({ position, sign }) => ({ ...position, sign })),
    sum: added.toFixed(decimals),
    difference: new Exact(total.number).minus(added).toFixed(decimals),
    tolerance: tolerance.toFixed(Math.max(decimals, tolerance.decimalPlaces())),
    separated: /[,，]/.test(total.text),
    decimals,
  };
}
