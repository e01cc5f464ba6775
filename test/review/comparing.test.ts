import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { failedLine, toLine } from '../../src/compare/documents.js';
import { HeadsError, readHeads } from '../../src/compare/per-head.js';
import {
  comparable,
  comparedDocuments,
  comparedYears,
  documentsFile,
  linesWithHeads,
  NotComparable,
  yearsFile,
} from '../../src/review/comparing.js';
import { account, summaryTable } from '../compare/accounts.js';

const of = (year: number, income: string, department?: string) =>
  account(year, [summaryTable(income, income, '10.00', '20.00')], department);
const read = (...disclosures: readonly Disclosure[]) =>
  disclosures.map((disclosure, index) => ({
    id: `d${index + 1}`,
    line: toLine(disclosure.source.name, disclosure, families),
    region: disclosure.document.region.code,
  }));

test('two years are compared within a department and kind, those that follow each other first', () => {
  const budget = { ...of(2023, '1.00'), document: { ...of(2023, '1.00').document, kind: '部门预算' as const } };
  const { pairs, years } = comparable(
    read(of(2020, '1.00'), of(2023, '3.00'), of(2022, '2.00'), of(2022, '2.00', '桐柏县水利局'), budget),
    0,
  );
  expect(pairs.map(({ ids, years: own }) => [...ids, ...own])).toEqual([
    ['d3', 'd2', 2022, 2023],
    ['d1', 'd3', 2020, 2022],
    ['d1', 'd2', 2020, 2023],
  ]);
  expect(years).toEqual([2023, 2022, 2020]);
});

test('what is no two years of one department is refused with a sentence', () => {
  expect(() => comparedYears(of(2022, '1.00'), of(2023, '1.00', '桐柏县水利局'))).toThrow(NotComparable);
  expect(() => comparedDocuments(read(of(2022, '1.00')), 'nothing', null)).toThrow(NotComparable);
});

test('two years for the page, and as the command line writes them', () => {
  const compared = comparedYears(of(2023, '170.00'), of(2022, '160.00'));
  expect(compared).toMatchObject({ title: '桐柏县档案馆2022—2023年度部门决算', years: [2022, 2023] });
  expect(compared.indicators[0]).toMatchObject({ words: '本年收入合计', difference: '100000.00', percent: '6.25' });
  expect(yearsFile(of(2022, '160.00'), of(2023, '170.00'), 'csv').text).toContain('100000.00,6.25');
  expect(yearsFile(of(2022, '160.00'), of(2023, '170.00'), 'svg').text).toContain('桐柏县档案馆2022—2023年度部门决算');
});

test('one figure of the documents of a year, the largest first; those without it are there and say so', () => {
  const lines = [
    ...read(of(2022, '1.00'), of(2023, '3.00'), of(2022, '2.00', '桐柏县水利局')),
    { id: 'd4', line: failedLine('坏.pdf', 'cut off'), region: null },
  ];
  const { figures } = comparable(lines, 0);
  const [income] = figures;
  const listed = (year: number | null) =>
    comparedDocuments(lines, income?.id ?? '', year).lines.map(({ id, value }) => [id, value?.yuan ?? null]);
  expect(listed(2022)).toEqual([
    ['d3', '20000.00'],
    ['d1', '10000.00'],
  ]);
  expect(listed(null)).toEqual([
    ['d2', '30000.00'],
    ['d3', '20000.00'],
    ['d1', '10000.00'],
    ['d4', null],
  ]);
  expect(documentsFile(lines, income?.id ?? '', 2022, 'csv').name).toBe(`${income?.words}2022.csv`);
});

test('with a pasted table of heads a figure is told for each head as well, in the page and in the files', () => {
  const documents = read(of(2022, '1.00'), of(2022, '2.00', '桐柏县水利局'));
  const pasted = (text: string) => linesWithHeads(documents, readHeads(new TextEncoder().encode(text)));
  const lines = pasted('部门\t人数\n桐柏县档案馆\t3\n桐柏县水利局\t8\n');
  const [income] = comparable(lines, 0).figures;
  const figure = income?.id ?? '';
  expect(comparedDocuments(lines, figure, 2022).lines.map(({ id, heads, perHead }) => [id, heads, perHead])).toEqual([
    ['d1', '3', '3333.33'],
    ['d2', '8', '2500.00'],
  ]);
  expect(documentsFile(lines, figure, null, 'csv').text).toContain('3333.33');
  expect(documentsFile(lines, figure, null, 'svg').text).toContain('元/人');
  expect(comparedDocuments(documents, figure, null).lines.map(({ heads }) => heads)).toEqual([null, null]);
  expect(() => pasted('部门,人数\n桐柏县档案馆,3\n')).toThrow(HeadsError);
});
