/** Grids misread on purpose, before anything is made of them: what `mutate.ts` does to tables, done to cells. */
import type { Cell, Grid } from '../src/model/grid.js';
import { changeDigit, type Mutation, type Picker, picker, swapDigits } from './mutate.js';

/** One grid of a document misread in one way; null where it holds nothing to misread so. */
export function mutateGrid(grid: Grid, mutation: Mutation, random: () => number): Grid | null {
  const pick = picker(random);
  const body = bodyOf(grid);
  if (!body) return null;
  switch (mutation) {
    case 'swap-digits':
      return oneCell(grid, body, pick, swapDigits);
    case 'change-digit':
      return oneCell(grid, body, pick, changeDigit);
    case 'lose-sign-or-digit':
      return oneCell(grid, body, pick, (value) => (/^[-－]/u.test(value) ? value.slice(1) : value.replace(/^\d/u, '')));
    case 'swap-columns': {
      const at = pick(body.columns.slice(1).map((_, i) => i)) ?? 0;
      return move(grid, body, (row, i) => [row, i === at ? at + 1 : i === at + 1 ? at : i]);
    }
    case 'shift-columns': {
      const from = pick(body.columns.slice(1).map((_, i) => i)) ?? 0;
      return move(grid, body, (row, i) => [row, i > from ? i - 1 : i === from ? -1 : i]);
    }
    case 'shift-rows': {
      const from = pick(body.rows.slice(1).map((_, i) => i + 1)) ?? 1;
      return move(grid, body, (row, i) => [row >= from ? row - 1 : row, i]);
    }
    case 'drop-row': {
      const dropped = pick(body.rows);
      return dropped === undefined ? null : withoutRow(grid, dropped);
    }
  }
}

/** Rows and columns of a grid that hold amounts. */
interface Body {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** An amount, not a column number or a code. */
const AMOUNT = /^[-－]?[\d,]+\.\d+$/u;
/** In a smaller grid nothing can be misread in a way that a sum would see. */
const FEWEST = 2;

function bodyOf({ cells }: Grid): Body | null {
  const amounts = cells.filter(isAmount);
  const sorted = (values: readonly number[]) => [...new Set(values)].toSorted((a, b) => a - b);
  const body = { rows: sorted(amounts.map((c) => c.row)), columns: sorted(amounts.map((c) => c.column)) };
  return body.rows.length >= FEWEST && body.columns.length >= 1 ? body : null;
}

const isAmount = ({ text, rowSpan, columnSpan }: Cell) =>
  rowSpan === 1 && columnSpan === 1 && AMOUNT.test(text) && Number(plain(text)) !== 0;

const plain = (text: string) => text.replaceAll(',', '').replace('－', '-');

function oneCell(grid: Grid, { rows, columns }: Body, pick: Picker, change: (value: string, pick: Picker) => string | null): Grid | null {
  const cell = pick(grid.cells.filter((c) => isAmount(c) && rows.includes(c.row) && columns.includes(c.column)));
  const text = cell ? change(cell.text, pick) : null;
  if (!cell || text === null || !AMOUNT.test(text)) return null;
  return { ...grid, cells: grid.cells.map((c) => (c === cell ? { ...c, text } : c)) };
}

/** The print of each cell of the body goes where `from` takes it from: row and column as indexes into the body's, -1 for nothing. */
function move(grid: Grid, { rows, columns }: Body, from: (row: number, column: number) => readonly [number, number]): Grid {
  const at = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const cells = grid.cells.map((cell) => {
    const [row, column] = [rows.indexOf(cell.row), columns.indexOf(cell.column)];
    if (row < 0 || column < 0 || cell.rowSpan > 1 || cell.columnSpan > 1) return cell;
    const [r, c] = from(row, column);
    const source = at.get(`${rows[r] ?? -1} ${columns[c] ?? -1}`);
    if (source && (source.rowSpan > 1 || source.columnSpan > 1)) return cell;
    const { text, ink, lines, illegible } = source ?? { text: '', ink: null, lines: [], illegible: false };
    return { ...cell, text, ink, lines, illegible };
  });
  return { ...grid, cells };
}

function withoutRow(grid: Grid, dropped: number): Grid {
  const cells = grid.cells.flatMap((cell) => {
    const end = cell.row + cell.rowSpan;
    if (cell.row === dropped && cell.rowSpan === 1) return [];
    if (cell.row > dropped) return [{ ...cell, row: cell.row - 1 }];
    return end > dropped ? [{ ...cell, rowSpan: cell.rowSpan - 1 }] : [cell];
  });
  return { ...grid, rows: grid.rows - 1, cells };
}
