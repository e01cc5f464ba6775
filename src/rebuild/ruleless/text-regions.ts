import { squeeze } from '../../base/text.js';
import type { TextLine } from '../../model/page.js';
import { lineToSegments } from './segments.js';

/** Lines of a table that no rules bound, top to bottom: header, 栏次, body. */
export interface Region {
  /** The line that says the unit; it runs from the table's left end to its right end. */
  readonly caption: TextLine | null;
  readonly header: readonly TextLine[];
  /** The 栏次 line, where printed. */
  readonly ordinals: TextLine | null;
  readonly body: readonly TextLine[];
  /** The region runs to the end of the page: the next page may go on with it. */
  readonly open: boolean;
}

/** The line above a table that no prose has: 单位：万元. */
const UNIT_LINE = /(?:单位)[:：](?:人民币)?(?:亿|万|千|百)?元/u;
const NOTE = /^(?:注|说明|备注|附注)(?:[:：]|\d)/u;
const TITLE = /(?:决算|预算|情况|明细|绩效自评)\p{Script=Han}{0,6}表$/u;
/** Lines of at least so many segments make a table; a paragraph has one or two. */
const COLUMNS = 3;
const LINES = 2;

const CODE = /^\d{3}(?:\d{2}){0,2}$/u;
const AMOUNT = /^[-−(（]?\d[\d,，]*\.\d+[)）]?$/u;
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/u;

/**
 * Finds the tables among a page's lines: from the unit line to the notes. `goesOn`: the page before ended within one; `tops`: where
 * the page's ruled grids begin (pt), which end a region and whose captions begin none.
 */
export function linesToRegions(lines: readonly TextLine[], goesOn: boolean, tops: readonly number[] = []): Region[] {
  const regions: Region[] = [];
  let start = goesOn && lines.length > 0 && !lines.slice(0, 4).some((l) => UNIT_LINE.test(squeeze(l.text))) ? 0 : nextStart(lines, 0);
  while (start !== null) {
    const end = endOf(lines, start, tops);
    const region = toRegion(lines[start - 1] ?? null, lines.slice(start, end), end === lines.length);
    if (region) regions.push(region);
    start = nextStart(lines, Math.max(end, start + 1));
  }
  return regions;
}

function nextStart(lines: readonly TextLine[], from: number): number | null {
  const unit = lines.findIndex((line, i) => i >= from && UNIT_LINE.test(squeeze(line.text)));
  return unit < 0 ? null : unit + 1;
}

function endOf(lines: readonly TextLine[], start: number, tops: readonly number[]): number {
  const from = lines[start - 1]?.box[3] ?? 0;
  const floor = Math.min(...tops.filter((top) => top > from - 1));
  const end = lines.findIndex((line, i) => {
    const text = squeeze(line.text);
    return i >= start && (line.box[1] > floor || NOTE.test(text) || (i > start + 1 && TITLE.test(text)));
  });
  return end < 0 ? lines.length : end;
}

function toRegion(caption: TextLine | null, lines: readonly TextLine[], open: boolean): Region | null {
  const rows = lines.map((line) => lineToSegments(line).map((s) => squeeze(s.text)));
  if (rows.filter((r) => r.length >= COLUMNS).length < LINES) return null;
  const ordinal = rows.findIndex(isOrdinals);
  const evidence = rows.findIndex((r, i) => i > ordinal && r.some((t) => CODE.test(t) || AMOUNT.test(t) || NUMBERED.test(t)));
  const first = ordinal >= 0 ? ordinal + 1 : evidence < 0 ? lines.length : evidence;
  return {
    caption,
    header: lines.slice(0, ordinal >= 0 ? ordinal : first),
    ordinals: ordinal >= 0 ? (lines[ordinal] ?? null) : null,
    body: lines.slice(first),
    open,
  };
}

function isOrdinals(texts: readonly string[]): boolean {
  const numbers = texts.filter((t) => /^\d{1,2}$/.test(t)).map(Number);
  if (texts.includes('栏次') && numbers.length > 0) return true;
  return numbers.length >= COLUMNS && numbers.length === texts.length && numbers.every((n, i) => n === i + 1);
}
