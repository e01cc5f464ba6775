import { element } from '../../base/xml.js';
import { rangeOf } from './address.js';
import { SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import type { SheetTable } from './sheet.js';
import { escapeText } from './text.js';

/** A table over the whole of a sheet, with buttons to filter it (ECMA-376 part 1, 18.5). `id` is unique in the workbook. */
export function tableXml({ columns, rows }: SheetTable, id: number): string {
  const ref = rangeOf({ row: 0, column: 0 }, { row: rows, column: columns.length - 1 });
  const name = `data${id}`;
  return (
    XML_DECLARATION +
    element(
      'table',
      { xmlns: SPREADSHEET, id, name, displayName: name, ref, totalsRowShown: 0 },
      element('autoFilter', { ref }),
      element(
        'tableColumns',
        { count: columns.length },
        columns.map((column, index) => element('tableColumn', { id: index + 1, name: escapeText(column) })),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 1,
        showColumnStripes: 0,
      }),
    )
  );
}
