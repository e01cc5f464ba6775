/** A workbook → what a person sees of it: its sheets, the tables on each, and the words around them. */
import { HIDDEN_CONTENT } from '../../model/reading-rules.js';
import type { Sheet } from '../../model/sheet.js';
import type { Told } from '../../model/told.js';
import { cellsToBlocks } from '../cells/blocks.js';
import { visibleCells } from './visible.js';
import type { StoredSheet, Workbook } from './workbook.js';

export function workbookToSheets({ sheets }: Workbook): Sheet[] {
  const hidden = sheets.filter((sheet) => sheet.hidden && holdsSomething(sheet)).map(({ name }) => name);
  return sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet, index) => {
      const { cells, refOf, told } = visibleCells(sheet);
      const blocks = cellsToBlocks(cells, sheet.name, refOf);
      return { name: sheet.name, blocks, furniture: [], told: index === 0 && hidden.length > 0 ? [hiddenSheets(hidden), ...told] : told };
    });
}

const holdsSomething = ({ rows }: StoredSheet): boolean => rows.some((row) => row?.some(({ shown }) => shown !== ''));

const hiddenSheets = (names: readonly string[]): Told => ({
  rule: HIDDEN_CONTENT,
  message: `工作簿有隐藏的工作表${names.map((name) => `“${name}”`).join('、')}，不在结果中。`,
});
