import { expect, test } from 'vitest';
import { toPrint } from '../../src/normalize/prints.js';
import { toValue } from '../../src/normalize/value.js';
import { line } from '../builders.js';
import { cell } from '../extract/builders.js';

/** Whether a cell whose lines OCR read so is doubted. */
const isDoubted = (...texts: string[]): boolean | undefined => printOf(...texts)?.doubtful;

/** A point that ends a line stands in what was read, not in the number that was made of it. */
function printOf(...texts: string[]) {
  const lines = texts.map((text, i) => {
    const printed = line(text, 0, 10 + 12 * i);
    const reading = { text: text.replace(/\|\.$/u, ''), raw: text.replace('|', ''), confidence: 0.99, alternatives: [], doubtful: false };
    return { ...printed, glyphs: printed.glyphs.map((glyph) => ({ ...glyph, reading })) };
  });
  const read = { ...cell(texts.join('').replace('|.', '')), lines };
  return toPrint(read, toValue(read, '万元'), '万元', 0, 'total');
}

test('lines of digits that make one whole number are doubted: its signs may be lost', () => {
  expect(isDoubted('28148', '18')).toBe(true);
  expect(isDoubted('28,148', '18')).toBe(true);
});

test('a number on one line, and one over two that shows its decimals, are not', () => {
  expect(isDoubted('28148')).toBe(false);
  expect(isDoubted('28,148.', '18')).toBe(false);
  expect(isDoubted('7,447.0', '0')).toBe(false);
});

test('where the point was read at the end of the first line, the amount that it makes is the likeliest, and doubted', () => {
  expect(printOf('28,148|.', '18')).toMatchObject({ doubtful: true, candidates: [{ value: '28148.18' }] });
});
