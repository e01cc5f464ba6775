import { expect, test } from 'vitest';
import { quoteOf, sectionToSentences, withoutRunningHeads } from '../../../../src/check/prose/text/sentences.js';
import { prose } from '../builders.js';

const [heading] = ['一、收入支出决算总体情况说明'];
const sentences = (...paragraphs: string[]) => prose(heading, ...paragraphs).flatMap((section, i) => sectionToSentences(section, i));

test('stops and semicolons end a sentence; the parts up to a stop are one whole', () => {
  const found = sentences('收入合计10万元，其中：财政拨款收入9万元；其他收入1万元。支出合计8万元。');
  expect(found.map(({ text, whole }) => [text, whole])).toEqual([
    ['收入合计10万元，其中：财政拨款收入9万元；', 0],
    ['其他收入1万元。', 0],
    ['支出合计8万元。', 1],
  ]);
});

test('a paragraph that broke amid a sentence reads on; a numbered one does not', () => {
  const found = sentences('2024年度收入合计10万元，其中：财政拨款收入', '9万元，占90%。', '1．第一项，主要是人员', '2．第二项。');
  expect(found.map(({ text }) => text)).toEqual([
    '2024年度收入合计10万元，其中：财政拨款收入9万元，占90%。',
    '1．第一项，主要是人员',
    '2．第二项。',
  ]);
});

test('a line of its own without a comma is a caption: what follows is another sentence', () => {
  expect(sentences('图1 收入比重图', '支出合计8万元。').map(({ text }) => text)).toEqual(['图1 收入比重图', '支出合计8万元。']);
});

test('the plain text has ASCII digits and no spaces, the quote is as printed', () => {
  const [found] = sentences('支出 ２，４８８．９１ 万元，占 95.7％(约)。');
  expect(found?.plain).toBe('支出2，488.91万元，占95.7%（约）。');
  expect(found?.text).toBe('支出 ２，４８８．９１ 万元，占 95.7％(约)。');
  expect(found?.places).toHaveLength(found?.plain.length ?? 0);
});

test('a comma between ASCII digits belongs to the number', () => {
  expect(sentences('收入430,725.03万元,比上年多。')[0]?.plain).toBe('收入430,725.03万元，比上年多。');
});

test('a sentence over two pages is quoted on the page of its figure', () => {
  const [found] = sentences('支出决算为¶2|28.87万元。');
  if (!found) throw new Error('no sentence');
  expect(quoteOf(found, found.plain.indexOf('28.87'))).toEqual({
    section: 0,
    page: 2,
    box: [50, 70, 130, 80],
    text: '支出决算为28.87万元。',
  });
  expect(quoteOf(found, 0).page).toBe(1);
});

test('a running head that stands amid the prose of three pages is left out, a heading never', () => {
  const head = '某市水利局2024年度部门决算公开';
  const repeated = prose('一、总体情况', head, '甲。¶2|乙。', head, '丙。¶3|丁。', head);
  expect(withoutRunningHeads(repeated)[0]?.paragraphs.map((p) => p.text)).toEqual(['一、总体情况', '甲。乙。', '丙。丁。']);
});
