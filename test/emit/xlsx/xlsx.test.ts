import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { disclosure, grid, printed, row, table } from '../fixture.js';
import { xlsxOf } from '../written.js';

/** The workbook as another library reads it. */
async function read(document = disclosure()): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = xlsxOf(document);
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

/** An 支出决算表 whose 合计 of 基本支出 prints `total` over 40.00 and 48.00. */
function sums(total: string, status: 'proved' | 'contradicted' = 'contradicted'): Disclosure {
  const of = grid(3, [
    ['科目编码', '科目名称', '本年支出合计', '基本支出'],
    [{ text: '合计', columnSpan: 2 }, null, '88.00', total],
    ['2060302', '社会公益研究', '40.00', '40.00'],
    ['2060499', '其他技术研究与开发支出', '48.00', '48.00'],
  ]);
  const line = (index: number, basic: string) => ({
    total: printed(of, index, 2, of.cells.find((cell) => cell.row === index && cell.column === 2)?.text ?? null),
    basic: printed(of, index, 3, /^[\d.,]+元?$/.test(basic) ? basic.replace(/[元,]/g, '') : null, index === 1 ? { status } : {}),
  });
  const spent = table({
    form: 'expenditure',
    title: '支出决算表',
    pages: [3],
    columns: [
      { key: 'total', path: ['本年支出合计'], ordinal: null },
      { key: 'basic', path: ['基本支出'], ordinal: null },
    ],
    rows: [
      row('合计', line(1, total), { kind: 'total', concept: 'total' }),
      row('社会公益研究', line(2, '40.00'), { code: '2060302', concept: 'function/2060302' }),
      row('其他技术研究与开发支出', line(3, '48.00'), { code: '2060499', concept: 'function/2060499' }),
    ],
    grid: of,
  });
  const finding: Finding = {
    rule: 'COLUMN-SUM',
    severity: 'error',
    verdict: 'publisher',
    message: '合计行基本支出与各项之和不符。',
    cells: [{ table: 0, row: 0, column: 'basic', page: 3, box: null }],
  };
  return disclosure({ tables: [spent], findings: status === 'contradicted' ? [finding] : [] });
}

/** From → to of a sheet, as a spreadsheet reads them: exceljs passes over links within a workbook. */
async function linksOf(of: Disclosure, number: number): Promise<(string | undefined)[][]> {
  const xml = strFromU8(unzipSync(xlsxOf(of))[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
  const plain = (text = '') => text.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  return [...xml.matchAll(/<hyperlink ref="([^"]*)" location="([^"]*)"/g)].map(([, from, to]) => [from, plain(to)]);
}

/** By address, of all sheets. */
function formulasOf(of: ExcelJS.Workbook): Map<string, string> {
  const found = new Map<string, string>();
  for (const each of of.worksheets) {
    each.eachRow((cells) => cells.eachCell((cell) => cell.formula && found.set(`${each.name}!${cell.address}`, cell.formula)));
  }
  return found;
}

let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await read();
});

test('摘要, 勾稽 and 目录, a sheet per table, then 数据 and 来源', () => {
  expect(workbook.worksheets.map((each) => each.name)).toEqual([
    '摘要',
    '勾稽',
    '目录',
    '01 收入支出决算总表',
    '02 收入决算表',
    '03 政府性基金预算财政拨款收入支出决算表',
    '04 项目支出明细表政府采购资产情…他需要说明的事项（一）续表',
    '数据',
    '来源',
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
  expect(merges('01 收入支出决算总表')).toEqual(['A10:F10', 'A1:F1', 'A2:F2', 'A3:C3', 'D3:F3', 'H4:J4']);
  expect(merges('02 收入决算表')).toEqual([
    'A10:G10',
    'A1:G1',
    'A2:G2',
    'A3:B3',
    'A5:B5',
    'A6:B6',
    'C3:C4',
    'D3:D4',
    'E3:F3',
    'G3:G4',
    'I4:K4',
  ]);
});

test('header and all above it is frozen; a table without columns freezes nothing', () => {
  const frozen = (name: string) => sheet(workbook, name).views.map((view) => (view.state === 'frozen' ? view.ySplit : 0));
  expect(frozen('01 收入支出决算总表')).toEqual([5]);
  expect(frozen('02 收入决算表')).toEqual([5]);
  expect(frozen('03 政府性基金预算财政拨款收入支出决算表')).toEqual([4]);
  expect(frozen('04 项目支出明细表政府采购资产情…他需要说明的事项（一）续表')).toEqual([0]);
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
  expect([fill('C6'), fill('C8'), fill('D6'), fill('G7')]).toEqual(['FFF8CBAD', 'FFFFE699', 'FFE2EFDA', 'FFE2EFDA']);
});

test('codes and formulas of the source are text, also after editing', () => {
  const income = sheet(workbook, '02 收入决算表');
  const other = sheet(workbook, '04 项目支出明细表政府采购资产情…他需要说明的事项（一）续表');
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

test('no text of the document is in a formula, and every formula is of addresses and numbers alone', async () => {
  for (const each of [workbook, await read(sums('88.00'))]) {
    for (const formula of formulasOf(each).values()) expect(formula).toMatch(/^ROUND\((SUM\(|[A-Z]+\d+-)[A-Z0-9:,()+-]*,\d\)$/);
  }
});

test('勾稽: the most severe finding first, with its places and the sentence', () => {
  const findings = sheet(workbook, '勾稽');
  expect(findings.getCell('A1').value).toBe('安阳市北关区工业和信息化局　2024 年度　勾稽核对');
  expect(findings.getCell('A4').value).toBe('数值：勾稽证实 13　未见矛盾 1　有矛盾 1　无法识读 1　未核对 0');
  const line = (number: number) => Array.from({ length: 11 }, (_, index) => findings.getRow(number).getCell(index + 1).value);
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
    '01 C8',
  ]);
  expect(findings.getCell('L7').value).toBe('02 C6');
  expect(line(8).slice(4, 8)).toEqual([1234567.9, 1234567.89, 0.01, 0.02]);
});

test('勾稽 of a failed document says that and why', async () => {
  const failed = disclosure({
    outcome: { status: 'failed', reason: 'encrypted', message: 'This PDF needs a password to open.' },
    tables: [],
    findings: [],
  });
  const workbookOfFailed = await read(failed);
  expect(workbookOfFailed.worksheets.map((each) => each.name)).toEqual(['摘要', '勾稽', '数据', '来源']);
  expect(sheet(workbookOfFailed, '勾稽').getCell('A3').value).toBe('结果：未能提取（encrypted）　This PDF needs a password to open.');
});

test('数据: the tidy lines, numbers as numbers', () => {
  const data = sheet(workbook, '数据');
  const names = Array.from({ length: 29 }, (_, index) => String(data.getRow(1).getCell(index + 1).value));
  const line = Object.fromEntries(names.map((name, index) => [name, data.getRow(2).getCell(index + 1).value]));
  expect(data.rowCount).toBe(18);
  expect(line).toMatchObject({
    文件: 'beiguan-2024.pdf',
    年度: 2024,
    行政区划代码: '410503',
    表序: 0,
    科目编码: null,
    行次: '1',
    印文: '395.87',
    数值: 395.87,
    元: 3958700,
    左: 227.5,
    状态: '勾稽证实',
  });
});

test('数据 can be filtered, unless it holds no line', async () => {
  const tables = sheet(workbook, '数据').getTables() as unknown as {
    table: { tableRef: string; autoFilterRef: string; columns: { name: string }[] };
  }[];
  expect(tables.map((each) => [each.table.tableRef, each.table.autoFilterRef, each.table.columns[15]?.name])).toEqual([
    ['A1:AD18', 'A1:AD18', '状态'],
  ]);
  expect(sheet(await read(disclosure({ tables: [], findings: [] })), '数据').getTables()).toEqual([]);
});

describe('beside printed totals', () => {
  test('formulas work them out again, with the difference and what roundings explain', async () => {
    const spent = sheet(await read(sums('96.00')), '01 支出决算表');
    expect([4, 5, 6, 7, 8, 9, 10].map((column) => spent.getRow(3).getCell(column + 1).value)).toEqual([
      null,
      '重算',
      '差额',
      '容差',
      '重算',
      '差额',
      '容差',
    ]);
    expect(spent.getCell('I2').value).toBe('基本支出：纵向合计');
    expect(spent.getCell('I4').value).toEqual({ formula: 'ROUND(SUM(D5:D6),2)', result: 88 });
    expect(spent.getCell('J4').value).toEqual({ formula: 'ROUND(D4-I4,2)', result: 8 });
    expect([spent.getCell('J4').numFmt, spent.getCell('K4').value]).toEqual(['0.00', 0.015]);
    expect(spent.getCell('G4').value).toEqual({ formula: 'ROUND(C4-F4,2)' });
  });

  test('are printed as the total is', async () => {
    const spent = sheet(await read(sums('1,000,096.00')), '01 支出决算表');
    expect(['I4', 'J4'].map((address) => spent.getCell(address).numFmt)).toEqual(['#,##0.00', '#,##0.00']);
    expect(spent.getCell('J4').value).toEqual({ formula: 'ROUND(D4-I4,2)', result: 1_000_008 });
  });

  test('there is nothing where a total or an addend is no number', async () => {
    expect(formulasOf(await read(sums('8g.00'))).has('01 支出决算表!J4')).toBe(false);
    expect(formulasOf(await read(sums('88.00元'))).has('01 支出决算表!J4')).toBe(false);
  });

  test('differences take the colour of what they are while they are', async () => {
    const { conditionalFormattings } = sheet(await read(sums('96.00')), '01 支出决算表') as unknown as {
      conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[];
    };
    expect(conditionalFormattings.filter(({ ref }) => ref === 'J4').map(({ rules }) => rules.map(({ formulae }) => formulae[0]))).toEqual([
      ['AND(ISNUMBER(J4),ABS(J4)>K4)'],
      ['AND(ISNUMBER(J4),J4<>0,ABS(J4)<=K4)'],
    ]);
  });
});

describe('a comment says why a cell is coloured', () => {
  const noteOf = (cell: ExcelJS.Cell) => (typeof cell.note === 'object' ? cell.note.texts?.map(({ text }) => text).join('') : cell.note);

  test('with the finding, and where it stands', async () => {
    const of = await read(sums('96.00'));
    expect(noteOf(sheet(of, '01 支出决算表').getCell('D4'))).toBe(
      '有矛盾：与其他印刷数值或文字说明不符。\n【错误】合计行基本支出与各项之和不符。（“勾稽”第 7 行）',
    );
    expect(sheet(of, '勾稽').getCell('D7').value).toBe('合计行基本支出与各项之和不符。');
    expect(noteOf(sheet(of, '01 支出决算表').getCell('C4'))).toBeUndefined();
  });

  test('a finding about a blank cell is told in the blank', async () => {
    const blank = sums('96.00');
    const [spent] = blank.tables;
    delete spent?.rows[1]?.cells['basic'];
    const at = { table: 0, row: 1, column: 'basic', page: 3, box: null };
    const findings = blank.findings.map((finding) => ({ ...finding, cells: [at] }));
    expect(noteOf(sheet(await read({ ...blank, findings }), '01 支出决算表').getCell('D5'))).toContain('合计行基本支出');
  });

  test.each(['<t>&"', '_x0041_', '=1+1', '\u0000\uFFFF', ']]>'])('whatever the finding says: %j', async (message) => {
    const hostile = sums('96.00');
    const note = noteOf(
      sheet(await read({ ...hostile, findings: hostile.findings.map((f) => ({ ...f, message })) }), '01 支出决算表').getCell('D4'),
    );
    expect(note).toContain(`【错误】${message}（`);
  });
});

test('数据: what machines ask for stands behind, folded away', () => {
  const xml = strFromU8(unzipSync(xlsxOf(disclosure()))['xl/worksheets/sheet8.xml'] ?? new Uint8Array());
  const folded = [...xml.matchAll(/<col min="(\d+)"[^>]*hidden="1" outlineLevel="1"/g)].map(([, column]) => Number(column));
  expect(folded).toEqual(Array.from({ length: 14 }, (_, index) => 17 + index));
});

test('勾稽 is filtered by its headings', () => {
  expect(sheet(workbook, '勾稽').autoFilter).toBe('A6:L8');
});

test('a note is as large as its text, over the columns and rows that it covers', () => {
  const anchor = (text: string): number[] => {
    const long = sums('96.00');
    const files = unzipSync(xlsxOf({ ...long, findings: long.findings.map((finding) => ({ ...finding, message: text })) }));
    const vml = strFromU8(files['xl/drawings/vmlDrawing4.vml'] ?? new Uint8Array());
    return (/<x:Anchor>([^<]*)/.exec(vml)?.[1] ?? '').split(',').map(Number);
  };
  const height = ([, , top = 0, , , , bottom = 0]: number[]): number => bottom - top;
  expect(height(anchor('短'))).toBeLessThan(height(anchor('长'.repeat(600))));
});

test('links lead to sheets whose names hold apostrophes', async () => {
  const named = sums('96.00');
  const tables = named.tables.map((each) => ({ ...each, title: "支'出&表" }));
  expect(await linksOf({ ...named, tables }, 2)).toEqual([['K7', "'01 支''出&表'!D4"]]);
  expect(sheet(await read({ ...named, tables }), '勾稽').getCell('K7').value).toBe('01 D4');
});

test('来源: file, hash, version, unit, the meaning of the colours', () => {
  const source = sheet(workbook, '来源');
  const lines = Array.from({ length: source.rowCount }, (_, index) => [
    source.getRow(index + 1).getCell(1).value,
    source.getRow(index + 1).getCell(2).value,
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      ['文件', 'beiguan-2024.pdf'],
      ['SHA-256', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ['提取程序', expect.stringMatching(/^juesuan \d/)],
      ['单位', '万元、元（各表见“目录”）'],
      ['有矛盾', expect.stringContaining('批注')],
    ]),
  );
});

test('目录: a way to every table', async () => {
  const contents = sheet(workbook, '目录');
  expect([1, 2].map((column) => contents.getRow(3).getCell(column).value)).toEqual(['公开02表', '02 收入决算表']);
  expect((await linksOf(disclosure(), 3)).map(([, to]) => to).slice(0, 2)).toEqual(["'01 收入支出决算总表'!A1", "'02 收入决算表'!A1"]);
});

test('摘要: whose it is, the figures that one quotes, the worst findings and where each stands', async () => {
  const summary = sheet(workbook, '摘要');
  const line = (number: number) => [1, 2, 3, 4, 5].map((column) => summary.getRow(number).getCell(column).value);
  expect(summary.getCell('A1').value).toBe('安阳市北关区工业和信息化局　2024 年度　部门决算');
  expect(line(6)).toEqual(['本年收入合计', 395.87, '万元', '勾稽证实', '01 收入支出决算总表!C8']);
  const rows = Array.from({ length: summary.rowCount }, (_, index) => line(index + 1));
  const [worst] = rows.filter(([name]) => name === '错误');
  expect(worst?.[1]).toContain('（“勾稽”第 7 行）');
  expect(await linksOf(disclosure(), 1)).toContainEqual(['E6', "'01 收入支出决算总表'!C8"]);
});

test('摘要: a figure that cannot be read stands there as it is printed, and one that everybody looks for is told to be missing', async () => {
  const document = disclosure();
  const [first, ...others] = document.tables;
  const rows = first?.rows.map((each) =>
    each.concept === 'total-income'
      ? {
          ...each,
          cells: Object.fromEntries(
            Object.entries(each.cells).map(([key, cell]) => [key, { ...cell, value: null, status: 'unreadable' as const }]),
          ),
        }
      : each,
  );
  const tables = first && rows ? [{ ...first, rows }, ...others] : [];
  const summary = sheet(await read({ ...document, tables }), '摘要');
  const line = (number: number) => [1, 2, 3, 4].map((column) => summary.getRow(number).getCell(column).value);
  expect(line(6)).toEqual(['本年收入合计', '395.87', '万元', '无法识读']);
  const named = Array.from({ length: summary.rowCount }, (_, index) => line(index + 1));
  expect(named).toContainEqual(['“三公”经费合计', '未印', null, null]);
});

test('the same document gives the same bytes, whatever the clock says', () => {
  const first = xlsxOf(disclosure());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10') });
  const later = xlsxOf(disclosure());
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
    const first = (await read(document)).worksheets[3];
    expect([first?.getCell('A1').value, first?.getCell('A3').value, first?.getCell('A4').value]).toEqual([text, text, text]);
  },
);

test('a text longer than a cell can be is cut with a word about it', async () => {
  const document = disclosure({ tables: [table({ grid: grid(1, [['长'.repeat(40_000)]]) })], findings: [] });
  const text = String((await read(document)).worksheets[3]?.getCell('A3').value);
  expect(text).toHaveLength(32_767);
  expect(text.endsWith('（本格过长，全文见 JSON）')).toBe(true);
});

test('two cells in one place, or one outside of the table, are an error and no damaged workbook', () => {
  const merged = { text: 'a', columnSpan: 2 };
  const overlapping = table({ grid: grid(1, [[merged, 'b']]) });
  expect(() => xlsxOf(disclosure({ tables: [overlapping] }))).toThrow('Grid: two cells in one place');
  const outside = table({ grid: { ...grid(1, [['a', 'b']]), columns: 1 } });
  expect(() => xlsxOf(disclosure({ tables: [outside] }))).toThrow('Grid: a cell lies outside');
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

describe('a form of 绩效', () => {
  const goal = '组织企业做好技术改造，落实惠企政策。'.repeat(20);
  const reason = '因项目调整，部分工作延至下年开展，将加强管理。'.repeat(3);
  const of = grid(1, [
    [{ text: '年度目标', columnSpan: 1 }, { text: goal, columnSpan: 5 }, null, null, null, null],
    ['一级指标', '三级指标', '指标值', '得分', { text: '偏差原因', columnSpan: 2 }, null],
    ['产出指标', '设备完好率', '≥96%', '9.5', { text: reason, columnSpan: 2 }, null],
  ]);
  const text = (column: number) => printed(of, 2, column, null);
  const performance = table({
    ...{ form: 'project-performance', title: '项目支出绩效自评表', grid: of },
    columns: ['level1', 'level3', 'target', 'score', 'explanation'].map((key) => ({ key, path: [key], ordinal: null })),
    rows: [row(null, { level1: text(0), level3: text(1), target: text(2), score: printed(of, 2, 3, '9.5'), explanation: text(4) })],
  });

  test('has its goals across the sheet, wrapped, with room for all lines; no long text in a narrow cell', async () => {
    const own = sheet(await read(disclosure({ tables: [performance], findings: [] })), '01 项目支出绩效自评表');
    const widthOf = (from: number, to: number) => {
      const columns = Array.from({ length: to - from + 1 }, (_, index) => own.getColumn(from + index).width ?? 0);
      return columns.reduce((sum, width) => sum + width, 0);
    };
    const told = own.getCell('B3');
    expect([told.value, told.alignment.wrapText, own.getCell('F3').master.address]).toEqual([goal, true, 'B3']);
    // Twice as many characters as Han letters, in lines of the cell's width; 13.5 pt each.
    expect((own.getRow(3).height / 13.5) * widthOf(2, 6)).toBeGreaterThan(goal.length * 2);
    expect(own.getRow(3).height).toBeLessThan(409);
    expect(Math.ceil((reason.length * 2) / widthOf(5, 6))).toBeLessThan(6);
    expect(widthOf(1, 6)).toBeLessThanOrEqual(190);
  });

  test('has its words on the left, and its figures and marks on the right', async () => {
    const own = sheet(await read(disclosure({ tables: [performance], findings: [] })), '01 项目支出绩效自评表');
    expect(['A5', 'B5', 'C5', 'D5', 'E5'].map((address) => own.getCell(address).alignment.horizontal)).toEqual([
      ...['left', 'left', 'right', 'right', 'left'],
    ]);
  });
});
