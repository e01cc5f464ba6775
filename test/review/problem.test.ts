import { expect, test } from 'vitest';
import { NoSuchCorrection } from '../../src/corrections/edit.js';
import { NoSuchDocument } from '../../src/review/documents.js';
import { toProblem } from '../../src/review/routes.js';

test('what is asked for and is not there is the asker’s mistake', () => {
  expect(toProblem(new NoSuchDocument('there is no such document')).status).toBe(404);
  expect(toProblem(new NoSuchCorrection('there is no such correction any more')).status).toBe(409);
});

test('a RangeError of our own code is ours, and keeps its words to itself', () => {
  const problem = toProblem(new RangeError('Invalid array length'));
  expect(problem.status).toBe(500);
  expect(String(problem.body)).not.toContain('array length');
});
