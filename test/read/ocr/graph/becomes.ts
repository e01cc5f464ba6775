import { expect } from 'vitest';
import { lighten } from '../../../../src/read/ocr/graph/lighten.js';
import { difference, run, TOLERANCE } from './run-model.js';
import { operatorsOf, type Small, smallModel } from './small-model.js';

/** The model gives the same with no more than these operators. */
export async function becomes(small: Small, operators: readonly string[]): Promise<void> {
  const [file, light] = [smallModel(small), lighten(smallModel(small))];
  expect(operatorsOf(light)).toEqual(operators);
  expect(await difference(file, light, small.shape, small.inputs)).toBeLessThan(TOLERANCE);
}

/** The model comes back as it is: the same bytes, and it runs. */
export async function stays(small: Small): Promise<void> {
  const file = smallModel(small);
  expect(operatorsOf(lighten(file))).toEqual(operatorsOf(file));
  expect(lighten(file)).toBe(file);
  await run(file, small.shape, small.inputs);
}
