import { expect, test } from 'vitest';
import { drawLabel, heightOf, svgPath, toLabel } from '../../../../src/emit/html/charts/drawing.js';

test.each([
  ['一般公共预算财政拨款收入 102,923,164.14', ['一般公共预算财政拨款收入', '102,923,164.14']],
  ['其他收入 1.00', ['其他收入 1.00']],
  ['一般公共预算财政拨款支出决算总体情况说明补充', ['一般公共预算财政拨款支出决算总体', '情况说明补充']],
  ['', ['']],
])('a label breaks between Chinese letters, and never in a number: %j', (text, lines) => {
  expect(toLabel(text, 13, 210).lines).toEqual(lines);
});

test('a word without end is broken all the same', () => {
  const { lines } = toLabel('x'.repeat(100), 13, 210);
  expect(lines.join('')).toBe('x'.repeat(100));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(32);
});

test('half of the lines stand above the point, half below', () => {
  const label = { lines: ['甲', '乙'], size: 12 };
  expect(heightOf(label)).toBe(30);
  expect([...drawLabel(label, 5, 100, 'end').matchAll(/ y="([\d.]+)"/g)].map(([, y]) => y)).toEqual(['92.5', '107.5']);
});

test('numbers of a path are written to 0.01', () => {
  expect(svgPath`M${1 / 3} ${2}V${-0.001}`).toBe('M0.33 2V0');
});
