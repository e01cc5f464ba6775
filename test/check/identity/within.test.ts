import { describe, expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import type { ColumnTerm } from '../../../extractors/identities.js';
import { type Rest, raised, table } from '../builders.js';

const expenditure = (sketch: string) => table('expenditure', 'total basic project', sketch);

describe('columns that are printed', () => {
  test('the car’s parts stand for it where it has no column of its own', () => {
    const three = (total: string) =>
      table(
        'three-public',
        'final.total final.abroad final.vehicle-purchase final.vehicle-operation final.reception',
        `${total} 1.00 5.00 3.00 1.00`,
      );
    expect(raised(three('10.00'))).toEqual([]);
    expect(raised(three('11.00')).map((f) => f.expected)).toEqual(['10.00']);
  });

  test('some provinces count 会议费 and 培训费 into the total of 三公', () => {
    const three = (total: string) =>
      table('three-public', 'final.total final.vehicles final.reception final.conference final.training', `${total} 8.00 2.00 1.00 0.50`);
    expect([raised(three('10.00')), raised(three('11.50'))]).toEqual([[], []]);
    expect(raised(three('12.00'))).toHaveLength(1);
  });

  test('one addend of many columns is no sum', () => {
    expect(raised(table('general-public-expenditure', 'total basic', '2010101 甲 100.00 60.00'))).toEqual([]);
  });

  test('a column nobody knows may belong to the sum of its row', () => {
    expect(raised(table('expenditure', 'total basic project 某栏', '2010101 甲 100.00 60.00 30.00 10.00'))).toEqual([]);
  });
});

describe('rows that are printed', () => {
  test('合计 first, last, or both', () => {
    const rows = '2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 30.00 10.00';
    const total = '合计 100.00 70.00 30.00';
    expect(raised(expenditure(`${total}\n${rows}`), expenditure(`${rows}\n${total}`), expenditure(`${total}\n${rows}\n${total}`))).toEqual(
      [],
    );
  });

  test('details that nobody filled in break no sum', () => {
    expect(
      raised(
        table('general-public-basic-expenditure', 'amount', '302 商品和服务支出 9.36\n30201 办公费 _\n30202 印刷费 _\n公用经费合计 9.36'),
      ),
    ).toEqual([]);
  });

  test('a row of no known kind may be part of the sum', () => {
    expect(raised(expenditure('合计 100.00 70.00 30.00\n某某中心 40.00 30.00 10.00\n2010101 甲 60.00 40.00 20.00'))).toEqual([]);
  });

  test('economic codes of governments are not sorted into personnel and public', () => {
    expect(
      raised(
        table(
          'general-public-basic-expenditure',
          'amount',
          '501 机关工资福利支出 60.00\n502 机关商品和服务支出 40.00\n人员经费合计 60.00\n公用经费合计 40.00',
        ),
      ),
    ).toEqual([]);
  });

  test('an opening balance is counted once, with its parts below it', () => {
    const fiscal = table(
      'fiscal-appropriation-summary',
      'income total general-public government-fund',
      '一、一般公共预算财政拨款 90.00 _ _ _\n本年收入合计 90.00 _ _ _\n年初财政拨款结转和结余 10.00 _ _ _\n一、一般公共预算财政拨款 7.00 _ _ _\n二、政府性基金预算财政拨款 3.00 _ _ _\n总计 100.00 _ _ _',
    );
    expect(raised(fiscal)).toEqual([]);
  });

  test('blank and 0 and — add nothing', () => {
    expect(raised(expenditure('2010101 甲 60.00 60.00 _\n2010102 乙 60.00 60.00 0\n2010103 丙 60.00 60.00 —'))).toEqual([]);
  });

  test('a merged cell of 绩效 points counts once', () => {
    const points = table('project-performance', 'weight score', '指标甲 60 60\n指标乙 60 30\n总分 100 90');
    const [first, second] = points.rows;
    if (first?.cells['weight'] && second) second.cells['weight'] = first.cells['weight'];
    expect(
      raised({
        ...points,
        rows: points.rows.map((row, i) =>
          i === 2 && row.cells['weight']
            ? { ...row, cells: { ...row.cells, weight: { ...row.cells['weight'], text: '60', value: '60' } } }
            : row,
        ),
      }),
    ).toEqual([]);
  });
});

const keysIn = (term: ColumnTerm): readonly string[] => (typeof term === 'string' ? [term] : term.flatMap(keysIn));

const namedIn = (form: FormDeclaration): readonly string[] =>
  form.identities.flatMap((identity) => {
    switch (identity.over) {
      case 'columns':
        return [identity.total, ...[...identity.parts, ...identity.minus].flatMap(keysIn), ...identity.also];
      case 'part':
        return [identity.part, identity.whole];
      case 'merged-rows':
        return [identity.total, identity.part];
      case 'lines':
      case 'lines-above':
      case 'lines-below':
        return identity.columns;
      case 'places':
        return [identity.total, ...identity.parts].map((place) => place.column);
      case 'class-column':
        return [identity.total, identity.column];
      default:
        return [];
    }
  });

const keysOf = (form: FormDeclaration): readonly string[] => [
  ...form.layouts.flatMap((layout) => Object.keys(layout.columns)),
  ...Object.values(form.repeated).flat(),
];

describe('declarations', () => {
  test.each(finalAccounts.forms.map((form) => [form.id, form] as const))('%s names columns its layouts have', (_, form) => {
    expect(namedIn(form).filter((key) => !keysOf(form).includes(key))).toEqual([]);
  });

  // Forms of budgets share what is declared of arrangements that some of them are printed in.
  test('forms of budgets name columns that a form of budgets has, in some block', () => {
    const keys = budgets.forms.flatMap(keysOf);
    const isKnown = (key: string) => keys.includes(key) || keys.includes(key.replace(/^(?:last-year|change|carryover)\./u, ''));
    expect(budgets.forms.flatMap(namedIn).filter((key) => !isKnown(key))).toEqual([]);
  });
});

test('an empty document has nothing to check', () => {
  expect(raised()).toEqual([]);
  expect(raised(table('other', 'a b', ''), table('expenditure', 'total', '', { empty: { statement: null } } satisfies Rest))).toEqual([]);
});
