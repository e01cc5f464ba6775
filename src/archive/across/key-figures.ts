import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Param } from '../store/database.js';

/** The few values of a document that other documents restate. By form, concept and column. */
const KEY_FIGURES: ReadonlySet<string> = new Set([
  'income-expenditure-summary opening-balance income',
  'income-expenditure-summary closing-balance expenditure',
  'income-expenditure-summary total-income income',
  'income-expenditure-summary total-expenditure expenditure',
  'fiscal-appropriation-summary opening-balance income',
  'fiscal-appropriation-summary closing-balance total',
  'fiscal-appropriation-summary total-income income',
  'fiscal-appropriation-summary total-expenditure total',
  'government-fund total opening',
  'government-fund total closing',
  'state-capital total opening',
  'state-capital total closing',
]);

export const KEY_FIGURE_COLUMNS = ['document', 'form', 'concept', 'column_key', 'value', 'unit', 'status'];

/**
 * Their rows in the store, from the second column on. Where a document prints one twice the first counts: whether the two agree is its own
 * affair.
 */
export function keyFigureRows({ tables }: Disclosure): Param[][] {
  const rows = new Map<string, Param[]>();
  for (const { form, unit, rows: printed } of tables) {
    for (const { concept, cells } of printed) {
      for (const [column, { value, yuan, status }] of Object.entries(cells)) {
        const key = `${form} ${concept} ${column}`;
        if (!KEY_FIGURES.has(key) || rows.has(key) || value === null || yuan === null || unit === null) continue;
        rows.set(key, [form, concept, column, value, unit, status]);
      }
    }
  }
  return [...rows.values()];
}
