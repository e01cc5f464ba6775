import type { Disclosure, DisclosureGridCell, DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import { boxOf } from '../../src/model/box.js';

type Spec = string | { text: string; rowSpan?: number; columnSpan?: number } | null;

/** pt: every cell of a drawn grid is as wide and as high as every other. */
const CELL = { width: 70, height: 20, left: 50, top: 120 };

/** A grid from its texts, row by row; `null` where a merged cell spreads. */
export function grid(page: number, rows: Spec[][]): DisclosureTable['grid'] {
  const cells = rows.flatMap((specs, row) =>
    specs.flatMap((spec, column): DisclosureGridCell[] => {
      if (spec === null) return [];
      const { text, rowSpan = 1, columnSpan = 1 } = typeof spec === 'string' ? { text: spec } : spec;
      const [x, y] = [CELL.left + column * CELL.width, CELL.top + row * CELL.height];
      const box: DisclosureGridCell['box'] = [x, y, x + columnSpan * CELL.width, y + rowSpan * CELL.height];
      return [{ row, column, rowSpan, columnSpan, text, page, box }];
    }),
  );
  return { rows: rows.length, columns: rows[0]?.length ?? 0, cells };
}

/** What the grid prints at a place, as a row's value. `value` null is text; yuan is asked for in 元 tables only. */
export function printed(
  of: DisclosureTable['grid'],
  row: number,
  column: number,
  value: string | null,
  more: Partial<DisclosureValue> = {},
): DisclosureValue {
  const cell = of.cells.find((candidate) => candidate.row === row && candidate.column === column);
  if (!cell) throw new Error(`fixture: no cell at ${row}, ${column}`);
  const [, top, right, bottom] = boxOf(cell);
  const box: DisclosureValue['box'] = [right - 32.5, top + 4.25, right - 2, bottom - 4];
  const status = value === null ? null : 'proved';
  return { text: cell.text, value, yuan: null, page: cell.page, box, method: 'text', status, ...more };
}

export function row(name: string | null, cells: DisclosureRow['cells'], more: Partial<DisclosureRow> = {}): DisclosureRow {
  return { kind: 'item', code: null, level: null, name, line: null, panel: null, concept: null, cells, ...more };
}

export function table(more: Partial<DisclosureTable>): DisclosureTable {
  return {
    form: 'other',
    number: null,
    title: null,
    department: '安阳市北关区工业和信息化局',
    unit: '万元',
    pages: [1],
    empty: null,
    columns: [],
    rows: [],
    fields: {},
    notes: [],
    grid: { rows: 0, columns: 0, cells: [] },
    ...more,
  };
}

export function disclosure(more: Partial<Disclosure> = {}): Disclosure {
  return {
    $schema: 'disclosure.schema.json',
    schemaVersion: '1',
    tool: { name: 'juesuan', version: '0.1.0' },
    source: {
      name: 'beiguan-2024.pdf',
      sha256: 'a'.repeat(64),
      bytes: 412345,
      mediaType: 'application/pdf',
      pages: 31,
      producer: 'WPS 文字',
    },
    outcome: { status: 'ok', reason: null, message: null },
    document: {
      kind: '部门决算',
      department: '安阳市北关区工业和信息化局',
      departmentId: '410503-工业和信息化局',
      year: 2024,
      region: { code: '410503', name: '北关区', path: ['河南省', '安阳市', '北关区'] },
    },
    pages: [{ number: 9, width: 841.9, height: 595.3, rotation: 90, method: 'text', reason: null, unplaced: [] }],
    tables: [summaryTable(), incomeTable(), fundTable(), otherTable()],
    sections: [{ heading: '二、收入决算情况说明', level: 1, pages: [19], text: '2024年度收入合计1,234,567.89元，其中：财政拨款收入…' }],
    findings: findings(),
    coverage: { glyphs: 100, inTables: 60, inProse: 30, furniture: 4, doubled: 3, invisible: 2, unplaced: 1 },
    ...more,
  };
}

/** 公开01表: two sides, each row with cells of its own side. */
function summaryTable(): DisclosureTable {
  const printedGrid = grid(8, [
    [{ text: '收入', columnSpan: 3 }, null, null, { text: '支出', columnSpan: 3 }, null, null],
    ['项目', '行次', '决算数', '项目', '行次', '决算数'],
    ['栏次', '', '1', '栏次', '', '2'],
    ['一、一般公共预算财政拨款收入', '1', '395.87', '一、一般公共服务支出', '32', '387.07'],
    ['二、政府性基金预算财政拨款收入', '2', '', '八、社会保障和就业支出', '39', '0.00'],
    ['本年收入合计', '27', '395.87', '本年支出合计', '58', '387.07'],
    ['总计', '31', '395.87', '总计', '62', '395.87'],
  ]);
  const income = (at: number, value: string) => ({ income: printed(printedGrid, at, 2, value, { yuan: '3958700.00' }) });
  const expenditure = (at: number, value: string) => ({ expenditure: printed(printedGrid, at, 5, value, { yuan: '3870700.00' }) });
  return table({
    form: 'income-expenditure-summary',
    number: '公开01表',
    title: '收入支出决算总表',
    pages: [8],
    columns: [
      { key: 'income', path: ['收入', '决算数'], ordinal: '1' },
      { key: 'expenditure', path: ['支出', '决算数'], ordinal: '2' },
    ],
    rows: [
      row('一、一般公共预算财政拨款收入', income(3, '395.87'), { line: '1', concept: 'general-public-appropriation' }),
      row('二、政府性基金预算财政拨款收入', {}, { line: '2', concept: 'government-fund-appropriation' }),
      row('本年收入合计', income(5, '395.87'), { line: '27', kind: 'subtotal', concept: 'total-income' }),
      row('总计', income(6, '395.87'), { line: '31', kind: 'total', concept: 'total' }),
      row('一、一般公共服务支出', expenditure(3, '387.07'), { line: '32', concept: 'function/201' }),
      row('八、社会保障和就业支出', expenditure(4, '0.00'), { line: '39', concept: 'function/208' }),
      row('本年支出合计', expenditure(5, '387.07'), { line: '58', kind: 'subtotal', concept: 'total-expenditure' }),
      row('总计', expenditure(6, '395.87'), { line: '62', kind: 'total', concept: 'total' }),
    ],
    notes: ['注：本表反映部门本年度的总收支和年末结转结余情况。本表金额转换为万元时，因四舍五入可能存在尾差。'],
    grid: printedGrid,
  });
}

/** 公开02表 in 元: codes, merged headers, separators, negatives of both kinds, a dash, a contradicted and an unreadable value, a hostile name. */
function incomeTable(): DisclosureTable {
  const printedGrid = grid(9, [
    [
      { text: '项目', columnSpan: 2 },
      null,
      { text: '本年收入合计', rowSpan: 2 },
      { text: '财政拨款收入', rowSpan: 2 },
      { text: '事业收入', columnSpan: 2 },
      null,
      { text: '其他收入', rowSpan: 2 },
    ],
    ['功能分类科目编码', '科目名称', null, null, '小计', '其中：教育收费', null],
    [{ text: '栏次', columnSpan: 2 }, null, '1', '2', '3', '4', '5'],
    [{ text: '合计', columnSpan: 2 }, null, '1,234,567.89', '1,234,580.19', '—', '', '（12.30）'],
    ['208', '社会保障和就业支出', '1,234,567.89', '1,234,580.19', '', '', '-12.30'],
    ['2080505', '机关事业单位基本养老保险缴费支出', '1,234,567.8g', '12345678901234567.89', '0', '', ''],
    ['2080506', '=HYPERLINK("http://example.org","x")', '', '', '', '', ''],
  ]);
  const at = (r: number, c: number, value: string | null, more: Partial<DisclosureValue> = {}) =>
    printed(printedGrid, r, c, value, { yuan: value, ...more });
  return table({
    form: 'income',
    number: '公开02表',
    title: '收入决算表',
    unit: '元',
    pages: [9, 10],
    columns: [
      { key: 'total', path: ['本年收入合计'], ordinal: '1' },
      { key: 'fiscal', path: ['财政拨款收入'], ordinal: '2' },
      { key: 'operations', path: ['事业收入', '小计'], ordinal: '3' },
      { key: 'education-fees', path: ['事业收入', '其中：教育收费'], ordinal: '4' },
      { key: 'other', path: ['其他收入'], ordinal: '5' },
    ],
    rows: [
      row(
        '合计',
        {
          total: at(3, 2, '1234567.89', { status: 'contradicted' }),
          fiscal: at(3, 3, '1234580.19'),
          operations: at(3, 4, null),
          other: at(3, 6, '-12.30'),
        },
        { kind: 'total', concept: 'total' },
      ),
      row(
        '社会保障和就业支出',
        { total: at(4, 2, '1234567.89'), fiscal: at(4, 3, '1234580.19'), other: at(4, 6, '-12.30') },
        { kind: 'subtotal', code: '208', level: '类', concept: 'function/208' },
      ),
      row(
        '机关事业单位基本养老保险缴费支出',
        {
          total: at(5, 2, null, { status: 'unreadable', method: 'ocr' }),
          fiscal: at(5, 3, '12345678901234567.89'),
          operations: at(5, 4, '0', { status: 'uncontradicted' }),
        },
        { code: '2080505', level: '项', concept: 'function/2080505' },
      ),
      row('=HYPERLINK("http://example.org","x")', {}, { code: '2080506', level: '项', concept: 'function/2080506' }),
    ],
    notes: ['注：本表反映部门本年度取得的各项收入情况。'],
    grid: printedGrid,
  });
}

/** 公开07表 of a department without such money: header, no figures, and a sentence that says so. */
function fundTable(): DisclosureTable {
  const statement = '说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。';
  return table({
    form: 'government-fund',
    number: '公开07表',
    title: '政府性基金预算财政拨款收入支出决算表',
    pages: [15],
    empty: { statement },
    columns: [
      { key: 'opening', path: ['年初结转和结余'], ordinal: null },
      { key: 'total', path: ['本年支出', '小计'], ordinal: null },
    ],
    rows: [row('合计', {}, { kind: 'total', concept: 'total' })],
    notes: [statement],
    grid: grid(15, [
      [{ text: '项目', rowSpan: 2 }, { text: '年初结转和结余', rowSpan: 2 }, '本年支出'],
      [null, null, '小计'],
      ['合计', '', ''],
    ]),
  });
}

/** A table no form knows: its grid is all there is. */
function otherTable(): DisclosureTable {
  return table({
    title: '项目[支出]明细表: 政府采购/资产?*\\情况以及其他需要说明的事项（一）续表',
    unit: null,
    department: null,
    pages: [20],
    grid: grid(20, [
      ['项目编码', '说明'],
      ['00123', '=1+1'],
      ['410503000000000001', '+A1\n第二行'],
    ]),
  });
}

function findings(): Finding[] {
  return [
    {
      rule: 'ROW-SUM',
      severity: 'info',
      verdict: 'rounding',
      message: '收入决算表合计行各列之和与合计相差0.01元，属四舍五入。',
      expected: '1234567.90',
      found: '1234567.89',
      difference: '0.01',
      tolerance: '0.02',
      cells: [{ table: 1, row: 0, column: 'total', page: 9, box: [230.5, 184.25, 261, 196] }],
    },
    {
      rule: 'TABLE-PROSE',
      severity: 'error',
      verdict: 'publisher',
      message: '文字说明称收入减少417.27万元、下降54.35%，按所列数字计算应为下降51.32%。',
      expected: '51.32%',
      found: '54.35%',
      difference: null,
      tolerance: null,
      cells: [
        { table: 0, row: 2, column: 'income', page: 8, box: null },
        { table: 1, row: 0, column: 'total', page: 9, box: null },
      ],
      quote: { section: 0, page: 19, box: [60, 100, 300, 120], text: '=2024年度收入合计395.87万元，比上年减少417.27万元，下降54.35%。' },
    },
  ];
}
