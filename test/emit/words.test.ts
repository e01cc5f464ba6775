import { expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { bySeverity, countsInWords, levelOf } from '../../src/emit/words.js';

const finding = (rule: string, severity: Finding['severity']): Finding => ({
  rule,
  severity,
  verdict: 'publisher',
  message: rule,
  cells: [],
});

test('what is about words alone is a level of its own, the last', () => {
  const found = [
    finding('NAME-STALE', 'info'),
    finding('NEAR', 'info'),
    finding('TEMPLATE-LEFTOVER', 'warning'),
    finding('ROW-SUM', 'error'),
  ];
  expect(found.map(levelOf)).toEqual(['文字问题', '说明', '提醒', '错误']);
  expect(bySeverity(found).map(({ rule }) => rule)).toEqual(['ROW-SUM', 'TEMPLATE-LEFTOVER', 'NEAR', 'NAME-STALE']);
  expect(countsInWords(found)).toBe('错误 1 处，提醒 1 处，说明 1 处，文字问题 1 处');
});

test('where nothing is wrong with the words, they are not counted', () => {
  expect(countsInWords([finding('NEAR', 'info')])).toBe('错误 0 处，提醒 0 处，说明 1 处');
});
