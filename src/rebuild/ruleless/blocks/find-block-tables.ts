/**
 * Tables of blocks without vertical rules: a 绩效 table has head fields, then blocks each with heads of its own (money, management,
 * indicators). Titles → the lines below them, over pages → blocks → one lattice a page.
 */
import { at } from '../../../base/invariant.js';
import type { Attempts } from '../../../base/own-errors.js';
import { FIRST_ORDINAL, NOTE } from '../../../base/patterns.js';
import { squeeze } from '../../../base/text.js';
import { captionText } from '../../../model/caption-text.js';
import type { TextLine } from '../../../model/page.js';
import { isContinuationLine, isSameTitle } from '../../continuation.js';
import type { Edge } from '../../edges.js';
import type { PageText, RulelessTable } from '../find-tables.js';
import { lineToSegments } from '../segments.js';
import { BLOCKS_TITLE, TITLE, TITLE_BESIDE, UNIT_LINE } from '../words.js';
import { blocksToLattices, type PageBlocks } from './block-lattices.js';
import { type Block, isIndicatorHead, linesToBlocks } from './lines-to-blocks.js';

/** A table's lines on one page, top to bottom. */
interface BlockPart {
  /** Index of the page. */
  readonly page: number;
  readonly lines: readonly TextLine[];
  /** The page's horizontal rules. */
  readonly rules: readonly Edge[];
}

/** The tables, and by the index of each page the lines that stand in them. */
export interface BlockTables {
  readonly tables: readonly RulelessTable[];
  readonly taken: ReadonlyMap<number, ReadonlySet<TextLine>>;
}

/** Pages → the tables of blocks among the lines outside their ruled grids. */
export function findBlockTables(pages: readonly PageText[], errors: Attempts): BlockTables {
  const tables: RulelessTable[] = [];
  const taken = new Map<number, Set<TextLine>>();
  for (const parts of pagesToParts(pages)) {
    const first = at(at(parts, 0).lines, 0);
    const way = errors.attempt(
      `第${first.page}页没有竖线的绩效表`,
      () => blocksToLattices(partsToBlocks(parts)),
      () => null,
    );
    if (!way) continue;
    tables.push({ ways: [new Map([...way].map(([page, lattice]) => [page, [lattice]]))] });
    for (const { page, lines } of parts) taken.set(page, new Set([...(taken.get(page) ?? []), ...lines]));
  }
  return { tables, taken };
}

/** The blocks of each part; the first of one may go on with the last of the part before. */
function partsToBlocks(parts: readonly BlockPart[]): PageBlocks[] {
  let last: Block | null = null;
  return parts.map(({ page, lines, rules }) => {
    const blocks = linesToBlocks(lines, last);
    last = blocks.at(-1) ?? last;
    return { page, blocks, rules };
  });
}

/** The parts of each table that has indicators. */
function pagesToParts(pages: readonly PageText[]): BlockPart[][] {
  const tables: BlockPart[][] = [];
  const repeated = new Set<TextLine>();
  pages.forEach(({ lines, tops }, page) => {
    lines.forEach((line, i) => {
      const title = titleOf(line) ?? wrappedTitle(lines, i);
      if (title === null || repeated.has(line)) return;
      const below = titleOf(line) === null ? i + 2 : i + 1;
      const begin = { page, from: belowCaption(lines, below), floor: Math.min(...tops.filter((top) => top > line.box[1])) };
      const parts = partsFrom(pages, title, begin, repeated);
      if (parts.some((part) => part.lines.some(isIndicatorHead))) tables.push(parts);
    });
  });
  return tables;
}

/** Most lines are no title by their letters alone: only the others are parted into words. */
const MAY_HOLD_TITLE = /绩效.*表/u;

const titleOf = (line: TextLine): string | null =>
  MAY_HOLD_TITLE.test(line.text) ? (wordsOf(line).find((word) => BLOCKS_TITLE.test(word)) ?? null) : null;

/** A title that wraps: set larger than what stands below, it ends in the next line. */
function wrappedTitle(lines: readonly TextLine[], index: number): string | null {
  const [first, second, below] = lines.slice(index, index + 3);
  if (!first || !second || !below || first.size < LARGER * below.size || second.size !== first.size) return null;
  const [words, rest] = [wordsOf(first), wordsOf(second)];
  const title = `${words[0]}${rest[0]}`;
  return words.length === 1 && rest.length === 1 && MAY_HOLD_TITLE.test(title) && BLOCKS_TITLE.test(title) ? title : null;
}

/** The first line below a title that is none of its caption: year, number, unit, department. */
function belowCaption(lines: readonly TextLine[], from: number): number {
  const isCaption = (line: TextLine) =>
    UNIT_LINE.test(captionText(line)) || wordsOf(line).every((word) => TITLE_BESIDE.test(word.normalize('NFKC')));
  const below = lines.findIndex((line, i) => i >= from && !isCaption(line));
  return below < 0 ? lines.length : below;
}

interface Begin {
  /** Index of the page. */
  readonly page: number;
  /** Index of the first line below the caption. */
  readonly from: number;
  /** Where the next ruled grid begins, pt. */
  readonly floor: number;
}

/**
 * The lines from a title on, and those at the top of the next pages where nothing ends the table.
 * @param repeated takes the titles of those pages that repeat this one
 */
function partsFrom(pages: readonly PageText[], title: string, begin: Begin, repeated: Set<TextLine>): BlockPart[] {
  const parts: BlockPart[] = [];
  let { from, floor } = begin;
  for (let index = begin.page; index < pages.length; index++) {
    const { lines, rules, tops } = at(pages, index);
    const first = parts[0]?.lines[0] ?? lines[from];
    const end = first ? lines.findIndex((line, i) => i >= from && (line.box[1] > floor || endsTable(line, first.size))) : -1;
    const own = lines.slice(from, end < 0 ? lines.length : end);
    if (own.length > 0) parts.push({ page: index, lines: own, rules });
    const isOver = end >= 0 || own.length === 0 || hasTotal(own) || tops.some((top) => top > at(own, own.length - 1).box[1]);
    const next = isOver ? null : topOfNext(lines, pages[index + 1], title, parts);
    if (!next) break;
    for (const line of next.caption) repeated.add(line);
    [from, floor] = [next.caption.length, Math.min(...at(pages, index + 1).tops)];
  }
  return parts;
}

/** Where a table goes on at the top of the next page: its own caption may stand there once more. Null where another begins. */
function topOfNext(
  lines: readonly TextLine[],
  next: PageText | undefined,
  title: string,
  parts: readonly BlockPart[],
): { readonly caption: readonly TextLine[] } | null {
  const [first] = next?.lines ?? [];
  // A page between them that could not be read may hold anything.
  if (!next || !first || first.page !== at(lines, 0).page + 1) return null;
  const own = titleOf(first);
  if (own === null) return { caption: next.lines.slice(0, isContinuationLine(first) ? 1 : 0) };
  const below = belowCaption(next.lines, 1);
  const [known, line] = [parts[0]?.lines[0], next.lines[below]];
  const beginsAgain = known && line && wordsOf(line)[0] === wordsOf(known)[0];
  return isSameTitle(own, title) && !beginsAgain ? { caption: next.lines.slice(0, below) } : null;
}

/** Titles and headings are set larger than what stands in the table. */
const LARGER = 1.15;
const PART = /^第[一二三四五六七八九十]{1,3}部分/u;
const HEADING = new RegExp(`^${FIRST_ORDINAL}`, 'u');

/** What ends a table: the title, unit or heading of the next thing, a note. */
function endsTable(line: TextLine, size: number): boolean {
  const words = wordsOf(line);
  const isTitle = words.some((word) => TITLE.test(word) || BLOCKS_TITLE.test(word));
  const isHeading =
    PART.test(at(words, 0)) ||
    (words.length === 1 && (HEADING.test(at(words, 0)) || TITLE_BESIDE.test(at(words, 0)) || line.size > LARGER * size));
  return isTitle || isHeading || NOTE.test(squeeze(line.text)) || UNIT_LINE.test(captionText(line));
}

/** 总分 is the last row of a table that has points. */
const hasTotal = (lines: readonly TextLine[]): boolean => lines.some((line) => wordsOf(line)[0] === '总分');

const wordsOf = (line: TextLine): string[] => lineToSegments(line).map(({ text }) => squeeze(text));
