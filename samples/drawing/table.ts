/** Drawing a declared grid over pages, in a given manner, and telling where each cell came to lie. */
import type { Cell, Grid } from './grid.js';
import type { Paper } from './paper.js';
import { wrap } from './wrap.js';

export interface TableManner {
  /** pt */
  size: number;
  /** pt, from one line of a cell to the next. */
  leading: number;
  /** pt, the least height of a row. */
  rowHeight: number;
  rules: 'strokes' | 'fills';
  /** Grey behind the header cells: 0 black to 1 white; null for none. */
  headerGrey: number | null;
  /** What a continuation page repeats: title, header and 合计; the header; nothing. */
  continuation: 'everything' | 'header' | 'nothing';
  /** Header cells and the repeated rows in feigned bold. */
  bold: boolean;
  /** One text operation per glyph. */
  glyphwise: boolean;
}

/** Where the page ends inside a table other than at the last row that fits. */
export interface Breaks {
  /** The page ends inside this row, after so many of its lines. */
  within?: { row: number; lines: number };
  /** The page ends before this row. */
  before?: number;
  /** One more page, with nothing but an empty row of the grid. */
  emptyRow?: boolean;
}

/** `[x0, y0, x1, y1]` */
export type Rectangle = [x0: number, y0: number, x1: number, y1: number];

interface Placed {
  page: number;
  rectangle: Rectangle;
}

export interface DrawnTable {
  pages: number[];
  /** Of the cell at `row,column`; where a page break cuts a cell, its first part. */
  placed: Map<string, Placed>;
  /** pt, where the table ends on its last page. */
  bottom: number;
}

/** pt */
const PADDING = 3;
const RULE = 0.6;

/** A row, or the part of one that a page has: lines `from` to `to` of its cells. */
interface Strip {
  row: number;
  height: number;
  from: number;
  to: number;
  startsPage: boolean;
  /** On a page without any head. */
  bare: boolean;
}

/** pt, the bounds of a table on its pages. */
export interface Frame {
  left: number;
  right: number;
  bottom: number;
  /** Starts a page, with the table's title where `titled`; returns where the grid begins. */
  turn: (titled: boolean) => number;
}

/** What drawing a table needs to know throughout. */
interface Work {
  paper: Paper;
  grid: Grid;
  manner: TableManner;
  /** pt, the sides of the columns. */
  edges: number[];
  lines: Map<Cell, string[]>;
  drawn: DrawnTable;
}

export function drawGrid(paper: Paper, grid: Grid, frame: Frame, top: number, manner: TableManner, breaks: Breaks): DrawnTable {
  const edges = columnEdges(grid.widths, frame);
  const lines = new Map(grid.cells.map((cell) => [cell, cellLines(paper, cell, edges, manner)]));
  const drawn: DrawnTable = { pages: [], placed: new Map(), bottom: top };
  const strips = toStrips(grid, rowHeights(grid, lines, manner), manner, breaks);
  for (const [index, page] of toPages(grid, strips, frame.bottom - top, manner).entries()) {
    const titled = manner.continuation === 'everything' && !page.some((strip) => strip.bare);
    const start = index === 0 ? top : frame.turn(titled);
    drawn.pages.push(paper.pageCount);
    drawn.bottom = drawStrips({ paper, grid, manner, edges, lines, drawn }, page, start);
  }
  return drawn;
}

function columnEdges(widths: number[], frame: Frame): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const edges = [frame.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + (width * (frame.right - frame.left)) / total);
  return edges;
}

function cellLines(paper: Paper, cell: Cell, edges: number[], manner: TableManner): string[] {
  if (cell.text === '') return [];
  const width = at(edges, cell.column + cell.columnSpan) - at(edges, cell.column);
  return wrap(paper.face, cell.text, manner.size, width - 2 * PADDING);
}

/** A row is as high as its highest cell; what a spanning cell still lacks goes to its last row. */
function rowHeights(grid: Grid, lines: Map<Cell, string[]>, manner: TableManner): number[] {
  const heights = new Array<number>(grid.rowCount).fill(manner.rowHeight);
  for (const cell of grid.cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const needed = (lines.get(cell)?.length ?? 0) * manner.leading + 2 * PADDING;
    const last = cell.row + cell.rowSpan - 1;
    const lacking = needed - sum(heights.slice(cell.row, last + 1));
    if (lacking > 0) heights[last] = at(heights, last) + lacking;
  }
  return heights;
}

function toStrips(grid: Grid, heights: number[], manner: TableManner, breaks: Breaks): Strip[] {
  const strips: Strip[] = heights.map((height, row) => {
    return { row, height, from: 0, to: Number.POSITIVE_INFINITY, startsPage: row === breaks.before, bare: false };
  });
  if (breaks.within) {
    const { row, lines } = breaks.within;
    const whole = at(strips, row);
    const height = lines * manner.leading + 2 * PADDING;
    const rest = { ...whole, from: lines, startsPage: true, height: Math.max(whole.height - height, manner.rowHeight) };
    strips.splice(row, 1, { ...whole, to: lines, height }, rest);
  }
  if (breaks.emptyRow) {
    strips.push({ row: grid.rowCount, height: manner.rowHeight, from: 0, to: 0, startsPage: true, bare: true });
  }
  return strips;
}

/** `room`: pt of a page for rows; a page that repeats rows repeats them within it. */
function toPages(grid: Grid, strips: Strip[], room: number, manner: TableManner): Strip[][] {
  const header = [...Array(grid.headerRows).keys()];
  const repeated = { everything: [...header, ...grid.repeatedRows], header, nothing: [] }[manner.continuation];
  const again = repeated.map((row) => at(strips, row));
  const pages: Strip[][] = [[]];
  for (const strip of strips) {
    const page = at(pages, pages.length - 1);
    const used = sum(page.map((other) => other.height));
    if (!strip.startsPage && used + strip.height <= room) page.push(strip);
    else pages.push(strip.bare ? [strip] : [...again, strip]);
  }
  return pages;
}

/** Draws the rows of one page from `top` down; returns where they end. */
function drawStrips(work: Work, strips: Strip[], top: number): number {
  const { paper, grid, manner, edges, lines, drawn } = work;
  const tops = [top];
  for (const strip of strips) tops.push(at(tops, tops.length - 1) + strip.height);
  const rules = new Rules();
  for (const cell of [...grid.cells, ...emptyRow(grid)]) {
    const inside = strips.flatMap((strip, index) => (strip.row >= cell.row && strip.row < cell.row + cell.rowSpan ? [index] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) continue;
    const [left, right] = [at(edges, cell.column), at(edges, cell.column + cell.columnSpan)];
    const rectangle: Rectangle = [left, at(tops, first), right, at(tops, last + 1)];
    const key = `${cell.row},${cell.column}`;
    if (!drawn.placed.has(key)) drawn.placed.set(key, { page: paper.pageCount, rectangle });
    const strip = at(strips, first);
    const shown = cell.row === strip.row ? (lines.get(cell) ?? []).slice(strip.from, strip.to) : [];
    const head = cell.row < grid.headerRows;
    if (head && manner.headerGrey !== null) paper.fill(...rectangle, manner.headerGrey);
    drawLines(work, shown, rectangle, cell, manner.bold && (head || grid.repeatedRows.includes(cell.row)));
    rules.frame(rectangle);
  }
  rules.draw(paper, manner.rules);
  return at(tops, strips.length);
}

/** The cells of the row that only an empty strip has. */
function emptyRow(grid: Grid): Cell[] {
  return grid.widths.map((_, column) => ({ row: grid.rowCount, column, rowSpan: 1, columnSpan: 1, text: '', align: 'left' }));
}

function drawLines({ paper, manner }: Work, lines: string[], [x0, y0, x1, y1]: Rectangle, cell: Cell, bold: boolean): void {
  const height = lines.length * manner.leading;
  const first = { top: y0 + PADDING, middle: (y0 + y1 - height) / 2, bottom: y1 - PADDING - height }[cell.at ?? 'middle'];
  lines.forEach((line, index) => {
    const width = paper.widthOf(line, manner.size);
    const x = { left: x0 + PADDING, center: (x0 + x1 - width) / 2, right: x1 - PADDING - width }[cell.align];
    paper.text(x, first + (index + 0.5) * manner.leading, manner.size, line, { bold, glyphwise: manner.glyphwise });
  });
}

/** The rules of a page, each drawn once though two cells share it. */
class Rules {
  #lines = new Map<string, Rectangle>();

  frame([x0, y0, x1, y1]: Rectangle): void {
    const sides: Rectangle[] = [
      [x0, y0, x1, y0],
      [x0, y1, x1, y1],
      [x0, y0, x0, y1],
      [x1, y0, x1, y1],
    ];
    for (const side of sides) this.#lines.set(side.map((value) => value.toFixed(2)).join(), side);
  }

  draw(paper: Paper, as: TableManner['rules']): void {
    const half = RULE / 2;
    for (const [x0, y0, x1, y1] of this.#lines.values()) {
      if (as === 'strokes') paper.line(x0, y0, x1, y1, RULE);
      else paper.fill(x0 - half, y0 - half, x1 + half, y1 + half, 0);
    }
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`Nothing at ${index}`);
  return item;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
