import { describe, expect, test } from 'vitest';
import { budgets } from '../../../extractors/budgets/family.js';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { checkTables } from '../../../src/check/check.js';
import { table } from '../builders.js';

const expenditure = (sketch: string, columns = 'total basic project') => table('expenditure', columns, sketch);

/** The statuses of a table's values, row by row, and its findings of STRUCTURE-DOUBTFUL. */
function checked(given: DisclosureTable, inferred: boolean) {
  const { tables, findings } = checkTables([given], finalAccounts, new Set(inferred ? [0] : []));
  return {
    statuses: tables[0]?.rows.map(({ cells }) => Object.values(cells).map(({ status }) => status)),
    doubts: findings.filter(({ rule }) => rule === 'STRUCTURE-DOUBTFUL').map(({ message }) => message),
  };
}

describe('a table whose columns no rules show', () => {
  test('keeps what an identity proves under a code and a known head', () => {
    expect(checked(expenditure('2010101 甲 60.00 40.00 20.00'), true)).toEqual({ statuses: [['proved', 'proved', 'proved']], doubts: [] });
  });

  test('what nothing proves is unchecked, and one finding says how much', () => {
    const { statuses, doubts } = checked(expenditure('2010101 甲 60.00 40.00 20.00\n2010102 乙 0.00 0.00 0.00'), true);
    expect(statuses).toEqual([
      ['proved', 'proved', 'proved'],
      ['unchecked', 'unchecked', 'unchecked'],
    ]);
    expect(doubts).toEqual([
      '本表没有画出竖线，各栏的位置由表头文字和数字的位置推定，没有勾稽关系可以证明的数不能作准。本表有3个数未能核对，请对照原件。',
    ]);
  });

  test('a row under half a label is unchecked though it adds up', () => {
    const { statuses } = checked(expenditure('2010101 甲 60.00 40.00 20.00\n出 9.00 4.00 5.00'), true);
    expect(statuses).toEqual([
      ['proved', 'proved', 'proved'],
      ['unchecked', 'unchecked', 'unchecked'],
    ]);
  });

  test('the same table with rules is as it was', () => {
    const { statuses, doubts } = checked(expenditure('2010101 甲 60.00 40.00 20.00\n2010102 乙 0.00 0.00 0.00'), false);
    expect(statuses).toEqual([
      ['proved', 'proved', 'proved'],
      ['uncontradicted', 'uncontradicted', 'uncontradicted'],
    ]);
    expect(doubts).toEqual([]);
  });
});

test('of a table read by OCR, a row whose label nobody knows is unchecked; what only is not proved stands', () => {
  const given = table(
    'expenditure',
    'total basic project',
    '2010101 甲 60.00 40.00 20.00\n2010102 乙 0.00 0.00 0.00\n术支出 9.00 4.00 5.00',
    {
      method: 'ocr',
    },
  );
  expect(checked(given, false).statuses).toEqual([
    ['proved', 'proved', 'proved'],
    ['uncontradicted', 'uncontradicted', 'uncontradicted'],
    ['unchecked', 'unchecked', 'unchecked'],
  ]);
});

describe('of a table read by OCR', () => {
  const read = (sketch: string) => table('expenditure', 'total basic project', sketch, { method: 'ocr' });
  const SUM = '2010101 甲 60.00 40.00 20.00';
  const statuses = (given: DisclosureTable) => checked(given, false).statuses;

  test.each(['项目支出"', '项目支出)', '“项目支出', '\ufffd项目支出', '*项目支出', '、项目支出'])(
    'a column under %s is unchecked',
    (head) => {
      const given = read(SUM);
      const columns = given.columns.map((column) => (column.key === 'project' ? { ...column, path: [head] } : column));
      expect(statuses({ ...given, columns })).toEqual([['proved', 'proved', 'unchecked']]);
    },
  );

  test.each(['项目支出（万元）', '“项目”支出', '项目支出3=1-2', '一、项目支出'])('a column under %s is certain', (head) => {
    const given = read(SUM);
    const columns = given.columns.map((column) => (column.key === 'project' ? { ...column, path: [head] } : column));
    expect(statuses({ ...given, columns })).toEqual([['proved', 'proved', 'proved']]);
  });

  test('figures in a column that the form does not know make every column uncertain', () => {
    const given = read(SUM);
    const rows = given.rows.map((row) => ({ ...row, cells: { ...row.cells, 功能分类: { ...row.cells['total'], value: '201' } } }));
    const columns = [...given.columns, { key: '功能分类', path: ['功能分类'], ordinal: null }];
    expect(statuses({ ...given, columns, rows } as DisclosureTable)?.flat()).toEqual(['unchecked', 'unchecked', 'unchecked', 'unchecked']);
  });

  test('a row whose name was misread is unchecked', () => {
    const { tables } = checkTables([read(`${SUM}\n2010102 乙 9.00 4.00 5.00`)], finalAccounts, new Set(), [new Set([0])]);
    expect(tables[0]?.rows.map(({ cells }) => cells['total']?.status)).toEqual(['unchecked', 'proved']);
  });

  test('a row of a unit is certain where its name is that of the publisher: OCR may misread any other', () => {
    const given = { ...read(`丙 60.00 40.00 20.00\n${SUM}`), department: '某某县教育局' };
    const named = (name: string) => ({
      ...given,
      rows: given.rows.map((row, i) => (i > 0 ? row : { ...row, code: null, name, concept: 'unit' })),
    });
    expect(statuses(named('某某县教育局'))?.[0]).toEqual(['proved', 'proved', 'proved']);
    expect(statuses(named('某某县敎育局'))?.[0]).toEqual(['unchecked', 'unchecked', 'unchecked']);
  });

  test('a second table of one form on the next page may be the rest of the first', () => {
    const second = { ...read('2010102 乙 9.00 4.00 5.00'), pages: [11] };
    const { tables } = checkTables([read(SUM), second], finalAccounts);
    expect(tables.map(({ rows }) => rows[0]?.cells['total']?.status)).toEqual(['proved', 'unchecked']);
  });
});

test('a code in which words of the header stand proves nothing', () => {
  const given = expenditure('2010101 甲 60.00 40.00 20.00\n2010102 乙 9.00 4.00 5.00');
  const rows = given.rows.map((row, i) => (i === 0 ? { ...row, code: '类201', concept: null, name: null } : row));
  expect(checked({ ...given, rows }, false).statuses?.[0]).toEqual(['uncontradicted', 'uncontradicted', 'uncontradicted']);
});

test('a table whose sums break where no figure can be blamed claims nothing it cannot prove', () => {
  const { statuses, doubts } = checked(expenditure('2010101 甲 7.13 5.98 3.42\n2010102 乙 0.00 0.00 0.00'), false);
  expect(statuses?.[1]).toEqual(['unchecked', 'unchecked', 'unchecked']);
  expect(doubts).toHaveLength(1);
});

describe('a list of projects whose 合计 is no sum of them', () => {
  const projects = (total: string, ...amounts: string[]) =>
    table('budget-project', 'total', [`合计 ${total}`, ...amounts.map((amount, i) => `项目${'甲乙丙丁戊己'[i]} ${amount}`)].join('\n'));

  test('no level that its rows may have explains it: it is open, and a finding says so', () => {
    const { tables, findings } = checkTables([projects('200.00', '100.00', '100.00', '100.00')], budgets, new Set());
    expect(findings.map(({ rule }) => rule)).toContain('STRUCTURE-DOUBTFUL');
    const statuses = tables[0]?.rows.map(({ cells }) => cells['total']?.status);
    expect(statuses).toEqual(['unchecked', 'unchecked', 'unchecked', 'unchecked']);
  });

  test('where it is their sum, they are proved and nothing is said', () => {
    const { tables, findings } = checkTables([projects('300.00', '100.00', '100.00', '100.00')], budgets, new Set());
    expect(findings).toEqual([]);
    expect(tables[0]?.rows.every(({ cells }) => cells['total']?.status === 'proved')).toBe(true);
  });

  test('the column that shows the levels is the one with most amounts, zeros are none', () => {
    const sketch = [
      '合计 30.00 12.00 42.00',
      '货物 30.00 5.00 35.00',
      '甲 20.00 0 20.00',
      '乙 10.00 0 10.00',
      '丙 0 5.00 5.00',
      '工程 0 7.00 7.00',
      '丁 0 7.00 7.00',
    ];
    const given = table('budget-procurement', 'general-public own-funds total', sketch.join('\n'));
    const { tables, findings } = checkTables([given], budgets, new Set());
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(tables[0]?.rows.flatMap(({ cells }) => Object.values(cells)).some(({ status }) => status === 'contradicted')).toBe(false);
  });
});
