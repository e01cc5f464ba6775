/** A whole document, page after page: cover, contents, part headings, prose, tables. */
import type { Sheet } from '../forms/sheet.js';
import type { Face } from './face.js';
import { type PageShape, Paper } from './paper.js';
import { type Breaks, type DrawnTable, drawGrid, type TableManner } from './table.js';
import { wrap } from './wrap.js';

export interface BookManner extends TableManner, PageShape {
  /** Where a table's number stands: right under the title, left over it, or right in its line. */
  numberAt: 'under' | 'over' | 'beside';
  /** Titles in feigned bold. */
  boldTitles: boolean;
}

/** A table as drawn, for the expected JSON. */
export interface BookTable {
  sheet: Sheet;
  drawn: DrawnTable;
}

/** pt */
const MARGIN = { side: 57, top: 52, bottom: 56 };
const TITLE = 15;
const PROSE = { size: 12, leading: 21, side: 80, top: 72, bottom: 72 };

export class Book {
  readonly tables: BookTable[] = [];
  #paper: Paper;
  #manner: BookManner;

  constructor(face: Face, manner: BookManner) {
    this.#paper = new Paper(face);
    this.#manner = manner;
  }

  cover(lines: string[], date: string): void {
    this.#paper.addPage({ landscape: false });
    for (const [index, line] of lines.entries()) this.#centred(line, 250 + index * 48, 24);
    this.#centred(date, 620, 14);
  }

  contents(lines: string[]): void {
    this.#paper.addPage({ landscape: false });
    this.#centred('目    录', 90, 18);
    for (const [index, line] of lines.entries()) {
      this.#paper.text(PROSE.side + (line.startsWith('第') ? 0 : 24), 132 + index * PROSE.leading, PROSE.size, line);
    }
  }

  part(title: string): void {
    this.#paper.addPage({ landscape: false });
    const lines = wrap(this.#paper.face, title, 24, this.#paper.width - 2 * PROSE.side);
    for (const [index, line] of lines.entries()) this.#centred(line, 300 + index * 40, 24);
  }

  /** Paragraphs on pages of their own; those numbered 一、 or （一） stand alone as headings. */
  prose(paragraphs: string[]): void {
    this.#paper.addPage({ landscape: false });
    const indent = 2 * PROSE.size;
    let y = PROSE.top;
    for (const paragraph of paragraphs) {
      const lines = wrap(this.#paper.face, paragraph, PROSE.size, this.#paper.width - 2 * PROSE.side, indent);
      for (const [index, line] of lines.entries()) {
        if (y > this.#paper.height - PROSE.bottom) {
          this.#paper.addPage({ landscape: false });
          y = PROSE.top;
        }
        this.#paper.text(PROSE.side + (index === 0 ? indent : 0), y, PROSE.size, line);
        y += PROSE.leading;
      }
    }
  }

  table(sheet: Sheet, differing: Partial<BookManner> = {}, breaks: Breaks = {}): void {
    const manner = { ...this.#manner, ...differing };
    const turn = (titled: boolean) => {
      this.#paper.addPage(manner);
      return titled ? this.#heading(sheet, manner) : MARGIN.top;
    };
    const top = turn(true);
    const [left, right] = [MARGIN.side, this.#paper.width - MARGIN.side];
    const frame = { left, right, bottom: this.#paper.height - MARGIN.bottom, turn };
    const drawn = drawGrid(this.#paper, sheet.grid, frame, top, manner, breaks);
    this.#notes([...sheet.notes, ...(sheet.statement === null ? [] : [sheet.statement])], drawn.bottom, manner);
    this.tables.push({ sheet, drawn });
  }

  /** The file; every page but the cover numbered at its foot. */
  finish(title: string, foot: (page: number) => string): Uint8Array {
    this.#paper.number(foot, 10);
    return this.#paper.finish(title);
  }

  /** Writes what stands above a table; returns where its grid begins. */
  #heading(sheet: Sheet, manner: BookManner): number {
    const size = manner.size + 0.5;
    const [left, right] = [MARGIN.side, this.#paper.width - MARGIN.side];
    const toRight = (text: string, y: number) => this.#paper.text(right - this.#paper.widthOf(text, size), y, size, text);
    let y = MARGIN.top + 8;
    if (manner.numberAt === 'over' && sheet.number !== null) {
      this.#paper.text(left, y, size, sheet.number);
      y += 16;
    }
    this.#centred(sheet.title, y, TITLE, manner.boldTitles);
    if (manner.numberAt === 'beside' && sheet.number !== null) toRight(sheet.number, y);
    if (sheet.subtitle !== undefined) {
      y += 19;
      this.#centred(sheet.subtitle, y, size);
    }
    if (manner.numberAt === 'under' && sheet.number !== null) {
      y += 19;
      toRight(sheet.number, y);
    }
    if (sheet.department === null && sheet.unit === null) return y + 14;
    y += manner.numberAt === 'under' ? 15 : 20;
    if (sheet.department !== null) this.#paper.text(left, y, size, `${sheet.departmentLabel}${sheet.department}`);
    if (sheet.unit !== null) toRight(`${sheet.unitLabel}${sheet.unit}`, y);
    return y + 9;
  }

  #notes(notes: string[], bottom: number, manner: TableManner): void {
    const width = this.#paper.width - 2 * MARGIN.side;
    let y = bottom + manner.leading;
    for (const line of notes.flatMap((note) => wrap(this.#paper.face, note, manner.size, width))) {
      if (y > this.#paper.height - MARGIN.bottom + 2 * manner.leading) throw new Error(`No room for the note ${line}`);
      this.#paper.text(MARGIN.side, y, manner.size, line);
      y += manner.leading;
    }
  }

  #centred(text: string, y: number, size: number, bold = false): void {
    this.#paper.text((this.#paper.width - this.#paper.widthOf(text, size)) / 2, y, size, text, { bold });
  }
}
