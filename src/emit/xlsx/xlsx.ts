import writeExcelFile from 'write-excel-file/node';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { bySeverity } from '../words.js';
import { FONT_FAMILY, FONT_SIZE } from './cells.js';
import { dataSheet } from './data.js';
import { extrasFeature } from './extras.js';
import { findingsSheet, firstFindingLine } from './findings.js';
import { fitPageWidth } from './fit-page.js';
import { sheetNames } from './names.js';
import { remarksOf } from './remarks.js';
import { sourceSheet } from './source.js';
import { layOut, sheetAddress, tableSheet } from './table.js';
import { withoutTimes } from './zip.js';

/**
 * The document as a workbook: a sheet per table in its printed shape with its totals worked out again beside it, the findings in 勾稽,
 * the tidy lines in 数据, where it comes from in 来源. The same document gives the same bytes; formulas are never made from its texts.
 * Throws where a table's grid contradicts itself.
 */
export async function toXlsx(disclosure: Disclosure): Promise<Uint8Array> {
  const names = sheetNames(disclosure.tables);
  const laidOut = disclosure.tables.map((table, index) => layOut(table, index, names[index] ?? ''));
  const lines = new Map(bySeverity(disclosure.findings).map((finding, index) => [finding, firstFindingLine(disclosure) + index]));
  const sheets = [
    ...laidOut.map((table) => {
      const remarks = remarksOf(disclosure, table.index, table.placeOf, (finding) => lines.get(finding) ?? 0);
      return tableSheet(table, remarks);
    }),
    findingsSheet(disclosure, names, ({ table, row, column }) => {
      const of = laidOut[table];
      return of ? sheetAddress(of, row, column) : null;
    }),
    dataSheet(disclosure),
    sourceSheet(disclosure, names),
  ];
  const features = [fitPageWidth, extrasFeature(sheets.map(({ extras }) => extras))];
  const options = { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE, features };
  return withoutTimes(
    await writeExcelFile(
      sheets.map(({ sheet }) => sheet),
      options,
    ).toBuffer(),
  );
}
