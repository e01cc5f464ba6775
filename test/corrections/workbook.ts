import type { Disclosure, DisclosureTable } from '../../schemas/disclosure.js';
import { type WrittenSheet, xlsx } from '../read/office.js';

const letter = (column: number): string => String.fromCharCode(65 + column);
const address = (row: number, column: number): string => `${letter(column)}${row + 1}`;

/** A workbook with the tables of a sample that are no wider than the alphabet, each as printed on a sheet of its own below its title and unit. */
export const workbookOf = ({ tables, document }: Disclosure): Uint8Array =>
  xlsx(tables.filter(({ form, grid }) => form !== 'other' && grid.columns <= 26).map((table, index) => sheetOf(table, index, document)));

function sheetOf({ title, unit, grid }: DisclosureTable, index: number, document: Disclosure['document']): WrittenSheet {
  const caption = [[title], [`编制单位：${document.department}`, null, `${document.year}年度`, null, `金额单位：${unit}`]];
  const rows = Array.from({ length: grid.rows }, () => new Array<string | null>(grid.columns).fill(null));
  for (const { row, column, text } of grid.cells) (rows[row] ?? [])[column] = text === '' ? null : text;
  const merges = grid.cells.flatMap(({ row, column, rowSpan, columnSpan }) => {
    const top = row + caption.length;
    return rowSpan * columnSpan === 1 ? [] : [`${address(top, column)}:${address(top + rowSpan - 1, column + columnSpan - 1)}`];
  });
  return { name: `${index + 1} ${title ?? ''}`.slice(0, 31), rows: [...caption, ...rows], merges };
}
