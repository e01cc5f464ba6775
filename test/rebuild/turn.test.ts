import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/model/page.js';
import { turnUpright } from '../../src/rebuild/turn.js';
import { across, down, glyph, page, write } from '../builders.js';

/** 100 wide and 200 high, with text, a rule, a ground and a picture. */
const upright: Page = page({
  width: 100,
  height: 200,
  glyphs: write('收入决算表', 10, 30),
  rules: [across(40, 10, 90), down(20, 50, 150), across(190, 10, 30), down(90, 50, 60)],
  fills: [[10, 50, 90, 60]],
  images: [[0, 180, 10, 200]],
});

type Turn = (x: number, y: number) => [x: number, y: number];

/** The page as it looks when the sheet is turned clockwise by the angle. */
const turns: Record<90 | 180 | 270, Turn> = {
  90: (x, y) => [200 - y, x],
  180: (x, y) => [100 - x, 200 - y],
  270: (x, y) => [y, 100 - x],
};

function turned(angle: 90 | 180 | 270): Page {
  const turn = turns[angle];
  const box = ([x0, y0, x1, y1]: readonly [number, number, number, number]) => {
    const [[ax, ay], [bx, by]] = [turn(x0, y0), turn(x1, y1)];
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
  };
  return {
    ...upright,
    width: angle === 180 ? 100 : 200,
    height: angle === 180 ? 200 : 100,
    glyphs: upright.glyphs.map((g) => {
      const [x, y] = turn(g.x, g.y);
      return { ...g, x, y, box: box(g.box), angle };
    }),
    rules: upright.rules.map(({ axis, at, from, to }) => {
      const [x0, y0, x1, y1] = box(axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to]);
      return y0 === y1 ? across(y0, x0, x1) : down(x0, y0, y1);
    }),
    fills: upright.fills.map(box),
    images: upright.images.map(box),
  };
}

test('an upright page stays as it is', () => {
  const { page: same, toDisplayed: back } = turnUpright(upright);
  expect(same).toBe(upright);
  expect(back([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

describe.each([90, 180, 270] as const)('a page drawn at %i°', (angle) => {
  const { page: read, toDisplayed: back } = turnUpright(turned(angle));

  test('is read as the upright page', () => {
    expect(read).toEqual(upright);
  });

  test('every box leads back to where it stands on the displayed page', () => {
    expect(read.glyphs.map((g) => back(g.box))).toEqual(turned(angle).glyphs.map((g) => g.box));
    expect(read.fills.map(back)).toEqual(turned(angle).fills);
  });
});

test('a page turns when more than 0.6 of what shows runs one way', () => {
  const sideways = (count: number, state: 'shown' | 'hidden' = 'shown') =>
    Array.from({ length: count }, (_, i) => glyph('决', 10, 10 * i, { angle: 90, state }));
  const angles = (glyphs: Page['glyphs']) => new Set(turnUpright(page({ glyphs })).page.glyphs.map((g) => g.angle));
  expect(angles([...sideways(6), ...write('一二三四', 10, 30)])).toEqual(new Set([90, 0]));
  expect(angles([...sideways(7), ...write('一二三四', 10, 30)])).toEqual(new Set([0, 270]));
  expect(angles([...sideways(9, 'hidden'), ...write('一二三四', 10, 30)])).toEqual(new Set([90, 0]));
});

test('a page of watermarks at 45° does not turn', () => {
  const glyphs = Array.from({ length: 9 }, (_, i) => glyph('密', 10 * i, 10 * i, { angle: 45 }));
  expect(turnUpright(page({ glyphs })).page.glyphs[0]?.angle).toBe(45);
});
