import { expect, test } from 'vitest';
import { NUMBER_SIGNS } from '../../../../src/read/ocr/numbers/numbers.js';
import { stepsToLetters, stepsToVariants } from '../../../../src/read/ocr/print/ctc.js';
import { steps } from '../steps.js';

test('steps that give one letter are one, with a blank between they are two', () => {
  expect(stepsToLetters(steps('7 7 _ 7 . _ 5 5')).map((l) => l.text)).toEqual(['7', '7', '.', '5']);
});

test('a wavering step gives both numbers, the likelier first', () => {
  expect(
    stepsToVariants(steps('1 7/1 _ 5'), NUMBER_SIGNS, 4)
      .map((v) => v.text)
      .slice(0, 2),
  ).toEqual(['175', '15']);
});
