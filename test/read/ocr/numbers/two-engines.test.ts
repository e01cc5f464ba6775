import { expect, test } from 'vitest';
import { agreedNumber, isCertain, toLook } from '../../../../src/read/ocr/numbers/two-engines.js';
import { toRecognised } from '../../../../src/read/ocr/print/ctc.js';
import { steps } from '../steps.js';

/** What both engines see at one look. */
const look = (text: string, second: string, isRing = false) => toLook(toRecognised(steps(text)), second, () => isRing);

test('engines that agree are believed', () => {
  const first = look('1 2 . 5 0', '12.50');
  expect(isCertain(first)).toBe(true);
  expect(agreedNumber([first])).toMatchObject({ text: '12.50', doubtful: false, alternatives: [] });
});

test('engines that differ leave a doubt, and both readings', () => {
  const reading = agreedNumber([look('1 2 . 5 0', '72.50'), look('1 2 . 5 0', '72.50')]);
  expect(reading).toMatchObject({ text: '12.50', doubtful: true, alternatives: ['72.50'] });
});

test('the first engine twice and the second once are enough', () => {
  expect(agreedNumber([look('1 2 . 5 0', '2.50'), look('1 2 . 5 0', '12.50')]).doubtful).toBe(false);
});

test('agreement with an unsure engine is a doubt', () => {
  expect(agreedNumber([look('1 7/1 . 5 0', '17.50')]).doubtful).toBe(true);
});

test('a first engine that wavers is believed where the second reads the same every time', () => {
  expect(agreedNumber([look('1 7/1 . 5 0', '17.50'), look('1 7/1 . 5 0', '17.50')]).doubtful).toBe(false);
});

test('a colon between digits is a point', () => {
  expect(look('0 : 0 _ 0', '0.00')).toMatchObject({ text: '0.00', agree: true });
});

test('where the first engine sees no number, what the second saw is an alternative', () => {
  expect(agreedNumber([look('_ _', '5.20')])).toMatchObject({ doubtful: true, alternatives: ['5.20'] });
});

test('a lone 0 that is a ring and that the second engine overlooks every time is believed; another digit is not, nor one in which it sees a number', () => {
  const three = (text: string, ...seconds: [string, string, string]) => {
    const [first, ...more] = seconds.map((second) => look(text, second, true));
    return agreedNumber([first ?? look(text, ''), ...more]).doubtful;
  };
  expect(three('0', '', '-', '')).toBe(false);
  expect(three('0', '', '9', '')).toBe(true);
  expect(three('8', '', '', '')).toBe(true);
  expect(agreedNumber([look('0', ''), look('0', '')]).doubtful).toBe(true);
  expect(agreedNumber([look('0', ''), look('0', ''), look('0', '')]).doubtful).toBe(true);
});

test('digits on which both engines agree are told, whatever they make of the point', () => {
  const three = (text: string, ...seconds: [string, string, string]) => {
    const [first, ...more] = seconds.map((second) => look(text, second));
    return agreedNumber([first ?? look(text, ''), ...more]);
  };
  expect(three('8 . 7 _ 1', '871', '87', '871')).toMatchObject({ text: '8.71', doubtful: true, digitsAgree: true });
  expect(three('8 7 _ 1', '8.71', '8.71', '')).toMatchObject({ text: '871', alternatives: ['8.71'], doubtful: true, digitsAgree: true });
  expect(three('8 . 7 _ 1', '877', '877', '87').digitsAgree).toBeUndefined();
  expect(three('8 . 7/1 _ 1', '871', '871', '871').digitsAgree).toBeUndefined();
});
