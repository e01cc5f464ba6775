import { expect, test } from 'vitest';
import { withIdeographs } from '../../../src/read/paint/radicals.js';

test.each([
  ['⻓⻔县⺠政局', '长门县民政局'],
  ['⼀般公共预算', '一般公共预算'],
  ['公务⽤⻋', '公务用车'],
  ['⾏政⽀出⼈员⼯⽣⽊', '行政支出人员工生木'],
  ['\uf90a额', '金额'],
  ['412.36 — （一）Ａ①', '412.36 — （一）Ａ①'],
])('%s is %s', (text, ideographs) => {
  expect(withIdeographs(text)).toBe(ideographs);
});

test('what a radical stands for is one ideograph, no radical', () => {
  for (let code = 0x2e80; code <= 0x2fd5; code++) {
    const letter = String.fromCodePoint(code);
    const ideograph = withIdeographs(letter);
    if (ideograph !== letter) expect(ideograph, letter).toMatch(/^[\u4e00-\u9fff]$/u);
  }
});
