import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import { doubledGlyphs } from '../../src/rebuild/doubled.js';
import { glyph, write } from '../builders.js';

/** The text that remains, in drawing order. */
function once(...glyphs: Glyph[]): string {
  const doubled = doubledGlyphs(glyphs);
  return glyphs
    .filter((g) => !doubled.has(g))
    .map((g) => g.text)
    .join('');
}

test('bold by drawing twice, shifted by 0.05 em, is printed once', () => {
  expect(once(...write('合计', 10, 20), ...write('合计', 10.5, 20))).toBe('合计');
  expect(once(...write('合计', 10, 20), ...write('合计', 10, 20.5))).toBe('合计');
});

test('drawn four times around itself it is still once', () => {
  const shifts = [
    [0, 0],
    [0.3, 0],
    [0, 0.3],
    [0.3, 0.3],
  ] as const;
  expect(once(...shifts.flatMap(([dx, dy]) => write('合计', 10 + dx, 20 + dy)))).toBe('合计');
});

test('the first is kept', () => {
  const [first, second] = [glyph('1', 10, 20), glyph('1', 10, 20)];
  expect([...doubledGlyphs([first, second])]).toEqual([second]);
  expect(doubledGlyphs([first, second]).has(first)).toBe(false);
});

test('`11` stays two, also condensed: two real glyphs stand a thin digit apart', () => {
  expect(once(...write('11', 10, 20))).toBe('11');
  expect(once(glyph('1', 10, 20), glyph('1', 12.5, 20))).toBe('11');
});

test('up to 0.12 em is a shift, more is not; the em of the second counts', () => {
  expect(once(glyph('1', 10, 20), glyph('1', 11.2, 20))).toBe('1');
  expect(once(glyph('1', 10, 20), glyph('1', 11.3, 20))).toBe('11');
  expect(once(glyph('1', 10, 20), glyph('1', 11.3, 20, { size: 20 }))).toBe('1');
});

test('other glyphs in the same place are no repetition', () => {
  expect(once(glyph('—', 10, 20), glyph('一', 10, 20))).toBe('—一');
});

test('a shift over any boundary of coordinates is found', () => {
  for (let at = 0; at < 17; at += 0.5) {
    expect(once(glyph('1', at, 100 - at), glyph('1', at + 1, 100 - at - 1))).toBe('1');
    expect(once(glyph('1', at + 1, 100 - at - 1), glyph('1', at, 100 - at))).toBe('1');
  }
});

test('a whole layer drawn twice leaves one of each', () => {
  // No two of one text closer than 3 pt, so that none repeats another by itself.
  const layer = fc.uniqueArray(
    fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom('1', '决', '.')).map(([x, y, text]) => glyph(text, 3 * x, 3 * y)),
    { selector: ({ x, y, text }) => `${x} ${y} ${text}` },
  );
  fc.assert(
    fc.property(layer, (glyphs) => {
      const again = glyphs.map((g) => ({ ...g, x: g.x + 0.4, y: g.y - 0.4 }));
      expect([...doubledGlyphs(glyphs)]).toEqual([]);
      expect([...doubledGlyphs([...glyphs, ...again])]).toEqual(again);
    }),
  );
});
