import type { Ink } from '../picture/ink.js';
import type { RuledLine } from './ruled-line.js';

/** Inch. Shorter horizontal runs are strokes of characters. */
const SHORTEST_ACROSS = 0.3;
/** Inch. Rows are at least as high. */
export const SHORTEST_DOWN = 0.12;
/** Inch. White inside a line: noise, wear. */
const GAP = 0.025;
/** px. At any resolution: the white that a single pixel of noise and its JPEG edge leave. */
const LEAST_GAP = 2;
/** Share of a run that must be ink. */
const SOLID = 0.8;
/** Inch. Parts of one line across a wider gap are joined where they point at each other. */
const BRIDGE = 0.14;
/** Inch. How far the ends of such parts may miss each other. */
const ASIDE = 0.015;

/** The straight long ink along one axis, parts that go on behind a gap joined. */
export const findLinesAlong = (ink: Ink, axis: RuledLine['axis'], dpi: number): RuledLine[] => joinParts(findParts(ink, axis, dpi), dpi);

/** One piece of a line while it is put together: the sum and count of its pixels at each step along the axis. */
interface Part {
  readonly axis: RuledLine['axis'];
  from: number;
  to: number;
  pixels: number;
  /** Along → sum of the positions across, and how many. */
  readonly sums: Map<number, { sum: number; count: number }>;
}

/** A run of ink in one row of pixels along the axis. */
interface Run {
  part: Part;
  readonly from: number;
  readonly to: number;
}

/** Runs of ink along the axis; runs that touch, or nearly, are one part. */
function findParts({ width, height, bits }: Ink, axis: RuledLine['axis'], dpi: number): Part[] {
  const level = axis === 'horizontal';
  const [length, breadth] = level ? [width, height] : [height, width];
  const [along, across] = level ? [1, width] : [width, 1];
  const shortest = Math.round(dpi * (level ? SHORTEST_ACROSS : SHORTEST_DOWN));
  const gap = Math.max(LEAST_GAP, Math.round(dpi * GAP));
  const parts = new Set<Part>();
  let above: Run[] = [];
  for (let b = 1; b < breadth - 1; b++) {
    const runs = runsIn(length, shortest, gap, (i) => {
      const at = i * along + b * across;
      return bits[at] === 1 || (bits[at - across] === 1 && bits[at + across] === 1);
    });
    const here: Run[] = [];
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
function runsIn(length: number, shortest: number, gap: number, isInk: (i: number) => boolean): [number, number][] {
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

/** Share of a line that is ink at least: strokes of letters that stand below each other in every row, 十 below 十, are no line. */
const DRAWN = 0.7;

/** Parts that continue each other across a gap are one line. */
function joinParts(parts: readonly Part[], dpi: number): RuledLine[] {
  const sorted = parts.toSorted((a, b) => a.from - b.from || acrossNear(a, a.from) - acrossNear(b, b.from));
  const joined: Part[] = [];
  for (const part of sorted) {
    const start = acrossNear(part, part.from);
    const before = joined.find((line) => {
      const distance = part.from - line.to;
      return distance > 0 && distance <= dpi * BRIDGE && Math.abs(acrossNear(line, line.to) - start) <= dpi * ASIDE;
    });
    if (before) absorb(before, part);
    else joined.push(part);
  }
  return joined.filter((line) => line.sums.size >= DRAWN * (line.to - line.from + 1)).map(toLine);
}

/** px. The end of a line is where it is on average over so many pixels on either side: its last pixels are ragged. */
const NEAR_END = 12;

/** Where a part is across the axis near one of its ends. */
function acrossNear({ sums, from, to }: Part, end: number): number {
  let [sum, count] = [0, 0];
  for (let i = Math.max(from, end - NEAR_END); i <= Math.min(to, end + NEAR_END); i++) {
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
