/** What a table whose structure is in doubt may claim: only what an identity proves, under a known label and a known head. */
import type { DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { CODE_DIGITS } from '../../base/patterns.js';
import { STRUCTURE_DOUBTFUL } from '../../model/reading-rules.js';
import { remark, remarkToFinding } from '../../model/remark.js';
import { type Cause, isBeyondDoubt } from '../culprit/causes.js';
import { termsOf } from '../identity/equation.js';
import { hasNumbers } from '../table/rows.js';
import type { Sheet } from '../table/sheet.js';

/** Why a table's structure is in doubt: no vertical rules are drawn, or its own sums contradict each other and no figure can be blamed. */
export type StructureDoubt = 'inferred' | 'not-closing';

/** The tables whose own identities break where no single figure explains it. */
export const sheetsNotClosing = (causes: readonly Cause[]): ReadonlySet<Sheet> =>
  new Set(
    causes
      .filter((cause) => !cause.garbled && !isBeyondDoubt(cause) && (cause.suspect === null || cause.isTie))
      .flatMap(({ checks }) => checks.map(({ equation }) => new Set(termsOf(equation).map(({ figure }) => figure.sheet))))
      .flatMap((sheets) => (sheets.size === 1 ? [...sheets] : [])),
  );

/**
 * A table with its statuses → the same, `unchecked` where nothing proves a value or its row or column is not known for certain, and one
 * finding that says so; no finding where every value is proved.
 */
export function withStructureDoubt(
  table: DisclosureTable,
  sheet: Sheet,
  doubt: StructureDoubt,
): { readonly table: DisclosureTable; readonly findings: readonly Finding[] } {
  let unchecked = 0;
  const isOnlyRow = table.rows.filter(hasNumbers).length === 1;
  const check = (row: DisclosureRow, key: string, cell: DisclosureValue): DisclosureValue => {
    const isCertain = sheet.known.has(key) && (isOnlyRow || isLabelKnown(row));
    if (cell.status !== 'uncontradicted' && (cell.status !== 'proved' || isCertain)) return cell;
    unchecked += 1;
    return { ...cell, status: 'unchecked' };
  };
  const rows = table.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, check(row, key, cell)])),
  }));
  if (unchecked === 0) return { table, findings: [] };
  const found = remark(STRUCTURE_DOUBTFUL, `${REASONS[doubt]}本表有${unchecked}个数没有勾稽关系可以证明，请对照原件核对。`);
  return { table: { ...table, rows }, findings: [remarkToFinding(found, sheet.index, table)] };
}

const REASONS: Readonly<Record<StructureDoubt, string>> = {
  inferred: '本表没有画出竖线，各栏的位置由表头文字和数字的位置推定。',
  'not-closing': '本表内部的合计对不上，又不能确定是哪一个数有误。',
};

const CODE = new RegExp(`^${CODE_DIGITS}$`, 'u');

/** Its row is one the form knows: by a whole code or by its words. */
const isLabelKnown = ({ code, concept }: DisclosureRow): boolean => concept !== null || (code !== null && CODE.test(code));
