import { YEAR_DIGITS } from '../../base/patterns.js';
import { partsOf } from '../../model/line-parts.js';
import type { TextLine } from '../../model/page.js';
import type { PrintedTable } from '../../model/printed.js';
import type { TitledPlaces } from './titles.js';
import { Votes } from './votes.js';
import { plain, plainLine } from './words.js';

/** Where a document says which year it is about. */
interface YearPlaces extends TitledPlaces {
  readonly coverLines: readonly TextLine[];
}

const ALONE = new RegExp(`^[（(]?(${YEAR_DIGITS})年度?[)）]?$`, 'u');
const OF_A_YEAR = new RegExp(`(${YEAR_DIGITS})年度`, 'u');
const IN_TITLE = new RegExp(`^(${YEAR_DIGITS})年度?\\P{Number}`, 'u');
/** Characters. */
const LONGEST_LINE = 30;

/** The year of the account: the one that most places name. The cover's title counts most, but not against all the others. */
export function yearOf({ cover, coverLines, headings, runningHeads, tables, lines }: YearPlaces): number | null {
  const alone = cover?.year == null ? coverLines.map((line) => plainLine(line)).filter((text) => text.length < LONGEST_LINE) : [];
  const accounts = tables.filter(({ declaration }) => declaration?.kind === 'account');
  const named = new Votes<number>()
    .add(3, [cover?.year ?? null])
    .add(
      2,
      headings.map(({ year }) => year),
    )
    .add(
      2,
      accounts.map(({ caption }) => yearIn(IN_TITLE, plain(caption.title ?? ''))),
    )
    .add(
      1.5,
      lines.map((line) => yearIn(ALONE, plainLine(line))),
    )
    .add(
      1,
      runningHeads.map(({ year }) => year),
    )
    .add(
      0.5,
      alone.map((text) => yearIn(OF_A_YEAR, text)),
    )
    .winner();
  return named ?? yearBeside(accounts) ?? (accounts.length > 0 ? yearTold(lines) : null);
}

/** 部门：某局2024年度. */
const BEHIND_NAME = new RegExp(`[:：]\\P{Number}+(${YEAR_DIGITS})年度[)）]?$`, 'u');

/** The year that stands beside the department over the tables; null where they do not all say the same. */
function yearBeside(accounts: readonly PrintedTable[]): number | null {
  const years = accounts.flatMap(({ caption }) => caption.lines.flatMap((line) => yearsBeside(partsOf(line).map(plain))));
  const [year = null, ...others] = new Set(years);
  return others.length === 0 ? year : null;
}

/** What stands behind a label apart from it is of that: 填报日期：   2025年. */
const yearsBeside = (parts: readonly string[]): number[] =>
  parts.flatMap((part, i) => (/[:：]$/u.test(parts[i - 1] ?? '') ? [] : (yearIn(ALONE, part) ?? yearIn(BEHIND_NAME, part) ?? [])));

/** 某局2024年度收入总计…. */
const TOLD = new RegExp(
  `(?:^|[。；：])\\P{Number}{0,30}?(${YEAR_DIGITS})年度?(?:收入|支出|财政拨款|一般公共预算|“三公”|本年|部门|单位)`,
  'u',
);
/** Sentences; fewer may all speak of another year. Of them, those that must say the same: some compare with the year before. */
const FEWEST_TOLD = 3;
const MOST_OF_TOLD = 2 / 3;

/** The year that sentences tell their figures of, where nearly all tell the same. */
function yearTold(lines: readonly TextLine[]): number | null {
  const years = lines.flatMap((line) => yearIn(TOLD, plainLine(line)) ?? []);
  const most = new Votes<number>().add(1, years).winner();
  const told = years.filter((year) => year === most).length;
  return told >= FEWEST_TOLD && told >= MOST_OF_TOLD * years.length ? most : null;
}

function yearIn(pattern: RegExp, text: string): number | null {
  const year = pattern.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
