import { Decimal } from 'decimal.js';
import { FORMULA_DIFFERS } from '../../model/reading-rules.js';
import type { Told } from '../../model/told.js';
import { decimalOf } from './shown.js';
import type { StoredCell, StoredSheet } from './workbook.js';

/** What a formula's own noise of binary fractions stays below, and what no amount is smaller than. */
const NOISE = new Decimal('0.0005');
/** Cells that are looked up for one workbook's formulas; a column of running sums over 3,000 rows takes as many. */
const MOST = 5_000_000;

const REFERENCE = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const SUM = new RegExp(`^SUM\\((${REFERENCE}(?::${REFERENCE})?(?:,${REFERENCE}(?::${REFERENCE})?)*)\\)$`, 'u');
const TERM = new RegExp(`([+-]?)(SUM\\([^()]*\\)|${REFERENCE})`, 'uy');

/** The formulas of a sheet that add and subtract cells of it. */
export interface SheetFormulas {
  /** What is said of a formula whose stored result is another than that of its parts. */
  check(cell: StoredCell): readonly Told[];
  /** The result of a formula that is stored without one; null where it is any other cell, or cannot be worked out. */
  valueOf(row: number, column: number): Decimal | null;
}

/** Formulas that wait for each other's results; totals of subtotals of sums are three. */
const DEEPEST = 30;

export function sheetFormulas({ rows }: StoredSheet): SheetFormulas {
  const known = new Map<StoredCell, Decimal | null>();
  let left = MOST;

  /** The parts of a formula added up; null where one is no number. */
  const evaluate = (formula: string, depth: number): Decimal | null => {
    const parts = formulaToParts(formula.replace(/\s/gu, ''));
    let sum = new Decimal(0);
    for (const { sign, range, isSum } of parts ?? []) {
      left -= (Math.min(range.toRow, rows.length) - range.fromRow + 1) * (range.toColumn - range.fromColumn + 1);
      const part = left < 0 ? null : addUp(range, isSum, depth);
      if (!part) return null;
      sum = sum.plus(part.times(sign));
    }
    return parts && sum;
  };

  /** Null where a part is no number: what a program makes of it is its own affair. SUM passes over words, + does not. */
  const addUp = ({ fromRow, toRow, fromColumn, toColumn }: Part['range'], isSum: boolean, depth: number): Decimal | null => {
    let sum = new Decimal(0);
    for (let row = fromRow; row <= Math.min(toRow, rows.length - 1); row++) {
      const own = rows[row];
      for (let column = fromColumn; column <= Math.min(toColumn, (own?.length ?? 0) - 1); column++) {
        const cell = own?.[column];
        if (!cell || (cell.kind === 'nothing' && cell.formula === null)) continue;
        const value = cell.kind === 'number' ? decimalOf(cell.number) : compute(cell, depth + 1);
        if (value) sum = sum.plus(value);
        else if (!(isSum && (cell.kind === 'text' || cell.kind === 'boolean'))) return null;
      }
    }
    return sum;
  };

  const compute = (cell: StoredCell, depth: number): Decimal | null => {
    if (cell.kind !== 'nothing' || cell.formula === null || depth > DEEPEST) return null;
    const before = known.get(cell);
    if (before !== undefined) return before;
    // A formula that comes back to itself finds that it has no result.
    known.set(cell, null);
    const value = evaluate(cell.formula, depth);
    known.set(cell, value);
    return value;
  };

  return {
    valueOf(row, column) {
      const cell = rows[row]?.[column];
      return cell ? compute(cell, 0) : null;
    },
    check({ kind, formula, number }) {
      const sum = formula === null || kind !== 'number' ? null : evaluate(formula, 0);
      if (!sum) return [];
      const stored = decimalOf(number);
      if (sum.minus(stored).abs().lessThan(NOISE)) return [];
      return [{ rule: FORMULA_DIFFERS, message: `本格的公式“=${formula}”存储的结果是${stored.toFixed()}，按其各项应为${sum.toFixed()}。` }];
    },
  };
}

interface Part {
  readonly sign: 1 | -1;
  readonly range: { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number };
  readonly isSum: boolean;
}

/** `SUM(C8:C16)`, `B5+B6-SUM(B7,B9)` → what is added; null for any other formula. */
function formulaToParts(formula: string): Part[] | null {
  const parts: Part[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < formula.length) {
    const isFirst = TERM.lastIndex === 0;
    const [, sign = '', term = ''] = TERM.exec(formula) ?? [];
    if (term === '' || (!isFirst && sign === '')) return null;
    const sum = SUM.exec(term)?.[1];
    if (sum === undefined && term.startsWith('SUM')) return null;
    for (const range of (sum ?? term).split(','))
      parts.push({ sign: sign === '-' ? -1 : 1, range: rangeOf(range), isSum: sum !== undefined });
  }
  return parts.length === 0 ? null : parts;
}

function rangeOf(text: string): Part['range'] {
  const [from = '', to = from] = text.replaceAll('$', '').split(':');
  const [a, b] = [placeOf(from), placeOf(to)];
  return {
    fromRow: Math.min(a.row, b.row),
    toRow: Math.max(a.row, b.row),
    fromColumn: Math.min(a.column, b.column),
    toColumn: Math.max(a.column, b.column),
  };
}

function placeOf(reference: string): { row: number; column: number } {
  const letters = reference.replace(/\d/gu, '');
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(reference.slice(letters.length)) - 1, column: column - 1 };
}
