import { expect, test } from 'vitest';
import { displayWidth, fitWidth } from '../../src/base/width.js';

test('决算 is 4, full-width １ is 2, a combining mark nothing', () => {
  expect(['决算', '１', 'e\u0301', 'é', 'abc', '（一）', '𠀀', ''].map(displayWidth)).toEqual([4, 2, 1, 1, 3, 6, 2, 0]);
});

test('what may be wide or narrow is narrow', () => {
  expect(['“', '…', '—', '①', '·'].map(displayWidth)).toEqual([1, 1, 1, 1, 1]);
});

test('a text that does not fit is cut between characters', () => {
  expect(['决算表', '决算', 'abcd', ''].map((text) => fitWidth(text, 4))).toEqual(['决…', '决算', 'abcd', '']);
});
