import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at } from '../../base/invariant.js';
import type { SheetCell, SheetRow } from '../../emit/workbook/sheet.js';
import { WorkbookWriter } from '../../emit/workbook/workbook.js';
import { amountCell, FONT, HEADING_FILL, textCell } from '../../emit/xlsx/cells.js';
import type { Column, Line, Resource } from './resource.js';
import { ExportError } from './sink.js';

/** Spreadsheets open a larger workbook slowly or not at all. */
const MOST_LINES = 200_000;

/** Characters. */
const TEXT_WIDTH = 18;
const OTHER_WIDTH = 12;

/** All resources in one workbook, a sheet each. @throws ExportError where it would be too large */
export class Workbook {
  private readonly workbook = new WorkbookWriter(FONT);
  private lines = 0;

  add({ title, columns }: Resource, lines: readonly Line[]): void {
    this.lines += lines.length;
    if (this.lines > MOST_LINES) {
      throw new ExportError(
        `a workbook of more than ${MOST_LINES.toLocaleString('en')} lines: choose with --region, --year, --form or --status, or export parquet`,
      );
    }
    this.workbook.add({
      name: title,
      rows: toRows(columns, lines),
      widths: columns.map(({ type }) => (type === 'string' ? TEXT_WIDTH : OTHER_WIDTH)),
      frozenRows: 1,
    });
  }

  async write(file: string): Promise<string> {
    await writeFile(file, this.workbook.end());
    return path.basename(file);
  }
}

function* toRows(columns: readonly Column[], lines: readonly Line[]): Generator<SheetRow> {
  yield { cells: columns.map(({ name }) => textCell(name, { bold: true, fill: HEADING_FILL })) };
  for (const line of lines) yield { cells: line.map((value, index) => toCell(value, at(columns, index))) };
}

function toCell(value: Line[number], { type }: Column): SheetCell | null {
  if (value === null) return null;
  if (typeof value === 'number') return { value };
  return type === 'decimal' ? amountCell(value, value) : textCell(value);
}
