import { Decimal } from 'decimal.js';
import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import type { DoubtfulValue } from './view.js';

/** How likely a value is wrong, by its status and how it was read, 0–1: numbers that put cells in order, not probabilities. */
function doubtOf({ status, method }: DisclosureValue): number {
  switch (status) {
    case 'unreadable':
      return 1;
    case 'contradicted':
      return 0.9;
    case 'unchecked':
      return 0.4;
    case 'uncontradicted':
      return method === 'ocr' ? 0.3 : 0.02;
    default:
      return 0;
  }
}

/** Below, a printed zero is not worth a look. */
const ALARMING = 0.5;

/** The doubtful cells of a document, the most money at the highest doubt first; those whose amount is unknown come as their row does. */
export function doubtsOf({ tables }: Disclosure): DoubtfulValue[] {
  const doubts = tables.flatMap((table, index) =>
    table.rows.flatMap((row, r) =>
      Object.entries(row.cells).flatMap(([column, cell]) => {
        const doubt = doubtOf(cell);
        if (doubt === 0) return [];
        const yuan = cell.yuan ?? (cell.value === null ? besides(table, row, column) : null);
        // Points, and amounts whose unit is unknown, weigh as they are printed.
        const amount = new Decimal(yuan ?? cell.value ?? 0).abs();
        if (amount.isZero() && doubt < ALARMING) return [];
        return [{ doubt: { table: index, row: r, column, yuan }, weight: amount.plus(1).times(doubt) }];
      }),
    ),
  );
  return doubts.toSorted((a, b) => b.weight.comparedTo(a.weight)).map(({ doubt }) => doubt);
}

/** The largest amount of the row, else of the column: what an unreadable cell may be worth. */
function besides(table: DisclosureTable, row: DisclosureRow, column: string): string | null {
  return largest(Object.values(row.cells)) ?? largest(table.rows.flatMap(({ cells }) => cells[column] ?? []));
}

function largest(cells: readonly DisclosureValue[]): string | null {
  const amounts = cells.flatMap(({ yuan }) => (yuan === null ? [] : [new Decimal(yuan).abs()]));
  return amounts.length === 0 ? null : Decimal.max(...amounts).toFixed(2);
}
