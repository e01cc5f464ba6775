import type { DocumentFamily } from '../../extractors/family.js';
import { DECIMAL_AMOUNT } from '../base/patterns.js';
import { squeeze } from '../base/text.js';
import type { TextLine } from '../model/page.js';
import type { Caption, PrintedTable } from '../model/printed.js';
import { linesToCaption } from './caption.js';
import { titleToForm } from './form.js';
import { isNote } from './notes.js';

/** A table of a known form whose caption is printed and whose body no table holds. */
export interface UnreadTable {
  readonly title: string;
  /** The line that says its unit; the title's own where that says none. */
  readonly line: TextLine;
}

/** What says a unit or is a title of a table holds one of these: no other line, of all the prose, is read as a caption. */
const UNIT_OR_TITLE = /单位|元$|表|情况|明细/u;
/** Lines of a caption, up to the one that says the unit. */
const TALLEST_CAPTION = 5;
/** Lines below a caption in which a table prints an amount. */
const NEAR = 12;
/** With decimals, in groups of three, or of so many digits as no year and no 栏次 has. */
const AMOUNT = new RegExp(`(?<![\\d.])(?:${DECIMAL_AMOUNT}|\\d{1,3}(?:,\\d{3})+|\\d{5,})(?![\\d.])`, 'u');

/**
 * What the lines outside all tables tell of tables that were not found: a title that a form bears and the unit, with amounts below.
 * @param lines in reading order, without those of tables, their captions and notes
 */
export function unreadTables(lines: readonly TextLine[], family: DocumentFamily): UnreadTable[] {
  return lines.flatMap((line, i): UnreadTable[] => {
    if (!UNIT_OR_TITLE.test(squeeze(line.text))) return [];
    const alone = linesToCaption([line]);
    const hasUnit = alone.unit !== null;
    if (!hasUnit && !isAssessmentTitle(alone, family)) return [];
    const above = lines.slice(Math.max(0, i + 1 - TALLEST_CAPTION), i + 1).filter(({ page }) => page === line.page);
    const { title } = hasUnit ? linesToCaption(above) : alone;
    const below = lines.slice(i + 1, i + 1 + NEAR).filter(({ page }) => page === line.page);
    const end = below.findIndex(({ text }) => isNote(text));
    const body = end < 0 ? below : below.slice(0, end);
    const isTable = title !== null && titleToForm(title, family) !== null && body.some(({ text }) => AMOUNT.test(text.normalize('NFKC')));
    return isTable ? [{ title, line }] : [];
  });
}

/** The title of a 绩效 table, which says its unit within, if anywhere. */
function isAssessmentTitle({ title }: Caption, family: DocumentFamily): boolean {
  return title !== null && titleToForm(title, family)?.kind === 'assessment';
}

/** Amounts that make a table one of money, and a line a row. */
const FEWEST_AMOUNTS = 2;
/** Amounts with decimals as rows print them: none with its unit or a percent sign behind it, as prose has them, nor points (4.5分、). */
const BARE_AMOUNTS = new RegExp(`(?<![\\d.])${DECIMAL_AMOUNT}(?![\\d.%]|\\s*(?:亿|万|百|千)?元|\\s*分(?!\\p{Script=Han}))`, 'gu');
/** A comma beside a word: that between two digits is no sign of a sentence. */
const SENTENCE = /[。；]|\p{Script=Han}，|，\p{Script=Han}/u;

/**
 * Lines that stand as rows of a table and are in none: the first of each page. Several amounts without a unit behind them are no prose.
 * @param lines in reading order, without those of tables, their captions and notes
 * @param told on these pages another finding tells of a table that was not read
 */
export function unreadRows(lines: readonly TextLine[], told: ReadonlySet<number>): TextLine[] {
  const pages = new Set(told);
  return lines.filter(({ page, text }) => {
    if (pages.has(page) || SENTENCE.test(text)) return false;
    const isRow = [...text.normalize('NFKC').matchAll(BARE_AMOUNTS)].length >= FEWEST_AMOUNTS;
    if (isRow) pages.add(page);
    return isRow;
  });
}

/** Rows at the top of a grid in which its title may stand. */
const TITLE_ROWS = 4;

/**
 * Grids without a form that print the title of one within: their caption could not be read, and so nothing of what they hold.
 * @param tables of the whole document
 */
export function untitledTables(tables: readonly PrintedTable[], family: DocumentFamily): UnreadTable[] {
  return tables.flatMap(({ declaration, caption, grid }): UnreadTable[] => {
    if (declaration || caption.title !== null) return [];
    const title = grid.cells.find(({ row, text }) => row < TITLE_ROWS && titleToForm(squeeze(text), family) !== null);
    const line = title?.lines[0];
    const hasAmount = grid.cells.some(({ text }) => AMOUNT.test(text.normalize('NFKC')));
    return title && line && hasAmount ? [{ title: squeeze(title.text), line }] : [];
  });
}

/** Tables with amounts that bear the title of no known form: their cells alone are kept. @param known of these another finding tells */
export const otherTables = (tables: readonly PrintedTable[], known: readonly UnreadTable[]): PrintedTable[] =>
  tables.filter(({ declaration, grid }) => {
    const isKnown = known.some(({ line }) => grid.cells.some(({ lines }) => lines.includes(line)));
    return !declaration && !isKnown && grid.cells.filter(({ text }) => AMOUNT.test(text.normalize('NFKC'))).length >= FEWEST_AMOUNTS;
  });
