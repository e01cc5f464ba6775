import { expect, test } from 'vitest';
import { joinBeside, probabilitiesToRects } from '../../../../src/read/ocr/print/detect.js';

test('the detector: an area of print becomes a box in pixels of the picture, widened', () => {
  const map = new Float32Array(64 * 32);
  for (let y = 10; y < 16; y++) map.fill(0.9, y * 64 + 10, y * 64 + 50);
  const [rect, ...more] = probabilitiesToRects(map, { width: 64, height: 32 }, { width: 128, height: 64 });
  expect(more).toEqual([]);
  expect(rect).toEqual({ x0: 12, y0: 12, x1: 108, y1: 40 });
});

test('the dashes beside a page number are joined to it; 单位 far to the right and the line below are not', () => {
  const dash = { x0: 80, y0: 107, x1: 88, y1: 112 };
  const digits = { x0: 95, y0: 100, x1: 110, y1: 120 };
  const far = { x0: 400, y0: 100, x1: 480, y1: 120 };
  const below = { x0: 80, y0: 122, x1: 200, y1: 142 };
  expect(joinBeside([digits, far, below, dash])).toEqual([{ x0: 80, y0: 100, x1: 110, y1: 120 }, below, far]);
});
