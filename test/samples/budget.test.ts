/** The made-up budgets: their figures agree, and their forms print what the manner says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { economicLines, threePublic } from '../../samples/accounts/account.js';
import { printed, yuanOf } from '../../samples/accounts/amount.js';
import { type Budget, budgetFlowLines, consistentBudget, projectLines, purchaseLines } from '../../samples/accounts/budget.js';
import { shiliangSportsBudget } from '../../samples/documents/shiliang-sports-2024-budget.js';
import { shiliangSportsFinal } from '../../samples/documents/shiliang-sports-2024-final.js';
import { type CodedManner, type CodeStyle, codedBlock } from '../../samples/forms/budget/coded.js';
import { kindColumns, sourceColumns } from '../../samples/forms/budget/columns.js';
import { economicBlock } from '../../samples/forms/budget/economic.js';
import { projectBlock } from '../../samples/forms/budget/items.js';
import { type BudgetSummaryManner, budgetSides } from '../../samples/forms/budget/summary.js';
import type { Block, BlockRow } from '../../samples/forms/sheet.js';
import { randomDocument } from '../../samples/random/document.js';
import { budgetLayouts } from '../../samples/random/layout.js';
import type { TrueTable, TrueValue } from '../../samples/random/truth.js';

const print = { separators: false, zero: '' };

function small(differing: Partial<Budget> = {}): Budget {
  return {
    department: '东岭县水利局',
    year: 2025,
    units: [
      { code: '202001', name: '东岭县水利局' },
      { code: '202002', name: '东岭县监测站' },
    ],
    flows: budgetFlowLines(`
      202001 2130301 行政运行           general  60.00 20.00  0.00 70.00
      202001 2130314 防汛               general   0.00  0.00 15.00 20.00
      202002 2130306 水利工程运行与维护 general+  0.00  0.00  5.00  0.00
      202002 2130306 水利工程运行与维护 special   0.00  0.00  3.00  3.00`),
    economic: economicLines(`
      30101 基本工资 60.00
      30201 办公费   20.00`),
    projects: projectLines(`
      202001 防汛物资 general 15.00
      202002 闸门维修 general+ 5.00
      202002 灌区运行 special  3.00`),
    purchases: purchaseLines('202001 A 空调机 general 1.50'),
    threePublic: { budget: threePublic('0', '0', '0', '0'), last: threePublic('0', '0', '0', '0') },
    conference: 0n,
    training: 0n,
    ...differing,
  };
}

describe('an account of a budget', () => {
  test('holds where its details add up', () => {
    expect(() => consistentBudget(small())).not.toThrow();
  });

  test('does not hold where economic items, projects or units are others', () => {
    const others: [Partial<Budget>, RegExp][] = [
      [{ economic: economicLines('30101 基本工资 61.00') }, /人员经费 is 60.00, in detail 61.00/],
      [{ economic: economicLines('30101 基本工资 60.00') }, /公用经费/],
      [{ projects: projectLines('202001 防汛物资 general 15.00') }, /项目支出 202002 general carried/],
      [{ units: [{ code: '202001', name: '东岭县水利局' }] }, /202002 is no unit/],
    ];
    for (const [differing, message] of others) expect(() => consistentBudget(small(differing))).toThrow(message);
  });
});

test('分 are printed as 万元 with six decimals, and as 元 without any', () => {
  expect(printed(1_234_567_890n, { separators: true, zero: '', as: 'six-places' })).toBe('1,234.567890');
  expect(printed(1_234_500n, { separators: true, zero: '', as: 'whole' })).toBe('12,345');
  expect(printed(-5n, { ...print, as: 'six-places' })).toBe('-0.000005');
  expect(yuanOf('1234.567890', '万元')).toBe('12345678.90');
  expect(yuanOf('-12.30', '万元')).toBe('-123000.00');
  expect(yuanOf('12345', '元')).toBe('12345.00');
});

const labelled = ({ rows }: Block) => rows.flatMap((row) => (row === null ? [] : [row]));
const texts = ({ labels }: BlockRow) => (Array.isArray(labels) ? labels : [labels.merged]);

describe('forms', () => {
  const manner: CodedManner = { code: 'whole', unitsAbove: false, nameHead: '科目名称', total: 'first', ordinals: null, print };
  const coded = (differing: Partial<CodedManner>) => {
    const { flows, units } = small();
    return labelled(codedBlock(flows, units, kindColumns('kinds'), { ...manner, ...differing }));
  };

  test('each style prints the code of a 款 in its own way, and means the same', () => {
    const styles: [CodeStyle, string[], string | null][] = [
      ['whole', ['21303', '水利'], '21303'],
      ['indented', ['21303', '    水利'], '21303'],
      ['rows', ['', '03', '', '水利'], '21303'],
      ['bracketed', ['[21303]水利'], '21303'],
      ['hyphened', ['    21303-水利'], '21303'],
      ['names', ['    水利'], null],
    ];
    for (const [code, labels, meant] of styles) {
      const row = coded({ code }).find(({ concept }) => concept === 'function/21303');
      expect({ labels: row && texts(row), code: row?.code, amounts: row?.amounts }).toEqual({
        labels,
        code: meant,
        amounts: ['103.00', '80.00', '23.00'],
      });
    }
  });

  test('a unit above its codes governs those below it', () => {
    const rows = coded({ unitsAbove: true });
    expect(rows.map(({ concept, unit }) => [concept, unit?.code])).toEqual([
      ['total', undefined],
      ...['unit', 'function/213', 'function/21303', 'function/2130301', 'function/2130314'].map((concept) => [concept, '202001']),
      ...['unit', 'function/213', 'function/21303', 'function/2130306'].map((concept) => [concept, '202002']),
    ]);
  });

  test('what is carried over stands under its own head', () => {
    const { flows, units } = small();
    const block = codedBlock(flows, units, sourceColumns('by-year'), manner);
    const total = labelled(block)[0]?.amounts ?? [];
    const printedAt = (key: string) => total[block.data.findIndex((column) => column.key === key)];
    expect(['total', 'current', 'special-account', 'carryover', 'carryover.general-public'].map(printedAt)).toEqual([
      '103.00',
      '98.00',
      '3.00',
      '5.00',
      '5.00',
    ]);
  });

  test('both sides of a summary end with the same total, side by side', () => {
    const sides: BudgetSummaryManner = {
      sums: 'before',
      depth: 'classes',
      carryover: '上年结转',
      closing: '结转下年',
      amount: '预算数',
      item: '项目',
      ordinals: false,
      print,
    };
    const [income, expenditure] = budgetSides(small(), sides, 'fiscal-by-budget');
    expect(income?.rows.length).toBe(expenditure?.rows.length);
    expect(income?.rows.at(-1)).toMatchObject({ concept: 'total-income', amounts: ['100.00'] });
    expect(expenditure?.rows.at(-1)).toMatchObject({ concept: 'total-expenditure', amounts: ['100.00', '100.00', '', ''] });
    expect(income?.rows.map((row) => row?.concept)).toContain('carryover/general-public');
  });

  test('an economic item has its code of the government beside it', () => {
    const row = labelled(economicBlock(small(), 'both', print)).find(({ code }) => code === '30201');
    expect(row).toMatchObject({ labels: ['50201', '办公经费', '30201', '办公费'], codes: { government: '50201' } });
  });

  test('a unit printed once is that of all its projects', () => {
    const items = { units: 'once', nameHead: '项目名称', total: 'last', print } as const;
    const rows = labelled(projectBlock(small(), sourceColumns('plain'), items));
    expect(rows.map((row) => [texts(row)[0], row.unit?.name])).toEqual([
      ['东岭县水利局', '东岭县水利局'],
      ['东岭县监测站', '东岭县监测站'],
      ['', '东岭县监测站'],
      ['合计', undefined],
    ]);
  });
});

test('a final account and its budget print what the truth says of their contradictions', () => {
  const samples = [shiliangSportsBudget(), shiliangSportsFinal()];
  /** `three-public budget.total` → the only value of that column or, of many, that of 合计. */
  const printedAt = (stem: string, place: string) => {
    const [form, key = ''] = place.split(' ');
    const table = samples.find((sample) => sample.stem === stem)?.expected.tables.find((candidate) => candidate.form === form);
    const rows = table && 'rows' in table ? table.rows : [];
    return (rows.find(({ kind }) => kind === 'total') ?? rows[0])?.cells[key]?.value;
  };
  const injected = samples[1]?.expected.injected ?? [];
  expect(injected.length).toBe(4);
  for (const { here, other } of injected) {
    expect(printedAt(other.stem, other.place)).toBe(other.value);
    if (here.place.startsWith('three-public')) expect(printedAt('shiliang-sports-2024-final', here.place)).toBe(here.value);
    expect(here.value).not.toBe(other.value);
  }
});

describe('random budgets', () => {
  const DRAWN = { seed: 5, numRuns: 6, endOnFailure: true };
  /** In 分 or in the last of the printed places: whole numbers. */
  const whole = (value: TrueValue) => BigInt((value.value ?? '0').replaceAll('.', ''));
  const inColumn = ({ values }: TrueTable, key: string) => values.filter(({ column }) => column === key);
  const sum = (values: TrueValue[]) => values.reduce((total, value) => total + whole(value), 0n);

  test('the same layout gives the same bytes and the same truth; another family gives another document', () => {
    const [layout] = fc.sample(budgetLayouts, { seed: 7, numRuns: 1 });
    if (!layout) throw new Error('No layout');
    const [first, second] = [randomDocument(layout), randomDocument(layout)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.tables).toEqual(second.tables);
    const { budget: _, ...ofAccount } = layout;
    expect(randomDocument(ofAccount).tables[0]?.form).not.toMatch(/^budget-/);
  });

  test('every layout can be drawn, and 合计 is the sum of the 项 in each table by function', () => {
    fc.assert(
      fc.property(budgetLayouts, (layout) => {
        // Zeros have to be numbers and places as many everywhere.
        const { tables } = randomDocument({ ...layout, zero: '', digits: 'half', forms: 'all' });
        expect(tables.length).toBe(11);
        for (const table of tables.filter(({ form }) => /^budget-(expenditure|general-public-expenditure)$/.test(form))) {
          const all = inColumn(table, 'total');
          const items = all.filter(({ row }) => /^function\/\d{7}$/.test(row.meaning?.concept ?? ''));
          expect(sum(items)).toBe(sum(all.filter(({ row }) => row.meaning?.concept === 'total')));
        }
      }),
      DRAWN,
    );
  });

  test('收支总表, 收入总表 and 支出总表 have the same total', () => {
    fc.assert(
      fc.property(budgetLayouts, (layout) => {
        const { tables } = randomDocument({ ...layout, zero: '', digits: 'half', forms: 'all' });
        const totals = tables.flatMap((table) => {
          const concepts = {
            'budget-summary': ['total-income', 'total-expenditure'],
            'budget-income': ['total', ''],
            'budget-expenditure': ['total'],
          }[table.form];
          const values = table.values.filter(({ row }) => concepts?.includes(row.meaning?.concept ?? ''));
          return values.filter(({ column }) => ['total', 'income', 'expenditure'].includes(column)).map(whole);
        });
        expect(totals.length).toBe(4);
        expect(new Set(totals).size).toBe(1);
      }),
      DRAWN,
    );
  });
});
