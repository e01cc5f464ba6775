import { expect, test } from 'vitest';
import { secondsLeft } from '../../../src/review/desk/pace.js';

test('the seconds left follow from the pace of the pages, once it is known', () => {
  expect(secondsLeft(10_000, 5, 20)).toBe(30);
  expect(secondsLeft(10_000, 20, 20)).toBe(0);
  expect(secondsLeft(1_000, 3, 4)).toBe(1);
  expect(secondsLeft(100, 5, 20)).toBeNull();
  expect(secondsLeft(10_000, 1, 20)).toBeNull();
});
