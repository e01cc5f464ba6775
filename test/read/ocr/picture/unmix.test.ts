import { expect, test } from 'vitest';
import { unmixRed } from '../../../../src/read/ocr/picture/unmix.js';

test('red ink becomes paper, black print under it stays black', () => {
  const rgba = new Uint8Array(100 * 100 * 4).fill(255);
  const paint = (x: number, y: number, r: number, g: number, b: number) => rgba.set([r, g, b], (y * 100 + x) * 4);
  for (let y = 20; y < 60; y++) for (let x = 20; x < 60; x++) paint(x, y, 215, 70, 70);
  for (let x = 30; x < 50; x++) paint(x, 40, 45, 10, 10);
  const { data } = unmixRed({ width: 100, height: 100, rgba });
  expect(data[30 * 100 + 25]).toBeGreaterThan(240);
  expect(data[40 * 100 + 40]).toBeLessThan(100);
});

test('a page without a seal is plain grey', () => {
  const rgba = new Uint8Array(40).fill(120);
  expect([...unmixRed({ width: 10, height: 1, rgba }).data]).toEqual(Array(10).fill(120));
});
