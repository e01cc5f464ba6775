import { YEAR_DIGITS } from '../../base/patterns.js';
import type { TextLine } from '../../model/page.js';
import type { PrintedTable } from '../../model/printed.js';
import type { Title } from './titles.js';
import { Votes } from './votes.js';
import { plain, plainLine } from './words.js';

/** Where a document says which year it is about. */
export interface YearPlaces {
  readonly cover: Title | null;
  readonly coverLines: readonly TextLine[];
  readonly headings: readonly Title[];
  readonly runningHeads: readonly Title[];
  readonly tables: readonly PrintedTable[];
  readonly lines: readonly TextLine[];
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
  return new Votes<number>()
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
}

function yearIn(pattern: RegExp, text: string): number | null {
  const year = pattern.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
