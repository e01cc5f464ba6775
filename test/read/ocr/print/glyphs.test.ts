import { expect, test } from 'vitest';
import { lettersToGlyphs } from '../../../../src/read/ocr/print/glyphs.js';

const READING = { text: '12', raw: '12', confidence: 1, alternatives: [], doubtful: false };
const INK = { x0: 100, x1: 200, y0: 40, y1: 58 };

test('digits far apart have a space between them, unless they are of one number', () => {
  const gap = (number?: typeof READING) => {
    const letters = [
      { text: '1', x: 110, number },
      { text: '2', x: 190, number },
    ];
    const [left, right] = lettersToGlyphs(letters, INK, READING);
    return (right?.box[0] ?? 0) - (left?.box[2] ?? 0);
  };
  expect(gap()).toBeGreaterThan(50);
  expect(gap(READING)).toBe(0);
});
