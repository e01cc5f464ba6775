import { describe, expect, test } from 'vitest';
import type { MeasureSource } from '../../../../extractors/prose.js';
import { evidenceIn } from '../../../../src/check/prose/tables/evidence.js';
import { account, sheet } from '../builders.js';

const total: MeasureSource = [{ form: 'expenditure', row: 'total', column: 'total' }];
const spent = (value: string) => sheet('expenditure', ['total'], [['total', '合计', { total: value }]]);

describe('the figure of a source', () => {
  test('in 元, with the step of its last place and its cell', () => {
    const found = evidenceIn([spent('900.0')], []).find(total);
    expect(found).toMatchObject({ title: '支出决算表', blank: false, ocr: false });
    expect([found?.value.toFixed(), found?.step.toFixed()]).toEqual(['9000000', '1000']);
    expect(found?.cells).toMatchObject([{ table: 0, row: 0, column: 'total', page: 7 }]);
  });

  test('of several figures their sum, with the room of them all; nothing where one is missing', () => {
    const basic = (row: string): MeasureSource[number] => ({ form: 'general-public-basic-expenditure', row, column: 'amount' });
    const evidence = evidenceIn(account(), []);
    const found = evidence.find([basic('personnel-total'), basic('public-total')]);
    expect([found?.value.toFixed(), found?.step.toFixed(), found?.cells.length]).toEqual(['6000000', '200', 2]);
    expect(evidence.find([basic('personnel-total'), basic('capital-total')])).toBeNull();
  });

  test('nothing where two tables of a form print different ones, or the unit is not known', () => {
    expect(evidenceIn([spent('900.00'), spent('900.00')], []).find(total)).not.toBeNull();
    expect(evidenceIn([spent('900.00'), spent('800.00')], []).find(total)).toBeNull();
    expect(evidenceIn([{ ...spent('900.00'), unit: null }], []).find(total)).toBeNull();
  });

  test('a blank is zero; a cell that cannot be read is nothing', () => {
    const blank = sheet('expenditure', ['total'], [['total', '合计', {}]]);
    expect(evidenceIn([blank], []).find(total)).toMatchObject({ blank: true });
    const [row] = spent('900.00').rows;
    const cell = row?.cells['total'];
    if (!row || !cell) throw new Error('no cell');
    const unreadable = { ...spent('900.00'), rows: [{ ...row, cells: { total: { ...cell, value: null, yuan: null, text: '九百' } } }] };
    expect(evidenceIn([unreadable], []).find(total)).toBeNull();
  });

  test('of rows without a label, the only one; of several none can be meant', () => {
    const three = (...totals: (string | null)[]) => {
      const rows = totals.map((total) => ['', null, total === null ? {} : { 'final.total': total }] as const);
      return sheet('three-public', ['final.total'], [...rows, ['total', '合计', {}]]);
    };
    const spending: MeasureSource = [{ form: 'three-public', row: '', column: 'final.total' }];
    expect(
      evidenceIn([three('4.00')], [])
        .find(spending)
        ?.value.toFixed(),
    ).toBe('40000');
    expect(
      evidenceIn([three('4.00', null)], [])
        .find(spending)
        ?.value.toFixed(),
    ).toBe('40000');
    expect(evidenceIn([three('4.00', '5.00')], []).find(spending)).toBeNull();
  });

  test('of a 类 without a row of its own, the lowest rows below it', () => {
    const rows = [
      ['function/21303', '水利', { total: '720.00' }],
      ['function/2130301', '行政运行', { total: '420.00' }],
      ['function/2130305', '水利工程建设', { total: '300.00' }],
      ['function/2080505', '养老保险', { total: '180.00' }],
    ] as const;
    const found = evidenceIn([sheet('expenditure', ['total'], rows)], []).find([
      { form: 'expenditure', row: 'function/213', column: 'total' },
    ]);
    expect([found?.value.toFixed(), found?.cells.length]).toEqual(['7200000', 2]);
  });
});

test('as the sums of the tables say it should have been, where they accuse its cell', () => {
  const correction = { table: 0, row: 0, column: 'total', expected: '990.00' };
  const evidence = evidenceIn([spent('900.00')], [correction]);
  const found = evidence.find(total);
  if (!found) throw new Error('no evidence');
  expect(evidence.corrected(found)?.value.toFixed()).toBe('9900000');
  expect(evidenceIn([spent('900.00')], []).corrected(found)).toBeNull();
});
