import { describe, expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { unitBases } from '../../../src/archive/across/unit-bases.js';
import { measuresOf } from '../../../src/check/prose/tables/measures.js';
import { document, figuresOf } from './documents.js';

const UNIT = '甲县档案信息中心';

const found = (account: '决算' | '预算', department: readonly string[], unit: readonly string[]) => {
  const documents = [
    document(1, `部门${account}`, 2026, { units: JSON.stringify(['甲县档案馆（本级）', UNIT]) }),
    document(2, `单位${account}`, 2026, { department: UNIT }),
  ];
  return unitBases(documents, figuresOf({ 1: department, 2: unit }), account === '决算' ? finalAccounts : budgets);
};

/** 收入总计 of a sentence. */
const told = (base: string, status: string, now?: string, expected?: string, measure = 'income-grand-total') => [
  `prose/overall ${measure} last-year ${base} 万元 ${status}`,
  ...(now === undefined ? [] : [`prose/overall ${measure} last-year.amount ${now}`]),
  ...(expected === undefined ? [] : [`prose/overall ${measure} last-year.expected ${expected}`]),
];

describe('a base that a sentence prints', () => {
  const severities = (department: readonly string[], unit: readonly string[]) =>
    found('决算', department, unit).map(({ severity, verdict, department: of }) => [severity, verdict, of].join(' '));

  test('the arithmetic of the department bears it out, that of the unit does not: an error of the unit', () => {
    const [finding, ...more] = found('决算', told('452.82', 'proved', '500.00'), told('452.82', 'contradicted', '120.00', '110.00'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'UNIT-BASE',
      severity: 'error',
      verdict: 'publisher',
      department: UNIT,
      form: null,
      concept: 'income-grand-total',
      found: '452.82',
      expected: '110.00',
      documents: [{ id: 2 }, { id: 1 }],
    });
    expect(finding?.message).toBe(
      '甲县档案信息中心2026年度单位决算文字中收入总计的上年数为452.82万元，与所属甲县档案馆部门决算的相同，而本年数一为120.00万元，一为500.00万元。部门的增减与此数相符，单位的增减与此数不符（按其本年数与增减额推算应为110.00万元），疑单位误用了部门的基数。',
    );
  });

  test('and the other way round', () => {
    const [finding] = found('决算', told('110.00', 'contradicted', '500.00', '452.82'), told('110.00', 'proved', '120.00'));
    expect(finding).toMatchObject({ severity: 'error', department: '甲县档案馆', expected: '452.82', documents: [{ id: 1 }, { id: 2 }] });
    expect(finding?.message).toMatch(/疑部门误用了单位的基数。$/u);
  });

  test('where one of the two says nothing, a warning', () => {
    expect(severities(told('452.82', 'proved', '500.00'), told('452.82', 'unchecked', '120.00'))).toEqual([`warning unknown ${UNIT}`]);
    expect(severities(told('452.82', 'unchecked', '500.00'), told('452.82', 'proved', '120.00'))).toEqual(['warning unknown 甲县档案馆']);
    expect(severities(told('452.82', 'unchecked', '500.00'), told('452.82', 'contradicted', '120.00'))).toEqual([
      `warning unknown ${UNIT}`,
    ]);
  });

  test('where both do or neither does, it is not told whose it is', () => {
    for (const status of ['proved', 'unchecked', 'contradicted']) {
      const [finding] = found('决算', told('452.82', status, '500.00'), told('452.82', status, '120.00'));
      expect(finding?.severity).toBe('warning');
      expect(finding?.message).not.toContain('误用');
    }
  });

  test('a department of one unit: what is alike in the year may have been so before', () => {
    expect(severities(told('452.82', 'proved', '500.00'), told('452.82', 'proved', '500.00'))).toEqual([]);
    expect(severities(told('452.82', 'proved', '500.00'), told('452.82', 'contradicted', '500.00'))).toEqual([]);
    // A unit of the last place apart.
    expect(severities(told('452.82', 'proved', '500.00'), told('452.82', 'proved', '500.01'))).toEqual([]);
  });

  test('another base, nothing, and a figure that is alike by chance', () => {
    expect(severities(told('460.82', 'proved', '500.00'), told('452.82', 'proved', '120.00'))).toEqual([]);
    expect(severities(told('0', 'proved', '500.00'), told('0', 'contradicted', '120.00'))).toEqual([]);
    expect(severities(told('50', 'proved', '500.00'), told('50', 'contradicted', '120.00'))).toEqual([]);
  });

  test('where the year is not printed, the arithmetic alone tells', () => {
    expect(severities(told('452.82', 'proved'), told('452.82', 'contradicted'))).toEqual([`error publisher ${UNIT}`]);
    expect(severities(told('452.82', 'unchecked'), told('452.82', 'contradicted'))).toEqual([]);
    expect(severities(told('452.82', 'proved'), told('452.82', 'proved'))).toEqual([]);
  });

  test('of what some units have nothing of the other units may have had nothing', () => {
    const reception = (status: string, now: string) => told('4.52', status, now, undefined, 'three-public-reception');
    expect(severities(reception('proved', '5.00'), reception('proved', '3.00'))).toEqual([]);
    expect(severities(reception('unchecked', '5.00'), reception('proved', '3.00'))).toEqual([]);
    expect(severities(reception('proved', '5.00'), reception('contradicted', '3.00'))).toEqual([`error publisher ${UNIT}`]);
  });

  test('a code goes by its name', () => {
    const code = (status: string, now: string) => told('45.20', status, now, undefined, 'function/2080505');
    expect(found('决算', code('proved', '50.00'), code('contradicted', '30.00'))[0]?.message).toContain(
      '文字中2080505机关事业单位基本养老保险缴费支出的上年数为45.20万元',
    );
  });

  test('a base in 元 and in 万元', () => {
    const unit = [
      'prose/overall income-grand-total last-year 4528200 元 contradicted',
      'prose/overall income-grand-total last-year.amount 1200000 元',
    ];
    expect(severities(told('452.82', 'proved', '500.00'), unit)).toEqual([`error publisher ${UNIT}`]);
  });
});

describe('a base that a table prints', () => {
  const table = (base: string, now: string, change?: string) => [
    `budget-general-public-expenditure total last-year.total ${base}`,
    `budget-general-public-expenditure total total ${now}`,
    ...(change === undefined ? [] : [`budget-general-public-expenditure total change ${change}`]),
  ];
  const severities = (department: readonly string[], unit: readonly string[]) =>
    found('预算', department, unit).map(({ severity, form, column }) => [severity, form, column].join(' '));

  test('beside its change', () => {
    const place = 'budget-general-public-expenditure last-year.total';
    expect(severities(table('452.82', '500.00', '47.18'), table('452.82', '120.00', '10.00'))).toEqual([`error ${place}`]);
    expect(severities(table('452.82', '500.00', '47.18'), table('452.82', '120.00', '-332.82'))).toEqual([`warning ${place}`]);
    expect(severities(table('452.82', '500.00'), table('452.82', '120.00'))).toEqual([`warning ${place}`]);
    expect(severities(table('452.82', '500.00'), table('110.00', '120.00'))).toEqual([]);
    expect(severities(table('452.82', '500.00'), table('452.82', '500.00'))).toEqual([]);
  });

  test('三公 of which only one unit had any', () => {
    const reception = (base: string, now: string) => [
      `budget-three-public total last-year.reception ${base}`,
      `budget-three-public total reception ${now}`,
    ];
    expect(severities(reception('4.52', '6.00'), reception('4.52', '3.00'))).toEqual([]);
  });
});

test('what every unit has something of are measures of the family', () => {
  for (const { prose, across } of [finalAccounts, budgets]) {
    for (const id of across?.units.common ?? []) expect(prose && measuresOf(prose).byId(id).title).not.toBe('');
  }
});
