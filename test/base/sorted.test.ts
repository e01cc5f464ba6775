import { expect, test } from 'vitest';
import { sorted } from '../../src/base/sorted.js';

const byRank = (one: { rank: number }, other: { rank: number }) => one.rank - other.rank;

test('what is in order comes back as it is', () => {
  const items = [{ rank: 1 }, { rank: 1 }, { rank: 3 }];
  expect(sorted(items, byRank)).toBe(items);
  const none: { rank: number }[] = [];
  expect(sorted(none, byRank)).toBe(none);
});

test('what is not is sorted beside it, equals as they came', () => {
  const items = [
    { rank: 2, name: 'a' },
    { rank: 1, name: 'b' },
    { rank: 2, name: 'c' },
    { rank: 1, name: 'd' },
  ];
  expect(sorted(items, byRank).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c']);
  expect(items.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});
