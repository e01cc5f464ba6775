import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import type { PagedSource } from '../../../src/read/container.js';
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

/** A document that nothing may be asked of. */
const untouched: PagedSource = {
  kind: 'paged',
  pages: 1,
  producer: null,
  read: () => Promise.reject(new Error('read')),
  renderer: () => Promise.reject(new Error('drawn')),
  close: () => Promise.reject(new Error('closed')),
};

test('pages that need no OCR come back as they are, and nothing is drawn', async () => {
  const pages = [page({ glyphs: text }), page({ number: 2 })];
  expect(await readScans(untouched, pages, {})).toEqual(pages);
  expect(await readScans(untouched, [page({ images: [[0, 0, 595, 842]] })], { ocr: 'off' })).toHaveLength(1);
});
