import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { ComparedDocument } from '../../../src/archive/across/compared.js';
import { withDepartmentIds } from '../../../src/archive/across/department-ids.js';
import type { KeyFigures } from '../../../src/archive/across/key-figures.js';
import { restatements } from '../../../src/archive/across/restated.js';
import { document, figuresOf } from './documents.js';

const compare = (documents: readonly ComparedDocument[], figures: KeyFigures) =>
  families.flatMap((family) => restatements(withDepartmentIds(documents), figures, family, families));

const final = document(1, '部门决算', 2025);
const budget = document(2, '部门预算', 2025);
const nextBudget = document(3, '部门预算', 2026);

const reception = (value: string, unit = '万元') => `budget-three-public - reception ${value} ${unit}`;

test('年初预算数 of the 三公 that is the budget’s is no finding, whatever the unit and the places', () => {
  const printed = (told: string) => figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [told] });
  expect(compare([final, budget], printed(reception('5.80')))).toEqual([]);
  expect(compare([final, budget], printed(reception('58000', '元')))).toEqual([]);
  expect(compare([final, budget], printed(reception('5.8')))).toEqual([]);
  expect(compare([final, budget], printed(reception('58049', '元')))).toEqual([]);
});

test('年初预算数 of the 三公 that is not the budget’s: a warning that quotes both', () => {
  const figures = figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [reception('6.00')] });
  expect(compare([final, budget], figures)).toMatchObject([
    {
      rule: 'INITIAL-BUDGET',
      severity: 'warning',
      verdict: 'publisher',
      message:
        '甲县档案馆《“三公”经费预算表》2025年度公务接待费印为6.00万元，《“三公”经费支出决算表》2025年度公务接待费预算数印为5.80万元，相差0.20万元。',
      found: '5.80',
      expected: '6.00',
      difference: '0.20',
      documents: [final, budget],
    },
  ]);
});

test('one unit of the last place is rounding', () => {
  const figures = figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [reception('5.81')] });
  expect(compare([final, budget], figures)).toMatchObject([{ severity: 'info', verdict: 'rounding' }]);
});

test('the arrangements of the 三公 are one: columns, rows for phases, items as rows', () => {
  const finals = ['three-public - budget.abroad 3.00', 'three-public budget abroad 3.00', 'three-public three-public/abroad budget 3.00'];
  const budgets = [
    'budget-three-public - abroad 4.00',
    'budget-three-public total abroad 4.00',
    'budget-three-public budget abroad.general-public 4.00',
    'budget-three-public three-public/abroad budget 4.00',
    'budget-three-public three-public/abroad total 4.00',
  ];
  for (const one of finals)
    for (const other of budgets) expect(compare([final, budget], figuresOf({ 1: [one], 2: [other] })), `${one} / ${other}`).toHaveLength(1);
});

test('another year, another rank, another region or another department is not compared', () => {
  const figures = figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [reception('6.00')] });
  for (const other of [
    document(2, '部门预算', 2024),
    document(2, '单位预算', 2025),
    document(2, '部门预算', 2025, { department: '乙县档案馆' }),
    document(2, '部门预算', 2025, { department: null }),
    document(2, 'other', 2025),
  ])
    expect(compare([final, other], figures)).toEqual([]);
  const inCity = document(1, '部门决算', 2025, { region_code: '410500' });
  expect(compare([inCity, document(2, '部门预算', 2025, { region_code: '410600' })], figures)).toEqual([]);
  expect(compare([inCity, budget], figures)).toHaveLength(1);
});

test('brackets in another width are no other department', () => {
  const figures = figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [reception('6.00')] });
  const [wide, narrow] = ['甲县档案馆（本级）', '甲县档案馆(本级)'];
  const documents = [document(1, '单位决算', 2025, { department: wide }), document(2, '单位预算', 2025, { department: narrow })];
  expect(compare(documents, figures)).toHaveLength(1);
});

test('a name that two regions bear, where the document tells none, is compared with neither', () => {
  const documents = [final, ...[2, 3].map((id) => document(id, '部门预算', 2025, { region_code: `41050${id}` }))];
  const figures = figuresOf({ 1: ['three-public - budget.reception 5.80'], 2: [reception('6.00')], 3: [reception('7.00')] });
  expect(compare(documents, figures)).toEqual([]);
});

const byCode = (column: string, ...codes: readonly (readonly [code: string, value: string])[]) =>
  codes.map(([code, value]) => `budget-general-public-expenditure function/${code} ${column} ${value}`);

test('last year’s column against last year’s budget: of codes that differ the deepest is told', () => {
  const figures = figuresOf({
    3: byCode('last-year.total', ['201', '110.00'], ['20126', '110.00'], ['2012601', '60.00'], ['2012604', '50.00']),
    2: byCode('total', ['201', '100.00'], ['20126', '100.00'], ['2012601', '60.00'], ['2012604', '40.00']),
  });
  expect(compare([nextBudget, budget], figures)).toMatchObject([
    {
      rule: 'LAST-YEAR-BUDGET',
      message:
        '甲县档案馆《一般公共预算支出表》2025年度2012604档案馆预算数印为40.00万元，2026年度2012604档案馆上年预算数印为50.00万元，相差10.00万元。',
    },
  ]);
});

test('last year’s 三公, as columns or as a row of its own', () => {
  for (const line of ['budget-three-public - last-year.reception 5.80', 'budget-three-public last-year reception 5.80'])
    expect(compare([nextBudget, budget], figuresOf({ 3: [line], 2: [reception('6.00')] }))).toMatchObject([{ rule: 'LAST-YEAR-BUDGET' }]);
});

test('年初预算 that sentences tell of a code against the budget of that code', () => {
  const figures = figuresOf({
    1: ['general-public-expenditure function/2012604 initial-budget 50.00'],
    2: byCode('total', ['2012601', '60.00'], ['2012604', '40.00']),
  });
  expect(compare([final, budget], figures)).toMatchObject([
    {
      rule: 'INITIAL-BUDGET',
      message:
        '甲县档案馆《一般公共预算支出表》2025年度2012604档案馆预算数印为40.00万元，决算的文字中2025年度2012604档案馆年初预算印为50.00万元，相差10.00万元。',
    },
  ]);
});

test('年初预算 of the 三公 in sentences counts only where the table prints none', () => {
  const told = 'three-public three-public-reception initial-budget 7.00';
  expect(compare([final, budget], figuresOf({ 1: [told], 2: [reception('6.00')] }))).toMatchObject([{ found: '7.00', expected: '6.00' }]);
  expect(compare([final, budget], figuresOf({ 1: [told, 'three-public - budget.reception 6.00'], 2: [reception('6.00')] }))).toEqual([]);
});
