import type { Raster } from '../picture/raster.js';

/** px. How far the paper beside a ruling line is from its middle: lines of a thumbnail are thinner than twice this. */
const BESIDE = 4;
/** A line is so much darker than the paper on both sides. */
const DARKER = 14;
/** px. Of a line so much may be missing in one place: what crosses it, and noise. */
const GAP = 2 * BESIDE;
/** Share of a line that shows. */
const SHOWN = 0.75;
/** px. A line across is at least so long, and one down: rows of tables are lower than columns are wide. */
const SHORTEST_ACROSS = 32;
const SHORTEST_DOWN = 20;
/** px. Lines meet where their ends are no further apart; and runs so close beside each other are one line. */
const REACH = 5;
/** Six cells have at least so many corners; and so many sides across from one line down to the next: one above each, one below the lowest. */
const CORNERS = 12;
const SIDES = 7;

/** A straight dark stretch: its place across the axis, where it begins and ends along it. */
interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Pixels that are darker than the paper on both sides, line of pixels by line of pixels, 1 where one is. */
interface Marks {
  /** How many lines there are, and pixels in one. */
  readonly lines: number;
  readonly length: number;
  readonly bits: Uint8Array;
  /** How many are marked in each line of pixels. */
  readonly counts: Uint32Array;
}

/**
 * May a picture show a ruled table? Only what has too few crossing lines for six cells is told apart for certain: photographs, charts,
 * diagrams. What looks like a grid is still to be looked at closely.
 */
export function mayHoldGrid(picture: Raster): boolean {
  const down = runsOf(marksDown(picture), SHORTEST_DOWN);
  if (down.length < 2) return false;
  const across = runsOf(marksAcross(picture), SHORTEST_ACROSS);
  const met = across.map((h) => down.flatMap((v, index) => (meet(h, v) ? [index] : [])));
  return countAll(met) >= CORNERS && countSides(across, down, met) >= SIDES;
}

/** Lines across that end at one line down close no cell: those behind the columns of a chart, at its axis. @param met of each run across, the runs down it meets */
function countSides(across: readonly Run[], down: readonly Run[], met: readonly (readonly number[])[]): number {
  const lineDown = linesOf(down);
  const byLine = new Map<number, Set<number>>();
  linesOf(across).forEach((line, run) => {
    const own = byLine.get(line) ?? new Set();
    byLine.set(line, own);
    for (const index of met[run] ?? []) own.add(lineDown[index] ?? index);
  });
  return [...byLine.values()].reduce((sum, { size }) => sum + Math.max(0, size - 1), 0);
}

/** Which line each run is of, by the number of one of its runs: a line that leans is several, each beginning where another goes on. */
function linesOf(runs: readonly Run[]): number[] {
  let lines = runs.map((_, index) => index);
  for (const [index, run] of runs.entries()) {
    for (const [before, other] of runs.slice(0, index).entries()) {
      const [known, own] = [lines[before], lines[index] ?? index];
      if (known !== own && isContinued(run, other)) lines = lines.map((line) => (line === known ? own : line));
    }
  }
  return lines;
}

const isContinued = (a: Run, b: Run): boolean => Math.abs(a.at - b.at) <= REACH && a.from <= b.to + GAP && b.from <= a.to + GAP;

const countAll = (lists: readonly (readonly unknown[])[]): number => lists.reduce((sum, { length }) => sum + length, 0);

const meet = (h: Run, v: Run): boolean => v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;

function marksAcross({ width, height, data }: Raster): Marks {
  const bits = new Uint8Array(width * height);
  const counts = new Uint32Array(height);
  const beside = BESIDE * width;
  for (let y = BESIDE; y < height - BESIDE; y++) {
    let count = 0;
    for (let at = y * width; at < (y + 1) * width; at++) {
      const limit = (data[at] ?? 0) + DARKER;
      if ((data[at - beside] ?? 0) <= limit || (data[at + beside] ?? 0) <= limit) continue;
      bits[at] = 1;
      count++;
    }
    counts[y] = count;
  }
  return { lines: height, length: width, bits, counts };
}

function marksDown({ width, height, data }: Raster): Marks {
  const bits = new Uint8Array(width * height);
  const counts = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = BESIDE; x < width - BESIDE; x++) {
      const limit = (data[row + x] ?? 0) + DARKER;
      if ((data[row + x - BESIDE] ?? 0) <= limit || (data[row + x + BESIDE] ?? 0) <= limit) continue;
      bits[x * height + y] = 1;
      counts[x] = (counts[x] ?? 0) + 1;
    }
  }
  return { lines: width, length: height, bits, counts };
}

/** Dark stretches along lines of pixels; of those beside each other that are one ruling line, one. A leaning line is several. */
function runsOf(marks: Marks, shortest: number): Run[] {
  const runs: Run[] = [];
  const { counts } = marks;
  for (let line = 1; line < marks.lines - 1; line++) {
    const marked = (counts[line - 1] ?? 0) + (counts[line] ?? 0) + (counts[line + 1] ?? 0);
    if (marked < SHOWN * shortest) continue;
    for (const { from, to } of stretchesIn(marks, line, shortest)) if (!isKnown(runs, line, from, to)) runs.push({ at: line, from, to });
  }
  return runs;
}

/** The stretches of one line of pixels: a line that leans goes on in the next, or in the one before. */
function stretchesIn({ bits, length }: Marks, line: number, shortest: number): Pick<Run, 'from' | 'to'>[] {
  const stretches: Pick<Run, 'from' | 'to'>[] = [];
  const start = line * length;
  let [from, last, shown] = [-1, -1, 0];
  const end = () => {
    if (from >= 0 && last - from >= shortest && shown >= SHOWN * (last - from + 1)) stretches.push({ from, to: last });
  };
  for (let i = 0; i < length; i++) {
    const at = start + i;
    if (!bits[at] && !bits[at - length] && !bits[at + length]) continue;
    if (from < 0 || i - last > GAP) {
      end();
      from = i;
      shown = 0;
    }
    last = i;
    shown += 1;
  }
  end();
  return stretches;
}

/** Is it part of a run that was found already, in a line of pixels close by? */
const isKnown = (runs: readonly Run[], at: number, from: number, to: number): boolean =>
  runs.some((run) => at - run.at <= REACH && run.from <= from + REACH && run.to >= to - REACH);
