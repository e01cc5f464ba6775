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

const AMOUNT = /^[-(（]?[\d０-９][\d０-９,.．]*[)）]?$/;
const CODE = /^\d{2,7}$/;

/** The largest print up to the layout's at which the table fits between `span`'s sides. */
export function measured(face: Face, grid: Grid, span: Span, manner: Manner): Measures {
  const room = span.right - span.left;
  let { size } = manner;
  let widths = columnWidths(face, grid, size, room, manner);
  while (widths === null && size > SMALLEST) {
    size -= 0.5;
    widths = columnWidths(face, grid, size, room, manner);
  }
  // Too many columns even so: all of them as wide as the declaration has it.
  const total = sum(grid.widths);
  const final = widths ?? grid.widths.map((width) => (width * room) / total);
  const edges = [span.left];
  for (const width of final) edges.push((edges.at(-1) ?? 0) + width);
  const leading = size * 1.3;
  const lines = new Map(grid.cells.map((cell) => [cell, linesOf(face, cell, edges, size, manner.padding)]));
  return { size, leading, edges, lines, heights: rowHeights(grid, lines, leading, manner.rowHeight) };
}

/** pt, null where the amounts do not fit beside names of five characters. */
function columnWidths(face: Face, grid: Grid, size: number, room: number, { narrow, padding }: Manner): number[] | null {
  const sides = 2 * padding + 0.5;
  const columns = grid.widths.map((_, column) => {
    const kind = kindOf(grid, column);
    const natural = Math.max(0, ...bodyTexts(grid, column).map((text) => textWidth(face, text, size)));
    const isNarrow = narrow === `${kind}s`;
    // Names may always break; amounts and codes only where they are to.
    const least = sides + Math.max(1.1 * size, kind === 'name' ? Math.min(natural, (isNarrow ? 4 : 6) * size) : natural * (isNarrow ? 0.6 : 1));
    const wish = isNarrow ? least : sides + Math.max(natural, 3 * size);
    return { least, wish, isNarrow };
  });
  const least = sum(columns.map((column) => column.least));
  if (least > room) return null;
  const wish = sum(columns.map((column) => Math.max(column.wish, column.least)));
  // Short of room, every column gets the same part of what it wishes beyond its least.
  const part = wish > least ? Math.min(1, (room - least) / (wish - least)) : 0;
  const given = columns.map((column) => column.least + part * (Math.max(column.wish, column.least) - column.least));
  const open = columns.filter((column) => !column.isNarrow).length;
  const spare = open === 0 ? 0 : Math.max(0, room - sum(given)) / open;
  return given.map((width, index) => width + (columns[index]?.isNarrow ? 0 : spare));
}

function kindOf(grid: Grid, column: number): Kind {
  const texts = bodyTexts(grid, column).filter((text) => text !== '');
  const most = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length * 2 > texts.length;
  if (texts.length === 0) return 'amount';
  if (most(CODE)) return 'code';
  return most(AMOUNT) || texts.every((text) => /^[-—]$/.test(text)) ? 'amount' : 'name';
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
