import { expect, test } from 'vitest';
import { pagesInList, parsePageList } from '../../src/draw/page-list.js';

const pages = (list: string, count = 20) => pagesInList(parsePageList(list), count);

test('pages and ranges, in ascending order, each once', () => {
  expect(pages('1,3,9-12')).toEqual([1, 3, 9, 10, 11, 12]);
  expect(pages('5-7, 6 ,2')).toEqual([2, 5, 6, 7]);
  expect(pages('4-4')).toEqual([4]);
});

test.each(['', ',', '1,', '0', '-3', '3-', 'a', '1-2-3', '1.5', '01', '２', '9–12'])('%j is no list of pages', (list) => {
  expect(() => parsePageList(list)).toThrow(/is no page and no range of pages: write them like 1,3,9-12/);
});

test('a range that runs backwards is named', () => {
  expect(() => parsePageList('2,12-9')).toThrow('the range 12-9 runs backwards');
});

test('the first page the document does not have is named, however far the range reaches', () => {
  expect(() => pages('21')).toThrow('the document has 20 pages, there is no page 21');
  expect(() => pages('18-999999999')).toThrow('the document has 20 pages, there is no page 21');
  expect(() => pages('400')).toThrow('there is no page 400');
});
