/** The geometry of a table before it is put on pages: sides of columns, lines of cells, heights of rows. */
import { type Face, textWidth } from '../drawing/face.js';
import type { Cell, Grid } from '../drawing/grid.js';
import type { RandomLayout } from './layout.js';
import { cellLines } from './lines.js';

export interface Measures {
  /** pt */
  size: number;
  /** pt, from one line of a cell to the next. */
  leading: number;
  /** pt, the sides of the columns. */
  edges: number[];
  lines: Map<Cell, string[]>;
  heights: number[];
}

export interface Span {
  left: number;
  right: number;
}

type Manner = Pick<RandomLayout, 'narrow' | 'size' | 'padding' | 'rowHeight'>;
type Kind = 'name' | 'code' | 'amount';

/** pt: no smaller print, and what is left free over and under the lines of a cell. */
const SMALLEST = 6;
const ABOVE = 3;

const AMOUNT = /^([-(（]?[\d０-９][\d０-９,.．]*[)）]?|[-—])$/;
const CODE = /^\d{2,7}$/;

/** The largest print up to the layout's at which the table fits between `span`'s sides. */
export function measured(face: Face, grid: Grid, span: Span, manner: Manner): Measures {
  const room = span.right - span.left;
  let { size } = manner;
  let columns = columnWishes(face, grid, size, manner);
  while (sum(columns.map((column) => column.least)) > room && size > SMALLEST) {
    size -= 0.5;
    columns = columnWishes(face, grid, size, manner);
  }
  const edges = [span.left];
  for (const width of columnWidths(columns, room)) edges.push((edges.at(-1) ?? 0) + width);
  const leading = size * 1.3;
  const lines = new Map(grid.cells.map((cell) => [cell, linesOf(face, cell, edges, size, manner.padding)]));
  return { size, leading, edges, lines, heights: rowHeights(grid, lines, leading, manner.rowHeight) };
}

/** pt */
interface Wish {
  least: number;
  wish: number;
  /** Gets nothing of what is left over. */
  isNarrow: boolean;
}

/** Names may always break; amounts and codes only where they are to, and then only long ones. */
function columnWishes(face: Face, grid: Grid, size: number, { narrow, padding }: Manner): Wish[] {
  const sides = 2 * padding + 0.5;
  return grid.widths.map((_, column) => {
    const kind = kindOf(grid, column);
    const natural = Math.max(0, ...bodyTexts(grid, column).map((text) => textWidth(face, text, size)));
    const isNarrow = narrow === `${kind}s`;
    const least = {
      name: Math.max(2 * size, Math.min(natural, (isNarrow ? 4 : 6) * size)),
      code: Math.max(1.1 * size, natural * (isNarrow ? 0.6 : 1)),
      amount: Math.max(3.2 * size, natural * (isNarrow ? 0.65 : 1)),
    }[kind];
    return { least: sides + least, wish: sides + (isNarrow ? least : Math.max(least, natural)), isNarrow };
  });
}

/** Short of room, every column gets the same part of what it wishes beyond its least; short even of that, the same part of its least. */
function columnWidths(columns: Wish[], room: number): number[] {
  const least = sum(columns.map((column) => column.least));
  if (least > room) return columns.map((column) => (column.least * room) / least);
  const wish = sum(columns.map((column) => column.wish));
  const part = wish > least ? Math.min(1, (room - least) / (wish - least)) : 0;
  const given = columns.map((column) => column.least + part * (column.wish - column.least));
  const open = columns.filter((column) => !column.isNarrow).length;
  const spare = open === 0 ? 0 : Math.max(0, room - sum(given)) / open;
  return given.map((width, index) => width + (columns[index]?.isNarrow ? 0 : spare));
}

function kindOf(grid: Grid, column: number): Kind {
  const texts = bodyTexts(grid, column).filter((text) => text !== '');
  if (texts.length > 0 && texts.every((text) => CODE.test(text))) return 'code';
  return texts.every((text) => AMOUNT.test(text)) ? 'amount' : 'name';
}

function bodyTexts(grid: Grid, column: number): string[] {
  const inside = (cell: Cell) => cell.row >= grid.headerRows && cell.column === column && cell.columnSpan === 1;
  return grid.cells.filter(inside).map((cell) => cell.text);
}

function linesOf(face: Face, cell: Cell, edges: number[], size: number, padding: number): string[] {
  const width = (edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0);
  return cellLines(face, cell.text, size, width - 2 * padding);
}

/** A row is as high as its highest cell; what a spanning cell still lacks goes to its last row. */
function rowHeights(grid: Grid, lines: Map<Cell, string[]>, leading: number, least: number): number[] {
  const heights = new Array<number>(grid.rowCount).fill(least);
  for (const cell of grid.cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const needed = (lines.get(cell)?.length ?? 0) * leading + 2 * ABOVE;
    const last = cell.row + cell.rowSpan - 1;
    const lacking = needed - sum(heights.slice(cell.row, last + 1));
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
