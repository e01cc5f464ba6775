import { describe, expect, test } from 'vitest';
import { HeadsError, type HeadsProblem, headsOf, perHead, perHeadPercent, readHeads } from '../../src/compare/per-head.js';

const read = (text: string) => readHeads(new TextEncoder().encode(text));
const subject = (department: string | null, year: number | null = 2023, file = `${department}.json`) => ({
  file,
  department,
  departmentId: `${department}-id`,
  year,
});

function problemOf(run: () => unknown): HeadsProblem {
  try {
    run();
  } catch (error) {
    if (error instanceof HeadsError) return error.problem;
    throw error;
  }
  throw new Error('it was taken');
}

describe('a table of headcounts', () => {
  test.each([
    '部门,人数\n甲局,12\n',
    '\uFEFFDepartment;Headcount\r\n甲局;12\r\n',
    '单位名称\t编制人数\n甲局\t１２人\n',
    'x,file,heads\n1,甲局.pdf,"12"\n',
  ])('%j', (text) => {
    expect(headsOf(read(text), [subject('甲局')])).toEqual(['12']);
  });

  test('a department is known by its name, whatever its spaces and brackets, by its id, or by the stem of its file', () => {
    const rows = read('department,heads\n甲 局（本级）,1\n乙局-id,2\n丙2023,3.5\n"丁局","1,200"\n');
    const subjects = [subject('甲局(本级)'), subject('乙局'), subject('丙局', 2023, 'x/丙2023.pdf'), subject('丁局')];
    expect(headsOf(rows, subjects)).toEqual(['1', '2', '3.5', '1200']);
  });

  test('heads may be of one year, or of all', () => {
    const years = [subject('甲局', 2022), subject('甲局', 2023)];
    expect(headsOf(read('部门,年度,人数\n甲局,2022,10\n甲局,2023年,11\n'), years)).toEqual(['10', '11']);
    expect(headsOf(read('部门,人数\n甲局,10\n'), years)).toEqual(['10', '10']);
  });

  test.each<[HeadsProblem, string]>([
    ['not-a-table', ''],
    ['not-a-table', '甲局,12\n'],
    ['not-a-table', '部门,人数\n,12\n'],
    ['not-a-table', '部门,人数\n"甲局,12\n'],
    ['not-a-number', '部门,人数\n甲局,约12\n'],
    ['not-a-number', '部门,人数\n甲局,\n'],
    ['not-a-number', '部门,年度,人数\n甲局,去年,3\n'],
    ['not-above-zero', '部门,人数\n甲局,0\n'],
    ['not-above-zero', '部门,人数\n甲局,-3\n'],
    ['duplicate', '部门,人数\n甲局,12\n甲局,13\n'],
    ['duplicate', '部门,人数\n甲局,12\n甲局-id,12\n'],
    ['duplicate', '部门,年度,人数\n甲局,,12\n甲局,2023,12\n'],
    ['unknown', '部门,人数\n甲局,12\n乙局,13\n'],
    ['unknown', '部门,年度,人数\n甲局,2023,12\n甲局,2020,12\n'],
    ['missing', '部门,人数\n'],
    ['missing', '部门,年度,人数\n甲局,2020,12\n'],
  ])('%s: %j', (problem, text) => {
    expect(problemOf(() => headsOf(read(text), [subject('甲局')]))).toBe(problem);
  });

  test('a line that several departments of one name would take is refused', () => {
    const two = [subject('民政局'), { ...subject('民政局'), departmentId: 'another' }];
    expect(problemOf(() => headsOf(read('部门,人数\n民政局,12\n'), two))).toBe('ambiguous');
    expect(headsOf(read('部门,人数\n民政局-id,12\nanother,13\n'), two)).toEqual(['12', '13']);
  });

  test('a document that could not be read needs no line', () => {
    expect(headsOf(read('部门,人数\n甲局,12\n'), [subject('甲局'), { ...subject(null, null, 'x.pdf'), status: 'failed' }])).toEqual([
      '12',
      null,
    ]);
  });
});

test.each([
  ['100.00', '3', '33.33'],
  ['200.00', '3', '66.67'],
  ['0.01', '2', '0.01'],
  ['-0.01', '2', '-0.01'],
  ['0.00', '7', '0.00'],
  ['90071992547409930.02', '1', '90071992547409930.02'],
  ['10.00', '12.5', '0.80'],
])('%s 元 over %s heads: %s', (yuan, heads, each) => {
  expect(perHead(yuan, heads)).toBe(each);
});

test('the change for each head is of the exact amounts', () => {
  const side = (yuan: string, heads: string) => ({ yuan, heads });
  expect(perHeadPercent(side('100.00', '10'), side('100.00', '8'))).toBe('25.00');
  expect(perHeadPercent(side('1.00', '300'), side('1.00', '300'))).toBe('0.00');
  expect(perHeadPercent(side('0.00', '3'), side('1.00', '3'))).toBeNull();
});
