/** A document drawn from a random layout, and the truth about it. */
import type { Account } from '../accounts/account.js';
import { EmbeddedFace, StandardFace } from '../drawing/face.js';
import { randomAccount } from './account.js';
import { amountText, amountValue } from './amount-text.js';
import type { RandomLayout } from './layout.js';
import { type PlacedTable, RandomPages } from './pages.js';
import { Random } from './random.js';
import { randomSheets } from './sheets.js';
import type { TrueTable, TrueValue } from './truth.js';

export interface RandomDocument {
  bytes: Uint8Array;
  account: Account;
  tables: TrueTable[];
}

/** The same layout gives the same bytes. */
export function randomDocument(layout: RandomLayout): RandomDocument {
  const random = new Random(layout.seed);
  const account = randomAccount(random, layout);
  const title = `${account.department}${account.year}年度部门决算`;
  const face = layout.face === 'embedded' ? new EmbeddedFace() : new StandardFace();
  const pages = new RandomPages(face, layout, random, title);
  pages.cover([account.department, `${account.year}年度部门决算`]);
  for (const sheet of randomSheets(account, layout, random)) pages.table(sheet);
  const bytes = pages.finish(title);
  return { bytes, account, tables: pages.tables.map((table) => truthOf(table, layout)) };
}

function truthOf({ sheet, pages, placed }: PlacedTable, layout: RandomLayout): TrueTable {
  const paths = new Map(sheet.columns.map((column) => [column.key, column.path]));
  const values = sheet.rows.flatMap(({ row, panel, cells }) =>
    cells.flatMap((cell): TrueValue[] => {
      const place = placed.get(`${cell.row},${cell.column}`);
      if (!place) throw new Error(`${sheet.title}: the cell ${cell.row},${cell.column} was not drawn`);
      const text = cell.text === '' ? '' : amountText(cell.text, layout);
      if (text === '') return [];
      return [
        {
          row: { code: row.code, name: row.name, line: row.line, panel },
          column: cell.key,
          path: paths.get(cell.key) ?? [],
          text,
          value: amountValue(cell.text, layout),
          page: place.page,
          within: place.rectangle,
        },
      ];
    }),
  );
  return { form: sheet.form, title: sheet.title, pages, values };
}
