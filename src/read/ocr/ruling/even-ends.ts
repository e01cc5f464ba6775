import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';

/** Rules above and below, on either side, that a rule's end is compared with; and how many there must be. */
const BESIDE = 2;
const FEWEST = 3;
/** Inch. How far the ends of these may miss each other: sheets are bowed, rules worn. */
const ASIDE = 0.045;
/** px. An end that stands out by so little is ragged. */
const RAGGED = 2;
/** Inch. What stands out farther is a rule of its own. */
const FARTHEST = 0.14;

/**
 * Rules of one table that run across, cut where those above and below end: dirt beside an open side prolongs one of them, and a table that
 * is open there is as wide as its rules are long. Where a line down stands at the end nothing is cut.
 */
export function evenEnds(table: readonly RuledLine[], dpi: number): RuledLine[] {
  const across = table.filter(({ axis }) => axis === 'horizontal').toSorted((a, b) => heightOf(a) - heightOf(b));
  const down = table.filter(({ axis }) => axis === 'vertical');
  const even = across.map((line, i) => {
    const beside = [...across.slice(Math.max(0, i - BESIDE), i), ...across.slice(i + 1, i + 1 + BESIDE)];
    const isMet = (end: number) => down.some((other) => standsAt(other, end, courseAt(line, end), dpi));
    const from = isMet(line.from)
      ? line.from
      : -usualEnd(
          -line.from,
          beside.map((other) => -other.from),
          dpi,
        );
    const to = isMet(line.to)
      ? line.to
      : usualEnd(
          line.to,
          beside.map((other) => other.to),
          dpi,
        );
    return { ...line, from, to, course: line.course.slice(from - line.from, to - line.from + 1) };
  });
  return [...even, ...down];
}

/** A line down that passes, or ends near, a point. */
function standsAt(line: RuledLine, x: number, y: number, dpi: number): boolean {
  const reach = dpi * ASIDE;
  return y >= line.from - reach && y <= line.to + reach && Math.abs(courseAt(line, y) - x) <= reach;
}

const heightOf = (line: RuledLine): number => courseAt(line, line.from + lengthOf(line) / 2);

/** Where a rule ends to the right: there, unless it stands a little out beyond all others, and these end below each other. */
function usualEnd(end: number, others: readonly number[], dpi: number): number {
  const outermost = Math.max(...others);
  const isEven = others.length >= FEWEST && outermost - Math.min(...others) <= dpi * ASIDE;
  return isEven && end > outermost + RAGGED && end <= outermost + dpi * FARTHEST ? outermost : end;
}
