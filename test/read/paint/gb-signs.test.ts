import { expect, test } from 'vitest';
import { withSigns } from '../../../src/read/paint/gb-signs.js';

test.each([
  ['各部门ꎬ有关单位ꎮ', '各部门，有关单位。'],
  ['ꎲꎰ２４年ꎻ', '２０２４年；'],
  ['ꆢ', '、'],
  ['1,234.50 教育支出', '1,234.50 教育支出'],
])('%s is %s', (text, signs) => {
  expect(withSigns(text)).toBe(signs);
});
