import type { Finding } from '../../../schemas/disclosure.js';
import { at, must } from '../../base/invariant.js';
import { familyOf, type WrittenDocument } from '../document.js';
import { bySeverity } from '../words.js';
import { WorkbookWriter } from '../workbook/workbook.js';
import { cellNotes } from './cell-notes.js';
import { FONT } from './cells.js';
import { contentsSheet } from './contents.js';
import { dataSheet } from './data.js';
import { findingsSheet, firstFindingLine, type LinkTo } from './findings.js';
import { sheetNames } from './names.js';
import { sourceSheet } from './source.js';
import { summarySheet } from './summary.js';
import { layOut, sheetAddress, tableSheet } from './table.js';

/**
 * The document as a workbook: 摘要 (what one quotes, the worst findings), 勾稽 (all findings), 目录, a sheet per table in its printed shape
 * with its totals worked out again beside it, the tidy lines in 数据, where it comes from in 来源. The same document gives the same bytes;
 * formulas are never made from its texts.
 * @throws Error where a table's grid contradicts itself
 */
export function toXlsx(document: WrittenDocument): Uint8Array {
  const { disclosure, sums } = document;
  const family = familyOf(document);
  const names = sheetNames(disclosure.tables, family, disclosure.document.department);
  const tables = disclosure.tables.map((table, index) => layOut(table, at(names, index), family));
  const firstLine = firstFindingLine(document);
  const lines = new Map(bySeverity(disclosure.findings).map((finding, index) => [finding, firstLine + index]));
  const lineOf = (finding: Finding) => must(lines.get(finding), 'the line of a finding');
  const linkTo: LinkTo = (cell) => {
    const table = tables[cell.table];
    return table ? { sheet: table.name, address: sheetAddress(table, cell.row, cell.column) } : null;
  };
  const workbook = new WorkbookWriter(FONT);
  workbook.add(summarySheet(disclosure, family.presentation, { linkTo, lineOf }));
  workbook.add(findingsSheet(document, names, linkTo));
  if (tables.length > 0) workbook.add(contentsSheet(disclosure, names, family));
  for (const [index, table] of tables.entries()) {
    const own = sums.filter((sum) => sum.table === index);
    workbook.add(tableSheet(table, own, cellNotes(disclosure, index, table.positionOf, lineOf)));
  }
  workbook.add(dataSheet(disclosure));
  workbook.add(sourceSheet(disclosure));
  return workbook.end();
}
