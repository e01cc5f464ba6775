import { expect, test } from 'vitest';
import { looksLikeNumber, NUMBER_SIGNS, sameNumber, toPrintedNumber } from '../../../src/read/ocr/numbers/numbers.js';
import { hear, isClear, judgeNumber } from '../../../src/read/ocr/numbers/two-engines.js';
import { type Frame, framesToLetters, framesToVariants } from '../../../src/read/ocr/print/ctc.js';
import { joinBeside, probabilitiesToRects } from '../../../src/read/ocr/print/detect.js';
import { spell } from '../../../src/read/ocr/words/spelling.js';

/** `7` a frame that is sure, `7/1` one that wavers (0.6 to 0.4), `_` no character. */
const frames = (text: string): Frame[] =>
  text.split(' ').map((step) => {
    const [first = '', second] = step.split('/').map((c) => (c === '_' ? '' : c));
    return second === undefined
      ? [{ text: first, p: 0.99 }]
      : [
          { text: first, p: 0.6 },
          { text: second, p: 0.4 },
        ];
  });

const letters = (text: string, p = 0.99) => [...text].map((c, i) => ({ text: c, p, at: (i + 0.5) / text.length, others: [] }));
const spelled = (text: string, p?: number) =>
  spell(letters(text, p))
    ?.map((e) => e.text)
    .join('') ?? null;

test('frames that say one letter are one, with a blank between they are two', () => {
  expect(framesToLetters(frames('7 7 _ 7 . _ 5 5')).map((l) => l.text)).toEqual(['7', '7', '.', '5']);
});

test('a wavering frame gives both numbers, the likelier first', () => {
  expect(
    framesToVariants(frames('1 7/1 _ 5'), NUMBER_SIGNS, 4)
      .map((v) => v.text)
      .slice(0, 2),
  ).toEqual(['175', '15']);
});

test('numbers: separators are put right, words and double signs are none', () => {
  expect(toPrintedNumber('31.707,705.59')).toBe('31,707,705.59');
  expect(toPrintedNumber('1，234。50')).toBe('1,234.50');
  expect(toPrintedNumber('（12.30）')).toBe('(12.30)');
  expect(toPrintedNumber('1-2')).toBeNull();
  expect(looksLikeNumber('0:00')).toBe(true);
  expect(looksLikeNumber('2023年')).toBe(false);
});

test('the place of the point and the sign tell numbers apart, separators do not', () => {
  expect(sameNumber('1,234.50', '1234.50')).toBe(true);
  expect(sameNumber('1234.50', '12345.0')).toBe(false);
  expect(sameNumber('-3.20', '3.20')).toBe(false);
  expect(sameNumber('(3.20)', '-3.20')).toBe(true);
});

const heard = (text: string, second: string) => hear({ frames: frames(text), letters: framesToLetters(frames(text)) }, second);

test('witnesses that agree are believed', () => {
  const first = heard('1 2 . 5 0', '12.50');
  expect(isClear(first)).toBe(true);
  expect(judgeNumber([first])).toMatchObject({ text: '12.50', doubtful: false, alternatives: [] });
});

test('witnesses that differ leave a doubt, and both readings', () => {
  const reading = judgeNumber([heard('1 2 . 5 0', '72.50'), heard('1 2 . 5 0', '72.50')]);
  expect(reading).toMatchObject({ text: '12.50', doubtful: true, alternatives: ['72.50'] });
});

test('the first witness twice and the second once settle a number', () => {
  expect(judgeNumber([heard('1 2 . 5 0', '2.50'), heard('1 2 . 5 0', '12.50')]).doubtful).toBe(false);
});

test('agreement with an unsure witness is a doubt', () => {
  expect(judgeNumber([heard('1 7/1 . 5 0', '17.50')]).doubtful).toBe(true);
});

test('a first witness that wavers is believed where the second says the same every time', () => {
  expect(judgeNumber([heard('1 7/1 . 5 0', '17.50'), heard('1 7/1 . 5 0', '17.50')]).doubtful).toBe(false);
});

test('a colon between digits is a point', () => {
  expect(heard('0 : 0 _ 0', '0.00')).toMatchObject({ text: '0.00', agree: true });
});

test('a witness that sees no number leaves what the other saw as an alternative', () => {
  expect(judgeNumber([heard('_ _', '5.20')])).toMatchObject({ doubtful: true, alternatives: ['5.20'] });
});

test('words: one lost letter, a lost mark, a misread mark', () => {
  expect(spelled('大型修')).toBe('大型修缮');
  expect(spelled('五教育支出')).toBe('五、教育支出');
  expect(spelled('一一般公共服务支出')).toBe('一、一般公共服务支出');
  expect(spelled('八丶社会保障和就业支出')).toBe('八、社会保障和就业支出');
});

test('words: known ones stay, unknown ones stay, a sure letter is not exchanged', () => {
  expect(spelled('行政运行')).toBeNull();
  expect(spelled('今天天气很好')).toBeNull();
  expect(spelled('行政运竹')).toBeNull();
  expect(spelled('行政运竹', 0.5)).toBe('行政运行');
});

test('the detector: an area of print becomes a box in pixels of the picture, widened', () => {
  const map = new Float32Array(64 * 32);
  for (let y = 10; y < 16; y++) map.fill(0.9, y * 64 + 10, y * 64 + 50);
  const [rect, ...more] = probabilitiesToRects(map, { width: 64, height: 32 }, { width: 128, height: 64 });
  expect(more).toEqual([]);
  expect(rect).toEqual({ x0: 12, y0: 12, x1: 108, y1: 40 });
});

test('the dashes beside a page number are joined to it; 单位 far to the right and the line below are not', () => {
  const dash = { x0: 80, y0: 107, x1: 88, y1: 112 };
  const digits = { x0: 95, y0: 100, x1: 110, y1: 120 };
  const far = { x0: 400, y0: 100, x1: 480, y1: 120 };
  const below = { x0: 80, y0: 122, x1: 200, y1: 142 };
  expect(joinBeside([digits, far, below, dash])).toEqual([{ x0: 80, y0: 100, x1: 110, y1: 120 }, below, far]);
});
