import { expect, test } from 'vitest';
import type { OcrReading } from '../../../../src/model/glyph.js';
import { numbersAmidWords, withNumbers } from '../../../../src/read/ocr/numbers/prose-numbers.js';
import type { Ink } from '../../../../src/read/ocr/picture/ink.js';
import { type ReadLine, textOf } from '../../../../src/read/ocr/print/line.js';
import { toLexicon } from '../../../../src/read/ocr/words/lexicon.js';
import { spellCell } from '../../../../src/read/ocr/words/spell-cell.js';

/** px a letter is wide and high. */
const EM = 20;

/** A line of print read from a picture in which every letter is a block of 12 px with white around it. */
function printed(text: string): { line: ReadLine; ink: Ink } {
  const signs = [...text];
  const width = signs.length * EM;
  const bits = new Uint8Array(width * EM);
  signs.forEach((_, i) => {
    for (let y = 4; y < 16; y++) bits.fill(1, y * width + i * EM + 4, y * width + i * EM + 16);
  });
  const rect = { x0: 0, y0: 0, x1: width, y1: EM };
  const letters = signs.map((c, i) => ({ text: c, p: 0.99, at: (i + 0.5) / signs.length, others: [] }));
  return { line: { ink: rect, crop: rect, cell: 0, letters, steps: [] }, ink: { width, height: EM, bits } };
}

const spansOf = (text: string) => {
  const { line, ink } = printed(text);
  return numbersAmidWords(line, ink);
};

const reading = (text: string, doubtful = false): OcrReading => ({ text, raw: text, confidence: 0.97, alternatives: ['1.76'], doubtful });

const reread = (text: string, ...readings: OcrReading[]) => {
  const { line } = printed(text);
  const spans = numbersAmidWords(line, printed(text).ink).map((span) => ({ ...span, line }));
  return withNumbers(
    line,
    spans.map((span, i) => ({ span, reading: readings[i] ?? reading(span.text) })),
  );
};

/** No words are known. */
const NONE = toLexicon([]);

test('amounts and rates amid words are numbers, days, ordinals and single digits are not', () => {
  expect(spansOf('支出43239万元，占1，234。5%').map((s) => s.text)).toEqual(['43239', '1,234.5']);
  expect(spansOf('2024年12月31日第15页（11）12、22．').map((s) => s.text)).toEqual(['22']);
  expect(spansOf('共0万元')).toEqual([]);
});

test('a number is cut in the white beside it', () => {
  expect(spansOf('支出17万元')[0]?.crop).toMatchObject({ x0: 2 * EM, x1: 4 * EM });
});

test('a number at the end of a line is cut at the end', () => {
  expect(spansOf('支出17')[0]?.crop).toMatchObject({ x1: 4 * EM });
});

test('a lost point is found where both engines see it', () => {
  const line = reread('支出1763万元', reading('17.63'));
  expect(textOf(line.letters)).toBe('支出17.63万元');
  expect(line.letters.slice(2, 7).every((l) => l.number?.doubtful === false)).toBe(true);
  expect(line.letters.map((l) => l.at)).toEqual(line.letters.map((l) => l.at).toSorted((a, b) => a - b));
});

test('a number on which the engines differ keeps its print and is doubtful', () => {
  const line = reread('支出1763万元', reading('17.63', true));
  expect(textOf(line.letters)).toBe('支出1763万元');
  expect(line.letters[2]?.number).toMatchObject({ text: '1763', doubtful: true, alternatives: ['17.63', '1.76'] });
});

test('other digits than the line showed are a doubt, however sure', () => {
  expect(reread('支出1763万元', reading('17.68')).letters[2]?.number).toMatchObject({ text: '1763', doubtful: true });
});

test('each number of a line is its own', () => {
  const line = reread('17万元占250%', reading('17'), reading('2.50'));
  expect(textOf(line.letters)).toBe('17万元占2.50%');
});

test('the glyphs of a number bear its own reading through the spelling', () => {
  const [spelled] = spellCell([reread('支出1763万元', reading('17.63'))], NONE);
  expect(spelled?.letters.map((l) => l.number?.text ?? '')).toEqual(['', '', ...Array(5).fill('17.63'), '', '']);
});

test('a dot that ends a line behind a word or a rate is a 。', () => {
  for (const [read, said] of [
    ['政策性调资·', '政策性调资。'],
    ['增长29.08%°', '增长29.08%。'],
    ['卡尔·', '卡尔。'],
    ['12·', '12·'],
  ] as const) {
    const { line } = printed(read);
    expect(
      spellCell([line], NONE)[0]
        ?.letters.map((l) => l.text)
        .join(''),
    ).toBe(said);
  }
});
