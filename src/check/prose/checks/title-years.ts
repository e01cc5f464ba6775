import type { Wording } from '../../../../extractors/prose.js';
import { TABLE_YEAR } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { plainDigits, squeeze } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import type { Sentence } from '../text/sentences.js';
import { yearFinding } from './years.js';

/** 2024年度部门决算情况说明: a title and its year. */
const titled = oncePer(({ titles }: Wording) => new RegExp(`(${YEAR_DIGITS})年(?:度)?[^，。；]{0,30}(?:${titles})`, 'u'));

/** Headings that name another year than that of the account. A comparison may. */
export function checkHeadingYears(headings: readonly Sentence[], { year, prose: { wording } }: ProseContext): Finding[] {
  if (year === null) return [];
  return headings.flatMap((heading) => {
    const match = /比|较|上年/u.test(heading.plain) ? null : titled(wording).exec(heading.plain);
    const found = Number(match?.[1]);
    const message = `标题写作${found}年度，而本${wording.account}是${year}年度的。`;
    return match && found !== year ? [yearFinding(heading, match.index, message, found, year)] : [];
  });
}

/** Rows of a grid in which a table may print its year below its title. */
const TOP_ROWS = 3;

/** （2023年度） in a table's title, or on a line of its own at its top. */
export function checkTableYears({ tables, year, prose: { wording } }: ProseContext): Finding[] {
  if (year === null) return [];
  return tables.flatMap((table, index): Finding[] => {
    const inTitle = titled(wording).exec(plainDigits(table.title ?? ''))?.[1];
    const isOfOther = ({ row, text }: (typeof table.grid.cells)[number]) => row < TOP_ROWS && (lineYear(text) ?? year) !== year;
    const other = table.grid.cells.find(isOfOther);
    // Columns or rows for several years: 2023年, 2024年.
    const cell = other && !table.grid.cells.some(({ text }) => lineYear(text) === year) ? other : undefined;
    const found = inTitle !== undefined && Number(inTitle) !== year ? Number(inTitle) : cell && lineYear(cell.text);
    if (table.form === 'other' || found === undefined || found === null) return [];
    return [
      {
        rule: TABLE_YEAR.id,
        severity: 'warning',
        verdict: 'publisher',
        message: `${titleOfTable(table)}写作${found}年度，而本${wording.account}是${year}年度的。`,
        expected: String(year),
        found: String(found),
        cells: [{ table: index, row: null, column: null, page: cell?.page ?? firstPageOf(table), box: cell?.box ?? null }],
      },
    ];
  });
}

const YEAR_LINE = new RegExp(`^[（(]?(${YEAR_DIGITS})年度?[)）]?$`, 'u');

const lineYear = (text: string): number | null => {
  if (!text.includes('年')) return null;
  const year = YEAR_LINE.exec(plainDigits(squeeze(text)))?.[1];
  return year === undefined ? null : Number(year);
};
