import type { Ink } from '../picture/ink.js';
import { findLinesAlong, SHORTEST_DOWN } from './parts.js';
import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';

/** Inch. How far a line may end from the one it should meet. */
const REACH = 0.045;
/** Inch. Longer lines need not meet others to be lines: tables with open sides. */
const ALONE = 2;

/** The ruling lines of a level page: long straight ink, thin, that meets other such ink. */
export function findRuling(ink: Ink, dpi: number): RuledLine[] {
  return pruned([...thin(findLinesAlong(ink, 'horizontal', dpi)), ...thin(findLinesAlong(ink, 'vertical', dpi))], dpi);
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

/** Inch. What a line reaches beyond the last line it crosses: a character's stroke that touches its end. */
const OVERHANG = 0.5;

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

/** The line up to its outermost crossings; as it is where its ends are far from them, if it is long; else null. */
function trimmed(line: RuledLine, others: readonly RuledLine[], dpi: number): RuledLine | null {
  const crossings = others.flatMap((other) => crossing(line, other, dpi) ?? []);
  const [first, last] = [Math.min(...crossings), Math.max(...crossings)];
  const reach = dpi * REACH;
  const isMet = first <= line.from + reach && last >= line.to - reach && last > first;
  if (isMet) return line;
  const overhang = Math.max(first - line.from, line.to - last);
  if (crossings.length < 2 || overhang > dpi * OVERHANG || last - first < dpi * SHORTEST_DOWN)
    return lengthOf(line) >= dpi * ALONE ? line : null;
  const [from, to] = [
    first <= line.from + reach ? line.from : Math.max(line.from, Math.round(first)),
    last >= line.to - reach ? line.to : Math.min(line.to, Math.round(last)),
  ];
  return { ...line, from, to, course: line.course.slice(from - line.from, to - line.from + 1) };
}

/** Where along `line` another crosses or touches it; null where it does not. */
function crossing(line: RuledLine, other: RuledLine, dpi: number): number | null {
  if (other.axis === line.axis) return null;
  const reach = dpi * REACH;
  const middle = courseAt(other, courseAt(line, (line.from + line.to) / 2));
  if (middle < line.from - reach || middle > line.to + reach) return null;
  const across = courseAt(line, middle);
  return across >= other.from - reach && across <= other.to + reach ? courseAt(other, across) : null;
}
