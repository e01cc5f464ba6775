import type { Ink } from '../picture/ink.js';
import { crossing, REACH } from './crossing.js';
import { evenEnds } from './even-ends.js';
import { findLinesAlong, SHORTEST_DOWN } from './parts.js';
import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';
import { mendTorn } from './torn.js';

/** Inch. Longer lines need not meet others to be lines: tables with open sides. */
const ALONE = 2;

/** The ruling lines of a level page: long straight ink, thin, that meets other such ink, over the width of a table. */
export function findRuling(ink: Ink, dpi: number): RuledLine[] {
  const found = [...thin(findLinesAlong(ink, 'horizontal', dpi)), ...thin(findLinesAlong(ink, 'vertical', dpi))];
  const lines = pruned(mendTorn(found, dpi), dpi);
  const tables = meetingLines(lines, dpi).filter((group) => extentOf(group) >= dpi * NARROWEST_TABLE);
  return tables.flatMap((table) => evenEnds(table, dpi));
}

/** Inch. Lines that meet on less are strokes of a large letter or two: a title has them. */
const NARROWEST_TABLE = 1;

/** The longest of some lines, or the width over all of them, px. */
function extentOf(lines: readonly RuledLine[]): number {
  const ends = lines.flatMap((line) => (line.axis === 'horizontal' ? [line.from, line.to] : [courseAt(line, line.from)]));
  return Math.max(Math.max(...ends) - Math.min(...ends), ...lines.map(lengthOf));
}

/** Groups of lines that cross or touch, directly or through others. */
export function meetingLines(lines: readonly RuledLine[], dpi: number): RuledLine[][] {
  const left = new Set(lines);
  const groups: RuledLine[][] = [];
  for (const first of lines) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const line of group) {
      for (const other of left) {
        if (crossing(line, other, dpi) === null && crossing(other, line, dpi) === null) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** px of length for which a line counts once when the usual thickness is sought. */
const COUNTED = 40;
/** px. The usual thickness where there is no line. */
const USUAL = 2;
/** Times the usual thickness, and px more than it, up to which a line is one: frames of tables are up to twice as thick as their rules. */
const THICKER = 2.2;
const THICKER_PIXELS = 4;

/** Lines much thicker than the page's own are shadows, bars, dark pictures. */
function thin(lines: readonly RuledLine[]): RuledLine[] {
  const weights = lines.flatMap((line) => Array.from({ length: Math.ceil(lengthOf(line) / COUNTED) }, () => line.thickness));
  const usual = weights.toSorted((a, b) => a - b)[weights.length >> 1] ?? USUAL;
  return lines.filter((line) => line.thickness <= Math.max(usual * THICKER, usual + THICKER_PIXELS));
}

/** Inch. What a line reaches beyond the last line it crosses: strokes of characters that touch its end, four in a row of a head. */
const OVERHANG = 0.75;

/**
 * Cuts off what reaches a little beyond the last crossing line, and removes short lines that cross no other at one of their ends (strokes
 * of characters), until nothing changes any more.
 */
function pruned(lines: readonly RuledLine[], dpi: number): RuledLine[] {
  let kept = [...lines];
  while (true) {
    const left = kept.flatMap((line) => trimmed(line, kept, dpi) ?? []);
    if (left.length === kept.length && left.every((line, i) => line === kept[i])) return left;
    kept = left;
  }
}

/** Inch. The letters of a table are no higher. */
const LETTER = 0.17;

/** Inch. Strokes of letters over three lines of print are no longer; and the gap that they leave to the rules above and below. */
const STROKES = 0.6;
const UNTOUCHED = 0.025;

/** Strokes of letters that stand above each other in a cell: a short line down that reaches neither the rule above it nor the one below. */
function isOfLetters(line: RuledLine, crossings: readonly number[], dpi: number): boolean {
  const isApart = (end: number) => crossings.every((at) => Math.abs(at - end) > dpi * UNTOUCHED);
  return line.axis === 'vertical' && lengthOf(line) < dpi * STROKES && isApart(line.from) && isApart(line.to);
}

/** Inch. Strokes of a letter are closer together than the columns of a table. */
const NARROWEST_COLUMN = 0.2;

/** Rules across that end below each other where none crosses them: the open side of a table. */
const FEWEST_AT_SIDE = 3;

function isOpenSide(line: RuledLine, end: 'from' | 'to', others: readonly RuledLine[], dpi: number): boolean {
  const isBeside = (other: RuledLine) => other.axis === line.axis && Math.abs(other[end] - line[end]) <= dpi * REACH;
  return line.axis === 'horizontal' && others.filter(isBeside).length >= FEWEST_AT_SIDE;
}

/** The line up to its outermost crossings; as it is where its ends are far from them, if it is long; else null. */
function trimmed(line: RuledLine, others: readonly RuledLine[], dpi: number): RuledLine | null {
  // The strokes of one letter cross each other: an upright line no higher than a letter stands between lines wider than one.
  const isLetterHigh = line.axis === 'vertical' && lengthOf(line) < dpi * LETTER;
  const bounding = isLetterHigh ? others.filter((other) => lengthOf(other) >= dpi * NARROWEST_TABLE) : others;
  const crossings = bounding.flatMap((other) => crossing(line, other, dpi) ?? []);
  if (isOfLetters(line, crossings, dpi)) return null;
  const [first, last] = [Math.min(...crossings), Math.max(...crossings)];
  const reach = dpi * REACH;
  const isFromMet = first <= line.from + reach || (crossings.length > 1 && isOpenSide(line, 'from', others, dpi));
  const isToMet = last >= line.to - reach || (crossings.length > 1 && isOpenSide(line, 'to', others, dpi));
  if (isFromMet && isToMet && last > first) return line;
  const overhang = Math.max(isFromMet ? 0 : first - line.from, isToMet ? 0 : line.to - last);
  const shortest = dpi * (line.axis === 'vertical' ? SHORTEST_DOWN : NARROWEST_COLUMN);
  if (crossings.length < 2 || overhang > dpi * OVERHANG || last - first < shortest) return lengthOf(line) >= dpi * ALONE ? line : null;
  const from = isFromMet ? line.from : Math.max(line.from, Math.round(first));
  const to = isToMet ? line.to : Math.min(line.to, Math.round(last));
  return { ...line, from, to, course: line.course.slice(from - line.from, to - line.from + 1) };
}
