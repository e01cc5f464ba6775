import { describe, expect, test } from 'vitest';
import type { SheetBlock } from '../../../src/model/sheet.js';
import { readWorkbook } from '../../../src/read/excel/workbook.js';
import { workbookToSheets } from '../../../src/read/excel/workbook-to-sheets.js';
import { EXPENDITURE, opened, type WrittenSheet, xlsx, zipOf } from '../office.js';

const sheetsOf = (sheets: readonly WrittenSheet[], formats: readonly string[] = []) =>
  workbookToSheets(readWorkbook(opened(xlsx(sheets, formats))));
const blocksOf = (rows: WrittenSheet['rows'], more: Partial<WrittenSheet> = {}) =>
  sheetsOf([{ name: '表', rows, ...more }])[0]?.blocks ?? [];

/** Texts as they are, tables as rows of texts. */
const shape = (blocks: readonly SheetBlock[]) =>
  blocks.map((block) => {
    if (block.kind === 'text') return block.lines.join('/');
    if (block.kind === 'picture') return block.ref;
    const rows = Array.from({ length: block.rows }, () => new Array<string>(block.columns).fill(''));
    for (const { row, column, lines } of block.cells) (rows[row] as string[])[column] = lines.join('/');
    return rows;
  });

const TITLE = ['支出决算表'];
const CAPTION = ['编制单位：大石县财政局', null, null, null, null, null, null, '单位：万元'];

describe('tables and the words around them', () => {
  test('title, number, department and unit above, notes below', () => {
    const blocks = blocksOf([
      TITLE,
      [null, null, null, null, null, null, null, '公开03表'],
      CAPTION,
      ...EXPENDITURE,
      ['注：本表反映部门本年度各项支出情况。'],
    ]);
    const said = shape(blocks);
    expect(said.filter((each) => typeof each === 'string')).toEqual([
      '支出决算表',
      '公开03表',
      '编制单位：大石县财政局',
      '单位：万元',
      '注：本表反映部门本年度各项支出情况。',
    ]);
    expect(said[4]).toEqual(EXPENDITURE);
  });

  test('单位： and 万元 in two cells are one text', () => {
    expect(shape(blocksOf([TITLE, [null, null, '单位：', '万元'], ...EXPENDITURE])).slice(0, 2)).toEqual(['支出决算表', '单位：万元']);
  });

  test('a title that stands nowhere but on the tab; the number of the tab is none of it', () => {
    expect(shape(sheetsOf([{ name: '03 支出决算表', rows: EXPENDITURE }])[0]?.blocks ?? [])[0]).toBe('支出决算表');
    expect(shape(sheetsOf([{ name: 'Sheet1', rows: EXPENDITURE }])[0]?.blocks ?? [])).toEqual([EXPENDITURE]);
  });

  test('a blank row within a table parts nothing; a title below begins another', () => {
    const [head = [], numbers = [], ...body] = EXPENDITURE;
    expect(shape(blocksOf([TITLE, head, numbers, [], ...body]))).toEqual(['支出决算表', EXPENDITURE]);
    expect(shape(blocksOf([TITLE, ...EXPENDITURE, [], ['收入决算表'], ...EXPENDITURE]))).toEqual([
      '支出决算表',
      EXPENDITURE,
      '收入决算表',
      EXPENDITURE,
    ]);
  });

  test('two tables side by side, a blank column between, each with its caption', () => {
    const side = (title: string) => [
      [title, null],
      ['项目', '决算数'],
      ['合计', '1.00'],
      ['其他', '1.00'],
    ];
    const [left, right] = [side('收入决算表'), side('支出决算表')];
    expect(shape(blocksOf(left.map((row, i) => [...row, null, ...(right[i] ?? [])])))).toEqual([
      '收入决算表',
      left.slice(1),
      '支出决算表',
      right.slice(1),
    ]);
  });

  test('a column in which nothing stands, within one table, is none', () => {
    const rows = EXPENDITURE.map(([first = '', ...rest]) => [first, null, ...rest]);
    expect(shape(blocksOf([TITLE, ...rows]))).toEqual(['支出决算表', EXPENDITURE]);
  });
});

describe('cells', () => {
  test('merged cells are one, what they cover is not shown', () => {
    const [table] = blocksOf(
      [
        ['项目', '旧', '支出', null],
        ['类', '款', '合计', '基本'],
        ['a', 'b', '1', '2'],
      ],
      { merges: ['A1:B1', 'C1:D1'] },
    );
    expect(table?.kind === 'table' && table.cells.slice(0, 2)).toMatchObject([
      { row: 0, column: 0, columnSpan: 2, lines: ['项目'], ref: '表!A1' },
      { row: 0, column: 2, columnSpan: 2, lines: ['支出'], ref: '表!C1' },
    ]);
  });

  test('a title merged over all columns that a sheet can have makes the table no wider', () => {
    expect(shape(blocksOf([TITLE, ...EXPENDITURE], { merges: ['A1:XFD1'] }))).toEqual(['支出决算表', EXPENDITURE]);
  });

  test('a code shown as 05, a percentage, and a formula', () => {
    const rows = [
      ['编码', '比例', '数'],
      [{ xml: '<c s="1"><v>5</v></c>' }, { xml: '<c s="2"><v>0.5</v></c>' }, { xml: '<c><f>1+1</f><v>2</v></c>' }],
    ];
    const [table] = sheetsOf([{ name: '表', rows }], ['00', '0.00%'])[0]?.blocks ?? [];
    expect(table?.kind === 'table' && table.cells.slice(3)).toMatchObject([
      { lines: ['05'] },
      { lines: ['50.00%'], percent: true },
      { lines: ['2'] },
    ]);
  });
});

describe('HIDDEN-CONTENT', () => {
  test('hidden rows and columns are not shown, and said; merged cells are as wide as what is shown of them', () => {
    const rows = [
      ['项目', '今年', '去年'],
      ['合计', 1, 2],
      ['草稿', 77, 88],
      ['其他', 1, 2],
    ];
    const [sheet] = sheetsOf([{ name: '表', rows, hiddenRows: [3], cols: '<cols><col min="3" max="3" width="9" hidden="1"/></cols>' }]);
    expect(shape(sheet?.blocks ?? [])).toEqual([
      [
        ['项目', '今年'],
        ['合计', '1'],
        ['其他', '1'],
      ],
    ]);
    expect(sheet?.told.map(({ rule, message }) => [rule.id, message])).toEqual([
      ['HIDDEN-CONTENT', '工作表“表”隐藏了第3行和C列，其中的内容（有4个数）不在结果中。'],
    ]);
  });

  test('hidden rows in which nothing stands are not spoken of', () => {
    expect(sheetsOf([{ name: '表', rows: [['a', 'b'], [], ['c', 'd']], hiddenRows: [2] }])[0]?.told).toEqual([]);
  });

  test('a hidden sheet is no sheet, and said; a blank one is not spoken of', () => {
    const sheets = sheetsOf([
      { name: '表', rows: EXPENDITURE },
      { name: '去年', rows: EXPENDITURE, state: 'hidden' },
      { name: '空', rows: [], state: 'veryHidden' },
    ]);
    expect(sheets.map(({ name }) => name)).toEqual(['表']);
    expect(sheets[0]?.told.map(({ message }) => message)).toEqual(['工作簿有隐藏的工作表“去年”，不在结果中。']);
  });
});

test('macros, other workbooks and pictures are not handed on, and what is no workbook inside is damaged', () => {
  expect(() => readWorkbook(opened(zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' })))).toThrow(
    expect.objectContaining({ reason: 'damaged' }),
  );
});
