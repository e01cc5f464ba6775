import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { documentsSvg } from '../../src/compare/chart.js';
import { allFigures, type DocumentLine, failedLine, figuresNamed, sortLines, toLine } from '../../src/compare/documents.js';
import { documentsListing } from '../../src/compare/documents-listing.js';
import { documentsText } from '../../src/compare/documents-text.js';
import { listingCsv } from '../../src/compare/listing-files.js';
import { account, threePublicTable } from './accounts.js';

const THREE_PUBLIC = figuresNamed('三公合计', families);

const line = (department: string, total: Parameters<typeof threePublicTable>[0][string] | null): DocumentLine =>
  toLine(`${department}.json`, account(2023, total === null ? [] : [threePublicTable({ 'final.total': total })], department), families);

const lines = [
  line('甲局', '1.50'),
  line('乙局', { text: '20.00', status: 'contradicted' }),
  line('丙局', { text: '1?.00', status: 'unreadable' }),
  line('丁局', null),
  failedLine('戊局.pdf', 'The PDF is cut off.'),
];
const sorted = sortLines(lines, 'value', THREE_PUBLIC);

describe('a figure is asked for', () => {
  test.each([
    ['three-public/total', ['three-public/total']],
    ['三公', ['three-public/total']],
    ['三公经费', ['three-public/total']],
    ['“三公”经费合计', ['three-public/total']],
    ['会议费', ['conference']],
    ['因公出国(境)费', ['three-public/abroad']],
    ['机关运行经费', ['running-costs']],
    // 本年收入合计 of final accounts, 收入总计 of budgets.
    ['收入', ['total-income', 'grand-total-income']],
    ['收入决算', []],
  ])('as %s', (word, ids) => {
    expect(figuresNamed(word, families).map(({ id }) => id)).toEqual(ids);
  });

  test('by no word that means two figures of one family', () => {
    for (const family of families) {
      const words = Object.values(family.presentation.compared).flatMap(({ words, also = [] }) => [words, ...also]);
      for (const word of words) expect([word, figuresNamed(word, [family]).length]).toEqual([word, 1]);
    }
  });
});

test('documents stand in the order of the value, those without one at the end', () => {
  expect(sorted.map(({ file }) => file)).toEqual(['乙局.json', '甲局.json', '丙局.json', '丁局.json', '戊局.pdf']);
  expect(sortLines(lines, 'input', THREE_PUBLIC)).toBe(lines);
  expect(sortLines(lines, 'department', THREE_PUBLIC).map(({ department }) => department)).toEqual(['丁局', '丙局', '乙局', '甲局', null]);
});

test('in a terminal doubtful values are marked, and documents that do not print the figure are listed as such', () => {
  const text = documentsText(sorted, THREE_PUBLIC);
  expect(text).toMatch(/乙局 .* 200000\.00 +20\.00万元（有矛盾）/);
  expect(text).toMatch(/甲局 .* 15000\.00 +1\.50万元\n/);
  expect(text).toMatch(/丙局 .* 1\?\.00万元（无法识读）/);
  expect(text).toMatch(/丁局 .* 未印/);
  expect(text).toMatch(/戊局\.pdf +未能提取/);
  expect(text).toContain('戊局.pdf：The PDF is cut off.');
});

test('in CSV a status and the printed text stand beside the amount', () => {
  const [heads, ...rows] = listingCsv(documentsListing(sorted, THREE_PUBLIC)).trimEnd().split('\r\n');
  const fields = 'yuan,printed,status,page'.split(',').map((field) => `three-public/total.${field}`);
  expect(heads).toBe(`\uFEFFdepartment,year,kind,file,outcome,reason,${fields.join(',')}`);
  expect(rows).toEqual([
    '乙局,2023,部门决算,乙局.json,全部读出,,200000.00,20.00万元（有矛盾）,有矛盾,3',
    '甲局,2023,部门决算,甲局.json,全部读出,,15000.00,1.50万元,勾稽证实,3',
    '丙局,2023,部门决算,丙局.json,全部读出,,,1?.00万元（无法识读）,无法识读,3',
    '丁局,2023,部门决算,丁局.json,全部读出,,,未印,,',
    ',,,戊局.pdf,未能提取,The PDF is cut off.,,,,',
  ]);
});

test('a chart has a bar for each value, and says of the others why they have none', () => {
  const [figure] = THREE_PUBLIC;
  if (!figure) throw new Error('no figure');
  const svg = documentsSvg(sorted, figure);
  // Names may wrap.
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
  for (const name of ['乙局 2023（有矛盾）', '丙局 2023（无法识读）', '丁局 2023（未印）', '戊局.pdf（未能提取）'])
    expect(texts).toContain(name);
  expect(svg.match(/<rect/g)).toHaveLength(2 + 1);
  expect(texts).toContain('单位：万元');
});

test('every figure has a name, and some document kind that declares it', () => {
  for (const { id, words } of allFigures(families)) expect([id, words.length > 0]).toEqual([id, true]);
});
