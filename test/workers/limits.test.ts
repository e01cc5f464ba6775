import { describe, expect, test } from 'vitest';
import { MEGABYTE, machineMemory, poolMemory } from '../../src/workers/limits.js';

const GIGABYTE = 1024 * MEGABYTE;
const ONE = 1.5 * GIGABYTE;

describe('the memory of all child processes together', () => {
  test.each([1, 2])('%i of them may take what one may', (children) => {
    expect(poolMemory(children, ONE, 64 * GIGABYTE)).toBe(ONE);
  });

  test('more of them may take half of it each', () => {
    expect(poolMemory(8, ONE, 64 * GIGABYTE)).toBe(6 * GIGABYTE);
  });

  test('but not the whole machine', () => {
    expect(poolMemory(8, ONE, 4 * GIGABYTE)).toBe(3 * GIGABYTE);
  });

  test('on a small machine one document still gets what it may take', () => {
    expect(poolMemory(8, ONE, GIGABYTE)).toBe(ONE);
  });

  test('a machine without a limit of its own has the memory it has', () => {
    expect(machineMemory()).toBeGreaterThan(0);
    expect(Number.isSafeInteger(machineMemory())).toBe(true);
  });
});
