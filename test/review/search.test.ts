import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inLanguage } from '../../src/base/language.js';
import { sectionPages } from '../../src/pipeline/section-pages.js';
import { extractWithDraft } from '../../src/pipeline.js';
import { search } from '../../src/review/search.js';
import { toView } from '../../src/review/to-view.js';
import { SAMPLE } from '../cli/juesuan.js';

const extraction = await extractWithDraft(readFileSync(SAMPLE), { name: 'beiguan-2024.pdf', ocr: 'off' });
const { disclosure } = extraction;
const pages = sectionPages(extraction);
const sections = disclosure.sections.map((section, index) => ({ ...section, starts: pages[index] ?? [] }));
const documents = [{ view: toView('d1', disclosure, null), sections }];

test('words are found in findings, rows and sentences, each with what leads there', () => {
  const { hits, more } = search(documents, '社会公益');
  expect(more).toBe(0);
  expect([...new Set(hits.map(({ kind }) => kind))]).toEqual(['finding', 'row', 'sentence']);
  const row = hits.find(({ kind }) => kind === 'row');
  expect(disclosure.tables[row?.table ?? -1]?.rows[row?.row ?? -1]?.name).toBe('社会公益研究');
  expect(documents[0]?.view.findings.some(({ key }) => key === hits[0]?.key)).toBe(true);
});

test('all words must stand in one place, in any order; amounts with or without commas', () => {
  expect(search(documents, '40.00 社会公益研究').hits.every(({ kind }) => kind !== 'sentence')).toBe(true);
  expect(search(documents, '社会公益研究 没有的词').hits).toEqual([]);
  expect(search(documents, '１，139.96').hits.length).toBeGreaterThan(0);
  expect(search(documents, ' ').hits).toEqual([]);
});

test('of many hits some are given and the others counted', () => {
  const { hits, more } = search(
    Array.from({ length: 30 }, () => documents[0] ?? { view: toView('', disclosure, null), sections: [] }),
    '合计',
  );
  expect(hits).toHaveLength(200);
  expect(more).toBeGreaterThan(0);
});

test('in English findings are found by their English sentences', () => {
  const words = 'but 307.87万元 by the other figures';
  expect(search(documents, words).hits).toEqual([]);
  const { hits } = inLanguage('en', () => search(documents, words));
  expect(hits.map(({ kind }) => kind)).toEqual(['finding']);
  expect(hits[0]?.text).toContain('a difference of 88.00万元');
});

test('a sentence leads to the page on which it begins, not to the first of its section', () => {
  const pagesOf = (words: string) =>
    search(documents, words)
      .hits.filter(({ kind }) => kind === 'sentence')
      .map(({ text, page }) => [text, page]);
  expect(sections.findLast(({ heading }) => heading === '第四部分名词解释')?.pages).toEqual([26, 27]);
  expect(pagesOf('财政拨款收入：单位从同级政府')).toEqual([[expect.stringContaining('取得的财政预算资金'), 27]]);
  expect(pagesOf('目录')).toEqual([['目录', 2]]);
  // As the findings have it, whose sentences have their places.
  const whole = disclosure.findings.flatMap(({ quote }) => (quote?.text.endsWith('。') ? [quote] : []));
  expect(whole.length).toBeGreaterThan(5);
  for (const { text, page } of whole) expect(pagesOf(text.slice(0, 20)).map(([, of]) => of)).toContain(page);
});

test('where it is not known where pages begin, a sentence leads to the first page of its section', () => {
  const [found] = search(
    [{ view: toView('d1', disclosure, null), sections: [{ heading: null, text: '甲。乙丙。', pages: [3, 4], starts: [] }] }],
    '乙丙',
  ).hits;
  expect(found).toMatchObject({ kind: 'sentence', page: 3 });
});
