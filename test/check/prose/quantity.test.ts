import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact, factorOf, placesOf, toYuan, UNITS, type Unit } from '../../../src/base/money.js';
import { toGrains } from '../../../src/check/identity/interval.js';
import { evidenceIn } from '../../../src/check/prose/tables/evidence.js';
import { figureAt, toSheet } from '../../../src/check/table/sheet.js';
import { brief, check, checkFinal, DOCUMENT, prose, sheet } from './builders.js';

const CHAPTER = '三、支出决算情况说明';

/** A table that prints one figure in the unit. */
const tableIn = (unit: Unit, total: string) => sheet('expenditure', ['total'], [['total', '合计', { total }]], { unit });

describe('every unit of the tables', () => {
  test('a step of the last place is the same to prose, to the sums of the tables and in 元', () => {
    const plainDecimal = fc
      .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([whole, places]) => (whole / 10 ** places).toFixed(places));
    fc.assert(
      fc.property(plainDecimal, fc.constantFrom(...UNITS), (total, unit) => {
        const table = tableIn(unit, total);
        const evidence = evidenceIn([table], []).find([{ form: 'expenditure', row: 'total', column: 'total' }]);
        const lastPlace = new Exact(10).pow(-placesOf(total)).toFixed();
        expect(evidence?.value.eq(toYuan(total, unit) ?? '')).toBe(true);
        expect(evidence?.step.eq(toYuan(lastPlace, unit) ?? '')).toBe(true);
        // Half a step to either side, in the grains of 元.
        expect(toGrains(evidence?.step.toFixed() ?? '', 0)).toBe(2n * figureAt(toSheet(table, 0, null), 0, 'total').ownHalf);
      }),
    );
  });

  test.each(UNITS)('%s: 元 written out in full are what the table prints rounded', (unit) => {
    const yuan = (inUnit: number) => `${(inUnit * factorOf(unit)).toFixed(2)}元`;
    expect(check([CHAPTER, `支出合计${yuan(22.456)}。`], [tableIn(unit, '22.46')])).toEqual([]);
    expect(brief(check([CHAPTER, `支出合计${yuan(22.42)}。`], [tableIn(unit, '22.46')]))).toEqual([expect.stringContaining('PROSE-')]);
  });

  test.each(UNITS)('%s: what the sums of a table say a cell should have held is in its unit', (unit) => {
    const sections = prose('第三部分2024年度部门决算情况说明', CHAPTER, `支出合计24.62${unit}。`);
    const corrections = [{ table: 0, row: 0, column: 'total', expected: '24.62' }];
    const findings = checkFinal({ sections, tables: [tableIn(unit, '22.46')], document: DOCUMENT, corrections });
    expect(findings).toMatchObject([{ rule: 'PROSE-AMOUNT', severity: 'info', expected: '24.62', found: '22.46' }]);
  });

  test.each(UNITS)('%s: a figure printed in it is read', (unit) => {
    expect(check([CHAPTER, `支出合计22.46${unit}。`], [tableIn(unit, '22.46')])).toEqual([]);
    expect(brief(check([CHAPTER, `支出合计24.62${unit}。`], [tableIn(unit, '22.46')]))).toEqual(['PROSE-AMOUNT error 24.62 22.46']);
  });

  test.each(UNITS)('0%s below an empty table says that there is nothing', (unit) => {
    const blank = sheet('government-fund', ['total'], [], { empty: { statement: null }, notes: [`注：支出为0${unit}。`] });
    expect(check([], [blank])).toEqual([]);
  });
});

test('how far 0万元 is from a score table is told in 万元', () => {
  const table = {
    ...sheet('project-performance', ['executed'], [['performance/total-funds', '年度资金总额', { executed: '5.00' }]]),
    fields: { 项目名称: '信息化运行维护' },
  };
  const text = '信息化运行维护项目绩效自评综述：执行数为0万元。';
  expect(check(['（二）部门决算中项目绩效自评结果', text], [table])).toMatchObject([{ found: '0', expected: '5.00', difference: '-5' }]);
});
