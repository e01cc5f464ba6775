import { expect, test } from 'vitest';
import { once } from '../../src/base/once.js';
import { parseTsv } from '../../src/books/tsv.js';

test('comments and the line of column names are no rows', () => {
  expect(parseTsv('# what this is\ncode\tname\n201\t一般公共服务支出\n')).toEqual([['201', '一般公共服务支出']]);
});

test('a blank field stays a field', () => {
  expect(parseTsv('a\tb\tc\n1\t\t\n')).toEqual([['1', '', '']]);
});

test('lines may end as Windows ends them', () => {
  expect(parseTsv('a\tb\r\n1\t2\r\n')).toEqual([['1', '2']]);
});

test('once: made at the first use, and only then', () => {
  let made = 0;
  const book = once(() => {
    made++;
    return undefined;
  });
  expect(made).toBe(0);
  book();
  book();
  expect(made).toBe(1);
});
