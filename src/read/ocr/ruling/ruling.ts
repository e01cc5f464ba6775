import type { Ink } from '../picture/ink.js';

/** A ruling line on a picture as it really runs: slanted, bowed, with gaps. Horizontal ones go along x, vertical ones along y. */
export interface RuledLine {
  readonly axis: 'horizontal' | 'vertical';
  /** px, first and last along the axis. */
  readonly from: number;
  readonly to: number;
  /** For each pixel along the axis from `from`, the middle of the line across it; gaps are bridged. */
  readonly course: Float32Array;
  /** px. */
  readonly thickness: number;
}

/** Inch. Shorter horizontal runs are strokes of characters. */
const SHORTEST_ACROSS = 0.3;
/** Inch. Rows are at least as high. */
const SHORTEST_DOWN = 0.12;
/** Inch. White inside a line: noise, wear. */
const GAP = 0.025;
/** Share of a run that must be ink. */
const SOLID = 0.8;
/** Inch. Parts of one line across a wider gap are joined where they point at each other. */
const BRIDGE = 0.12;
/** Inch. How far the ends of such parts may miss each other. */
const ASIDE = 0.015;
/** Inch. How far a line may end from the one it should meet. */
const REACH = 0.045;
/** Inch. Longer lines need not meet others to be lines: tables with open sides. */
const ALONE = 2;

/** The ruling lines of a level page: long straight ink, thin, that meets other such ink. */
export function findRuling(ink: Ink, dpi: number): RuledLine[] {
  const across = joinParts(findParts(ink, 'horizontal', dpi), dpi);
  const down = joinParts(findParts(ink, 'vertical', dpi), dpi);
  return pruned([...thin(across), ...thin(down)], dpi);
}

/** One piece of a line while it is put together: the sum and count of its pixels at each step along the axis. */
interface Part {
  readonly axis: RuledLine['axis'];
  from: number;
  to: number;
  pixels: number;
  /** Along → sum of the positions across, and how many. */
  readonly sums: Map<number, { sum: number; count: number }>;
}

/** Runs of ink along the axis; runs that touch, or nearly, are one part. */
function findParts({ width, height, bits }: Ink, axis: RuledLine['axis'], dpi: number): Part[] {
  const level = axis === 'horizontal';
  const [length, breadth] = level ? [width, height] : [height, width];
  const [along, across] = level ? [1, width] : [width, 1];
  const shortest = Math.round(dpi * (level ? SHORTEST_ACROSS : SHORTEST_DOWN));
  const gap = Math.max(2, Math.round(dpi * GAP));
  const parts = new Set<Part>();
  let above: { part: Part; from: number; to: number }[] = [];
  for (let b = 1; b < breadth - 1; b++) {
    const runs = runsAt(b, length, shortest, gap, (i) => {
      const at = i * along + b * across;
      return bits[at] === 1 || (bits[at - across] === 1 && bits[at + across] === 1);
    });
    const here: typeof above = [];
    for (const [from, to] of runs) {
      const touching = [...new Set(above.filter((r) => r.from <= to + gap && r.to >= from - gap).map((r) => r.part))];
      const part: Part = touching[0] ?? { axis, from, to, pixels: 0, sums: new Map() };
      for (const other of touching.slice(1)) {
        absorb(part, other);
        parts.delete(other);
        for (const run of [...above, ...here]) if (run.part === other) run.part = part;
      }
      parts.add(part);
      addRun(part, from, to, b);
      here.push({ part, from, to });
    }
    above = here;
  }
  return [...parts];
}

/** Runs at least `shortest` long, mostly ink. */
function runsAt(_: number, length: number, shortest: number, gap: number, isInk: (i: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  let [start, last, count] = [-1, -1, 0];
  for (let i = 1; i <= length - 1; i++) {
    if (i < length - 1 && isInk(i)) {
      if (start < 0) [start, count] = [i, 0];
      last = i;
      count++;
    } else if (start >= 0 && (i - last > gap || i === length - 1)) {
      if (last - start + 1 >= shortest && count >= SOLID * (last - start + 1)) runs.push([start, last]);
      start = -1;
    }
  }
  return runs;
}

function addRun(part: Part, from: number, to: number, across: number): void {
  part.from = Math.min(part.from, from);
  part.to = Math.max(part.to, to);
  part.pixels += to - from + 1;
  for (let i = from; i <= to; i++) {
    const at = part.sums.get(i);
    if (at) {
      at.sum += across;
      at.count++;
    } else part.sums.set(i, { sum: across, count: 1 });
  }
}

function absorb(part: Part, other: Part): void {
  part.from = Math.min(part.from, other.from);
  part.to = Math.max(part.to, other.to);
  part.pixels += other.pixels;
  for (const [i, { sum, count }] of other.sums) {
    const at = part.sums.get(i);
    if (at) {
      at.sum += sum;
      at.count += count;
    } else part.sums.set(i, { sum, count });
  }
}

/** Parts that continue each other across a gap are one line. */
function joinParts(parts: readonly Part[], dpi: number): RuledLine[] {
  const sorted = parts.toSorted((a, b) => a.from - b.from || endOf(a, a.from) - endOf(b, b.from));
  const joined: Part[] = [];
  for (const part of sorted) {
    const start = endOf(part, part.from);
    const before = joined.find((line) => {
      const distance = part.from - line.to;
      return distance > 0 && distance <= dpi * BRIDGE && Math.abs(endOf(line, line.to) - start) <= dpi * ASIDE;
    });
    if (before) absorb(before, part);
    else joined.push(part);
  }
  return joined.map(toLine);
}

/** Where a part is across the axis near one of its ends. */
function endOf({ sums, from, to }: Part, at: number): number {
  let [sum, count] = [0, 0];
  for (let i = Math.max(from, at - 12); i <= Math.min(to, at + 12); i++) {
    const here = sums.get(i);
    if (here) [sum, count] = [sum + here.sum, count + here.count];
  }
  return count > 0 ? sum / count : 0;
}

/** px. The course is smoothed over so many pixels on either side: noise must not make it jump. */
const SMOOTH = 8;

function toLine({ axis, from, to, pixels, sums }: Part): RuledLine {
  const length = to - from + 1;
  const total = new Float64Array(length + 1);
  const counts = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) {
    const here = sums.get(from + i);
    total[i + 1] = (total[i] ?? 0) + (here?.sum ?? 0);
    counts[i + 1] = (counts[i] ?? 0) + (here?.count ?? 0);
  }
  const course = new Float32Array(length);
  let last = 0;
  for (let i = 0; i < length; i++) {
    let reach = SMOOTH;
    let count = 0;
    let sum = 0;
    do {
      const [low, high] = [Math.max(0, i - reach), Math.min(length, i + reach + 1)];
      count = (counts[high] ?? 0) - (counts[low] ?? 0);
      sum = (total[high] ?? 0) - (total[low] ?? 0);
      reach *= 2;
    } while (count === 0 && reach < 4 * length);
    last = count > 0 ? sum / count : last;
    course[i] = last;
  }
  return { axis, from, to, course, thickness: pixels / Math.max(1, sums.size) };
}

/** Lines much thicker than the page's own are shadows, bars, dark pictures. */
function thin(lines: readonly RuledLine[]): RuledLine[] {
  const weights = lines.flatMap((line) => Array.from({ length: Math.ceil(lengthOf(line) / 40) }, () => line.thickness));
  const usual = weights.toSorted((a, b) => a - b)[weights.length >> 1] ?? 2;
  return lines.filter((line) => line.thickness <= Math.max(usual * 2.2, usual + 4));
}

const lengthOf = ({ from, to }: RuledLine): number => to - from + 1;

/** Where a line is across its axis at `at`, its ends prolonged. */
export function courseAt({ from, to, course }: RuledLine, at: number): number {
  return course[Math.max(0, Math.min(to - from, Math.round(at) - from))] ?? 0;
}

/** Inch. What a line reaches beyond the last line it crosses: a character's stroke that touches its end. */
const OVERHANG = 0.5;

/**
 * Cuts off what reaches a little beyond the last crossing line, and takes away, again and again, short lines that cross no other
 * at one of their ends: strokes of characters.
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
