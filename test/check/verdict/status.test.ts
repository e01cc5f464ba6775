import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { checkTables } from '../../../src/check/check.js';
import { statusOf, table } from '../builders.js';

const expenditure = (sketch: string, rest = {}) => table('expenditure', 'total basic project', sketch, rest);
const status = (sketch: string, label: string, column: string, rest = {}) => statusOf([expenditure(sketch, rest)], 0, label, column);

describe('proved', () => {
  test('a row that adds up proves its figures', () => {
    expect(['total', 'basic', 'project'].map((key) => status('2010101 甲 60.00 40.00 20.00', '2010101', key))).toEqual([
      'proved',
      'proved',
      'proved',
    ]);
  });

  test('a printed zero among them too: any other value would break the sum', () => {
    expect(status('2010101 甲 60.00 60.00 0.00', '2010101', 'project')).toBe('proved');
  });

  test('zeros alone prove nothing', () => {
    expect(status('2010101 甲 0.00 0.00 0.00', '2010101', 'total')).toBe('uncontradicted');
  });

  test('an addend smaller than the roundings of its sum is not proved by it', () => {
    const many = Array.from({ length: 12 }, (_, i) => `302${String(i + 10)} 费 8.25`).join('\n');
    const tables = [table('general-public-basic-expenditure', 'amount', `302 商品和服务支出 99.02\n${many}\n30299 其他 0.02`)];
    expect([statusOf(tables, 0, '30210', 'amount'), statusOf(tables, 0, '30299', 'amount')]).toEqual(['proved', 'uncontradicted']);
  });

  test('a row without label proves nothing, unless it is the only one of its table', () => {
    expect(
      checkTables([expenditure('60.00 40.00 20.00\n2010101 甲 9.00 9.00 _')], finalAccounts).tables[0]?.rows[0]?.cells['total']?.status,
    ).toBe('uncontradicted');
    const three = table('three-public', 'final.total final.abroad final.vehicles final.reception', '10.00 1.00 8.10 0.90');
    expect(checkTables([three], finalAccounts).tables[0]?.rows[0]?.cells['final.total']?.status).toBe('proved');
  });

  test('a sum that was chosen among two because it closes proves nothing', () => {
    const columns = 'final.total final.abroad final.vehicles final.reception final.conference';
    const statusesOf = (sketch: string) =>
      checkTables([table('three-public', columns, sketch)], finalAccounts).tables[0]?.rows[0]?.cells['final.total']?.status;
    expect(['10.00 1.00 8.10 0.90 2.00', '12.00 1.00 8.10 0.90 2.00', '10.00 1.00 8.10 0.90 0.00'].map(statusesOf)).toEqual([
      'proved',
      'uncontradicted',
      'proved',
    ]);
  });

  test('7 = 1 + 3 + 3: column numbers prove nothing', () => {
    const ordinals = table('three-public', 'final.total final.abroad final.vehicles final.reception', '1 2 3 4');
    expect(checkTables([ordinals], finalAccounts).tables[0]?.rows[0]?.cells['final.total']?.status).toBe('uncontradicted');
  });

  test('column numbers that a page repeats amid the rows, under any word, neither prove nor break anything', () => {
    const tables = [expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n项目 3 1 2\n1 2 3\n2080501 乙 40.00 30.00 10.00')];
    const [checked] = checkTables(tables, finalAccounts).tables;
    expect(checked?.rows.map((row) => row.cells['total']?.status)).toEqual([
      'proved',
      'proved',
      'uncontradicted',
      'uncontradicted',
      'proved',
    ]);
  });

  test('years prove nothing', () => {
    const [checked] = checkTables([expenditure('年度 2024 2024 _\n2010101 甲 60.00 40.00 20.00')], finalAccounts).tables;
    expect(checked?.rows.map((row) => row.cells['total']?.status)).toEqual(['uncontradicted', 'proved']);
  });

  test('a column whose meaning is unknown is not proved', () => {
    const tables = [table('expenditure', 'total basic project 某栏', '2010101 甲 60.00 40.00 20.00 5.00')];
    expect(statusOf(tables, 0, '2010101', '某栏')).toBe('uncontradicted');
  });

  test('88 for 88.37 may be rounding, and is then no proof', () => {
    const sketch = '合计 148.62 60.25 88.37\n2010101 甲 60.25 60.25 _\n2080501 乙 88 _ 88.37';
    expect([status(sketch, '2080501', 'total'), status(sketch, '2080501', 'project')]).toEqual(['uncontradicted', 'proved']);
  });

  test('text, dashes and unreadable cells keep their status', () => {
    const cells = checkTables([expenditure('2010101 甲 xx — 20.00', { unreadable: 'xx' })], finalAccounts).tables[0]?.rows[0]?.cells;
    expect([cells?.['total']?.status, cells?.['basic']?.status]).toEqual(['unreadable', null]);
  });
});

describe('contradicted', () => {
  const broken = '合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 36.00 10.00';

  test('the culprit, and nobody else', () => {
    expect(status(broken, '2080501', 'basic')).toBe('contradicted');
    expect([status(broken, '合计', 'basic'), status(broken, '2080501', 'total'), status(broken, '2010101', 'basic')]).toEqual([
      'proved',
      'proved',
      'proved',
    ]);
  });

  test('all that would explain as much, where nobody can tell', () => {
    const tables = [
      table('general-public-basic-expenditure', 'amount', '302 商品和服务支出 100.00\n30201 办公费 51.13\n30202 印刷费 27.25'),
    ];
    expect(['302', '30201', '30202'].map((code) => statusOf(tables, 0, code, 'amount'))).toEqual([
      'contradicted',
      'contradicted',
      'contradicted',
    ]);
  });

  test('where a row is missing its neighbours are no longer proved', () => {
    const sketch = '合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00';
    expect([status(sketch, '合计', 'total'), status(sketch, '2010101', 'basic')]).toEqual(['uncontradicted', 'uncontradicted']);
  });

  test('what OCR may have read alike in two cells of a row is contradicted with them', () => {
    const sketch = '合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00';
    expect(status(sketch, '2010101', 'basic', { method: 'ocr' })).toBe('contradicted');
  });
});

test('the tables given stay as they are', () => {
  const given = expenditure('2010101 甲 60.00 40.00 20.00');
  const before = structuredClone(given);
  checkTables([given], finalAccounts);
  expect(given).toEqual(before);
});
