import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';
import { meetingLines } from './ruling.js';

/** Inch. How far the ends of a table's rules may miss each other: sheets are bowed, rules worn. */
const ASIDE = 0.045;
/** Rules that end below each other make a side. */
const FEWEST = 3;
/** Share of a table's rules across that end where its side is: others bound heads, or are torn. */
const MOST = 0.6;
/** Inch. A side is closed so far outside the ends of the rules: print may stand close to them. */
const OUTSIDE = 0.015;
/** px. The line that closes a side is drawn by nobody: it takes as little room as it may. */
const THINNEST = 1;

/**
 * Lines that close the sides of tables drawn without them: where most rules across end below each other and no rule down stands there. They
 * tell cells, and are no rules of the page. A table that no rule down parts into columns is left as it is: its rows are no cells.
 */
export function openSides(ruling: readonly RuledLine[], dpi: number): RuledLine[] {
  return meetingLines(ruling, dpi).flatMap((group) => {
    const across = group.filter(({ axis }) => axis === 'horizontal');
    const down = group.filter(({ axis }) => axis === 'vertical');
    return (['from', 'to'] as const).flatMap((end) => {
      const side = sideOf(across, end, dpi);
      if (!side || down.some((line) => standsAt(line, side, dpi))) return [];
      return down.some((line) => lengthOf(line) > lengthOf(side) / 2) ? [side] : [];
    });
  });
}

/** The line through the outermost ends of rules across; null where too few end there. */
function sideOf(across: readonly RuledLine[], end: 'from' | 'to', dpi: number): RuledLine | null {
  const ends = across.map((line) => line[end]);
  const outermost = end === 'from' ? Math.min(...ends) : Math.max(...ends);
  const ending = across.filter((line) => Math.abs(line[end] - outermost) <= dpi * ASIDE);
  if (ending.length < FEWEST || ending.length < across.length * MOST) return null;
  const outside = Math.round(dpi * OUTSIDE) * (end === 'from' ? -1 : 1);
  const points = ending.map((line) => ({ x: line[end] + outside, y: Math.round(courseAt(line, line[end])) })).toSorted((a, b) => a.y - b.y);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.y <= first.y) return null;
  const course = Float32Array.from({ length: last.y - first.y + 1 }, (_, i) => between(points, first.y + i));
  return { axis: 'vertical', from: first.y, to: last.y, course, thickness: THINNEST };
}

/** Where the side is at a height, straight from one end to the next. */
function between(points: readonly { x: number; y: number }[], y: number): number {
  const below = points.find((point) => point.y >= y);
  const above = points.findLast((point) => point.y <= y);
  if (!below || !above || below.y === above.y) return (below ?? above)?.x ?? 0;
  return above.x + ((below.x - above.x) * (y - above.y)) / (below.y - above.y);
}

/** A line down that runs along most of a side. */
function standsAt(line: RuledLine, side: RuledLine, dpi: number): boolean {
  const shared = Math.min(line.to, side.to) - Math.max(line.from, side.from);
  const middle = (Math.max(line.from, side.from) + Math.min(line.to, side.to)) / 2;
  return shared > lengthOf(side) / 2 && Math.abs(courseAt(line, middle) - courseAt(side, middle)) <= dpi * ASIDE;
}
