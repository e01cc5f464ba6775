import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridToHeader } from '../../src/extract/header.js';
import { CellMap } from '../../src/model/cell-map.js';
import type { TextLine } from '../../src/model/page.js';
import { grid } from './builders.js';

const header = (sketch: string, from = 0) => gridToHeader(new CellMap(grid(sketch)), from);

/** Role and path of each column. */
const told = (sketch: string) => header(sketch).columns.map(({ role, path }) => `${role} ${path.join('/')}`.trim());

const WITH_ORDINALS = `
  项目     | <        | 本年收入合计 | 财政拨款收入 | 事业收入 | <
  科目编码 | 科目名称 | ^            | ^            | 小计     | 其中：教育收费
  栏次     | <        | 1            | 2            | 3        | 4
  合计     | <        | 307.87       | 307.87       |          |
  208      | 社会保障 | 22.45        | 22.45        |          |`;

describe('where the body begins', () => {
  test('below the 栏次 row, whose numbers are the ordinals and no part of the path', () => {
    const { bodyStart, columns } = header(WITH_ORDINALS);
    expect(bodyStart).toBe(3);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, '1', '2', '3', '4']);
    expect(columns.map((c) => c.path.join('/'))).toEqual([
      '项目/科目编码',
      '项目/科目名称',
      '本年收入合计',
      '财政拨款收入',
      '事业收入/小计',
      '事业收入/其中：教育收费',
    ]);
  });

  test('OCR loses a number of such a row; whole amounts are none of it', () => {
    const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };
    const read = (row: string) => {
      const drawn = grid(`合计 | 出国 | 用车 | 购置 | 运行 | 接待\n${row}\n9.10 | 0.00 | 4.10 | 0.00 | 4.10 | 5.00`);
      const lineOf = (line: TextLine) => ({ ...line, glyphs: line.glyphs.map((g) => ({ ...g, reading })) });
      const cells = drawn.cells.map((cell) => ({ ...cell, lines: cell.lines.map(lineOf) }));
      return gridToHeader(new CellMap({ ...drawn, cells }), 0).bodyStart;
    };
    expect(read(' | 2 | 3 | 4 | 5 | 6')).toBe(2);
    expect(read('\ufffd | 2 | 3 |  | 5 | 6')).toBe(2);
    expect(read(' | 2 | 3 | 5 | 5 | 6')).toBe(1);
    expect(read(' | | | 4 | 5 | 6')).toBe(1);
    expect(header(`合计 | 出国 | 用车 | 购置 | 运行 | 接待\n | 2 | 3 | 4 | 5 | 6`).bodyStart).toBe(1);
  });

  test('a row 1 2 3 without the word 栏次 is one too', () => {
    const { bodyStart, columns } = header(`
      科目编码 | 科目名称 | 本年支出合计 | 基本支出
               |          | 1            | 2
      208      | 社会保障 | 22.45        | 22.45`);
    expect(bodyStart).toBe(2);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, '1', '2']);
  });

  test('行次 may stand for the word 栏次', () => {
    const { bodyStart, columns } = header('科目编码 | 科目名称 | 合计 | 基本支出\n行次 | < | 1 | 2\n208 | 甲 | 3.00 | 3.00');
    expect(bodyStart).toBe(2);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, '1', '2']);
  });

  test('figures without decimals are no ordinals', () => {
    const { bodyStart, columns } = header('合计 | 因公出国（境）费 | 公务接待费\n8 | 3 | 5');
    expect(bodyStart).toBe(1);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, null]);
  });

  test('栏次 under the columns of a two-sided table, 行次 beside them', () => {
    const { bodyStart, columns } = header(`
      收入 | <    | <      | 支出 | <    | <
      项目 | 行次 | 金额   | 项目 | 行次 | 金额
      栏次 |      | 1      | 栏次 |      | 2
      甲   | 1    | 395.87 | 乙   | 9    | 395.87`);
    expect(bodyStart).toBe(3);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, '1', null, null, '2']);
    expect(columns.map((c) => c.role)).toEqual(['name', 'line', 'data', 'name', 'line', 'data']);
  });

  test('without a 栏次 row, at the first code', () => {
    const { bodyStart, columns } = header(`
      科目编码 | 科目名称 | 本年支出合计 | 基本支出
      208      | 社会保障 | 1            | 1`);
    expect(bodyStart).toBe(1);
    expect(columns.map((c) => c.ordinal)).toEqual([null, null, null, null]);
  });

  test.each([
    ['a decimal', '甲 | 22.45'],
    ['a thousand with its separator', '甲 | 1,000'],
    ['a numbered name', '一、一般公共服务支出 |'],
    ['a code with its name', '2040201-行政运行 |'],
    ['a code in brackets', '[20132]组织事务 |'],
    ['a full-width decimal', '甲 | ２２．４５'],
    ['合计 under the label', '合计 |'],
  ])('without codes, at %s', (_, row) => {
    expect(header(`项目 | 决算数\n${row}`).bodyStart).toBe(1);
  });

  test('a 合计 in the header is no body row', () => {
    expect(
      header(`
      项目     | <        | 本年支出 | <        | <
      科目编码 | 科目名称 | 合计     | 基本支出 | 项目支出
      208      | 甲       | 3.00     | 1.00     | 2.00`).bodyStart,
    ).toBe(2);
  });

  test('合计 on the row of the 类 款 项 header cells is the first body row', () => {
    const { bodyStart, columns } = header(`
      支出功能分类科目编码 | < | < | 科目名称 | 本年支出合计 | 基本支出
      类  | 款 | 项 | 合计   | 307.87 | 219.87
      208 | 05 | 05 | 养老   | 22.45  | 22.45`);
    expect(bodyStart).toBe(1);
    expect(columns.map((c) => c.role)).toEqual(['code', 'code', 'code', 'name', 'data', 'data']);
  });

  test('a blank row under the header is no header: its path does not change', () => {
    const blank = header(`
      科目编码 | 科目名称 | 合计
               |          |
      208      | 甲       | 3.00`);
    expect(blank.bodyStart).toBe(1);
    expect(blank.columns.map((c) => c.path)).toEqual([['科目编码'], ['科目名称'], ['合计']]);
  });

  test('a table with a header only has no body', () => {
    expect(header('科目编码 | 科目名称 | 合计').bodyStart).toBe(1);
  });

  test('caption rows in the grid are passed over', () => {
    const { bodyStart, columns } = header(
      `
      收入决算表 | <        | <
      科目编码   | 科目名称 | 合计
      208        | 甲       | 3.00`,
      1,
    );
    expect(bodyStart).toBe(2);
    expect(columns.map((c) => c.path)).toEqual([['科目编码'], ['科目名称'], ['合计']]);
  });
});

describe('what a column is for', () => {
  test('code and name under a common head', () => {
    expect(told(WITH_ORDINALS).slice(0, 3)).toEqual(['code 项目/科目编码', 'name 项目/科目名称', 'data 本年收入合计']);
  });

  test.each(['科目编码', '功能分类科目编码', '经济分类科目编码', '科目代码', '类', '款', '项'])('%s is a code', (word) => {
    expect(told(`${word} | 合计\n208 | 3.00`)[0]).toBe(`code ${word}`);
  });

  test.each(['科目名称', '项目', '项目（按功能分类）', '支出功能分类科目', '名称'])('%s is a name', (word) => {
    expect(told(`${word} | 合计\n甲 | 3.00`)[0]).toBe(`name ${word}`);
  });

  test.each(['单位名称', '预算单位', '部门（单位）名称', '二级预算单位名称', '项目单位'])('%s names a unit', (word) => {
    expect(told(`${word} | 合计\n甲 | 3.00`)[0]).toBe(`unit ${word}`);
  });

  test.each(['单位编码', '部门代码'])('%s is the code of a unit', (word) => {
    expect(told(`${word} | 合计\n208001 | 3.00`)[0]).toBe(`unit-code ${word}`);
  });

  test('** below the labels stands before the numbers of the columns, and is no head', () => {
    expect(told('科目编码 | 科目名称 | 预算数\n** | ** | 1\n301 | 工资福利支出 | 3.00')).toEqual([
      'code 科目编码',
      'name 科目名称',
      'data 预算数',
    ]);
  });

  test('行次 is a line number', () => {
    expect(told('项目 | 行次 | 金额\n甲 | 1 | 3.00')).toEqual(['name 项目', 'line 行次', 'data 金额']);
  });

  test('a column without a header whose body is words holds names', () => {
    expect(told(' | 合计 | 因公出国（境）费\n预算数 | 3.00 | 1.00')).toEqual(['name', 'data 合计', 'data 因公出国（境）费']);
  });

  test('a column without a header whose body is figures is data', () => {
    expect(told('项目 |  | 合计\n甲 | 1.00 | 3.00')[1]).toBe('data');
  });

  test('项目支出 is data, though it begins with 项目', () => {
    expect(told('科目名称 | 项目支出\n甲 | 3.00')).toEqual(['name 科目名称', 'data 项目支出']);
  });
});

describe('header paths', () => {
  test('four levels, merged in both directions', () => {
    expect(
      told(`
        项目 | 预算数 | <        | <        | <
        ^    | 合计   | 出国费   | 公务用车 | <
        ^    | ^      | ^        | 小计     | 购置费
        甲   | 3.00   | 1.00     | 2.00     | 2.00`),
    ).toEqual(['name 项目', 'data 预算数/合计', 'data 预算数/出国费', 'data 预算数/公务用车/小计', 'data 预算数/公务用车/购置费']);
  });

  test('a cell wrapped over lines is one word of the path, spaces gone', () => {
    expect(told('科 目¶名 称 | 本年支¶出合计\n甲 | 3.00')).toEqual(['name 科目名称', 'data 本年支出合计']);
  });
});

test('every place of a grid is in exactly the cell that covers it', () => {
  const cells = new CellMap(grid(WITH_ORDINALS));
  for (const cell of cells.grid.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) expect(cells.at(r, c)).toBe(cell);
    }
  }
  const starting = Array.from({ length: cells.grid.rows }, (_, row) => cells.startingIn(row)).flat();
  expect(new Set(starting)).toEqual(new Set(cells.grid.cells));
  expect(starting.length).toBe(cells.grid.cells.length);
});

test('whatever a table says, its body begins within it and every column has a role', () => {
  const text = fc.constantFrom('', '项目', '合计', '1', '2', '208', '22.45', '栏次', '类', '甲', '一、乙', '—');
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
  fc.assert(
    fc.property(rows, (texts) => {
      const { bodyStart, columns } = header(texts.map((row) => row.join(' | ')).join('\n'));
      expect(bodyStart).toBeGreaterThanOrEqual(0);
      expect(bodyStart).toBeLessThanOrEqual(texts.length);
      expect(columns.map((c) => c.index)).toEqual(texts[0]?.map((_, i) => i));
      expect(columns.flatMap((c) => c.path)).not.toContain('');
    }),
  );
});
