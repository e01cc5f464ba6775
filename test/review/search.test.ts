import { expect, test } from 'vitest';
import { inLanguage } from '../../src/base/language.js';
import { search } from '../../src/review/search.js';
import { toView } from '../../src/review/to-view.js';
import { readSample } from '../read-sample.js';

const disclosure = await readSample('beiguan-2024');
const documents = [{ view: toView('d1', disclosure, null), sections: disclosure.sections }];

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
