import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless } from '../../src/base/csv.js';
import { toCsv } from '../../src/emit/csv.js';
import { disclosure, grid, printed, row, table } from './fixture.js';

/** RFC 4180 by its grammar, so that nothing of ours reads what we wrote. */
function parse(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = field.exec(csv); match !== null; match = field.exec(csv)) {
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') record = records.push(record) ? [] : record;
    if (field.lastIndex === csv.length) return records;
  }
  throw new Error('not RFC 4180');
}

function lines(csv: string): Record<string, string>[] {
  const [names = [], ...records] = parse(csv.slice(1));
  return records.map((record) => Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])));
}

const COLUMNS =
  'document,department,year,region_code,form,table,number,title,page,row,row_kind,code,level,name,line,panel,concept,column_key,column_path,text,value,unit,yuan,x0,y0,x1,y1,method,status';
/** What was added since stands behind them: a reader by position still finds what it knows. */
const ADDED = 'department_id';

test('a BOM, the columns of the contract in their order, CRLF after every line', () => {
  const csv = toCsv(disclosure());
  expect(csv.startsWith(`\uFEFF${COLUMNS},${ADDED}\r\n`)).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('one line per cell that has text, a dash among them, a blank not', () => {
  const all = lines(toCsv(disclosure()));
  const cells = disclosure().tables.flatMap((each) => each.rows.flatMap((eachRow) => Object.values(eachRow.cells)));
  expect(all).toHaveLength(cells.length);
  expect(all[9]).toMatchObject({
    name: '合计',
    column_key: 'operations',
    column_path: '事业收入 / 小计',
    text: '—',
    value: '',
    yuan: '',
    status: '',
  });
  const blank = grid(1, [['甲', '']]);
  const document = disclosure({ tables: [table({ grid: blank, rows: [row('甲', { amount: printed(blank, 0, 1, null) })] })] });
  expect(lines(toCsv(document))).toEqual([]);
});

test('a line says everything about its cell', () => {
  expect(lines(toCsv(disclosure()))[0]).toEqual({
    document: 'beiguan-2024.pdf',
    department: '安阳市北关区工业和信息化局',
    year: '2024',
    region_code: '410503',
    form: 'income-expenditure-summary',
    table: '0',
    number: '公开01表',
    title: '收入支出决算总表',
    page: '8',
    row: '0',
    row_kind: 'item',
    code: '',
    level: '',
    name: '一、一般公共预算财政拨款收入',
    line: '1',
    panel: '',
    concept: 'general-public-appropriation',
    column_key: 'income',
    column_path: '收入 / 决算数',
    text: '395.87',
    value: '395.87',
    unit: '万元',
    yuan: '3958700.00',
    x0: '227.5',
    y0: '184.25',
    x1: '258',
    y1: '196',
    method: 'text',
    status: 'proved',
    department_id: '410503-工业和信息化局',
  });
});

test('a cell of a column the table does not list is not lost', () => {
  const one = grid(1, [['甲', '1.00']]);
  const document = disclosure({ tables: [table({ grid: one, rows: [row('甲', { stray: printed(one, 0, 1, '1.00') })] })] });
  expect(lines(toCsv(document))[0]).toMatchObject({ column_key: 'stray', column_path: '', value: '1.00' });
});

test('formulas are made harmless, negative amounts stay numbers', () => {
  expect(harmless('=1+1')).toBe("'=1+1");
  expect(harmless('+86 372')).toBe("'+86 372");
  expect(harmless('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(harmless('\t=1')).toBe("'\t=1");
  expect(harmless('\r=1')).toBe("'\r=1");
  expect(harmless('＝1+1')).toBe("'＝1+1");
  expect(harmless('-')).toBe("'-");
  expect(harmless('-1,234.50')).toBe("'-1,234.50");
  expect(harmless('-12.30')).toBe('-12.30');
  expect(harmless('—')).toBe('—');
  expect(harmless('一、基本支出')).toBe('一、基本支出');
});

test('the text of a negative amount is itself, its value a number', () => {
  const negative = lines(toCsv(disclosure())).filter((line) => line['value'] === '-12.30');
  expect(negative.map((line) => line['text'])).toEqual(['（12.30）', '-12.30']);
});

test('no text field begins as a formula, and taking one apostrophe away gives the print back', () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", "'=", '＝', '"', ',', '12.5');
  const hostile = fc.tuple(start, fc.string({ unit: 'binary' })).map(([first, rest]) => first + rest);
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = harmless(text);
      expect(/^[=+\-@＝＋－＠\t\r\n]/.test(safe) && !/^-?\d+(\.\d+)?$/.test(safe)).toBe(false);
      expect(safe.replace(/^'('*[=+\-@＝＋－＠\p{Cc}])/u, '$1')).toBe(text);
    }),
  );
});

test('what is written is what a reader of RFC 4180 reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (name, text) => {
      const one = grid(1, [['甲', text]]);
      const document = disclosure({ tables: [table({ grid: one, rows: [row(name, { amount: printed(one, 0, 1, null) })] })] });
      expect(lines(toCsv(document))).toMatchObject([{ name: harmless(name), text: harmless(text) }]);
    }),
  );
});
