import { expect, test } from 'vitest';
import { cutsToBoundaries, fewestCuts } from '../../../src/rebuild/ruleless/fewest-cuts.js';

test('what cuts have in common is one boundary in its middle', () => {
  expect(
    fewestCuts([
      { from: 0, to: 10 },
      { from: 4, to: 20 },
      { from: 2, to: 8 },
    ]),
  ).toEqual([6]);
});

test('cuts with nothing in common are several; a wide one asks for none of its own', () => {
  const cuts = [
    { from: 0, to: 4 },
    { from: 10, to: 14 },
    { from: 2, to: 30 },
  ];
  expect(cutsToBoundaries(cuts)).toEqual([
    { at: 2, cuts: 1 },
    { at: 12, cuts: 2 },
  ]);
});

test('none for none', () => expect(fewestCuts([])).toEqual([]));
