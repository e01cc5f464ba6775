import writeExcelFile from 'write-excel-file/node';
import type { Disclosure } from '../../schemas/disclosure.js';
import { FONT_FAMILY, FONT_SIZE } from './xlsx/cells.js';
import { dataSheet } from './xlsx/data.js';
import { findingsSheet } from './xlsx/findings.js';
import { fitPageWidth } from './xlsx/fit-page.js';
import { sheetNames } from './xlsx/names.js';
import { tableSheet } from './xlsx/table.js';
import { withoutTimes } from './xlsx/zip.js';

/**
 * The document as a workbook: a sheet per table in its printed shape, the findings in 勾稽, the tidy lines in 数据.
 * The same document gives the same bytes. Throws where a table's grid contradicts itself.
 */
export async function toXlsx(disclosure: Disclosure): Promise<Uint8Array> {
  const names = sheetNames(disclosure.tables);
  const sheets = [
    ...disclosure.tables.map((table, index) => tableSheet(table, names[index] ?? '')),
    findingsSheet(disclosure, names),
    dataSheet(disclosure),
  ];
  const options = { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE, features: [fitPageWidth] };
  return withoutTimes(await writeExcelFile(sheets, options).toBuffer());
}
