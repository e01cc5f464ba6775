import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { amountCell, FONT_FAMILY, FONT_SIZE, HEADING_FILL, textCell } from '../../emit/xlsx/cells.js';
import { withoutTimes } from '../../emit/xlsx/zip.js';
import type { Column, Line, Resource } from './resource.js';
import { ExportError } from './sink.js';

/** A workbook is held in memory whole, and nobody opens a larger one. */
const MOST_LINES = 200_000;

/** All resources in one workbook, a sheet each. @throws ExportError where it would be too large */
export class Workbook {
  private readonly sheets: Sheet<never>[] = [];
  private lines = 0;

  add({ title, columns }: Resource, lines: readonly Line[]): void {
    this.lines += lines.length;
    if (this.lines > MOST_LINES) {
      throw new ExportError(
        `a workbook of more than ${MOST_LINES.toLocaleString('en')} lines: choose with --region, --year, --form or --status, or export parquet`,
      );
    }
    this.sheets.push({
      sheet: title,
      data: [
        columns.map(({ name }) => textCell(name, { fontWeight: 'bold', backgroundColor: HEADING_FILL })),
        ...lines.map((line) => line.map((value, index) => toCell(value, columns[index]?.type))),
      ],
      columns: columns.map(({ type }) => ({ width: type === 'string' ? 18 : 12 })),
      stickyRowsCount: 1,
    });
  }

  async write(file: string): Promise<string> {
    const bytes = await writeExcelFile(this.sheets, { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE }).toBuffer();
    await writeFile(file, withoutTimes(bytes));
    return path.basename(file);
  }
}

function toCell(value: Line[number], type: Column['type'] | undefined): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  return type === 'decimal' ? amountCell(value, value) : textCell(value);
}
