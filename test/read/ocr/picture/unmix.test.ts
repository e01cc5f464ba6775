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

/** A page of grey paper with a seal of half-transparent ink at its upper left. */
function sealed(...strokes: readonly { readonly at: number; readonly rgb: readonly [number, number, number] }[]) {
  const rgba = new Uint8Array(100 * 100 * 4).fill(240);
  const paint = (x: number, y: number, rgb: readonly number[]) => rgba.set([...rgb, 255], (y * 100 + x) * 4);
  for (let y = 20; y < 60; y++) for (let x = 20; x < 60; x++) paint(x, y, [225, 113, 113]);
  for (const { at, rgb } of strokes) for (let x = 30; x < 50; x++) for (let y = at; y < at + 3; y++) paint(x, y, rgb);
  const { data } = unmixRed({ width: 100, height: 100, rgba });
  return (y: number) => data[y * 100 + 40] ?? 0;
}

test('print under ink through which it shows reddish is print', () => {
  const brightness = sealed({ at: 40, rgb: [151, 39, 39] });
  expect(brightness(30)).toBeGreaterThan(230);
  expect(brightness(41)).toBeLessThan(150);
});

test('a thin stroke of a seal, whose colour is spread over the paper beside it, is paper', () => {
  const brightness = sealed({ at: 80, rgb: [222, 177, 177] });
  expect(brightness(81)).toBeGreaterThan(230);
});
