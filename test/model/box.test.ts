import { expect, test } from 'vitest';
import { boxAround, boxAroundAll, middleX, middleY } from '../../src/model/box.js';

test('the box around boxes holds each of them, and touches one on each side', () => {
  const [low, wide] = [[10, 10, 20, 20] as const, [5, 12, 15, 30] as const];
  expect(boxAround([low, wide])).toEqual([5, 10, 20, 30]);
  expect(boxAround([low])).toEqual(low);
});

test('the box around what has boxes is the one around their boxes', () => {
  const boxes = [[10, 10, 20, 20] as const, [5, 12, 15, 30] as const];
  expect(boxAroundAll(boxes.map((box) => ({ box })))).toEqual(boxAround(boxes));
  expect(() => boxAroundAll([])).toThrow('no element 0');
});

test('there is none around nothing', () => {
  expect(() => boxAround([])).toThrow('no element 0');
});

test('the middle of a box', () => {
  expect(middleX({ box: [10, 0, 20, 4] })).toBe(15);
  expect(middleY({ box: [10, 0, 20, 4] })).toBe(2);
});
