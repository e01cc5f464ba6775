import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Rule } from '../../src/model/glyph.js';
import { rulesToEdges } from '../../src/rebuild/edges.js';
import { edgesToLattices, type Lattice, latticeBox, spanAt } from '../../src/rebuild/lattice.js';
import { across, down, ruled } from '../builders.js';

const lattices = (...rules: Rule[]) => edgesToLattices(rulesToEdges(rules));

function only(...rules: Rule[]): Lattice {
  const [lattice, ...others] = lattices(...rules);
  if (!lattice || others.length > 0) throw new Error(`${lattice ? others.length + 1 : 0} lattices`);
  return lattice;
}

/** Cells as `row,column`, with `+rows×columns` where they are merged. */
const cellNames = ({ cells }: Lattice) =>
  cells.map(({ row, column, rowSpan, columnSpan }) => `${row},${column}${rowSpan * columnSpan > 1 ? `+${rowSpan}×${columnSpan}` : ''}`);

const XS = [0, 50, 100, 150];
const YS = [0, 20, 40, 60];
const FRAME = [across(0, 0, 150), across(60, 0, 150), down(0, 0, 60), down(150, 0, 60)];

describe('what is a grid', () => {
  test('rules that cross bound cells', () => {
    const lattice = only(...ruled(XS, YS));
    expect([lattice.xs, lattice.ys]).toEqual([XS, YS]);
    expect(cellNames(lattice)).toEqual(['0,0', '0,1', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2']);
  });

  test('a frame, also with a tick on it, a column alone and a heading between two lines are none', () => {
    expect(lattices(...FRAME)).toEqual([]);
    expect(lattices(...FRAME, down(75, 0, 20))).toEqual([]);
    expect(lattices(...ruled([0, 50], YS))).toEqual([]);
    expect(lattices(across(0, 0, 150), across(20, 0, 150))).toEqual([]);
  });

  test('a row alone is one', () => {
    expect(cellNames(only(...ruled(XS, [0, 20])))).toEqual(['0,0', '0,1', '0,2']);
  });

  test('grids that do not touch are two, the upper first; side by side the left one first', () => {
    const [right, below] = [ruled([200, 250, 300], YS), ruled(XS, [100, 120, 140])];
    expect(lattices(...below, ...right, ...ruled(XS, YS)).map(latticeBox)).toEqual([
      [0, 0, 150, 60],
      [200, 0, 300, 60],
      [0, 100, 150, 140],
    ]);
  });

  test('they stand in the order in which they begin, though no line is drawn there', () => {
    const open = [across(30, 0, 100), across(50, 0, 100), ...[0, 50, 100].map((x) => down(x, 0, 70))];
    expect(lattices(...open, ...ruled([200, 250, 300], [10, 60])).map(latticeBox)).toEqual([
      [0, 0, 100, 70],
      [200, 10, 300, 60],
    ]);
  });

  test('a line that misses the one it should meet by 3 pt still meets it', () => {
    const near = [across(0, 0, 100), across(20, 0, 100), down(0, 3, 17), down(50, 3, 17), down(100, 3, 17)];
    expect(cellNames(only(...near))).toEqual(['0,0', '0,1']);
    expect(lattices(across(0, 0, 100), across(20, 0, 100), down(0, 3.1, 16.9), down(50, 3.1, 16.9), down(100, 3.1, 16.9))).toEqual([]);
  });

  test('a grid inside a cell of another is a grid of its own', () => {
    const inner = ruled([60, 75, 90], [24, 30, 36]);
    expect(lattices(...ruled(XS, YS), ...inner).map((l) => l.cells.length)).toEqual([9, 4]);
  });
});

describe('merged cells', () => {
  test('across columns: a wall that is not drawn there', () => {
    const lattice = only(...FRAME, across(20, 0, 150), across(40, 0, 150), down(50, 20, 60), down(100, 0, 60));
    expect(cellNames(lattice)).toEqual(['0,0+1×2', '0,2', '1,0', '1,1', '1,2', '2,0', '2,1', '2,2']);
  });

  test('across rows', () => {
    const lattice = only(...FRAME, across(20, 50, 150), across(40, 0, 150), down(50, 0, 60), down(100, 0, 60));
    expect(cellNames(lattice)).toEqual(['0,0+2×1', '0,1', '0,2', '1,1', '1,2', '2,0', '2,1', '2,2']);
  });

  test('in both directions at once', () => {
    const lattice = only(...FRAME, across(20, 100, 150), across(40, 0, 150), down(50, 40, 60), down(100, 0, 60));
    expect(cellNames(lattice)).toEqual(['0,0+2×2', '0,2', '1,2', '2,0', '2,1', '2,2']);
  });

  test('a pinwheel: four merged cells around one', () => {
    const pinwheel = [across(20, 0, 100), down(100, 0, 40), across(40, 50, 150), down(50, 20, 60)];
    expect(cellNames(only(...FRAME, ...pinwheel))).toEqual(['0,0+1×2', '0,2+2×1', '1,0+2×1', '1,1', '2,1+1×2']);
  });

  test('a region that is no rectangle is cut into rows', () => {
    const ell = [across(20, 50, 150), across(40, 100, 150), down(50, 0, 20), down(100, 0, 60)];
    expect(cellNames(only(...FRAME, ...ell))).toEqual(['0,0', '0,1', '0,2', '1,0+1×2', '1,2', '2,0+1×2', '2,2']);
  });

  test('half of a side drawn is a wall, less is a stub', () => {
    const walls = (to: number) => cellNames(only(...FRAME, across(20, 0, 150), down(50, 0, to), down(100, 0, 60)));
    expect(walls(30)).toContain('1,0+1×2');
    expect(walls(39)).toContain('1,0+1×2');
    expect(walls(40)).toContain('1,0');
  });
});

describe('lines drawn double', () => {
  test('two lines 3 pt apart are one boundary: no text fits between', () => {
    const lattice = only(...ruled([0, 50, 53, 100], [0, 3, 20, 40]));
    expect(lattice.xs).toEqual([0, 50, 100]);
    expect(lattice.ys).toEqual([0, 20, 40]);
    expect(cellNames(lattice)).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  test('boundaries 4 pt apart are two: a spacer column', () => {
    expect(only(...ruled([0, 50, 54, 100], YS)).xs).toEqual([0, 50, 54, 100]);
  });

  test('a frame drawn double stays one table', () => {
    const lattice = only(...ruled(XS, YS), ...ruled([-2.5, 152.5], [-2.5, 62.5]));
    expect([lattice.xs.length, lattice.ys.length, lattice.cells.length]).toEqual([4, 4, 9]);
  });

  test('a wall drawn on the second line of a double one only is a wall', () => {
    const halves = [down(50, 0, 20), down(53, 20, 60)];
    expect(cellNames(only(...FRAME, across(20, 0, 150), ...halves, down(100, 0, 60)))).toEqual(['0,0', '0,1', '0,2', '1,0', '1,1', '1,2']);
  });
});

describe('open sides', () => {
  const inner = [down(50, 0, 60), down(100, 0, 60)];
  const lines = YS.map((y) => across(y, 0, 150));

  test('a table without outer verticals ends where its lines end', () => {
    const lattice = only(...lines, ...inner);
    expect(lattice.xs).toEqual(XS);
    expect(cellNames(lattice)).toHaveLength(9);
  });

  test('a table without top and bottom lines ends where its verticals end', () => {
    expect(only(across(20, 0, 150), across(40, 0, 150), ...XS.map((x) => down(x, 0, 60))).ys).toEqual(YS);
  });

  test('one line alone that reaches farther is no side: a heading underlined', () => {
    expect(only(...ruled(XS, YS), across(60, -80, 150)).xs).toEqual(XS);
    expect(only(...ruled(XS, YS), across(60, -80, 150), across(40, -80, 0)).xs).toEqual([-80, ...XS]);
  });

  test('lines that stick out by 6 pt open nothing', () => {
    expect(only(...YS.map((y) => across(y, -6, 156)), ...XS.map((x) => down(x, 0, 60))).xs).toEqual(XS);
  });

  test('cells know on which side no line is drawn: they may go on beside the page', () => {
    const open = only(...lines, ...inner).cells.map((c) => c.open);
    expect(open.slice(0, 3)).toEqual([
      { left: true, right: false },
      { left: false, right: false },
      { left: false, right: true },
    ]);
    expect(only(...ruled(XS, YS)).cells.every((c) => !c.open.left && !c.open.right)).toBe(true);
  });

  test('a merged cell is closed where any of its rows is', () => {
    const merged = only(...lines.slice(0, 1), across(20, 50, 150), ...lines.slice(2), down(0, 20, 60), ...inner);
    expect(merged.cells[0]).toMatchObject({ rowSpan: 2, open: { left: false } });
  });
});

describe('spanAt', () => {
  test('a place is in the span that begins at or before it; the last boundary belongs to the last span', () => {
    expect([0, 49, 50, 99, 100, 150].map((at) => spanAt(XS, at))).toEqual([0, 0, 1, 1, 2, 2]);
    expect([-1, 151].map((at) => spanAt(XS, at))).toEqual([-1, -1]);
  });

  test('it finds what a walk over the bounds finds', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2 }).map((xs) => xs.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(bounds, fc.integer({ min: -5, max: 105 }), (xs, at) => {
        const walked = xs.findLastIndex((x, i) => x <= at && i < xs.length - 1);
        expect(spanAt(xs, at)).toBe(at > (xs.at(-1) ?? 0) ? -1 : walked);
      }),
    );
  });
});

interface Plan {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Boxes of the cells, merged ones included. */
  readonly boxes: readonly Box[];
}

/** A grid of columns and rows of 12 pt at least, merged at random. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    widths: fc.array(fc.integer({ min: 12, max: 90 }), { minLength: 2, maxLength: 7 }),
    heights: fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 7 }),
    merges: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { maxLength: 8 }),
  })
  .map(({ widths, heights, merges }) => {
    const [xs, ys] = [boundsOf(widths), boundsOf(heights)];
    const units = heights.map(() => widths.map(() => false));
    const boxes: Box[] = [];
    const take = (row: number, column: number, rowSpan: number, columnSpan: number) => {
      const [bottom, right] = [Math.min(row + rowSpan, heights.length), Math.min(column + columnSpan, widths.length)];
      const rows = units.slice(row, bottom);
      if (rows.length === 0 || right <= column || rows.some((line) => line.slice(column, right).some(Boolean))) return;
      for (const line of rows) line.fill(true, column, right);
      boxes.push([xs[column] ?? 0, ys[row] ?? 0, xs[right] ?? 0, ys[bottom] ?? 0]);
    };
    for (const [row, column, rowSpan, columnSpan] of merges) take(row, column, rowSpan, columnSpan);
    units.forEach((line, row) => {
      line.forEach((_, column) => {
        take(row, column, 1, 1);
      });
    });
    return { xs, ys, boxes };
  })
  .filter(({ xs, boxes }) => boxes.some((box) => box[0] > (xs[0] ?? 0)));

function boundsOf(sizes: readonly number[]): number[] {
  let at = 100;
  return [at, ...sizes.map((size) => (at += size))];
}

const sidesOf = ([x0, y0, x1, y1]: Box): Rule[] => [across(y0, x0, x1), across(y1, x0, x1), down(x0, y0, y1), down(x1, y0, y1)];

/** pt. Below half of what counts as one line. */
const JITTER = 0.9;
/** pt. With the jitter of both ends less than what counts as a gap. */
const GAP = 2;
const END_JITTER = 0.4;

/** The rule in one piece or two with a small gap, each a little off its place. `noise` is in [-1, 1]. */
function roughly({ axis, at, from, to, thickness }: Rule, noise: () => number): Rule[] {
  const draw = (start: number, end: number): Rule => ({
    axis,
    at: at + JITTER * noise(),
    from: start + END_JITTER * noise(),
    to: end + END_JITTER * noise(),
    thickness,
  });
  const cut = from + ((to - from) * (noise() + 1)) / 2;
  return noise() < 0 ? [draw(from, to)] : [draw(from, Math.max(from, cut - GAP / 2)), draw(Math.min(to, cut + GAP / 2), to)];
}

/** Which of the boxes has no cell within 1 pt of it. */
function missing(boxes: readonly Box[], { xs, ys, cells }: Lattice): Box[] {
  const found = cells.map((c) => [xs[c.column], ys[c.row], xs[c.column + c.columnSpan], ys[c.row + c.rowSpan]]);
  return boxes.filter((box) => !found.some((cell) => cell.every((n, i) => Math.abs((n ?? 0) - (box[i] ?? 0)) <= 1)));
}

describe('laws', () => {
  const drawing = plan.chain((drawn) => {
    const sides = drawn.boxes.flatMap(sidesOf);
    const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 97, maxLength: 97 });
    return fc.record({ drawn: fc.constant(drawn), sides: fc.shuffledSubarray(sides, { minLength: sides.length }), noise });
  });

  test('a grid drawn as rules comes back, whatever their order, however they are split and jittered', () => {
    fc.assert(
      fc.property(drawing, ({ drawn, sides, noise }) => {
        let next = 0;
        const lattice = only(...sides.flatMap((side) => roughly(side, () => noise[next++ % noise.length] ?? 0)));
        expect(missing(drawn.boxes, lattice)).toEqual([]);
        expect(lattice.cells).toHaveLength(drawn.boxes.length);
      }),
      { numRuns: 300 },
    );
  });

  test('any rules: the cells of a grid cover it without overlap', () => {
    const at = fc.integer({ min: 0, max: 20 }).map((n) => n * 7);
    const rule = fc
      .tuple(fc.boolean(), at, at, at)
      .map(([flat, where, a, b]) => (flat ? across : down)(where, Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 40 }), (rules) => {
        for (const { xs, ys, cells } of lattices(...rules)) {
          const covered = cells.flatMap((c) =>
            Array.from({ length: c.rowSpan * c.columnSpan }, (_, i) => {
              const [row, column] = [c.row + Math.floor(i / c.columnSpan), c.column + (i % c.columnSpan)];
              return row * (xs.length - 1) + column;
            }),
          );
          expect(covered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: (xs.length - 1) * (ys.length - 1) }, (_, i) => i));
        }
      }),
    );
  });
});

describe('a row that is one cell, in a table open at both sides', () => {
  const sides = (y0: number, y1: number) => [20, 70, 100].map((x) => down(x, y0, y1));
  const open = (...ys: number[]) => ys.map((y) => across(y, 0, 150));

  test('above all others is the first', () => {
    expect(cellNames(only(...open(0, 20, 40), ...sides(20, 40)))).toEqual(['0,0+1×4', '1,0', '1,1', '1,2', '1,3']);
  });

  test('below all others is the last', () => {
    expect(cellNames(only(...open(0, 20, 40), ...sides(0, 20)))).toEqual(['0,0', '0,1', '0,2', '0,3', '1,0+1×4']);
  });

  test('between others parts no table: what stands below may have other columns', () => {
    const lattice = only(...open(0, 20, 40, 60), ...sides(0, 20), down(50, 40, 60), down(100, 40, 60));
    expect([lattice.xs, lattice.ys]).toEqual([
      [0, 20, 50, 70, 100, 150],
      [0, 20, 40, 60],
    ]);
    expect(cellNames(lattice)).toEqual(['0,0', '0,1+1×2', '0,3', '0,4', '1,0+1×5', '2,0+1×2', '2,2+1×2', '2,4']);
  });

  test('is none where the gap is higher than a row, or the sides are others', () => {
    expect(lattices(...open(0, 20, 60, 80), ...sides(0, 20), ...sides(60, 80))).toHaveLength(2);
    expect(lattices(...open(0, 20), across(40, 0, 120), across(60, 0, 120), ...sides(0, 20), ...sides(40, 60))).toHaveLength(2);
  });
});
