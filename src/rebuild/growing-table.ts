import { at, must } from '../base/invariant.js';
import { squeeze } from '../base/text.js';
import type { Cell } from '../model/grid.js';
import type { TextLine } from '../model/page.js';
import { isSameReading } from './continuation.js';
import type { PageGrid } from './page-layout.js';

/** What one page has of a table: its grid, and the lines around it. */
export interface TablePart {
  readonly grid: PageGrid;
  readonly above: readonly TextLine[];
  readonly below: readonly TextLine[];
  /** Nothing but furniture stands above it on its page. */
  readonly opensPage: boolean;
  /** Nothing but furniture stands below it on its page. */
  readonly closesPage: boolean;
}

/** A table to which parts on later pages are still added. */
export interface GrowingTable {
  /** Column boundaries of its first page, pt; refined where a later part has more, prolonged where parts stand beside it. */
  xs: number[];
  rows: number;
  cells: Cell[];
  pages: number[];
  readonly above: readonly TextLine[];
  below: readonly TextLine[];
  last: TablePart;
  /** pt that were added to the last part's boundaries. */
  shift: number;
  /** Its parts one below the other, as its left edge runs. */
  readonly parts: PlacedPart[];
  strip: Strip | null;
  /** Of its first part. */
  readonly inferred: number | undefined;
}

/** Where a part's rows stand in the table: its row `r` is the table's `r + offset`; rows before `skip` repeat the header. */
export interface PlacedPart {
  readonly ys: readonly number[];
  readonly skip: number;
  readonly offset: number;
}

/** Parts beside those of the left edge: how many are placed so far, the table's column where they begin, and their boundaries. */
interface Strip {
  readonly placed: number;
  readonly column: number;
  readonly xs: readonly number[];
}

/** pt. How far boundaries of two parts may differ: producers round per page. */
export const SAME_BOUNDARY = 3;

export function startTable(part: TablePart): GrowingTable {
  const { grid, above, below } = part;
  return {
    xs: [...grid.xs],
    rows: grid.ys.length - 1,
    cells: [...grid.cells],
    pages: [grid.page],
    above,
    below,
    last: part,
    shift: 0,
    parts: [{ ys: grid.ys, skip: 0, offset: 0 }],
    strip: null,
    inferred: grid.inferred,
  };
}

export const lastPageOf = ({ pages }: GrowingTable): number => must(pages.at(-1), 'the last page of a table');

/** How many of the part's first rows repeat the table's first rows, text by text; blank rows above either, which a rule under a running head makes, count with them. */
export function repeatedRows(cells: readonly Cell[], part: PageGrid): number {
  const printed = rowTexts(part.cells);
  // Of a table over many pages the first rows alone are asked for.
  const top = cells.reduce((first, { row, text }) => (text !== '' && row < first ? row : first), Number.POSITIVE_INFINITY);
  const head = withoutBlankTop(rowTexts(cells.filter(({ row }) => row < top + printed.length)));
  const again = withoutBlankTop(printed);
  let count = 0;
  const isRead = part.cells.some(({ lines }) => lines.some(({ glyphs }) => glyphs.some(({ reading }) => reading)));
  const isAgain = (one: string, other: string) => one === other || (isRead && /\p{Script=Han}/u.test(one) && isSameReading(one, other));
  while (count < again.length && again[count] !== '' && isAgain(at(again, count), head[count] ?? '')) count++;
  return count === 0 ? 0 : count + printed.length - again.length;
}

const withoutBlankTop = (rows: readonly string[]): readonly string[] => {
  const first = rows.findIndex((row) => row !== '');
  return first < 0 ? [] : rows.slice(first);
};

/** The texts of each row's own cells, left to right; '' for a row without text. */
function rowTexts(cells: readonly Cell[]): string[] {
  const rows: string[] = [];
  for (const cell of cells) {
    for (let row = rows.length; row <= cell.row; row++) rows.push('');
    if (cell.text !== '') rows[cell.row] += `${squeeze(cell.text)}\t`;
  }
  return rows;
}

/** 收入决算表, 收入决算表（二）. */
const TITLE = /表(?:[（(].{1,8}[)）])?$/u;

/** Does a line end as the names of tables do? */
export const isTitle = ({ text }: TextLine): boolean => TITLE.test(squeeze(text));

/** Is the first row one cell from side to side that names a table? */
export function startsWithTitle({ cells, xs }: PageGrid): boolean {
  const first = cells[0];
  return first !== undefined && first.columnSpan === xs.length - 1 && TITLE.test(first.text);
}
