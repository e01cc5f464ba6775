import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squeeze } from '../../src/base/text.js';
import { linesToParagraphs } from '../../src/extract/paragraphs.js';
import { line } from './builders.js';

/** em: a line of prose here is twenty wide, its first line begins two further right. */
const FULL = '本部门本年度收入总计三百余万元比上年减少'.slice(0, 20);

/** Lines of prose on a page: `[indent in em, text]`, each 16 pt below the last. */
const prose = (...parts: [number, string][]) => parts.map(([indent, text], i) => line(text, { x: 90 + indent * 10, y: 100 + i * 16 }));

const texts = (lines: ReturnType<typeof prose>) => linesToParagraphs(lines).map((p) => p.text);

test('lines that run to the margin read on', () => {
  expect(texts(prose([2, FULL.slice(2)], [0, FULL], [0, '四百余万元。']))).toEqual([`${FULL.slice(2)}${FULL}四百余万元。`]);
});

test('an indented line begins a paragraph', () => {
  expect(texts(prose([2, FULL.slice(2)], [0, FULL], [2, FULL.slice(2)], [0, FULL]))).toEqual([FULL.slice(2) + FULL, FULL.slice(2) + FULL]);
});

test('a line that ends early ends its paragraph', () => {
  expect(texts(prose([0, FULL], [0, '减少。'], [0, FULL], [0, FULL]))).toEqual([`${FULL}减少。`, FULL + FULL]);
});

test('a gap parts paragraphs, another size does', () => {
  const [first, second, third] = prose([0, FULL], [0, FULL], [0, FULL]);
  if (!first || !second || !third) throw new Error('three lines');
  expect(texts([first, second, line(FULL, { x: 90, y: 180 })])).toEqual([FULL + FULL, FULL]);
  expect(texts([first, second, line(FULL.slice(0, 12), { x: 90, y: 132, size: 16 })])).toEqual([FULL + FULL, FULL.slice(0, 12)]);
});

test('a paragraph goes on over the page', () => {
  const pages = [...prose([0, FULL], [0, FULL]), line(FULL, { page: 2, x: 90, y: 460 }), line('减少。', { page: 2, x: 90, y: 476 })];
  const [paragraph, ...more] = linesToParagraphs(pages);
  expect(more).toEqual([]);
  expect(paragraph?.text).toBe(`${FULL.repeat(3)}减少。`);
  expect(paragraph?.lines.map((l) => l.page)).toEqual([1, 1, 2, 2]);
});

test('every line is in exactly one paragraph, in order, and no word is lost', () => {
  const any = fc.record({
    page: fc.integer({ min: 1, max: 3 }),
    x: fc.constantFrom(90, 110, 200),
    size: fc.constantFrom(10, 16),
    text: fc.constantFrom('一、收入', FULL, 'PDF', '减少。'),
    gap: fc.constantFrom(2, 6, 40),
  });
  fc.assert(
    fc.property(fc.array(any), (parts) => {
      let y = 50;
      const all = parts
        .toSorted((a, b) => a.page - b.page)
        .map(({ text, gap, ...place }) => {
          y += place.size + gap;
          return line(text, { ...place, y });
        });
      const paragraphs = linesToParagraphs(all);
      expect(paragraphs.flatMap((p) => p.lines)).toEqual(all);
      expect(squeeze(paragraphs.map((p) => p.text).join(''))).toBe(all.map((l) => l.text).join(''));
    }),
  );
});

test('no lines, no paragraphs', () => {
  expect(linesToParagraphs([])).toEqual([]);
});
