import type { Assessments } from '../../../../extractors/prose.js';
import { PROJECT_PERIOD } from '../../../../extractors/shared/prose-rules.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare, plainDigits, squeeze } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import type { ProseContext } from '../context.js';

/** A project whose money is this year's and whose period, or the day by which it is done, lies in a year before. */
export function checkPeriods({ tables, year, prose: { assessments } }: ProseContext): Finding[] {
  const { periods } = assessments;
  if (year === null || !periods) return [];
  return tables.flatMap((table, index): Finding[] => {
    // A table of another year is told as such, and its periods with it.
    if (table.form !== assessments.project || namesOtherYear(table, year)) return [];
    const stale = datesIn(table, periods).filter(({ text }) => (lastYearOf(text) ?? year) < year);
    const [first] = stale;
    if (!first) return [];
    const name = table.fields[assessments.nameField];
    return [
      {
        rule: PROJECT_PERIOD.id,
        severity: 'warning',
        verdict: 'publisher',
        message: `${titleOfTable(table)}${name ? `“${name}”` : ''}的${first.name}印为“${first.text}”，在本年度（${year}年）之前，疑为沿用上年。`,
        expected: String(year),
        found: first.text,
        cells: stale.map(({ place }) => ({ table: index, ...place })),
      },
    ];
  });
}

/** A cell that says by when, or from when to when. */
interface PrintedDate {
  readonly name: string;
  readonly text: string;
  readonly place: Omit<Finding['cells'][number], 'table'>;
}

function datesIn(table: DisclosureTable, periods: NonNullable<Assessments['periods']>): PrintedDate[] {
  const inFields = Object.entries(table.fields).flatMap(([key, text]): PrintedDate[] =>
    periods.fields.test(bare(key)) ? [{ name: key, text: squeeze(text), place: fieldPlace(table, text) }] : [],
  );
  const inRows = table.rows.flatMap((row, index): PrintedDate[] => {
    const cell = row.cells[periods.column];
    const name = row.name ?? '';
    if (!cell || !periods.indicators.test(bare(name))) return [];
    return [{ name, text: squeeze(cell.text), place: { row: index, column: periods.column, page: cell.page, box: cell.box } }];
  });
  return [...inFields, ...inRows];
}

function fieldPlace(table: DisclosureTable, text: string): PrintedDate['place'] {
  const cell = table.grid.cells.find((each) => squeeze(each.text) === squeeze(text));
  return { row: null, column: null, page: cell?.page ?? firstPageOf(table), box: cell?.box ?? null };
}

const DAY = '20\\d{2}(?:年(?:度|\\d{1,2}月(?:份|\\d{1,2}日)?)?|[.\\-/]\\d{1,2}(?:[.\\-/]\\d{1,2})?)';
/** Nothing but a day, month or year, or a span between two: ≤2025年12月31日前, 2025.1-2025.12. What names a year amid other words is none. */
const DATE = new RegExp(
  `^[≤<＜=＝于在至止截]*${DAY}(?:[-—–~～至到](?:${DAY}|\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}))?(?:底|末|之?前|以前|内|完成)*$`,
  'u',
);

/** The last year that a date names; null where the text is more than a date. */
function lastYearOf(text: string): number | null {
  const plain = plainDigits(text);
  if (!DATE.test(plain)) return null;
  return Math.max(...(plain.match(/20\d{2}/gu) ?? []).map(Number));
}

const namesOtherYear = ({ title, grid }: DisclosureTable, year: number): boolean => {
  const printed = [title ?? '', ...grid.cells.filter(({ row }) => row === 0).map(({ text }) => text)].map((text) =>
    plainDigits(squeeze(text)),
  );
  return printed.some((text) => /20\d{2}年/u.test(text) && !text.includes(`${year}年`));
};
