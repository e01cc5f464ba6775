import { element, escapeXml } from '../../base/xml.js';
import { columnName, rangeOf } from './address.js';
import type { CellStyle, SheetCell, SheetLink, SheetRow } from './sheet.js';
import type { SharedStrings } from './strings-part.js';
import { GENERAL, type Styles } from './styles-part.js';

/** What the sheets of a workbook share. */
export interface SharedParts {
  readonly strings: SharedStrings;
  readonly styles: Styles;
}

/** pt, row by row; where a row says nothing, the spreadsheet thinks. */
export type RowHeights = (number | undefined)[];

/** A merged cell over a column: the index of its look, and the first row below it. */
interface Cover {
  readonly style: number;
  readonly end: number;
}

const PLAIN: CellStyle = {};

/** Writes the rows of a sheet one after the other, and gathers what is written of their cells further down in the sheet. */
export class RowWriter {
  /** Elements `mergeCell` and `hyperlink`. */
  readonly merged: string[] = [];
  readonly links: string[] = [];
  private readonly covers: (Cover | undefined)[] = [];
  /** pt: what the rows say of their heights. */
  readonly heights: RowHeights = [];
  private readonly columnNames: string[] = [];
  private row = 0;

  constructor(private readonly shared: SharedParts) {}

  /** @throws Error where a cell lies under a merged one: spreadsheets would call the file damaged */
  write({ cells, height }: SheetRow): string {
    let written = '';
    // A merged cell may reach beyond the last cell of its row.
    for (let column = 0; column < Math.max(cells.length, this.covers.length); column += 1) {
      const cell = cells[column] ?? null;
      const cover = this.coverOf(column);
      if (cover !== null && cell !== null) throw new Error(`Sheet: ${this.addressOf(column)} lies under a merged cell.`);
      if (cover !== null) written += this.cellStart(column, cover.style, '/>');
      else if (cell !== null) written += this.cellXml(cell, column);
    }
    this.heights[this.row] = height;
    this.row += 1;
    return `<row r="${this.row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${written}</row>`;
  }

  /** How many are written. */
  get rows(): number {
    return this.row;
  }

  /** @throws Error where a merged cell reaches below the last row */
  end(): void {
    if (this.covers.some((cover) => cover && cover.end > this.row)) throw new Error('Sheet: a merged cell reaches below the last row.');
  }

  private cellXml(cell: SheetCell, column: number): string {
    const { value, format = GENERAL, formula, style = PLAIN, link } = cell;
    this.merge(cell, column);
    if (link) this.links.push(this.linkXml(link, column));
    const index = this.shared.styles.indexOf(style, format);
    if (formula !== undefined && typeof value !== 'number')
      throw new Error(`Sheet: ${this.addressOf(column)} has a formula and no number.`);
    if (value === null) return index === 0 ? '' : this.cellStart(column, index, '/>');
    if (typeof value === 'string') return this.cellStart(column, index, ` t="s"><v>${this.shared.strings.indexOf(value)}</v></c>`);
    const formulaXml = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`;
    return this.cellStart(column, index, `>${formulaXml}<v>${value}</v></c>`);
  }

  private merge({ style = PLAIN, columnSpan = 1, rowSpan = 1 }: SheetCell, column: number): void {
    if (columnSpan === 1 && rowSpan === 1) return;
    const last = { row: this.row + rowSpan - 1, column: column + columnSpan - 1 };
    this.merged.push(element('mergeCell', { ref: rangeOf({ row: this.row, column }, last) }));
    // Its border is drawn by the cells that it covers.
    const cover: Cover = { style: this.shared.styles.indexOf(style, GENERAL), end: last.row + 1 };
    for (let covered = column; covered <= last.column; covered += 1) this.covers[covered] = cover;
  }

  private coverOf(column: number): Cover | null {
    const cover = this.covers[column];
    return cover && cover.end > this.row ? cover : null;
  }

  private linkXml({ sheet, address }: SheetLink, column: number): string {
    const location = `'${sheet.replaceAll("'", "''")}'!${address}`;
    return element('hyperlink', { ref: this.addressOf(column), location, display: location });
  }

  private cellStart(column: number, style: number, rest: string): string {
    return `<c r="${this.addressOf(column)}"${style === 0 ? '' : ` s="${style}"`}${rest}`;
  }

  private addressOf(column: number): string {
    const name = this.columnNames[column] ?? columnName(column);
    this.columnNames[column] = name;
    return `${name}${this.row + 1}`;
  }
}
