import { crossing, REACH } from './crossing.js';
import { courseAt, lengthOf, type RuledLine } from './ruled-line.js';

/** Inch. A seal tears a rule over so much at most. */
const WIDEST_TEAR = 2;
/** Inch, and share of the tear: how far the torn ends may miss each other. */
const ASIDE = 0.015;
const SLOPE = 0.008;
/** Inch. Strokes of letters, be it over three lines of print, are no longer: of a torn rule one piece is. */
const STROKES = 0.6;
/** In lengths of the longer piece: no tear is as wide. Strokes of letters on one height have more white between them. */
const TEAR = 1.5;

/**
 * Rules with the pieces that a seal tore apart joined: pieces that point at each other, end where nothing crosses them, and are rules of a
 * table: each crosses a line elsewhere. A rule that a merged cell interrupts ends at the cell's sides.
 */
export function mendTorn(lines: readonly RuledLine[], dpi: number): RuledLine[] {
  const left = new Set(lines);
  for (const line of lines.toSorted((a, b) => a.from - b.from)) {
    let whole = line;
    while (left.has(line)) {
      const next = nextPiece(whole, [...left], lines, dpi);
      if (!next) break;
      left.delete(next);
      whole = joined(whole, next);
    }
    if (whole === line) continue;
    left.delete(line);
    left.add(whole);
  }
  return [...left];
}

/** The nearest piece that goes on with a line behind a tear. */
function nextPiece(line: RuledLine, left: readonly RuledLine[], all: readonly RuledLine[], dpi: number): RuledLine | null {
  if (!isTorn(line, line.to, all, dpi)) return null;
  const pieces = left.filter((other) => {
    const tear = other.from - line.to;
    if (other.axis !== line.axis || tear <= 0 || tear > dpi * WIDEST_TEAR) return false;
    const longest = Math.max(lengthOf(line), lengthOf(other));
    if (longest < dpi * STROKES || tear > TEAR * longest) return false;
    return Math.abs(courseAt(other, other.from) - courseAt(line, line.to)) <= dpi * ASIDE + tear * SLOPE;
  });
  const [next] = pieces.toSorted((a, b) => a.from - b.from);
  return next && isTorn(next, next.from, all, dpi) ? next : null;
}

/** No line crosses a rule near its end, but some do elsewhere. */
function isTorn(line: RuledLine, end: number, all: readonly RuledLine[], dpi: number): boolean {
  const crossings = all.flatMap((other) => crossing(line, other, dpi) ?? []);
  return crossings.length > 0 && crossings.every((at) => Math.abs(at - end) > dpi * REACH);
}

function joined(line: RuledLine, next: RuledLine): RuledLine {
  const course = new Float32Array(next.to - line.from + 1);
  course.set(line.course);
  const [start, end] = [courseAt(line, line.to), courseAt(next, next.from)];
  for (let at = line.to + 1; at < next.from; at++) {
    course[at - line.from] = start + ((end - start) * (at - line.to)) / (next.from - line.to);
  }
  course.set(next.course, next.from - line.from);
  return { ...line, to: next.to, course, thickness: Math.min(line.thickness, next.thickness) };
}
