import { expect, test } from 'vitest';
import { type Pace, secondsLeft } from '../../../src/review/desk/pace.js';

/** Five pages of twenty, read in ten seconds. */
const PACE: Pace = { begun: 1_000, pageAt: 11_000, page: 5, pages: 20 };

test('the seconds left follow from the pace of the pages', () => {
  expect(secondsLeft(PACE, 11_000)).toBe(30);
  expect(secondsLeft({ ...PACE, page: 20 }, 11_000)).toBe(0);
});

test('between two pages they count down, and never grow', () => {
  expect([11_500, 12_000, 12_900, 14_000, 60_000].map((now) => secondsLeft(PACE, now))).toEqual([30, 29, 29, 28, 28]);
});

test('nothing is said before the pace is known', () => {
  expect(secondsLeft({ ...PACE, pageAt: 1_500 }, 11_000)).toBeNull();
  expect(secondsLeft({ ...PACE, page: 1 }, 11_000)).toBeNull();
});
