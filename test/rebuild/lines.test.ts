import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import { glyphsToLines } from '../../src/rebuild/lines.js';
import { glyph, write } from '../builders.js';

const texts = (...glyphs: Glyph[]) => glyphsToLines(glyphs, 1).map((l) => l.text);

describe('which glyphs are one line', () => {
  test('lines run top to bottom, each left to right, whatever the drawing order', () => {
    const glyphs = [...write('支出', 10, 40), ...write('决算', 30, 20), ...write('收入', 10, 20)];
    expect(texts(...glyphs)).toEqual(['收入决算', '支出']);
  });

  test('a digit set lower than the words beside it is on their line', () => {
    expect(texts(...write('事业收入', 10, 20), ...write('12.30', 60, 24))).toEqual(['事业收入12.30']);
    expect(texts(...write('事业收入', 10, 20), ...write('12.30', 60, 25))).toEqual(['事业收入', '12.30']);
  });

  test('a superscript belongs to the line below it, by its own small em', () => {
    expect(texts(...write('面积', 10, 20), glyph('2', 30, 18, { size: 5 }))).toEqual(['面积2']);
    expect(texts(...write('面积', 10, 20), glyph('2', 30, 17, { size: 5 }))).toEqual(['2', '面积']);
  });

  test('lines do not creep together down the page', () => {
    expect(texts(...write('一', 10, 20), ...write('二', 30, 24), ...write('三', 50, 28))).toEqual(['一二', '三']);
  });

  test('no glyphs are no lines', () => {
    expect(glyphsToLines([], 1)).toEqual([]);
  });
});

describe('spaces', () => {
  test('a gap of more than 0.22 em between digits or Latin letters is a space', () => {
    expect(texts(...write('12', 10, 20), ...write('34', 22.1, 20))).toEqual(['1234']);
    expect(texts(...write('12', 10, 20), ...write('34', 22.3, 20))).toEqual(['12 34']);
    expect(texts(...write('GDP 2023', 10, 20))).toEqual(['GDP 2023']);
  });

  test('between Han or full-width glyphs, and beside one, a gap is none', () => {
    expect(texts(...write('合', 10, 20), ...write('计', 60, 20))).toEqual(['合计']);
    expect(texts(...write('（一）', 10, 20), ...write('１', 80, 20))).toEqual(['（一）１']);
    expect(texts(...write('2023', 10, 20), ...write('年', 60, 20), ...write('5', 90, 20))).toEqual(['2023年5']);
  });

  test('a Han glyph beyond the first plane is wide too', () => {
    expect(texts(glyph('𠮷', 10, 20), glyph('1', 60, 20))).toEqual(['𠮷1']);
  });

  test('glyphs that overlap are joined', () => {
    expect(texts(glyph('1', 10, 20), glyph('2', 12, 20))).toEqual(['12']);
  });
});

describe('what a line knows', () => {
  test('its page, its box, the median of its sizes and its glyphs in order', () => {
    const glyphs = [...write('总', 30, 20, { size: 20 }), ...write('收', 10, 21), ...write('计', 60, 20)];
    const [line] = glyphsToLines(glyphs, 7);
    expect(line).toMatchObject({ page: 7, text: '收总计', box: [10, 4, 70, 22], size: 10 });
    expect(line?.glyphs.map((g) => g.text)).toEqual(['收', '总', '计']);
  });
});

describe('laws', () => {
  const any = fc
    .tuple(fc.constantFrom('决', '1', 'A', '，'), fc.nat(50), fc.nat(50), fc.constantFrom(6, 9, 10.5, 22))
    .map(([text, x, y, size]) => glyph(text, 3 * x, 3 * y, { size }));
  const some = fc.uniqueArray(any, { selector: ({ x, y }) => `${x} ${y}` });

  test('every glyph is in one line', () => {
    fc.assert(
      fc.property(some, (glyphs) => {
        const inLines = glyphsToLines(glyphs, 1).flatMap((l) => l.glyphs);
        expect(inLines).toHaveLength(glyphs.length);
        expect(new Set(inLines)).toEqual(new Set(glyphs));
      }),
    );
  });

  test('a line without its spaces is its glyphs', () => {
    fc.assert(
      fc.property(some, (glyphs) => {
        for (const { text, glyphs: own } of glyphsToLines(glyphs, 1))
          expect(text.replaceAll(' ', '')).toBe(own.map((g) => g.text).join(''));
      }),
    );
  });

  test('the drawing order does not matter', () => {
    const shuffled = some.chain((glyphs) => fc.tuple(fc.constant(glyphs), fc.shuffledSubarray(glyphs, { minLength: glyphs.length })));
    fc.assert(
      fc.property(shuffled, ([glyphs, again]) => {
        expect(glyphsToLines(again, 1)).toEqual(glyphsToLines(glyphs, 1));
      }),
    );
  });
});
