import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../../../src/model/glyph.js';
import type { InkTone } from '../../../../src/read/paint/ink.js';
import type { Matrix } from '../../../../src/read/paint/matrix.js';
import { type Font, type GraphicsState, initialState } from '../../../../src/read/pdf/pdfjs/state.js';
import { type Pen, type ShownGlyph, showText } from '../../../../src/read/pdf/pdfjs/text.js';

/** A page of 200 × 100 pt: y runs down. */
const VIEWPORT: Matrix = [1, 0, 0, -1, 0, 100];

const font: Font = {
  id: 'f1',
  name: 'Song',
  vertical: false,
  type3: false,
  unit: 0.001,
  defaultVerticalMetrics: [-1000, 500, 880],
};

/** 10 pt type on the page's paper. */
function state(rest: Partial<GraphicsState> = {}): GraphicsState {
  return { ...initialState(VIEWPORT, [0, 0, 200, 100]), font, fontSize: 10, ...rest };
}

/** A pen at (20, 30) of user space: 70 pt below the page's top. */
const penAt = (x = 20, y = 30): Pen => ({ matrix: [1, 0, 0, 1, x, y], x: 0, y: 0, lineX: 0, lineY: 0 });

/** A glyph half an em wide. */
const half = (unicode: string): ShownGlyph => ({ unicode, width: 500, isSpace: unicode === ' ', vmetric: null });
const halves = (text: string) => [...text].map(half);

function show(shown: readonly (ShownGlyph | number)[], rest: Partial<GraphicsState> = {}, pen = penAt()): Glyph[] {
  const glyphs: Glyph[] = [];
  showText(shown, state(rest), pen, (glyph) => glyphs.push(glyph));
  return glyphs;
}

const pens = (glyphs: readonly Glyph[]) => glyphs.map(({ x, y }) => [x, y]);
const xs = (glyphs: readonly Glyph[]) => glyphs.map(({ x }) => x);

describe('where glyphs stand', () => {
  test('the pen moves by width × size', () => {
    expect(pens(show(halves('12')))).toEqual([
      [20, 70],
      [25, 70],
    ]);
  });

  test('a glyph covers its advance in width, 0.8 em above and 0.1 em below the baseline', () => {
    expect(show(halves('1'))[0]).toEqual({
      text: '1',
      box: [20, 62, 25, 71],
      x: 20,
      y: 70,
      size: 10,
      angle: 0,
      font: 'f1',
      state: 'shown',
    });
  });

  test('Tc adds to every glyph, Tw to spaces only; a space paints nothing', () => {
    expect(xs(show(halves('1 23'), { charSpacing: 2, wordSpacing: 3 }))).toEqual([20, 20 + 7 + 10, 20 + 7 + 10 + 7]);
  });

  test('Tz scales widths and spacings alike', () => {
    const glyphs = show(halves('1 2'), { charSpacing: 2, wordSpacing: 3, horizontalScale: 0.5 });
    expect(xs(glyphs)).toEqual([20, 20 + (7 + 10) / 2]);
    expect(glyphs[0]?.box).toEqual([20, 62, 22.5, 71]);
  });

  test('a number in TJ moves back by thousandths of the em, and Tz scales it', () => {
    expect(xs(show([half('1'), 200, half('2'), -1000, half('3')]))).toEqual([20, 23, 38]);
    expect(xs(show([half('1'), -1000, half('2')], { horizontalScale: 0.5 }))).toEqual([20, 27.5]);
  });

  test('Ts lifts the baseline and leaves the pen on its line', () => {
    const pen = penAt();
    expect(pens(show(halves('1'), { rise: 3 }, pen))).toEqual([[20, 67]]);
    expect(pens(show(halves('2'), {}, pen))).toEqual([[25, 70]]);
  });

  test('the pen stays where the string ended', () => {
    const pen = penAt();
    show(halves('1 2'), { charSpacing: 1, wordSpacing: 4, horizontalScale: 2 }, pen);
    expect(pen).toMatchObject({ x: (6 + 10 + 6) * 2, y: 0 });
    expect(xs(show(halves('3'), {}, pen))).toEqual([64]);
  });

  test('a text matrix turns, moves and enlarges', () => {
    const quarter: Pen = { ...penAt(), matrix: [0, -2, 2, 0, 50, 90] };
    const [first, second] = show(halves('12'), {}, quarter);
    expect(first).toMatchObject({ x: 50, y: 10, size: 20, angle: 90, box: [48, 10, 66, 20] });
    expect(second).toMatchObject({ x: 50, y: 20 });
  });

  test.each([
    [0, [1, 0, 0, 1]],
    [90, [0, -1, 1, 0]],
    [180, [-1, 0, 0, -1]],
    [270, [0, 1, -1, 0]],
    [45, [1, -1, 1, 1]],
    [315, [1, 1, -1, 1]],
  ] as const)('%i° is the direction of the baseline, clockwise as seen', (angle, [a, b, c, d]) => {
    expect(show(halves('1'), {}, { ...penAt(), matrix: [a, b, c, d, 100, 50] })[0]?.angle).toBe(angle);
  });

  test('the box of a slanted glyph is upright and holds its four corners', () => {
    const slanted: Pen = { ...penAt(), matrix: [1, 1, -1, 1, 100, 50] };
    expect(show(halves('1'), {}, slanted)[0]?.box).toEqual([92, 37, 106, 51]);
  });

  test('a negative size sets the string upside down and backwards', () => {
    const [first, second] = show(halves('12'), { fontSize: -10, charSpacing: 1 });
    expect(first).toMatchObject({ x: 20, y: 70, size: 10, angle: 180, box: [15, 69, 20, 78] });
    expect(second).toMatchObject({ x: 20 - 5 + 1, y: 70 });
  });

  test('glyph space of a Type3 font has its own unit', () => {
    expect(xs(show(halves('12'), { font: { ...font, type3: true, unit: 0.01 } }))).toEqual([20, 70]);
  });

  test('coordinates are rounded to 0.01 pt', () => {
    const third = { ...half('1'), width: 1000 / 3 };
    expect(xs(show([third, third, half('2')]))).toEqual([20, 23.33, 26.67]);
  });
});

describe('vertical writing', () => {
  const vertical = { ...font, vertical: true };
  const han = (unicode: string, vmetric: ShownGlyph['vmetric'] = null): ShownGlyph => ({ unicode, width: 1000, isSpace: false, vmetric });

  test('glyphs hang below the pen, centred on it, one below the other', () => {
    const glyphs = show([han('决'), han('算')], { font: vertical });
    expect(glyphs[0]).toMatchObject({ x: 15, y: 78.8, angle: 0, box: [15, 70.8, 25, 79.8] });
    expect(glyphs[1]).toMatchObject({ x: 15, y: 88.8 });
  });

  test('a glyph with vertical metrics of its own follows them', () => {
    expect(pens(show([han('︵', [-600, 400, 900]), han('算')], { font: vertical }))).toEqual([
      [16, 79],
      [15, 84.8],
    ]);
  });

  test('Tc and TJ move along the column, Tz does not', () => {
    const pen = penAt();
    const glyphs = show([han('决'), 200, han('算')], { font: vertical, charSpacing: -1, horizontalScale: 0.5 }, pen);
    expect(glyphs.map(({ y }) => y)).toEqual([78.8, 78.8 + 10 + 1 + 2]);
    expect(pen).toMatchObject({ x: 0, y: -(10 + 1 + 2 + 10 + 1) });
  });
});

describe('what a glyph says', () => {
  test('a ligature is one glyph of two letters', () => {
    expect(show([half('fi'), half('1')]).map((g) => g.text)).toEqual(['fi', '1']);
  });

  test.each([' ', '\u00a0', '\u3000', '\u200b', '\ufeff', ''])('%j paints nothing and still moves the pen', (space) => {
    const glyphs = show([{ ...half(space), isSpace: false }, half('1')]);
    expect(glyphs).toHaveLength(1);
    expect(xs(glyphs)).toEqual([25]);
  });

  test('text before a font is an error', () => {
    expect(() => show(halves('1'), { font: null })).toThrow('showText before setFont');
  });
});

describe('what shows', () => {
  function ink(rest: Partial<GraphicsState>): [Glyph['state'], InkTone] {
    const seen: [Glyph['state'], InkTone][] = [];
    showText(halves('1'), state(rest), penAt(), (glyph, each) => seen.push([glyph.state, each]));
    return seen[0] ?? ['hidden', 'none'];
  }

  test.each([3, 7])('render mode %i paints nothing', (renderMode) => {
    expect(ink({ renderMode })).toEqual(['hidden', 'none']);
  });

  test.each([0, 2, 4, 6])('render mode %i fills: the fill colour counts', (renderMode) => {
    expect(ink({ renderMode, stroke: '#ffffff', strokeAlpha: 0 })).toEqual(['shown', 'dark']);
    expect(ink({ renderMode, fill: '#ffffff' })).toEqual(['shown', 'white']);
  });

  test.each([1, 5])('render mode %i strokes: the stroke colour counts', (renderMode) => {
    expect(ink({ renderMode, fill: '#ffffff', fillAlpha: 0 })).toEqual(['shown', 'dark']);
    expect(ink({ renderMode, stroke: '#ffffff' })).toEqual(['shown', 'white']);
  });

  test('ink too faint to see is hidden, white or dark', () => {
    expect(ink({ fillAlpha: 0.02 })).toEqual(['hidden', 'none']);
    expect(ink({ fillAlpha: 0.021 })).toEqual(['shown', 'dark']);
    expect(ink({ fill: '#ffffff', fillAlpha: 0.01 })).toEqual(['hidden', 'none']);
  });

  test('nearly white is white, light grey is not', () => {
    expect(ink({ fill: '#fafaff' })[1]).toBe('white');
    expect(ink({ fill: '#f9ffff' })[1]).toBe('dark');
  });

  test('a pattern may look like anything and counts as ink', () => {
    expect(ink({ fill: null })).toEqual(['shown', 'dark']);
  });

  test('a glyph is clipped away when the middle of its ink is', () => {
    expect(ink({ clip: [22.5, 66.5, 22.5, 66.5] })[0]).toBe('shown');
    expect(ink({ clip: [0, 0, 22.6, 100] })[0]).toBe('shown');
    expect(ink({ clip: [0, 0, 22.4, 100] })[0]).toBe('hidden');
    expect(ink({ clip: [22.6, 0, 200, 100] })[0]).toBe('hidden');
    expect(ink({ clip: [0, 66.6, 200, 100] })[0]).toBe('hidden');
    expect(ink({ clip: [0, 0, 200, 66.4] })[0]).toBe('hidden');
  });
});

describe('laws', () => {
  const setting = fc.record({
    fontSize: fc.integer({ min: -30, max: 30 }).filter((size) => size !== 0),
    charSpacing: fc.integer({ min: -5, max: 5 }),
    wordSpacing: fc.integer({ min: -5, max: 5 }),
    horizontalScale: fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
    rise: fc.integer({ min: -5, max: 5 }),
  });
  const shown = fc.tuple(fc.constantFrom('1', '决', ' '), fc.integer({ min: 0, max: 1000 })).map(([unicode, width]) => ({
    ...half(unicode),
    width,
  }));
  const string = fc.array(fc.oneof(shown, fc.integer({ min: -2000, max: 2000 })), { maxLength: 12 });

  test('ISO 32000-1, 9.4.4: tx = ((w0 − Tj/1000) · Tfs + Tc + Tw) · Th', () => {
    fc.assert(
      fc.property(string, setting, (items, rest) => {
        const expected: [number, number][] = [];
        let x = 0;
        for (const item of items) {
          if (typeof item === 'number') x -= (item / 1000) * rest.fontSize * rest.horizontalScale;
          else {
            if (!item.isSpace) expected.push([20 + x, 70 - rest.rise]);
            x += ((item.width / 1000) * rest.fontSize + rest.charSpacing + (item.isSpace ? rest.wordSpacing : 0)) * rest.horizontalScale;
          }
        }
        const pen = penAt();
        const glyphs = show(items, rest, pen);
        expect(glyphs).toHaveLength(expected.length);
        for (const [i, glyph] of glyphs.entries()) {
          expect(glyph.x).toBeCloseTo(expected[i]?.[0] ?? Number.NaN, 1);
          expect(glyph.y).toBeCloseTo(expected[i]?.[1] ?? Number.NaN, 1);
        }
        expect(pen.x).toBeCloseTo(x, 6);
      }),
    );
  });

  test('a string cut in two is the same string', () => {
    fc.assert(
      fc.property(string, string, setting, (head, tail, rest) => {
        const pen = penAt();
        const parts = [...show(head, rest, pen), ...show(tail, rest, pen)];
        const whole = show([...head, ...tail], rest);
        expect(parts.map((g) => g.text)).toEqual(whole.map((g) => g.text));
        for (const [i, glyph] of parts.entries()) expect(glyph.x).toBeCloseTo(whole[i]?.x ?? Number.NaN, 1);
      }),
    );
  });
});
