/** Tables on pages, each on its own or one under the other, and where each of their cells came to lie. */
import type { Face } from '../drawing/face.js';
import type { Cell } from '../drawing/grid.js';
import { Paper } from '../drawing/paper.js';
import type { Rectangle } from '../drawing/table.js';
import type { Sheet } from '../forms/sheet.js';
import type { RandomLayout } from './layout.js';
import { cellLines } from './lines.js';
import { type Measures, measured } from './measures.js';
import type { Random } from './random.js';
import { type RuledCell, rulesOf } from './rules.js';

interface Placed {
  page: number;
  rectangle: Rectangle;
}

export interface PlacedTable {
  sheet: Sheet;
  pages: number[];
  /** Of the cell at `row,column`, where it first stands. */
  placed: Map<string, Placed>;
}

/** A piece of text, and where it begins and its middle stands, pt. */
interface Ink {
  text: string;
  x: number;
  y: number;
}

/** pt */
const MARGIN = { side: 54, top: 56, bottom: 54 };
const TITLE = 15;
const RULE = 0.6;
/** pt between two tables of a page. */
const BETWEEN = 24;

export class RandomPages {
  readonly tables: PlacedTable[] = [];
  #paper: Paper;
  #layout: RandomLayout;
  #random: Random;
  /** Printed at the head of each page, where the layout has one. */
  #head: string;
  /** pt, under all that the page has; null where the next table begins a page. */
  #y: number | null = null;

  constructor(face: Face, layout: RandomLayout, random: Random, head: string) {
    this.#paper = new Paper(face);
    this.#layout = layout;
    this.#random = random;
    this.#head = head;
  }

  cover(lines: string[]): void {
    this.#paper.addPage({ landscape: false });
    for (const [index, line] of lines.entries()) this.#centred(line, 250 + index * 48, 24);
  }

  table(sheet: Sheet): void {
    if (this.#y === null || this.#layout.placing === 'paged') this.#turn();
    const { padding } = this.#layout;
    const measures = this.#placed(sheet);
    const least = measures.heights.slice(0, sheet.grid.headerRows + 3).reduce((sum, height) => sum + height, 0);
    if ((this.#y ?? 0) + 70 + least > this.#bottom(sheet)) this.#turn();
    const table: PlacedTable = { sheet, pages: [], placed: new Map() };
    this.#y = this.#heading(sheet, this.#y ?? MARGIN.top, measures);
    for (const [index, rows] of this.#byPage(sheet, measures).entries()) {
      if (index > 0) this.#goOn(sheet, measures);
      table.pages.push(this.#paper.pageCount);
      this.#y = this.#rows(table, measures, rows, this.#y ?? MARGIN.top, padding);
    }
    this.#notes(sheet, measures);
    this.tables.push(table);
  }

  /** A table narrower than the page stands in its middle or, for one account in three, at its left. */
  #placed(sheet: Sheet): Measures {
    const span = { left: MARGIN.side, right: this.#paper.width - MARGIN.side };
    const measures = measured(this.#paper.face, sheet.grid, span, this.#layout);
    const spare = this.#layout.seed % 3 === 0 ? 0 : span.right - (measures.edges.at(-1) ?? span.right);
    return { ...measures, edges: measures.edges.map((edge) => edge + spare / 2) };
  }

  finish(title: string): Uint8Array {
    const text = {
      none: null,
      plain: (page: number) => `${page}`,
      dashes: (page: number) => `- ${page} -`,
      words: (page: number) => `第${page}页`,
    };
    const foot = text[this.#layout.pageNumber];
    if (foot !== null) this.#paper.number(foot, 10);
    return this.#paper.finish(title);
  }

  #turn(): void {
    const { orientation, paper } = this.#layout;
    this.#paper.addPage({ landscape: orientation === 'landscape', format: paper });
    if (this.#layout.runningHead) this.#centred(this.#head, 30, 9);
    this.#y = MARGIN.top;
  }

  /** pt, where rows end. */
  #bottom(sheet: Sheet): number {
    return this.#paper.height - MARGIN.bottom - (sheet.notes.length > 0 || sheet.statement !== null ? 20 : 0);
  }

  /** The rows of each page, those of the head among them where it is repeated. */
  #byPage(sheet: Sheet, { heights }: Measures): number[][] {
    const head = [...Array(sheet.grid.headerRows).keys()];
    const again = this.#layout.continuation === 'nothing' ? [] : head;
    const height = (rows: number[]) => rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
    const pages: number[][] = [[]];
    let room = this.#bottom(sheet) - (this.#y ?? 0);
    for (const row of heights.keys()) {
      const page = pages.at(-1) ?? [];
      if (page.length <= again.length || height([...page, row]) <= room) {
        page.push(row);
        continue;
      }
      pages.push([...again, row]);
      room = this.#bottom(sheet) - MARGIN.top - (this.#layout.continuation === 'everything' ? 60 : 34);
    }
    return pages;
  }

  /** A new page with what the layout repeats above a table that goes on. */
  #goOn(sheet: Sheet, measures: Measures): void {
    this.#turn();
    const top = MARGIN.top;
    const { continuation } = this.#layout;
    const mark = { 续表: '续表', 续上表: '续上表', '（续）': `${sheet.title}（续）`, header: null, nothing: null, everything: null }[
      continuation
    ];
    if (continuation === 'everything') this.#y = this.#heading(sheet, top, measures);
    if (mark === null) return;
    const size = continuation === '（续）' ? TITLE : measures.size;
    const y = top + 8;
    if (continuation === '（续）') this.#centred(mark, y, size);
    else if (continuation === '续表') this.#paper.text(this.#paper.width - MARGIN.side - this.#paper.widthOf(mark, size), y, size, mark);
    else this.#paper.text(MARGIN.side, y, size, mark);
    this.#y = y + 14;
  }

  /** Writes what stands above a table; returns where its grid begins. */
  #heading(sheet: Sheet, top: number, { size, edges }: Measures): number {
    const { number } = this.#layout;
    const left = edges[0] ?? MARGIN.side;
    // What is too long for the table begins at its left side too.
    const toRight = (text: string, y: number) =>
      this.#paper.text(Math.max(left, (edges.at(-1) ?? 0) - this.#paper.widthOf(text, size)), y, size, text);
    let y = top + 8;
    if (number === 'over' && sheet.number !== null) {
      this.#paper.text(left, y, size, sheet.number);
      y += 16;
    }
    this.#centred(sheet.title, y, TITLE);
    if (number === 'beside' && sheet.number !== null) toRight(sheet.number, y);
    if (number === 'under' && sheet.number !== null) {
      y += 18;
      toRight(sheet.number, y);
    }
    y += number === 'under' ? 14 : 18;
    if (sheet.department !== null) this.#paper.text(left, y, size, `${sheet.departmentLabel}${sheet.department}`);
    toRight(`${sheet.unitLabel}${sheet.unit}`, y);
    return y + 9;
  }

  /** Draws rows from `top` down; returns where they end. */
  #rows({ sheet, placed }: PlacedTable, measures: Measures, rows: number[], top: number, padding: number): number {
    const { grid } = sheet;
    const tops = [top];
    for (const row of rows) tops.push((tops.at(-1) ?? 0) + (measures.heights[row] ?? 0));
    const shown = grid.cells.flatMap((cell): (RuledCell & { cell: Cell; isStart: boolean })[] => {
      const inside = rows.flatMap((row, index) => (row >= cell.row && row < cell.row + cell.rowSpan ? [index] : []));
      const [first, last] = [inside[0], inside.at(-1)];
      if (first === undefined || last === undefined) return [];
      const [left, right] = [measures.edges[cell.column] ?? 0, measures.edges[cell.column + cell.columnSpan] ?? 0];
      const rectangle: Rectangle = [left, tops[first] ?? 0, right, tops[last + 1] ?? 0];
      const isHead = cell.row < grid.headerRows;
      return [{ cell, rectangle, isHead, columnSpan: cell.columnSpan, isStart: rows[first] === cell.row }];
    });
    for (const { rectangle, isHead } of shown) if (isHead && this.#layout.grey) this.#paper.fill(...rectangle, 0.9);
    for (const rule of rulesOf(shown, this.#layout.rules)) this.#rule(rule);
    const inks: Ink[] = [];
    for (const { cell, rectangle, isStart } of this.#inOrder(shown)) {
      if (isStart) inks.push(...this.#lines(measures.lines.get(cell) ?? [], rectangle, cell, measures, padding));
      const key = `${cell.row},${cell.column}`;
      if (!placed.has(key)) placed.set(key, { page: this.#paper.pageCount, rectangle });
    }
    this.#draw(inks, measures.size);
    return tops.at(-1) ?? top;
  }

  #inOrder<T extends { cell: Cell }>(cells: T[]): T[] {
    const byRow = (a: T, b: T) => a.cell.row - b.cell.row || a.cell.column - b.cell.column;
    const byColumn = (a: T, b: T) => a.cell.column - b.cell.column || a.cell.row - b.cell.row;
    return cells.toSorted(this.#layout.order === 'columns' ? byColumn : byRow);
  }

  /** Line by line; shuffled, where the layout has it so, by lines or, where each glyph is an operation of its own, by glyphs. */
  #draw(inks: Ink[], size: number): void {
    const { glyphwise, order } = this.#layout;
    const pieces = glyphwise && order === 'shuffled' ? inks.flatMap((ink) => this.#glyphs(ink, size)) : inks;
    for (const { text, x, y } of order === 'shuffled' ? this.#random.shuffled(pieces) : pieces) {
      this.#paper.text(x, y, size, text, { glyphwise });
    }
  }

  #glyphs({ text, x, y }: Ink, size: number): Ink[] {
    let at = x;
    return Array.from(text, (character) => {
      const glyph = { text: character, x: at, y };
      at += this.#paper.widthOf(character, size);
      return glyph;
    });
  }

  #rule([x0, y0, x1, y1]: Rectangle): void {
    const half = RULE / 2;
    if (this.#layout.ruleManner === 'strokes') this.#paper.line(x0, y0, x1, y1, RULE);
    else this.#paper.fill(x0 - half, y0 - half, x1 + half, y1 + half, 0);
  }

  /** The lines of a cell half-way up. */
  #lines(lines: string[], [x0, y0, x1, y1]: Rectangle, { align }: Cell, { size, leading }: Measures, padding: number): Ink[] {
    const first = (y0 + y1 - lines.length * leading) / 2;
    return lines.map((text, index) => {
      const width = this.#paper.widthOf(text, size);
      const x = { left: x0 + padding, center: (x0 + x1 - width) / 2, right: x1 - padding - width }[align];
      return { text, x, y: first + (index + 0.5) * leading };
    });
  }

  #notes(sheet: Sheet, { size, leading }: Measures): void {
    const width = this.#paper.width - 2 * MARGIN.side;
    const texts = [...sheet.notes, ...(sheet.statement === null ? [] : [sheet.statement])];
    let y = (this.#y ?? 0) + leading;
    for (const line of texts.flatMap((text) => cellLines(this.#paper.face, text, size, width))) {
      this.#paper.text(MARGIN.side, y, size, line);
      y += leading;
    }
    this.#y = y + BETWEEN;
  }

  #centred(text: string, y: number, size: number): void {
    this.#paper.text((this.#paper.width - this.#paper.widthOf(text, size)) / 2, y, size, text);
  }
}
