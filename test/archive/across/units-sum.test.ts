import { expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { unitExceeds } from '../../../src/archive/across/unit-exceeds.js';
import { unitsSum } from '../../../src/archive/across/units-sum.js';
import type { KeyFigure } from '../../../src/archive/store/across.js';
import type { ArchivedDocument } from '../../../src/archive/store/documents.js';

function archived(id: number, kind: string, department: string, units: readonly string[] | null): ArchivedDocument {
  return {
    id,
    sha256: String(id),
    file: `${id}.pdf`,
    files: 1,
    standing: 'sole',
    first_sha256: null,
    status: 'ok',
    reason: null,
    message: null,
    quarantined: 0,
    kind,
    department,
    department_id: `000000-${department}`,
    year: 2022,
    region_code: null,
    department_from: null,
    department_given: null,
    region_from: null,
    region_given: null,
    content: String(id),
    units: units === null ? null : JSON.stringify(units),
    parts: null,
    pages: 1,
    bytes: 1,
    producer: null,
    source_url: null,
    published_on: null,
    retrieved_on: null,
    stamp: 'stamp',
  };
}

const documents = [
  archived(1, '部门决算', '甲县档案馆', ['甲县档案馆（本级）', '甲县档案信息中心']),
  archived(2, '单位决算', '甲县档案馆', null),
  archived(3, '单位决算', '甲县档案信息中心', null),
];

/** 本年收入合计 of each document, by value and unit. */
function incomes(...prints: readonly (readonly [value: string, unit: string])[]): Map<number, KeyFigure[]> {
  const figure = { form: 'income-expenditure-summary', concept: 'total-income', column_key: 'income', status: 'proved' };
  return new Map(prints.map(([value, unit], index) => [index + 1, [{ ...figure, document: index + 1, value, unit }]]));
}

const rulesOf = (figures: Map<number, KeyFigure[]>) =>
  unitsSum(documents, figures, finalAccounts).map(({ rule, severity }) => [rule, severity]);

test('units in other units of money are summed exactly', () => {
  expect(rulesOf(incomes(['320.00', '万元'], ['1600000.00', '元'], ['1600.00', '千元']))).toEqual([]);
  expect(rulesOf(incomes(['320.01', '万元'], ['1600000.00', '元'], ['1600.00', '千元']))).toEqual([['UNITS-SUM', 'warning']]);
  expect(rulesOf(incomes(['320.01', '万元'], ['160.00', '万元'], ['160.00', '万元']))).toEqual([['UNITS-SUM', 'info']]);
});

test('an amount whose unit is unknown is not summed as 0: there is no sum', () => {
  expect(rulesOf(incomes(['320.00', '万元'], ['160.00', '万元'], ['160.00', '份']))).toEqual([]);
  expect(rulesOf(incomes(['320.00', '份'], ['160.00', '万元'], ['160.00', '万元']))).toEqual([]);
});

test('a 部门预算 against the sum of its 单位预算, wherever a form prints the total', () => {
  const names = ['甲县档案馆（本级）', '甲县档案信息中心'];
  const kinds = [archived(1, '部门预算', '甲县档案馆', names), archived(2, '单位预算', '甲县档案馆', null)];
  const all = [...kinds, archived(3, '单位预算', '甲县档案信息中心', null)];
  const total = (id: number, concept: string, value: string): [number, KeyFigure[]] => [
    id,
    [{ document: id, form: 'budget-summary', concept, column_key: 'expenditure', value, unit: '万元', status: 'proved' }],
  ];
  const sums = (whole: string) =>
    unitsSum(all, new Map([total(1, 'total', whole), total(2, 'total-expenditure', '160.00'), total(3, 'total', '40.00')]), budgets);
  expect(sums('200.00')).toEqual([]);
  expect(sums('210.00')).toMatchObject([{ rule: 'UNITS-SUM', severity: 'warning', found: '210.00', expected: '200.00' }]);
  expect(unitsSum(kinds, new Map(), budgets)).toMatchObject([
    { message: '甲县档案馆2022年度部门预算列有2个单位，缺1个单位的预算：甲县档案信息中心。' },
  ]);
});

test('a unit that has more than its department, whatever the unit of money, is told with both', () => {
  const exceeding = (...prints: (readonly [value: string, unit: string])[]) => unitExceeds(documents, incomes(...prints), finalAccounts);
  expect(exceeding(['320.00', '万元'], ['3200000.00', '元'], ['100.00', '万元'])).toEqual([]);
  expect(exceeding(['320.00', '万元'], ['100.00', '万元'], ['3300000.00', '元'])).toMatchObject([
    { rule: 'UNIT-EXCEEDS', severity: 'warning', found: '3300000.00', expected: '3200000.00', difference: '100000.00' },
  ]);
  const [finding] = exceeding(['320.00', '万元'], ['100.00', '万元'], ['3300000.00', '元']);
  expect(finding?.message).toContain('大于所属甲县档案馆部门决算的3200000.00元');
});
