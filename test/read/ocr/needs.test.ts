import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { needOf } from '../../../src/read/ocr/needs.js';
import { readScans } from '../../../src/read/ocr/ocr.js';
import { page, ruled, write } from '../../builders.js';

const text = write('本表反映部门本年度取得的各项收入情况', 50, 100);

test.each<[string, Partial<Page>, string | null]>([
  ['an empty page needs none', {}, null],
  ['a page of text needs none', { glyphs: text, rules: ruled([50, 500], [90, 110]) }, null],
  ['a picture without text is a scan', { images: [[0, 0, 595, 842]] }, 'page'],
  [
    'a picture under invisible text is a scan',
    { images: [[0, 0, 595, 842]], glyphs: write('不可信', 50, 100, { state: 'hidden' }) },
    'page',
  ],
  ['letters without Unicode maps beside others', { glyphs: [...text, ...write('甲', 50, 200, { state: 'illegible' })] }, 'letters'],
  ['a large picture beside text may hold a table', { glyphs: text, images: [[50, 300, 500, 700]] }, 'pictures'],
  ['a background under the text is no picture to read', { glyphs: text, images: [[0, 0, 595, 842]] }, null],
  ['a logo is too small', { glyphs: text, images: [[50, 300, 100, 350]] }, null],
])('%s', (_, rest, need) => {
  expect(needOf(page(rest), 'auto')).toBe(need);
});

test('asked to, OCR reads every page', () => {
  expect(needOf(page({ glyphs: text }), 'force')).toBe('page');
});

test('pages that need no OCR come back as they are, and the file is not opened again', async () => {
  const pages = [page({ glyphs: text }), page({ number: 2 })];
  expect(await readScans(new Uint8Array(), pages, {})).toEqual(pages);
  expect(await readScans(new Uint8Array(), [page({ images: [[0, 0, 595, 842]] })], { ocr: 'off' })).toHaveLength(1);
});
