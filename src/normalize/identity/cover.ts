import { FIRST_ORDINAL, HAN_NUMBER, PART_ORDINAL, YEAR_DIGITS } from '../../base/patterns.js';
import type { TextLine } from '../../model/page.js';
import { endsAsBody, isName, toName } from './names.js';
import type { Naming } from './naming.js';
import { readTitle, type Title } from './titles.js';
import { plainLine, type Words } from './words.js';

/** Pages that may be the cover, and lines of one. */
const COVER_PAGES = 2;

/** May a page be the cover of a document with this first page? */
export const mayBeCover = (page: number, first: number): boolean => page < first + COVER_PAGES;

const MOST_LINES = 14;
/** Characters. Longer lines are sentences. */
const LONGEST = 60;

/** What ends a cover: the table of contents, the first heading, a sentence, a table's unit. */
const END = new RegExp(`^(?:目录|目次|${PART_ORDINAL}|${FIRST_ORDINAL})|[。；;，,]|(?:金额)?单位[:：](?:人民币)?(?:万|亿|千)?元`, 'u');
/** What stands on a cover beside its title: dates, numbers of annexes, who is in charge: 公开时间：2025年9月. */
const ASIDE = new RegExp(
  `^(?:${YEAR_DIGITS}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}[-./]\\d{1,2}(?:[-./]\\d{1,2})?|${YEAR_DIGITS}年[一二三四五六七八九十]{1,3}月.{0,4}|附件(?:\\d*|${HAN_NUMBER})|公开|[-—]?\\d{1,3}[-—]?)$|^(?!附[件表])[^:：]{1,10}[:：]`,
  'u',
);

/** What a cover says: its title, and who is named on it. */
export interface Cover {
  readonly title: Title | null;
  readonly namings: readonly Naming[];
  readonly lines: readonly TextLine[];
}

/**
 * The cover: on the first page that has one, the lines before the contents, the first heading or the first sentence. A title and a name
 * may run over several of them, so that they are read in one piece.
 * @param captions lines that belong to tables
 * @param first the number of the document's first page
 */
export function readCover(lines: readonly TextLine[], captions: ReadonlySet<TextLine>, words: Words, first: number): Cover {
  const found = coverPages(lines, captions, first).map((own) => coverOf(own, words));
  return (
    found.find(({ title }) => title?.name != null) ??
    found.find(({ title }) => title !== null) ??
    found[0] ?? { title: null, namings: [], lines: [] }
  );
}

function coverPages(lines: readonly TextLine[], captions: ReadonlySet<TextLine>, first: number): TextLine[][] {
  return Array.from({ length: COVER_PAGES }, (_, index) => {
    const own = lines.filter(({ page }) => page === first + index);
    const end = own.findIndex((line) => captions.has(line) || isEnd(plainLine(line)));
    return own.slice(0, end < 0 ? MOST_LINES : Math.min(end, MOST_LINES));
  });
}

const isEnd = (text: string): boolean => END.test(text) || text.length > LONGEST;

function coverOf(own: readonly TextLine[], words: Words): Cover {
  const titles: Title[] = [];
  const namings: Naming[] = [];
  for (const block of blocksOf(own, words)) {
    const [line] = block;
    const title = readTitle(block.map((each) => plainLine(each)).join(''), words, true);
    if (!line || !title) continue;
    const behind = title.name === null ? nameBehind(title.rest, words) : null;
    const name = title.name ?? behind;
    titles.push(behind === null ? title : { ...title, name, rest: '' });
    if (name !== null) namings.push({ place: 'cover', name, line });
  }
  const largest = Math.max(...own.map(({ size }) => size));
  const apart = own.filter((line, index) => line.size >= LARGE * largest && !readsOn(own[index - 1], line));
  const alone = apart.flatMap((line) => nameAlone(line, words) ?? []);
  const title = titles.find(({ name }) => name !== null) ?? titles[0] ?? null;
  const year = title?.year ?? titles.find((each) => each.year !== null)?.year ?? null;
  return { title: title && { ...title, year }, namings: [...namings, ...alone.slice(0, 1)], lines: own };
}

/** Of the size of a page's largest line: what is much smaller is no title. */
const LARGE = 0.6;
/** Characters. A line so long runs on in the next. */
const FULL_LINE = 25;

const readsOn = (before: TextLine | undefined, line: TextLine): boolean =>
  before !== undefined && before.size === line.size && before.text.length >= FULL_LINE;

/** A name on a line of its own, or before what the document is about: 某某局关于印发…的通知. */
function nameAlone(line: TextLine, words: Words): Naming | null {
  const text = plainLine(line);
  const [name, about] = text.split('关于').map((part) => toName(part, words));
  const isOne = name !== undefined && isName(name, words) && endsAsBody(name) && !name.includes('、');
  return isOne && (about !== undefined || !/^第/u.test(name)) ? { place: 'alone', name, line } : null;
}

/** The name below the title or in brackets behind it: 2023年度部门决算 / 某某县水利局. */
function nameBehind(rest: string, words: Words): string | null {
  const name = toName(/^[（(]([^（()）]+)[)）]$/u.exec(rest)?.[1] ?? rest, words);
  return isName(name, words) && endsAsBody(name) ? name : null;
}

/** Lines that read on, without what stands beside the title. A line with a label reads on to nothing. */
function blocksOf(own: readonly TextLine[], words: Words): TextLine[][] {
  const blocks: TextLine[][] = [[]];
  for (const line of own) {
    const text = plainLine(line);
    if (ASIDE.test(text) || words.label.test(text)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}
