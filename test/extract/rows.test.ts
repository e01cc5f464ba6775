import { describe, expect, test } from 'vitest';
import { columnsToBlocks } from '../../src/extract/blocks.js';
import { gridToHeader } from '../../src/extract/header.js';
import { cellsToBlockRows } from '../../src/extract/rows.js';
import { CellMap } from '../../src/model/cell-map.js';
import { grid } from './builders.js';

/** The body rows of a sketch, block by block: `code | name | line` and the data by column index. */
function rows(sketch: string) {
  const cells = new CellMap(grid(sketch));
  const header = gridToHeader(cells, 0);
  const blocks = columnsToBlocks(header.columns, null);
  return Array.from({ length: cells.grid.rows - header.bodyStart }, (_, i) =>
    cellsToBlockRows(cells.startingIn(header.bodyStart + i), blocks).map(
      (row) =>
        row && {
          code: row.code.join('|'),
          name: row.name,
          line: row.line,
          data: Object.fromEntries([...row.data].map(([index, { text }]) => [index, text])),
        },
    ),
  );
}

const SPLIT = '类 | 款 | 项 | 科目名称 | 合计 | 基本支出';
const SIDES = `
  收入 | < | < | 支出 | < | <
  项目 | 行次 | 金额 | 项目 | 行次 | 金额`;

test('code, name and data; a blank cell is no datum', () => {
  expect(rows('科目编码 | 科目名称 | 合计 | 基本支出\n208 | 社会保障 | 22.45 |')).toEqual([
    [{ code: '208', name: '社会保障', line: null, data: { 2: '22.45' } }],
  ]);
});

test('— and 0 are data', () => {
  expect(rows('科目编码 | 科目名称 | 合计 | 基本支出\n208 | 甲 | — | 0')[0]?.[0]?.data).toEqual({ 2: '—', 3: '0' });
});

test('the name of a sum in the middle of all label columns names the row, though another classification stands there', () => {
  const sketch =
    '功能分类科目 | 政府支出经济分类 | 部门支出经济分类 | 合计\n2230105-补助 | 50601-购置 | 31003-购置 | 8.00\n | 总计 | | 8.00';
  const cells = new CellMap(grid(sketch));
  const { columns } = gridToHeader(cells, 0);
  const blocks = columnsToBlocks(columns, { by: 'code', classification: 'function', words: {}, totals: [], units: true });
  const [item, sum] = [1, 2].map((row) => cellsToBlockRows(cells.startingIn(row), blocks)[0]);
  expect([item?.name, [...(item?.others ?? [])]]).toEqual([
    '2230105-补助',
    [
      ['government', '50601-购置'],
      ['economic', '31003-购置'],
    ],
  ]);
  expect([sum?.name, [...(sum?.others ?? [])]]).toEqual(['总计', []]);
});

test('类 款 项 keep their three parts, blank ones too', () => {
  expect(rows(`${SPLIT}\n208 | 05 | 05 | 养老 | 22.45 |\n | | 06 | 年金 | 11.22 |`).map((r) => r[0]?.code)).toEqual(['208|05|05', '||06']);
});

test('a label merged over the code columns is a name', () => {
  expect(rows(`${SPLIT}\n合计 | < | < | < | 307.87 | 219.87`)).toEqual([
    [{ code: '||', name: '合计', line: null, data: { 4: '307.87', 5: '219.87' } }],
  ]);
  expect(rows(`${SPLIT}\n合计 | < | < | | 307.87 | 219.87`)[0]?.[0]).toMatchObject({ code: '||', name: '合计' });
});

test('类 款 项 printed on the row of 合计 are header words, no code', () => {
  const sketch = `支出功能分类科目编码 | < | < | 科目名称 | 合计 | 基本支出\n类 | 款 | 项 | 合计 | 307.87 | 219.87\n208 | 05 | 05 | 养老 | 22.45 |`;
  expect(rows(sketch)[0]).toEqual([{ code: '||', name: '合计', line: null, data: { 4: '307.87', 5: '219.87' } }]);
});

test('类 款 项 of a repeated header printed over a code are no part of it', () => {
  expect(rows(`${SPLIT}\n类221 | 款 | 项 | 住房 | 22.45 |`)[0]?.[0]?.code).toBe('221||');
});

test('spaces and wraps in a name are only spacing', () => {
  expect(rows('科目编码 | 科目名称 | 合计\n2080505 | 机关事业单位基本养老¶保险缴费支出 | 1.00')[0]?.[0]?.name).toBe(
    '机关事业单位基本养老保险缴费支出',
  );
  expect(rows('项目 | 金额\n合　　计 | 1.00')[0]?.[0]?.name).toBe('合计');
});

describe('two sides', () => {
  test('each has its own label, line number and amount', () => {
    expect(rows(`${SIDES}\n一、甲 | 1 | 395.87 | 一、乙 | 26 |`)).toEqual([
      [
        { code: '', name: '一、甲', line: '1', data: { 2: '395.87' } },
        { code: '', name: '一、乙', line: '26', data: {} },
      ],
    ]);
  });

  test('a side that is blank there has no row; a line number alone says nothing', () => {
    expect(rows(`${SIDES}\n | | | 二十三、其他支出 | 48 | 1.00\n | 9 | | | 49 |`)).toEqual([
      [null, { code: '', name: '二十三、其他支出', line: '48', data: { 5: '1.00' } }],
      [null, null],
    ]);
  });

  test('an amount without a label is a row', () => {
    expect(rows(`${SIDES}\n | | 1.00 | 乙 | |`)[0]?.[0]).toEqual({ code: '', name: null, line: null, data: { 2: '1.00' } });
  });
});

describe('panels', () => {
  const PANELS = '科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数';

  test('a label merged over two panels belongs to the last, where its amount stands', () => {
    expect(rows(`${PANELS}\n301 | 甲 | 1.00 | 302 | 乙 | 2.00\n公用经费合计 | < | < | < | < | 22.00`)[1]).toEqual([
      null,
      { code: '', name: '公用经费合计', line: null, data: { 5: '22.00' } },
    ]);
  });
});
