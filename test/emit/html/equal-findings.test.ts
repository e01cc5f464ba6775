import { expect, test } from 'vitest';
import type { Finding } from '../../../schemas/disclosure.js';
import { equalFindings } from '../../../src/emit/html/equal-findings.js';

const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'CODE-SUM',
  severity: 'info',
  verdict: 'rounding',
  message,
  cells: [],
  ...more,
});

const sizes = (...findings: Finding[]) => equalFindings(findings).map((group) => group.length);

test('one rule and wording at several places is one', () => {
  expect(
    sizes(
      finding('第9页《收入总体情况表》20108审计事务行合计印为2,731.79万元，各项之和为2,731.80万元，相差0.01万元，在四舍五入的尾差之内。'),
      finding('第11页《支出总体情况表》合计行基本支出·小计印为151.80万元，各项之和为151.79万元，相差0.01万元，在四舍五入的尾差之内。'),
    ),
  ).toEqual([2]);
});

test('how many rows of its table are so too is no other wording', () => {
  const message = '第30页《自评表》执行率印为0.0%，计算应为100.00%';
  expect(sizes(finding(`${message}；本表另有1行也是这样。`), finding(`${message}。`))).toEqual([2]);
});

test('another wording, rule, severity or verdict is another', () => {
  const message = '第9页《收入表》合计行印为1.00万元，各项之和为2.00万元。';
  expect(
    sizes(
      finding(message),
      finding(`${message.slice(0, -1)}；恰为小计。`),
      finding(message, { rule: 'ROW-SUM' }),
      finding(message, { severity: 'error' }),
      finding(message, { verdict: 'publisher' }),
    ),
  ).toEqual([1, 1, 1, 1, 1]);
});

test('groups stand where their first finding stood', () => {
  const [a, b, c] = [finding('甲1'), finding('乙1'), finding('甲2')];
  expect(equalFindings([a, b, c])).toEqual([[a, c], [b]]);
});
