import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';

/** How many rules, the nearest ones, a rule's end is compared with, and how many there must be. */
const NEAREST = 4;
const FEWEST = 3;
/** Inch. How far the ends of these may miss each other: sheets are bowed, rules worn. */
const ASIDE = 0.045;
/** px. An end that stands out by so little is ragged. */
const RAGGED = 2;
/** Inch. What stands out farther is a rule of its own. */
const FARTHEST = 0.14;

/**
 * Rules of one table that run across, cut where those nearest to them end: dirt beside an open side prolongs one of them, and a table that
 * is open there is as wide as its rules are long. Where a line down stands at the end nothing is cut.
 */
export function evenEnds(table: readonly RuledLine[], dpi: number): RuledLine[] {
  const across = table.filter(({ axis }) => axis === 'horizontal').toSorted((a, b) => heightOf(a) - heightOf(b));
  const down = table.filter(({ axis }) => axis === 'vertical');
  const even = across.map((line, i) => {
    const byDistance = across.map((other, j) => ({ other, away: Math.abs(i - j) })).toSorted((a, b) => a.away - b.away);
    const beside = byDistance.slice(1, 1 + NEAREST).map(({ other }) => other);
    const cut = (end: 'from' | 'to', outward: 1 | -1) => {
      if (down.some((other) => standsAt(other, line[end], courseAt(line, line[end]), dpi))) return line[end];
      const others = beside.map((other) => outward * other[end]);
      return outward * usualEnd(outward * line[end], others, dpi);
    };
    const [from, to] = [cut('from', -1), cut('to', 1)];
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

/** Where a rule ends outward: there, unless it stands a little out beyond where most others end below each other. */
function usualEnd(end: number, others: readonly number[], dpi: number): number {
  const usual = others.toSorted((a, b) => a - b)[(others.length - 1) >> 1] ?? end;
  const isEven = others.filter((other) => Math.abs(other - usual) <= dpi * ASIDE).length >= FEWEST;
  return isEven && end > usual + RAGGED && end <= usual + dpi * FARTHEST ? usual : end;
}
