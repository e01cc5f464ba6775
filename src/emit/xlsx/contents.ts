import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import { countStatuses, STATUSES } from '../words.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { BORDER, HEADING_FILL, LINK, textCell } from './cells.js';
import { SHEETS } from './names.js';

const heads = (): string[] => [
  ...say(['表', '到表', '单位', '原文页', '数值'], ['Table', 'To the table', 'Unit', 'Pages', 'Values']),
  STATUSES.contradicted.name,
  STATUSES.unreadable.name,
];
/** Characters. */
const WIDTHS = [16, 60, 10, 14, 10, 10, 10];
const ONE_LINE: CellStyle = { ...BORDER, vertical: 'top' };
const BOX: CellStyle = { ...ONE_LINE, wrap: true };
const HEADING: CellStyle = { ...BOX, bold: true, fill: HEADING_FILL };

/** The tables that the workbook holds, each leading to its sheet. `sheetNames` are those of the tables. */
export const contentsSheet = ({ tables }: Disclosure, sheetNames: readonly string[], family: DocumentFamily): Worksheet => ({
  name: SHEETS.contents,
  rows: [
    { cells: heads().map((text) => textCell(text, HEADING)) },
    ...tables.map((table, index) => tableRow(table, at(sheetNames, index), family)),
  ],
  widths: WIDTHS,
  frozenRows: 1,
  landscape: true,
  gridLines: false,
});

function tableRow(table: DisclosureTable, sheet: string, family: DocumentFamily): SheetRow {
  const { number, form, unit, pages, rows } = table;
  const values = rows.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
  const { contradicted, unreadable } = countStatuses([table]);
  return {
    cells: [
      textCell(number ?? formName(form, [family]), BOX),
      { ...textCell(sheet, { ...ONE_LINE, ...LINK }), link: { sheet, address: 'A1' } },
      textCell(unit ?? '', BOX),
      textCell(pages.join('、'), BOX),
      countCell(values),
      countCell(contradicted),
      countCell(unreadable),
    ],
  };
}

const countCell = (value: number): SheetCell => ({ value, style: BOX });
