import { describe, expect, test } from 'vitest';
import { likenessOf, unswapped } from '../../../src/check/culprit/likeness.js';

describe('a wrong print resembles the right one', () => {
  test.each([
    ['two neighbouring digits changed places', '3180.30', '1380.30', 'neighbours'],
    ['two digits apart changed places', '2,112,822.98'.replaceAll(',', ''), '1212822.98', 'neighbours'],
    ['two others', '9.38', '8.39', 'swapped'],
    ['0.29 for 2.09', '0.29', '2.09', 'neighbours'],
    ['one digit is another', '8.70', '3.70', 'digit'],
    ['the sign is lost', '12.30', '-12.30', 'sign'],
    ['the first digit is lost', '234.56', '1234.56', 'cut'],
    ['the decimals are lost', '1234', '1234.56', 'cut'],
    ['the point stands elsewhere', '39587', '395.87', 'point'],
    ['88 is 88.00 with another digit', '88', '83.00', 'digit'],
    ['nothing', '395.87', '307.21', null],
    ['a zero resembles nothing', '0.00', '10.00', null],
    ['a sign and another number', '-5.00', '7.00', null],
  ])('%s', (_, found, expected, likeness) => {
    expect(likenessOf(found, expected)).toBe(likeness);
  });
});

test('a print with two digits changed back', () => {
  expect(unswapped('1.20').toSorted()).toEqual(['0.21', '1.02', '2.10']);
});
