import { describe, expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { inLanguage } from '../../src/base/language.js';
import { findingInEnglish, messageOf } from '../../src/english/finding.js';
import { row, table } from '../emit/fixture.js';
import { readSample } from '../read-sample.js';

const tables = [
  table({
    ...{ title: '支出决算表', number: '公开03表', pages: [10] },
    columns: [{ key: 'basic', path: ['本年支出', '基本支出'], ordinal: null }],
    rows: [row('合计', {}), row('行政运行', {}, { code: '2010301' })],
  }),
];

const place = { table: 0, row: 0, column: 'basic', page: 10, box: null };

const finding = (parts: Partial<Finding> & Pick<Finding, 'rule' | 'message'>): Finding => ({
  ...{ severity: 'error', verdict: 'publisher', cells: [place] },
  ...parts,
});

const inEnglish = (parts: Parameters<typeof finding>[0]) => findingInEnglish(finding(parts), tables);

describe('a finding of an identity', () => {
  test('says where, what is printed, what it should be, and what is thought of it; then the Chinese sentence adds nothing', () => {
    expect(
      inEnglish({
        rule: 'COLUMN-SUM',
        message:
          '第10页《支出决算表》合计行基本支出印为1,395.87万元，各项之和为1,307.87万元，相差88.00万元，疑为数字颠倒，另有2处勾稽关系同样指向此数。',
        ...{ found: '1395.87', expected: '1307.87', difference: '88.00' },
      }),
    ).toEqual({
      title: 'Total row',
      sentence:
        'p. 10 《支出决算表》, 合计, 本年支出 / 基本支出: printed 1395.87万元, but 1307.87万元 by the other figures, a difference of 88.00万元 ' +
        '(each column: the total = the sum of the items at the highest level). Digits seem to be transposed. Other identities that point to this figure: 2.',
      isWhole: true,
    });
  });

  test('names the other place of a figure that is printed twice, and the table whose items are summed up', () => {
    const elsewhere = { table: 1, row: 0, column: 'fiscal', page: 9, box: null };
    const both = [
      ...tables,
      table({ title: '收入决算表', columns: [{ key: 'fiscal', path: ['财政拨款收入'], ordinal: null }], rows: [row('合计', {})] }),
    ];
    const amounts = { found: '5.00', expected: '7.00', difference: '2.00' };
    const twice = '第10页《支出决算表》合计行基本支出印为5.00元，而第9页《收入决算表》合计行财政拨款收入印为7.00元，相差2.00元。';
    const told = (message: string, cells: Finding['cells']) =>
      findingInEnglish(finding({ rule: 'TABLE-02-03', message, cells, ...amounts }), both);
    expect(told(twice, [place, elsewhere])).toMatchObject({
      sentence: expect.stringContaining('printed 5.00元, but p. 9 《收入决算表》, 合计, 财政拨款收入 has 7.00元, a difference of 2.00元'),
      isWhole: true,
    });
    expect(told(twice, [place, elsewhere, place])).toMatchObject({
      sentence: expect.stringContaining('but 7.00元 by the other figures'),
      isWhole: false,
    });
    const sum = '第10页《支出决算表》合计行基本支出印为5.00元，第9页《收入决算表》相应各项之和为7.00元，相差2.00元。';
    expect(told(sum, [place, elsewhere, elsewhere])).toMatchObject({
      sentence: expect.stringContaining('but the items of p. 9 《收入决算表》 add up to 7.00元'),
      isWhole: true,
    });
  });

  test('whose message says something that no field does has it behind', () => {
    const told = finding({ rule: 'ROW-SUM', message: '第10页《支出决算表》另有别情。', found: '1.00' });
    expect(inLanguage('en', () => messageOf(told, tables))).toMatch(
      /^Total of a row: p\. 10 .* In Chinese: “第10页《支出决算表》另有别情。”$/,
    );
  });

  test('of a blank cell, of numbers in full width, of a sheet', () => {
    expect(
      inEnglish({ rule: 'TABLE-01-03', message: '合计为空白，各项之和为３．５０元，相差3.50元。', expected: '3.50', difference: '3.50' }),
    ).toMatchObject({
      sentence: expect.stringContaining('blank, but 3.50元 by the other figures, a difference of 3.50元'),
      isWhole: true,
    });
    const [at] = finding({ rule: 'ROW-SUM', message: '。' }).cells;
    expect(inEnglish({ rule: 'ROW-SUM', message: '。', cells: at ? [{ ...at, ref: '公开03表!C7' }] : [] }).sentence).toMatch(
      /^公开03表!C7 《支出决算表》/,
    );
  });
});

test('a finding of the text is told by the first sentence that has its parts, and the Chinese one stands behind', () => {
  const parts = { rule: 'PROSE-AMOUNT', message: '文中称支出3万元，支出决算表中为2.9万元，相差0.1万元。' };
  expect(inEnglish({ ...parts, found: '3', expected: '2.9', difference: '-0.1' }).sentence).toBe(
    'The text says 3万元, p. 10 《支出决算表》, 合计, 本年支出 / 基本支出 has 2.9万元; difference 0.1万元.',
  );
  expect(inEnglish({ ...parts, found: '3', cells: [] }).sentence).toBe('The text says 3万元, the table something else.');
  expect(
    inEnglish({ rule: 'NAME-CUT', message: '21301 的名称只印出「农业」，科目全称为「农业农村」。', found: '农业', expected: '农业农村' })
      .sentence,
  ).toBe('Only “农业” of the name “农业农村” is printed.');
});

test('of some rules the sentence says all, unless the Chinese one goes on', () => {
  const names = { rule: 'TABLE-NAME', found: '甲局', expected: '乙局' };
  const told = inEnglish({ ...names, message: '支出决算表的编制单位印作“甲局”，其余各表是“乙局”。' });
  expect(told).toEqual({
    title: 'Name of the department in tables',
    sentence: 'p. 10 《支出决算表》 is of “甲局”, the other tables of “乙局”.',
    isWhole: true,
  });
  expect(inEnglish({ ...names, message: '支出决算表的编制单位印作“甲局”，其余各表是“乙局”；另有别情。' }).isWhole).toBe(false);
});

test('a rule that is not known is told in Chinese', () => {
  expect(inLanguage('en', () => messageOf({ ...finding({ rule: 'NEW-RULE', message: '新的问题。' }) }))).toBe(
    'NEW-RULE: See the Chinese sentence. In Chinese: “新的问题。”',
  );
});

test('in Chinese a finding has its own words', () => {
  const told = finding({ rule: 'ROW-SUM', message: '印为1。' });
  expect(messageOf(told, tables)).toBe('印为1。');
  expect(inLanguage('zh', () => messageOf(told, tables))).toBe('印为1。');
});

/** Samples that contradict themselves in tables and text. */
const SAMPLES = ['beiguan-2024', 'lanxi-water-2024', 'shiliang-sports-2024-budget', 'yuanshan-culture-2025'];

test('findings of the samples have English sentences, and what rounding explains is told whole', async () => {
  const all: { each: Finding; told: ReturnType<typeof findingInEnglish> }[] = [];
  for (const stem of SAMPLES) {
    const { findings, tables: own } = await readSample(stem);
    for (const each of findings) all.push({ each, told: findingInEnglish(each, own) });
  }
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ told }) => told.sentence.includes('See the Chinese'))).toEqual([]);
  const amounts = all.filter(({ each }) => each.expected != null && each.found != null && !each.quote && each.verdict === 'rounding');
  expect(amounts.length).toBeGreaterThan(0);
  expect(amounts.filter(({ told }) => !told.isWhole)).toEqual([]);
});
