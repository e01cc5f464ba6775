import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { DisclosureTable } from '../../schemas/disclosure.js';
import { toXlsx } from '../../src/emit/xlsx.js';
import { disclosure, grid, printed, row, table } from './fixture.js';

/** The workbook as another library reads it. */
async function read(document = disclosure()): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await toXlsx(document);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return workbook;
}

function sheet(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const found = workbook.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name} in ${workbook.worksheets.map((each) => each.name).join(', ')}`);
  return found;
}

/** The sheet of a table with one amount beside one label. */
async function oneAmount(text: string, value: string | null): Promise<ExcelJS.Cell> {
  const one = grid(1, [['甲', text]]);
  const document = disclosure({
    tables: [table({ title: '表', grid: one, rows: [row('甲', { amount: printed(one, 0, 1, value) })] })],
    findings: [],
  });
  return sheet(await read(document), '01 表').getCell('B3');
}

let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await read();
});

test('a sheet per table, then 勾稽 and 数据', () => {
  expect(workbook.worksheets.map((each) => each.name)).toEqual([
    '01 收入支出决算总表',
    '02 收入决算表',
    '03 政府性基金预算财政拨款收入支出决算表',
    '04 项目支出明细表政府采购资产情况以及其他需要说明的事项（一',
    '勾稽',
    '数据',
  ]);
});

test('title, department, number, unit and pages stand above the grid, notes below', () => {
  const income = sheet(workbook, '02 收入决算表');
  expect(income.getCell('A1').value).toBe('收入决算表');
  expect(income.getCell('A2').value).toBe('公开02表　部门：安阳市北关区工业和信息化局　单位：元　原文第 9–10 页');
  expect(income.getCell('A10').value).toBe('注：本表反映部门本年度取得的各项收入情况。');
});

test('merged headers are merged', () => {
  const merges = (name: string) => [...(sheet(workbook, name).model.merges ?? [])].toSorted();
  expect(merges('01 收入支出决算总表')).toEqual(['A10:F10', 'A1:F1', 'A2:F2', 'A3:C3', 'D3:F3']);
  expect(merges('02 收入决算表')).toEqual(['A10:G10', 'A1:G1', 'A2:G2', 'A3:B3', 'A5:B5', 'A6:B6', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4']);
});

test('header and all above it is frozen; a table without columns freezes nothing', () => {
  const frozen = (name: string) => sheet(workbook, name).views.map((view) => (view.state === 'frozen' ? view.ySplit : 0));
  expect(frozen('01 收入支出决算总表')).toEqual([5]);
  expect(frozen('02 收入决算表')).toEqual([5]);
  expect(frozen('03 政府性基金预算财政拨款收入支出决算表')).toEqual([4]);
  expect(frozen('04 项目支出明细表政府采购资产情况以及其他需要说明的事项（一')).toEqual([0]);
  expect(frozen('勾稽')).toEqual([6]);
  expect(frozen('数据')).toEqual([1]);
});

test('amounts are numbers with the printed decimals, separators and brackets', () => {
  const income = sheet(workbook, '02 收入决算表');
  const at = (address: string) => [income.getCell(address).value, income.getCell(address).numFmt];
  expect(at('C6')).toEqual([1234567.89, '#,##0.00']);
  expect(at('G6')).toEqual([-12.3, '0.00;"（"0.00"）"']);
  expect(at('G7')).toEqual([-12.3, '0.00']);
  expect(at('E8')).toEqual([0, '0']);
  expect(sheet(workbook, '01 收入支出决算总表').getCell('F7').value).toBe(0);
  expect(sheet(workbook, '01 收入支出决算总表').getCell('F7').numFmt).toBe('0.00');
});

test('a number of more than 15 digits is text, so that no digit is lost', async () => {
  expect(sheet(workbook, '02 收入决算表').getCell('D8').value).toBe('12345678901234567.89');
  expect((await oneAmount('1234567890123.45', '1234567890123.45')).value).toBe(1234567890123.45);
  expect((await oneAmount('12345678901234.56', '12345678901234.56')).value).toBe('12345678901234.56');
});

test.each([
  ['12.30元', '12.30'],
  ['51.32%', '51.32'],
  ['007.50', '007.50'],
  ['-0.00', '-0.00'],
  ['1,23.45', '123.45'],
  ['△12.30', '-12.30'],
  ['（12.30', '-12.30'],
])('%s is text, because no number would look like it', async (text, value) => {
  expect((await oneAmount(text, value)).value).toBe(text);
});

test.each([
  ['１２．３０', '12.30', 12.3, '0.00'],
  ['(1,234.5)', '-1234.5', -1234.5, '#,##0.0;(#,##0.0)'],
  ['−12.30', '-12.30', -12.3, '0.00'],
  ['12 .30', '12.30', 12.3, '0.00'],
  ['0.123456', '0.123456', 0.123456, '0.000000'],
])('%s is a number', async (text, value, number, format) => {
  const cell = await oneAmount(text, value);
  expect([cell.value, cell.numFmt]).toEqual([number, format]);
});

test('a dash and an unreadable amount are text; doubtful values are coloured', () => {
  const income = sheet(workbook, '02 收入决算表');
  const fill = (address: string) => {
    const { fill: pattern } = income.getCell(address);
    return pattern?.type === 'pattern' ? pattern.fgColor?.argb : undefined;
  };
  expect(income.getCell('E6').value).toBe('—');
  expect(income.getCell('C8').value).toBe('1,234,567.8g');
  expect([fill('C6'), fill('C8'), fill('D6')]).toEqual(['FFF8CBAD', 'FFFFE699', undefined]);
});

test('codes and formulas of the source are text, also after editing', () => {
  const income = sheet(workbook, '02 收入决算表');
  const other = sheet(workbook, '04 项目支出明细表政府采购资产情况以及其他需要说明的事项（一');
  const cells = [
    income.getCell('A8'),
    income.getCell('B9'),
    other.getCell('A4'),
    other.getCell('B4'),
    other.getCell('A5'),
    other.getCell('B5'),
  ];
  expect(cells.map((cell) => cell.value)).toEqual([
    '2080505',
    '=HYPERLINK("http://example.org","x")',
    '00123',
    '=1+1',
    '410503000000000001',
    '+A1\n第二行',
  ]);
  expect(cells.map((cell) => [cell.type, cell.numFmt])).toEqual(cells.map(() => [ExcelJS.ValueType.String, '@']));
});

test('no cell of the workbook is a formula', () => {
  for (const each of workbook.worksheets) {
    each.eachRow((cells) => cells.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
  }
});

test('勾稽: the most severe finding first, with its places and the sentence', () => {
  const findings = sheet(workbook, '勾稽');
  expect(findings.getCell('A1').value).toBe('安阳市北关区工业和信息化局　2024 年度　勾稽核对');
  expect(findings.getCell('A4').value).toBe('数值：勾稽证实 13　未见矛盾 1　有矛盾 1　无法识读 1　未核对 0');
  const line = (number: number) => Array.from({ length: 10 }, (_, index) => findings.getRow(number).getCell(index + 1).value);
  expect(line(7)).toEqual([
    '错误',
    '原件如此',
    'TABLE-PROSE',
    '文字说明称收入减少417.27万元、下降54.35%，按所列数字计算应为下降51.32%。',
    '51.32%',
    '54.35%',
    null,
    null,
    '01 收入支出决算总表 · 本年收入合计 · 收入 / 决算数 · 第 8 页\n02 收入决算表 · 合计 · 本年收入合计 · 第 9 页',
    '第 19 页：=2024年度收入合计395.87万元，比上年减少417.27万元，下降54.35%。',
  ]);
  expect(line(8).slice(4, 8)).toEqual([1234567.9, 1234567.89, 0.01, 0.02]);
});

test('勾稽 of a failed document says that and why', async () => {
  const failed = disclosure({
    outcome: { status: 'failed', reason: 'encrypted', message: 'This PDF needs a password to open.' },
    tables: [],
    findings: [],
  });
  const workbookOfFailed = await read(failed);
  expect(workbookOfFailed.worksheets.map((each) => each.name)).toEqual(['勾稽', '数据']);
  expect(sheet(workbookOfFailed, '勾稽').getCell('A3').value).toBe('结果：未能提取（encrypted）　This PDF needs a password to open.');
});

test('数据: the tidy lines, numbers as numbers', () => {
  const data = sheet(workbook, '数据');
  const names = Array.from({ length: 29 }, (_, index) => String(data.getRow(1).getCell(index + 1).value));
  const line = Object.fromEntries(names.map((name, index) => [name, data.getRow(2).getCell(index + 1).value]));
  expect(data.rowCount).toBe(18);
  expect(line).toMatchObject({
    document: 'beiguan-2024.pdf',
    year: 2024,
    region_code: '410503',
    table: 0,
    code: null,
    line: '1',
    text: '395.87',
    value: 395.87,
    yuan: 3958700,
    x0: 227.5,
  });
});

test('the same document gives the same bytes, whatever the clock says', async () => {
  const first = await toXlsx(disclosure());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10') });
  const later = await toXlsx(disclosure());
  vi.useRealTimers();
  expect(Buffer.compare(first, later)).toBe(0);
});

test('any text comes back as itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 50 }), async (texts) => {
      const document = disclosure({
        tables: [
          table({
            title: '表',
            grid: grid(
              1,
              texts.map((text) => [text]),
            ),
          }),
        ],
        findings: [],
      });
      const cells = sheet(await read(document), '01 表');
      expect(texts.map((_, index) => cells.getCell(index + 3, 1).value)).toEqual(texts);
    }),
    { numRuns: 30 },
  );
});

test.each(['constructor', '__proto__', 'toString', '_x0041_', '_x000d_', '\uFFFD', 'a\r\nb', ' 前后 ', '<&>"\''])(
  '%j comes back as itself',
  async (text) => {
    const document = disclosure({ tables: [table({ title: text, grid: grid(1, [[text]]), notes: [text] })], findings: [] });
    const first = (await read(document)).worksheets[0];
    expect([first?.getCell('A1').value, first?.getCell('A3').value, first?.getCell('A4').value]).toEqual([text, text, text]);
  },
);

test('a text longer than a cell can be is cut with a word about it', async () => {
  const document = disclosure({ tables: [table({ grid: grid(1, [['长'.repeat(40_000)]]) })], findings: [] });
  const text = String((await read(document)).worksheets[0]?.getCell('A3').value);
  expect(text).toHaveLength(32_767);
  expect(text.endsWith('（本格过长，全文见 JSON）')).toBe(true);
});

test('two cells in one place, or one outside of the table, are an error and no damaged workbook', async () => {
  const merged = { text: 'a', columnSpan: 2 };
  const overlapping = table({ grid: grid(1, [[merged, 'b']]) });
  await expect(toXlsx(disclosure({ tables: [overlapping] }))).rejects.toThrow('Grid: two cells in one place');
  const outside = table({ grid: { ...grid(1, [['a', 'b']]), columns: 1 } });
  await expect(toXlsx(disclosure({ tables: [outside] }))).rejects.toThrow('Grid: a cell lies outside');
});

test('a table without a grid, and one of a single column, have sheets', async () => {
  const tables: DisclosureTable[] = [
    table({ form: 'state-capital', empty: { statement: '本表无数据。' } }),
    table({ grid: grid(1, [['甲'], ['乙']]) }),
  ];
  const small = await read(disclosure({ tables, findings: [] }));
  expect(sheet(small, '01 国有资本经营预算财政拨款支出决算表').getCell('A3').value).toBe('本表无数据。');
  expect(sheet(small, '02 其他表').getCell('A4').value).toBe('乙');
});

test('10,000 grid cells with a value each take less than five seconds', async () => {
  const large = grid(
    1,
    Array.from({ length: 1000 }, () => Array.from({ length: 10 }, () => '0.00')),
  );
  const rows = large.cells.map((cell) => row('甲', { amount: printed(large, cell.row, cell.column, '0.00') }));
  const document = disclosure({ tables: [table({ title: '表', grid: large, rows })] });
  const start = performance.now();
  const bytes = await toXlsx(document);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(bytes.length).toBeGreaterThan(0);
});
