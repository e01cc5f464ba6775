import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { toDisclosure } from '../../src/pipeline/disclosure.js';
import { checkDraft, toDraft } from '../../src/pipeline/draft.js';
import { emptyDisclosure } from '../../src/pipeline/empty.js';
import { page, write } from '../builders.js';

const SOURCE = { name: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf', pages: 1, producer: null };

/** A document of pages with these lines. */
function disclosed(...pages: string[][]) {
  const drawn = pages.map((texts, p) => page({ number: p + 1, glyphs: texts.flatMap((text, i) => write(text, 50, 100 + 30 * i)) }));
  return toDisclosure(emptyDisclosure(SOURCE).source, checkDraft(toDraft(drawn, families, null)), families);
}

const named = (...pages: string[][]) => disclosed(...pages).findings.filter(({ rule }) => rule === 'DOCUMENT-NAME');

const COVER = ['甲州市临江区规划和自然资源局', '2024年度部门决算'];
const PARTS = ['甲州市临江区规划和自然资源局2024年度财政拨款收入1.00万元。', '第四部分名词解释'];

test('a heading with the name of the city’s office, where the document is its district’s', () => {
  const [only, ...more] = named(
    COVER,
    ['第一部分甲州市临江区规划和自然资源局概况'],
    ['第三部分甲州市规划和自然资源局2024年度部门决算情况', ...PARTS],
  );
  expect(more).toEqual([]);
  expect(only).toMatchObject({
    severity: 'warning',
    verdict: 'publisher',
    expected: '甲州市临江区规划和自然资源局',
    found: '甲州市规划和自然资源局',
    quote: { page: 3 },
  });
  expect(only?.message).toBe('第3页的标题写的是“甲州市规划和自然资源局”，而本决算是“甲州市临江区规划和自然资源局”的。');
});

test('short forms, the own office and a unit’s name that begins with the department’s are no other body', () => {
  const headings = ['第一部分临江区规划和自然资源局概况', '第二部分甲州市临江区规划和自然资源局（本级）2024年度部门决算表'];
  expect(named(COVER, headings, ['第三部分甲州市临江区规划和自然资源局测绘中心2024年度部门决算情况', ...PARTS])).toEqual([]);
});

test('a unit that the document lists has a part of its own', () => {
  const parts = ['第三部分甲州市土地储备中心2024年度单位决算情况', '1.甲州市土地储备中心', ...PARTS];
  expect(named(COVER, parts)).toEqual([]);
});

test('sentences may speak of anybody', () => {
  expect(named(COVER, ['与乙州市财政局2024年度部门决算口径', '由乙州市财政局2024年度部门决算', ...PARTS])).toEqual([]);
  expect(named(COVER, ['乙州市财政局2024年度拨来1.00万元。', ...PARTS])).toEqual([]);
});
