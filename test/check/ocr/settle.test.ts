import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { settleReadings } from '../../../src/check/ocr/settle.js';
import { table } from '../builders.js';

const income = (lines: string, unreadable?: string) =>
  table('income', 'total fiscal other', lines, { method: 'ocr', ...(unreadable !== undefined && { unreadable }) });

/** What a cell may be: its box and page stay. */
function candidates({ rows }: DisclosureTable, row: number, column: string, texts: readonly string[]): DisclosureValue[] {
  const cell = rows[row]?.cells[column];
  if (!cell) throw new Error('no such cell');
  return texts.map((text) => ({ ...cell, text, value: text, yuan: `${Number(text) * 10000}.00`, status: 'unchecked' }));
}

const settle = (sheet: DisclosureTable, row: number, column: string, texts: readonly string[], doubtful = true) =>
  settleReadings([sheet], [{ table: 0, row, column, candidates: candidates(sheet, row, column, texts), doubtful }], finalAccounts);

test('the only candidate that fits the identities is taken, and both are told', () => {
  const sheet = income('2010101 甲 72.50 10.00 2.50', '72.50');
  const { tables, findings } = settle(sheet, 0, 'total', ['72.50', '12.50']);
  expect(tables[0]?.rows[0]?.cells['total']).toMatchObject({ text: '12.50', value: '12.50' });
  expect(findings).toMatchObject([{ rule: 'READING-SETTLED', verdict: 'reading', expected: '12.50', found: '72.50' }]);
  expect(findings[0]?.message).toContain('12.50、72.50');
});

test('where no candidate fits, the cell stays unreadable, with a finding', () => {
  const { tables, findings } = settle(income('2010101 甲 72.50 10.00 2.50', '72.50'), 0, 'total', ['72.50', '72.80']);
  expect(tables[0]?.rows[0]?.cells['total']).toMatchObject({ value: null, status: 'unreadable' });
  expect(findings).toMatchObject([{ rule: 'CELL-UNREADABLE', severity: 'error' }]);
});

test('where nothing vouches, nothing is taken', () => {
  const { tables } = settle(income('2010101 甲 _ 10.00 72.50', '72.50'), 0, 'other', ['72.50', '12.50']);
  expect(tables[0]?.rows[0]?.cells['other']?.value).toBeNull();
});

test('a lone 0 is never settled: a stain in a blank cell adds as much', () => {
  const { tables } = settle(income('2010101 甲 10.00 10.00 0', '0'), 0, 'other', ['0']);
  expect(tables[0]?.rows[0]?.cells['other']?.value).toBeNull();
});

test('a number nobody doubted gives way where the identities single it out and OCR held the other possible', () => {
  const sheet = income('合计 12.50 10.00 2.50\n2010101 甲 72.50 10.00 2.50');
  const { tables, findings } = settle(sheet, 1, 'total', ['72.50', '12.50'], false);
  expect(tables[0]?.rows[1]?.cells['total']?.value).toBe('12.50');
  expect(findings).toMatchObject([{ rule: 'READING-SETTLED' }]);
});

/** Several cells of one row that nobody doubted, and what each may be. */
const exchanged = (sheet: DisclosureTable, row: number, other: Readonly<Record<string, readonly string[]>>) =>
  settleReadings(
    [sheet],
    Object.entries(other).map(([column, texts]) => ({
      table: 0,
      row,
      column,
      candidates: candidates(sheet, row, column, texts),
      doubtful: false,
    })),
    finalAccounts,
  );

test.each([
  ['72.50 10.00 2.50', { total: ['72.50', '12.50'], other: ['2.50', '62.50'] }],
  ['18 10 3', { total: ['18', '13'], other: ['3', '8'] }],
])('%s: nothing is exchanged where two numbers may be the misread one', (row, other) => {
  const sheet = income(`2010101 甲 ${row}`);
  expect(exchanged(sheet, 0, other)).toEqual({ tables: [sheet], findings: [] });
});

test('a number that may be two others within the roundings is not exchanged', () => {
  const lines = Array.from({ length: 9 }, (_, i) => `3020${i + 1} 某费 1.00`).join('\n');
  const sheet = table('general-public-basic-expenditure', 'amount', `302 商品和服务支出 19.00\n${lines}`, { method: 'ocr' });
  expect(exchanged(sheet, 0, { amount: ['19.00', '9.00', '9.01'] }).findings).toEqual([]);
  expect(exchanged(sheet, 0, { amount: ['19.00', '9.00'] }).findings).toHaveLength(1);
});

test('one number in two manners of print is one candidate', () => {
  const sheet = income('合计 12.50 10.00 2.50\n2010101 甲 72.50 10.00 2.50');
  expect(exchanged(sheet, 1, { total: ['72.50', '12.50', '12.500'] }).tables[0]?.rows[1]?.cells['total']?.text).toBe('12.50');
});

test('the figure that OCR holds possible gives way, though another would explain as much', () => {
  const sheet = income('2010101 甲 72.50 10.00 2.50');
  const { tables } = exchanged(sheet, 0, { total: ['72.50'], fiscal: ['10.00', '16.00'], other: ['2.50', '62.50'] });
  expect(tables[0]?.rows[0]?.cells['other']?.value).toBe('62.50');
});

test("a publisher's mistake that OCR never held possible stays as printed", () => {
  const sheet = income('合计 12.50 10.00 2.50\n2010101 甲 13.50 10.00 2.50');
  const { tables, findings } = settle(sheet, 1, 'total', ['13.50', '73.50'], false);
  expect(tables).toEqual([sheet]);
  expect(findings).toEqual([]);
});

test('every doubt is settled or told of, however many there are', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `20101${i + 10} 甲 72.50 10.00 2.50`).join('\n');
  const sheet = income(`${rows}\n2010999 乙 72.50 10.00 3.50`, '72.50');
  const prints = sheet.rows.map((_, row) => ({
    table: 0,
    row,
    column: 'total',
    candidates: candidates(sheet, row, 'total', ['72.50', '12.50']),
    doubtful: true,
  }));
  const { tables, findings } = settleReadings([sheet], prints, finalAccounts);
  const rules = findings.map(({ rule }) => rule);
  expect(rules).toEqual([...Array<string>(20).fill('READING-SETTLED'), 'CELL-UNREADABLE']);
  expect(tables[0]?.rows.map((row) => row.cells['total']?.value)).toEqual([...Array<string>(20).fill('12.50'), null]);
});

test('text documents are left alone', () => {
  const sheet = income('2010101 甲 72.50 10.00 2.50');
  expect(settleReadings([sheet], [], finalAccounts)).toEqual({ tables: [sheet], findings: [] });
});

test('a row whose only print is in doubt is still a part of its sum', () => {
  const sheet = table('general-public-basic-expenditure', 'amount', '302 商品和服务支出 12.50\n30201 办公费 10.00\n30205 水费 7.50', {
    method: 'ocr',
    unreadable: '7.50',
  });
  const { tables } = settle(sheet, 2, 'amount', ['7.50', '2.50']);
  expect(tables[0]?.rows[2]?.cells['amount']?.value).toBe('2.50');
});

describe('what may or may not be counted in', () => {
  const three = (sketch: string, unreadable: string) =>
    table('three-public', 'final.total final.vehicles final.reception final.conference', sketch, { method: 'ocr', unreadable });

  test('a cell that fits either way is not decided by one of them', () => {
    const { tables, findings } = settle(three('15 10 2 3', '2'), 0, 'final.reception', ['2', '5']);
    expect(tables[0]?.rows[0]?.cells['final.reception']).toMatchObject({ value: null, status: 'unreadable' });
    expect(findings).toMatchObject([{ rule: 'CELL-UNREADABLE' }]);
  });

  test('a total is not exchanged for one of two that fit either way', () => {
    const sheet = three('72 10 2 3', '?');
    const { tables, findings } = settle(sheet, 0, 'final.total', ['72', '12', '15'], false);
    expect({ tables, findings }).toEqual({ tables: [sheet], findings: [] });
    expect(settle(sheet, 0, 'final.total', ['72', '15'], false).tables[0]?.rows[0]?.cells['final.total']?.value).toBe('15');
  });

  test('nor is a part, where another that may be counted in fits too', () => {
    const sheet = three('15 10 2 8', '?');
    const print = (column: string, ...texts: string[]) => ({
      table: 0,
      row: 0,
      column,
      candidates: candidates(sheet, 0, column, texts),
      doubtful: false,
    });
    const prints = [print('final.vehicles', '10', '13'), print('final.conference', '8', '3')];
    expect(settleReadings([sheet], prints, finalAccounts)).toEqual({ tables: [sheet], findings: [] });
  });

  test.each(['0', '—', '_'])('%s decides nothing: the sum is the same', (conference) => {
    const { tables } = settle(three(`15 10 2 ${conference}`, '2'), 0, 'final.reception', ['2', '5']);
    expect(tables[0]?.rows[0]?.cells['final.reception']?.value).toBe('5');
  });
});

describe('more doubts in one sum than can all be tried', () => {
  const amounts = ['3.10', '5.20', '7.30', '11.40', '13.50'];
  const sheet = (total: string) =>
    table(
      'general-public-basic-expenditure',
      'amount',
      `302 商品和服务支出 ${total}\n${amounts.map((amount, i) => `3020${i + 1} 某费 ${amount}`).join('\n')}`,
      { method: 'ocr' },
    );
  const inDoubt = (total: string, others: readonly string[]) => {
    const read = sheet(total);
    const prints = amounts.map((amount, i) => ({
      table: 0,
      row: i + 1,
      column: 'amount',
      candidates: candidates(read, i + 1, 'amount', [amount, others[i] ?? amount]),
      doubtful: true,
    }));
    const rows = read.rows.map((row, i) =>
      i === 0 || !row.cells['amount']
        ? row
        : { ...row, cells: { amount: { ...row.cells['amount'], value: null, yuan: null, status: 'unreadable' as const } } },
    );
    return settleReadings([{ ...read, rows }], prints, finalAccounts);
  };
  const taken = ({ tables }: ReturnType<typeof inDoubt>) => tables[0]?.rows.slice(1).map((row) => row.cells['amount']?.value);

  test('what was read first is taken where the sum closes to the digit', () => {
    const settled = inDoubt('40.50', ['8.10', '5.80', '1.30', '17.40', '18.50']);
    expect(taken(settled)).toEqual(amounts);
    expect(settled.findings.map(({ rule }) => rule)).toEqual(Array<string>(5).fill('READING-SETTLED'));
  });

  test('nothing is taken where the sum is off, be it by a rounding', () => {
    expect(taken(inDoubt('40.51', ['8.10', '5.80', '1.30', '17.40', '18.50']))).toEqual(Array<null>(5).fill(null));
  });

  test('nothing is taken where one of them may as well be another within the roundings', () => {
    expect(taken(inDoubt('40.50', ['3.11', '5.80', '1.30', '17.40', '18.50']))).toEqual(Array<null>(5).fill(null));
  });
});
