import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextLine } from '../../../src/model/page.js';
import { glyphsToLines } from '../../../src/rebuild/lines.js';
import { lineToFigures, lineToSegments } from '../../../src/rebuild/ruleless/segments.js';
import { glyph, write } from '../../builders.js';

/** The one line of these words, `[x, text]`. */
function lineOf(...words: [x: number, text: string][]): TextLine {
  const [line] = glyphsToLines(
    words.flatMap(([x, text]) => write(text, x, 100)),
    1,
  );
  if (!line) throw new Error('no words');
  return line;
}

const segments = (...words: [x: number, text: string][]) => lineToSegments(lineOf(...words)).map((s) => s.text);

test('glyphs that stand together are a segment, with its box and the size of the line', () => {
  expect(lineToSegments(lineOf([50, '教育支出'], [200, '12.30']))).toEqual([
    { text: '教育支出', box: [50, 92, 90, 101], size: 10 },
    { text: '12.30', box: [200, 92, 225, 101], size: 10 },
  ]);
});

test('a gap of up to 0.3 em is none', () => {
  expect(segments([50, '教育'], [73, '支出'])).toEqual(['教育支出']);
  expect(segments([50, '教育'], [73.1, '支出'])).toEqual(['教育', '支出']);
});

test.each(['项目', '合计', '总计', '小计', '栏次', '行次', '收入', '支出', '金额'])('a header word set wide is one: %s', (word) => {
  const [first = '', second = ''] = word;
  expect(segments([50, first], [100, second], [200, '1'])).toEqual([word, '1']);
});

test('other words set wide are two, and a wide word joins only its own half', () => {
  expect(segments([50, '教'], [100, '育'])).toEqual(['教', '育']);
  expect(segments([50, '本年收'], [100, '入'])).toEqual(['本年收', '入']);
});

test('amounts that all but touch are two', () => {
  const [line] = glyphsToLines(
    [...write('32.03', 50, 100), ...write('28.73', 50 + (write('32.03', 0, 0).at(-1)?.box[2] ?? 0) + 0.8, 100)],
    1,
  );
  expect(line && lineToSegments(line).map(({ text }) => text)).toEqual(['32.03', '28.73']);
});

test('every glyph of the line is in one segment, in its order', () => {
  const any = fc.uniqueArray(fc.tuple(fc.constantFrom('项', '目', '1', '决'), fc.nat(200)), { minLength: 1, selector: ([, x]) => x });
  fc.assert(
    fc.property(any, (glyphs) => {
      const [line] = glyphsToLines(
        glyphs.map(([text, x]) => glyph(text, 3 * x, 100)),
        1,
      );
      if (!line) throw new Error('no line');
      expect(
        lineToSegments(line)
          .map((s) => s.text)
          .join(''),
      ).toBe(line.glyphs.map((g) => g.text).join(''));
    }),
  );
});

test('figures whose signs of full width fill their cells are parted at the boundary, and end there; words and labels are not', () => {
  const line = lineOf([50, '８，９９０，８，９９０，']);
  const parts = (xs: number[], ...figures: number[]) =>
    lineToFigures(line, xs, new Set(figures)).map(({ text, box }) => [text, box[0], box[2]]);
  expect(lineToSegments(line)).toHaveLength(1);
  expect(parts([0, 111, 200], 0, 1)).toEqual([
    ['８，９９０，', 50, 110],
    ['８，９９０，', 111, 170],
  ]);
  expect(parts([0, 111, 200], 1)).toEqual([['８，９９０，８，９９０，', 50, 170]]);
  expect(parts([0, 200], 0)).toHaveLength(1);
  expect(lineToFigures(lineOf([50, '教育支出科目']), [0, 70, 200], new Set([0, 1]))).toHaveLength(1);
});

test('an amount that all but touches the name in the next column is parted from it, no other figure from no other words', () => {
  const parts = (text: string, xs: number[], ...figures: number[]) =>
    lineToFigures(lineOf([50, text]), xs, new Set(figures)).map((part) => part.text);
  expect(parts('29660585.一般公共', [0, 95, 200], 0)).toEqual(['29660585.', '一般公共']);
  expect(parts('26出', [0, 60, 200], 0)).toEqual(['26', '出']);
  expect(parts('26出', [0, 60, 200], 1)).toEqual(['26出']);
  expect(parts('26出', [0, 60, 200], 0, 1)).toEqual(['26出']);
  expect(parts('2024年初', [0, 80, 200], 0)).toEqual(['2024年初']);
  expect(parts('教育26', [0, 70, 200], 1)).toEqual(['教育26']);
});
