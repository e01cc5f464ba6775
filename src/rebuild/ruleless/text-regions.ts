import { at } from '../../base/invariant.js';
import { areColumnNumbers, CODE_DIGITS, DASH, DECIMAL_AMOUNT, FIRST_ORDINAL, NOTE, TOTAL, YEAR_DIGITS } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { boxAround, middleY } from '../../model/box.js';
import { captionText } from '../../model/caption-text.js';
import { isLabelHead } from '../../model/label-heads.js';
import type { TextLine } from '../../model/page.js';
import { isContinuationLine, isSameTitle } from '../continuation.js';
import type { Edge } from '../edges.js';
import { glyphsToLines } from '../lines.js';
import { lineToSegments } from './segments.js';
import { SPLIT_CODE, TITLE, TITLE_BESIDE, TITLE_END, UNIT_LINE } from './words.js';

/** The lines of a table that no rules bound, top to bottom: header, 栏次, body. */
export interface TextRegion {
  /** The line that says the unit; it runs from the table's left end to its right end. */
  readonly caption: TextLine | null;
  /** The title above that line or on it. */
  readonly title: string | null;
  readonly header: readonly TextLine[];
  /** The 栏次 line, where printed. */
  readonly ordinals: TextLine | null;
  readonly body: readonly TextLine[];
  /** The region runs to the end of the page: the next page may go on with it. */
  readonly open: boolean;
}

/** A line of at least so many segments makes a table, be it its header alone; a paragraph has one or two. */
const COLUMNS = 3;

/** Digits in groups of three, and an amount that the end of its line cuts: 1,234,567. or 567, */
const GROUPED = '\\d{1,3}(?:[,，]\\d{3})+[.．,，]?\\d?|\\d+[.．,，]';

/**
 * What no header holds: a code, an amount, a zero or a dash, the numbered name of a line. Other amounts must have decimals: while the columns
 * are not known a whole number may be a year or a 栏次 number. (Rows, which are read below the header, may begin with any number: see
 * `body-rows.ts`.)
 */
const BODY = new RegExp(`^${CODE_DIGITS}$|^${DECIMAL_AMOUNT}$|^${GROUPED}$|^0$|${DASH.source}|^${FIRST_ORDINAL}`, 'u');

/**
 * Finds the tables among a page's lines: from the unit line to the notes.
 * @param before the region that ran to the end of the page before, within a table
 * @param tops where the page's ruled grids begin (pt): they end a region, and their captions begin none
 * @param rules the page's horizontal rules: one from side to side parts a header from its body
 */
export function linesToRegions(
  lines: readonly TextLine[],
  before: TextRegion | null,
  tops: readonly number[] = [],
  rules: readonly Edge[] = [],
): TextRegion[] {
  const regions: TextRegion[] = [];
  const top = before ? repeatedTitle(lines, before) : 0;
  let goesOn = before !== null && goesOnAtTop(lines.slice(top));
  let start = goesOn ? top : nextStart(lines, 0);
  while (start !== null) {
    const end = endOf(lines, start, tops);
    const region = toRegion(lines[start - 1] ?? null, lines.slice(start, end), {
      title: goesOn ? null : titleAbove(lines, start - 1),
      open: end === lines.length,
      before: regions.length === 0 ? before : null,
      goesOn,
      rules,
    });
    if (region) regions.push(region);
    goesOn = false;
    start = nextStart(lines, Math.max(end, start + 1));
  }
  return regions;
}

/** How many lines at the top of a page say nothing but the title of the table that the page before ended within, be it marked as continued. */
function repeatedTitle(lines: readonly TextLine[], { title }: TextRegion): number {
  const [first] = lines;
  const words = first ? wordsOf(first).filter((word) => !TITLE_BESIDE.test(word.normalize('NFKC'))) : [];
  return title !== null && words.length === 1 && isSameTitle(at(words, 0), title) ? 1 : 0;
}

/** Does a page begin within a table: with a line of it before any title or unit of another? */
function goesOnAtTop(lines: readonly TextLine[]): boolean {
  const caption = lines.findIndex((line) => isTitle(line) || UNIT_LINE.test(captionText(line)));
  return lines.slice(0, caption < 0 ? lines.length : caption).some((line) => isRow(wordsOf(line)));
}

/** Is this line a row of a table that goes on: several cells, or a code and its name, or a name and its amount, all else blank? */
const isRow = (words: readonly string[]): boolean =>
  words.length >= COLUMNS || (words.length === 2 && (CODE.test(at(words, 0)) || AMOUNT.test(at(words, 1).normalize('NFKC'))));

/** A table of two columns: 项目 and 预算数 over names and their amounts, more than one of them. */
function isPairs([heads = [], ...rows]: readonly (readonly string[])[]): boolean {
  return heads.length === 2 && isLabelHead(at(heads, 0)) && rows.filter(isPair).length > 1;
}

/** A name and its amount, be it a whole number. */
const isPair = (words: readonly string[]): boolean => isRow(words) || (words.length === 2 && WHOLE.test(at(words, 1)));
const WHOLE = /^-?\d{1,3}(?:[,，]?\d{3})*$|^[（(]\d[\d,，]*[)）]$/u;

/** 合计 and whole amounts beside it: numbers, of which one is neither a year nor that of a column. */
function isTotalRow([label = '', ...others]: readonly string[]): boolean {
  return TOTAL.test(label) && others.every((word) => WHOLE.test(word)) && others.some((word) => !YEAR.test(word) && word.length > 2);
}

const YEAR = new RegExp(`^${YEAR_DIGITS}$`, 'u');
const CODE = new RegExp(`^${CODE_DIGITS}$`, 'u');
const AMOUNT = new RegExp(`^${DECIMAL_AMOUNT}$|^0$|${DASH.source}`, 'u');

/** The title of a table, alone or with its number beside it. */
const isTitle = (line: TextLine): boolean => TITLE.test(squeeze(line.text)) || wordsOf(line).some((word) => TITLE.test(word));

function nextStart(lines: readonly TextLine[], from: number): number | null {
  const unit = lines.findIndex((line, i) => i >= from && UNIT_LINE.test(captionText(line)));
  return unit < 0 ? null : unit + 1;
}

function endOf(lines: readonly TextLine[], start: number, tops: readonly number[]): number {
  // A region that goes on from the page before begins at the top of the page.
  const from = start === 0 ? 0 : at(lines, start - 1).box[3];
  const floor = Math.min(...tops.filter((top) => top > from - 1));
  const next = nextCaption(lines, start);
  const end = lines.findIndex((line, i) => {
    return i >= start && (i === next || line.box[1] > floor || NOTE.test(squeeze(line.text)) || (i > start && isTitle(line)));
  });
  return end < 0 ? lines.length : end;
}

/**
 * The first line of the next table's caption: its title, with its number, above a line that says the unit or on it. Null where none follows: a
 * 单位：万元 without a title may stand in a header.
 */
function nextCaption(lines: readonly TextLine[], start: number): number | null {
  for (let unit = start + 1; unit < lines.length; unit++) {
    if (!UNIT_LINE.test(captionText(at(lines, unit))) || titleAbove(lines, unit, start + 1) === null) continue;
    return captionStart(lines, unit, start + 1);
  }
  return null;
}

/** The first line of the caption that the line with the unit ends. @param from lines above this one are no part of it */
function captionStart(lines: readonly TextLine[], unit: number, from: number): number {
  let first = unit;
  while (first > from && isCaptionLine(at(lines, first - 1), at(lines, unit))) first -= 1;
  return first;
}

/** Titles are set larger than what they head. */
const LARGER = 1.15;

/** A line of a title, set in larger letters or ending as titles do, or one that says number, year or department. */
function isCaptionLine(line: TextLine, unit: TextLine): boolean {
  const words = wordsOf(line).map((text) => text.normalize('NFKC'));
  if (words.length > 2 || words.some((word) => BODY.test(word))) return false;
  return line.size > LARGER * unit.size || words.every((word) => TITLE_BESIDE.test(word) || TITLE_END.test(word));
}

/** The title in the caption that the line with the unit ends; null where it has none. */
function titleAbove(lines: readonly TextLine[], unit: number, from = 0): string | null {
  const caption = lines.slice(captionStart(lines, unit, from), unit);
  const above = caption
    .map((line) =>
      wordsOf(line)
        .filter((word) => !TITLE_BESIDE.test(word.normalize('NFKC')))
        .join(''),
    )
    .join('');
  const beside = wordsOf(at(lines, unit)).find((word) => TITLE_END.test(word));
  const title = above === '' ? beside : above;
  return title ?? null;
}

/** How a region stands on its page, and the one before that it may go on with. */
interface Standing {
  readonly title: string | null;
  readonly open: boolean;
  readonly before: TextRegion | null;
  /** It begins at the top of the page, without a caption. */
  readonly goesOn: boolean;
  readonly rules: readonly Edge[];
}

function toRegion(caption: TextLine | null, all: readonly TextLine[], { title, open, before, goesOn, rules }: Standing): TextRegion | null {
  const lines = all.filter((line) => !isContinuationLine(line));
  const rows = lines.map((line) => wordsOf(line).map((text) => text.normalize('NFKC')));
  if (!rows.some((row) => row.length >= COLUMNS || (goesOn && isRow(row))) && !isPairs(rows)) return null;
  const again = before ? repeatedHeader(lines, before) : null;
  if (again) return { caption, title, ...again, open };
  const ordinals = numberLine(rows);
  if (goesOn && before && ordinals < 0) {
    return { caption, title, header: [], ordinals: null, body: lines, open };
  }
  if (ordinals >= 0) {
    const below = rows.findIndex((row, i) => i > ordinals && !row.every((text) => SPLIT_CODE.test(text)));
    const body = below < 0 ? lines.length : below;
    return { caption, title, ...splitHeader(lines.slice(0, body)), body: lines.slice(body), open };
  }
  const body = rows.findIndex((row) => row.some((text) => BODY.test(text)) || isTotalRow(row));
  const end = body < 0 ? lines.length : body;
  // 合计 alone on the last line, without any amount: heads of one level are never alone.
  const withoutTotal = rows[end - 1]?.length === 1 && TOTAL.test(at(at(rows, end - 1), 0)) ? end - 1 : end;
  const across = rulesAcross(lines, rules);
  const first = withNamesAbove(lines, belowLastRule(lines, withoutTotal, across), across);
  return { caption, title, header: lines.slice(0, first), ordinals: null, body: lines.slice(first), open };
}

/** Share of a header's width that a rule below it has. */
const ACROSS = 0.8;

/** The heights of the rules from side to side, pt. */
function rulesAcross(lines: readonly TextLine[], rules: readonly Edge[]): readonly number[] {
  const [left, , right] = boxAround(lines.map(({ box }) => box));
  return rules.filter((rule) => rule.to - rule.from > (right - left) * ACROSS).map((rule) => rule.at);
}

/** The first line of the body: below the last rule from side to side that stands above a line known to be body, if there is one. */
function belowLastRule(lines: readonly TextLine[], known: number, across: readonly number[]): number {
  const header = lines.slice(0, known);
  if (header.length < 2) return known;
  const y = lines[known] ? middleY(at(lines, known)) : Number.POSITIVE_INFINITY;
  const last = Math.max(...across.filter((height) => height < y && header.some((line) => middleY(line) < height)));
  const below = lines.findIndex((line) => middleY(line) > last);
  return below > 0 && below < known ? below : known;
}

/** em. The first line of a wrapped name stands no farther above the line of its code; a head stands a row above it. */
const NEXT_LINE = 1.45;

/** The first line of the body: names of the first row may begin above the line of its codes and amounts, where no rule parts them. */
function withNamesAbove(lines: readonly TextLine[], known: number, across: readonly number[]): number {
  let first = known;
  while (first > 1 && first < lines.length) {
    const [above, line] = [at(lines, first - 1), at(lines, first)];
    const isHeader = wordsOf(above).some((word) => isLabelHead(word) || !/\p{Script=Han}/u.test(word));
    const isParted = across.some((height) => height > middleY(above) && height < middleY(line));
    if (isHeader || isParted || middleY(line) - middleY(above) > NEXT_LINE * above.size) break;
    first -= 1;
  }
  return first;
}

/** 栏次 1 2 3, also where 类 款 项 stand on its left. */
const isNumberLine = (words: readonly string[]): boolean => areColumnNumbers(words, COLUMNS, (word) => SPLIT_CODE.test(word));

const DECIMALS = new RegExp(`^${DECIMAL_AMOUNT}$`, 'u');

/** Where the 栏次 line stands; -1 where there is none. Below an amount 1 2 3 are the last digits of codes that wrap in narrow columns. */
function numberLine(rows: readonly (readonly string[])[]): number {
  const amount = rows.findIndex((row) => row.some((text) => DECIMALS.test(text)));
  return (amount < 0 ? rows : rows.slice(0, amount)).findIndex(isNumberLine);
}

const wordsOf = (line: TextLine): string[] => lineToSegments(line).map((s) => squeeze(s.text));

/** The header of the region before where these lines begin with its words, in whatever lines they stand; null where they do not. */
function repeatedHeader(lines: readonly TextLine[], before: TextRegion): Pick<TextRegion, 'header' | 'ordinals' | 'body'> | null {
  const left = [...before.header, ...(before.ordinals ? [before.ordinals] : [])].flatMap(wordsOf);
  let count = 0;
  for (; left.length > 0; count++) {
    const line = lines[count];
    for (const word of line ? wordsOf(line) : ['']) {
      const index = left.indexOf(word);
      if (index < 0) return null;
      left.splice(index, 1);
    }
  }
  return count === 0 ? null : { ...splitHeader(lines.slice(0, count)), body: lines.slice(count) };
}

/** Header lines → the heads' and the 栏次 line. 类 款 项 that stand on the 栏次 line are heads. */
function splitHeader(lines: readonly TextLine[]): Pick<TextRegion, 'header' | 'ordinals'> {
  const index = lines.findIndex((line) => isNumberLine(wordsOf(line)));
  const line = lines[index];
  if (!line) return { header: lines, ordinals: null };
  const codes = line.glyphs.filter((glyph) => SPLIT_CODE.test(glyph.text));
  const numbers = line.glyphs.filter((glyph) => !SPLIT_CODE.test(glyph.text));
  return {
    header: [...lines.slice(0, index), ...glyphsToLines(codes, line.page), ...lines.slice(index + 1)],
    ordinals: at(glyphsToLines(numbers, line.page), 0),
  };
}
