/** A document drawn from a random layout, and the truth about it. */
import { EmbeddedFace, StandardFace } from '../drawing/face.js';
import type { Sheet } from '../forms/sheet.js';
import { randomAccount } from './account.js';
import { amountText, amountValue } from './amount-text.js';
import { randomBudget } from './budget/account.js';
import type { BudgetChoices } from './budget/choices.js';
import { randomBudgetSheets } from './budget/sheets.js';
import type { RandomLayout } from './layout.js';
import { type PlacedTable, RandomPages } from './pages.js';
import { Random } from './random.js';
import { randomSheets } from './sheets.js';
import type { TrueTable, TrueValue } from './truth.js';

export interface RandomDocument {
  bytes: Uint8Array;
  tables: TrueTable[];
}

/** Whose document of which year, and its tables. */
interface Contents {
  department: string;
  year: number;
  kind: '部门决算' | '部门预算';
  sheets: Sheet[];
}

/** The same layout gives the same bytes. */
export function randomDocument(layout: RandomLayout): RandomDocument {
  const random = new Random(layout.seed);
  const face = layout.face === 'embedded' ? new EmbeddedFace() : new StandardFace();
  const { department, year, kind, sheets } = layout.budget
    ? budgetContents(layout, layout.budget, random)
    : accountContents(layout, random);
  const title = `${department}${year}${kind === '部门决算' ? '年度' : '年'}${kind}`;
  const pages = new RandomPages(face, layout, random, title);
  pages.cover([department, title.slice(department.length)]);
  for (const sheet of sheets) pages.table(sheet);
  const bytes = pages.finish(title);
  return { bytes, tables: pages.tables.map((table) => truthOf(table, layout)) };
}

function accountContents(layout: RandomLayout, random: Random): Contents {
  const account = randomAccount(random, layout);
  return { ...account, kind: '部门决算', sheets: randomSheets(account, layout, random) };
}

function budgetContents(layout: RandomLayout, choices: BudgetChoices, random: Random): Contents {
  const budget = randomBudget(random, layout, choices);
  return { ...budget, kind: '部门预算', sheets: randomBudgetSheets(budget, layout, choices, random) };
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
          row: {
            code: row.code,
            name: row.name,
            line: row.line,
            panel,
            ...(layout.budget && { meaning: { concept: row.concept, unit: row.unit ?? null } }),
          },
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
