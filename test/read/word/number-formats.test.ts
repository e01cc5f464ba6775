import { expect, test } from 'vitest';
import { formatNumber } from '../../../src/read/word/number-formats.js';

test.each([
  [1, 'decimal', '1'],
  [10, 'chineseCounting', '十'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'japaneseCounting', '二十'],
  [105, 'chineseCounting', '一百〇五'],
  [110, 'chineseCounting', '一百一十'],
  [12, 'chineseLegalSimplified', '壹拾贰'],
  [10, 'ideographDigital', '一〇'],
  [1, 'ideographTraditional', '甲'],
  [13, 'ideographZodiac', '子'],
  [4, 'upperRoman', 'IV'],
  [9, 'lowerRoman', 'ix'],
  [27, 'lowerLetter', 'aa'],
  [3, 'upperLetter', 'C'],
  [3, 'decimalZero', '03'],
  [2, 'decimalEnclosedCircle', '②'],
  [2, 'decimalEnclosedParen', '(2)'],
  [12, 'decimalFullWidth', '１２'],
  [2, 'none', ''],
  [2, 'hindiVowels', '2'],
])('%d as %s is %s', (number, format, text) => {
  expect(formatNumber(number, format)).toBe(text);
});
