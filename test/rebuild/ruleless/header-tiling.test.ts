import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerCells } from '../../../src/rebuild/ruleless/header-cells.js';
import { type HeadCell, leavesOf } from '../../../src/rebuild/ruleless/header-reading.js';
import { type Frame, tileHeader } from '../../../src/rebuild/ruleless/header-tiling.js';
import type { Head } from '../../../src/rebuild/ruleless/heads.js';

/** A header as drawn: the words of a cell, the width of a column (pt), or the cells below it. */
interface Drawn {
  readonly text: string;
  readonly below: number | readonly Drawn[];
}

const SIZE = 9;
const ROW = 20;

const widthOf = ({ below }: Drawn): number => (typeof below === 'number' ? below : below.reduce((sum, each) => sum + widthOf(each), 0));
const depthOf = ({ below }: Drawn): number => (typeof below === 'number' ? 1 : 1 + Math.max(...below.map(depthOf)));

/** Words in the middle of their cells, from the left end down and to the right. */
function draw(cells: readonly Drawn[], left: number, top: number, bottom: number): Head[] {
  let x = left;
  return cells.flatMap((cell) => {
    const [from, width] = [x, widthOf(cell)];
    x += width;
    const isLeaf = typeof cell.below === 'number';
    const height = isLeaf ? bottom - top : ROW;
    const [middle, y] = [from + width / 2, top + height / 2];
    const half = (cell.text.length * SIZE) / 2;
    const own: Head = { text: cell.text, size: SIZE, box: [middle - half, y - SIZE / 2, middle + half, y + SIZE / 2] };
    return typeof cell.below === 'number' ? [own] : [own, ...draw(cell.below, from, top + ROW, bottom)];
  });
}

const told = (cells: readonly HeadCell[]): unknown[] =>
  cells.map(({ head, children }) => (children.length === 0 ? head.text : [head.text, told(children)]));
const meant = (cells: readonly Drawn[]): unknown[] =>
  cells.map(({ text, below }) => (typeof below === 'number' ? text : [text, meant(below)]));

const LEFT = 57;

function read(cells: readonly Drawn[], frame: Partial<Frame> = {}) {
  const depth = Math.max(...cells.map(depthOf));
  const width = cells.reduce((sum, cell) => sum + widthOf(cell), 0);
  const heads = draw(cells, LEFT, 100, 100 + ROW * depth);
  return tileHeader(heads, {
    left: LEFT,
    right: LEFT + width,
    ruled: true,
    ink: [LEFT + 3, LEFT + width - 3],
    numbers: [],
    body: [],
    ...frame,
  });
}

const leaf = (text: string, below: number): Drawn => ({ text, below });
const over = (text: string, ...below: Drawn[]): Drawn => ({ text, below });

/** 收入 and 支出 with their columns. */
const TWO_SIDES = [
  over('收入', leaf('项目', 150), leaf('行次', 35), leaf('金额', 70)),
  over('支出', leaf('项目', 150), leaf('行次', 35), leaf('合计', 70), leaf('其他', 70)),
];

describe('words in the middle of their cells say where the columns part', () => {
  test('heads over columns, on both sides', () => {
    const reading = read(TWO_SIDES);
    expect(told(reading?.cells ?? [])).toEqual(meant(TWO_SIDES));
    expect(reading?.xs.map(Math.round)).toEqual([57, 207, 242, 312, 462, 497, 567, 637]);
  });

  test('a head whose middle is that of more columns than it heads: those of its height are none of them', () => {
    const cells = [
      leaf('年初', 70),
      leaf('收入', 70),
      over('支出', leaf('小计', 70), leaf('基本', 70), leaf('项目', 70)),
      leaf('年末', 70),
    ];
    expect(told(read(cells)?.cells ?? [])).toEqual(meant(cells));
  });

  test('from the right, where only ink shows the left end', () => {
    const cells = [leaf('合计', 120), leaf('出国', 120), over('车辆', leaf('购置', 120), leaf('运行', 120)), leaf('接待', 120)];
    const reading = read(cells, { left: LEFT + 50, ruled: false, ink: [LEFT + 50, LEFT + 590] });
    expect(told(reading?.cells ?? [])).toEqual(meant(cells));
    expect(Math.round(reading?.xs[0] ?? 0)).toBe(LEFT);
  });

  test('from the left, where the lines above the table are wider than the table', () => {
    const reading = read([over('经费', ...TWO_SIDES)], { right: 800, ruled: false, ink: [LEFT + 3, 630] });
    expect(told(reading?.cells ?? [])).toEqual(meant([over('经费', ...TWO_SIDES)]));
    expect(Math.round(reading?.xs.at(-1) ?? 0)).toBe(637);
  });

  test('words that stand at the left of their cells have no such reading', () => {
    const flush = [60, 130, 200, 320].map(
      (x, i): Head => ({ text: '甲'.repeat(i + 1), size: SIZE, box: [x, 100, x + SIZE * (i + 1), 109] }),
    );
    expect(tileHeader(flush, { left: LEFT, right: 600, ruled: true, ink: [LEFT, 600], numbers: [], body: [] })).toBe(null);
  });
});

/** Any header of up to three levels, wide enough for its words. */
const anyLeaf = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 45, max: 140 }))
  .map(([n, width]) => leaf('数'.repeat(n), width));
const anyParent = (child: fc.Arbitrary<Drawn>) => fc.array(child, { minLength: 2, maxLength: 3 }).map((below) => over('头', ...below));
const anyMiddle = fc.oneof(anyLeaf, anyParent(anyLeaf));
const anyCell = fc.oneof(anyLeaf, anyParent(anyLeaf), anyParent(anyMiddle));

test('law: what is drawn in the middle of its cells is laid out over the same columns', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 2, maxLength: 5 }), (cells) => {
      const reading = read(cells);
      expect(reading).not.toBe(null);
      expect(leavesOf(reading?.cells ?? []).map(({ text }) => text)).toEqual(leavesIn(cells));
    }),
    { seed: 15, numRuns: 150 },
  );

  function leavesIn(cells: readonly Drawn[]): string[] {
    return cells.flatMap(({ text, below }) => (typeof below === 'number' ? [text] : leavesIn(below)));
  }
});

test('law: the cells of a header cover every column of every row once', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 2, maxLength: 5 }), (cells) => {
      const reading = read(cells);
      const header = reading && headerCells(reading);
      const columns = (reading?.xs.length ?? 1) - 1;
      const covered = new Map<string, number>();
      for (const { row, column, rowSpan, columnSpan } of header?.cells ?? []) {
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) covered.set(`${r} ${c}`, (covered.get(`${r} ${c}`) ?? 0) + 1);
        }
      }
      expect([...covered.values()].every((times) => times === 1)).toBe(true);
      expect(covered.size).toBe((header?.depth ?? 0) * columns);
    }),
    { seed: 15, numRuns: 150 },
  );
});
