import { describe, expect, test } from 'vitest';
import type { TablePart } from '../../src/rebuild/growing-table.js';
import { stitchGrids } from '../../src/rebuild/stitch.js';
import { cellsOf, line, type Sketch, sketchOf } from '../builders.js';

const XS = [0, 100, 200, 300];
/** pt. Height of a row. */
const ROW = 20;

/** A part of a table that fills its page; with text above or below it does not. */
function part(
  page: number,
  sketch: Sketch,
  { xs = XS, above = [], below = [] }: { xs?: number[]; above?: string[]; below?: string[] } = {},
): TablePart {
  const ys = Array.from({ length: sketch.length + 1 }, (_, i) => 100 + ROW * i);
  return {
    grid: { page, xs, ys, cells: cellsOf(sketch, xs, ys, page) },
    above: above.map((text, i) => line(text, 100, 40 + 15 * i, { page })),
    below: below.map((text, i) => line(text, 100, 500 + 15 * i, { page })),
    opensPage: above.length === 0,
    closesPage: below.length === 0,
  };
}

const stitched = (...parts: TablePart[]) => stitchGrids(parts).map(sketchOf);

const HEADER = '项目|决算数|比重';
const CAPTION = ['支出决算表', '公开03表', '单位：万元'];
const first = (number = 1) => part(number, [HEADER, '教育支出|1|1%'], { above: CAPTION });

describe('a table goes on', () => {
  test('a single part is a table, with the lines around it', () => {
    const [table] = stitchGrids([part(3, [HEADER, '教育支出|1|1%'], { above: CAPTION, below: ['注：略'] })]);
    expect(table).toMatchObject({ rows: 2, columns: 3, pages: [3] });
    expect(table?.above.map((l) => l.text)).toEqual(CAPTION);
    expect(table?.below.map((l) => l.text)).toEqual(['注：略']);
  });

  test('the next page repeats title and header: both stand once', () => {
    expect(stitched(first(), part(2, [HEADER, '科学技术支出|2|2%'], { above: CAPTION }))).toEqual([
      [HEADER, '教育支出|1|1%', '科学技术支出|2|2%'],
    ]);
  });

  test('the next page repeats the caption alone: it goes on in the midst of the rows', () => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { above: CAPTION }))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });

  test('rows without a header under another caption are another table', () => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { above: ['收入决算表', '公开02表', '单位：万元'] }))).toHaveLength(2);
  });

  test('a rule below the running head makes a blank row above the repeated header', () => {
    expect(stitched(first(), part(2, ['|<|<', HEADER, '科学技术支出|2|2%']))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
    const blank = part(1, ['|<|<', HEADER, '教育支出|1|1%'], { above: CAPTION });
    expect(stitched(blank, part(2, [HEADER, '科学技术支出|2|2%']))).toEqual([['|<|<', HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });

  test.each(['支出决算表（续表）', '支出决算表（续）', '支出决算表续表'])('the title says that it goes on: %s', (title) => {
    expect(stitched(first(), part(2, [HEADER, '科学技术支出|2|2%'], { above: [title, '公开03表', '单位：万元'] }))).toHaveLength(1);
  });

  test.each(['续表', '（续）', '续上表'])('%s stands above it, and no header is repeated', (mark) => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { above: [mark] }))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });

  test('续表 stands in a row of its own that a line above closes', () => {
    expect(stitched(first(), part(2, ['续表|<|<', '科学技术支出|2|2%']))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });

  test('its last row alone, totals merged over the columns', () => {
    const table = part(1, ['编码|名称|数|编码|名称|数', '301|工资|1|302|办公|2'], { xs: [0, 50, 100, 150, 200, 250, 300] });
    expect(stitched(table, part(2, ['人员经费合计|1|公用经费合计|2'], { xs: [0, 100, 150, 250, 300] }))).toHaveLength(1);
    expect(stitched(table, part(2, ['人员经费|1|2'], { xs: [0, 100, 300] }))).toHaveLength(2);
  });

  test('the header only', () => {
    expect(stitched(first(), part(2, [HEADER, '科学技术支出|2|2%']))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });

  test('the title only: what stands below does not begin as the table does', () => {
    const rest = part(2, ['科学技术支出|2|2%'], { above: CAPTION.slice(0, 1) });
    expect(stitched(first(), rest)).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
    // A unit alone names no table.
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { above: CAPTION.slice(2) }))).toHaveLength(2);
  });

  test('the indicators of a 绩效 table, whose columns are others', () => {
    const above = ['项目支出绩效自评表'];
    const fields = part(1, ['项目名称|图书馆', '主管部门|某局'], { above, xs: [0, 150, 300] });
    const indicators = part(2, ['一级指标|二级指标|三级指标|得分', '产出指标|数量指标|馆藏|10'], { xs: [0, 60, 120, 220, 300] });
    expect(stitched(fields, indicators).map((rows) => rows.length)).toEqual([4]);
    const amid = ['其他资金|<|0.00|<', '总体目标|<|完成|<', '一级指标|二级指标|三级指标|得分', '产出指标|数量指标|馆藏|10'];
    const rest = part(2, amid, { above: ['续表'], xs: [0, 60, 120, 220, 300] });
    expect(stitched(fields, rest).map((rows) => rows.length)).toEqual([6]);
    const other = part(2, ['货物|工程|服务|合计', '1|2|3|6', '4|5|6|15'], { xs: [0, 60, 120, 220, 300] });
    expect(stitched(fields, other)).toHaveLength(2);
  });

  test('nothing is repeated', () => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%', '农林水支出|3|3%']))).toEqual([
      [HEADER, '教育支出|1|1%', '科学技术支出|2|2%', '农林水支出|3|3%'],
    ]);
  });

  test('a header with merged cells is repeated as a whole', () => {
    const header = ['科目|支出|<', '^|基本|项目'];
    expect(stitched(part(1, [...header, '教育|1|2'], { above: CAPTION }), part(2, [...header, '科技|3|4']))).toEqual([
      [...header, '教育|1|2', '科技|3|4'],
    ]);
  });

  test('over three pages; it knows them, and its last lines are those of the last', () => {
    const [table] = stitchGrids([first(4), part(5, [HEADER, '科学技术支出|2|2%']), part(6, ['农林水支出|3|3%'], { below: ['注：略'] })]);
    expect(table).toMatchObject({ rows: 4, pages: [4, 5, 6] });
    expect(table?.above.map((l) => l.text)).toEqual(CAPTION);
    expect(table?.below.map((l) => l.text)).toEqual(['注：略']);
    expect(table?.cells.filter((c) => c.column === 0).map((c) => c.page)).toEqual([4, 4, 5, 6]);
  });

  test('pages of blank rows only belong to it', () => {
    expect(stitched(first(), part(2, ['||', '||']), part(3, [HEADER, '||']))).toEqual([[HEADER, '教育支出|1|1%', '||', '||', '||']]);
  });

  test('a page that holds nothing but the header adds nothing', () => {
    expect(stitched(first(), part(2, [HEADER]), part(3, ['科学技术支出|2|2%']))).toEqual([[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']]);
  });
});

describe('columns', () => {
  const wide = ['类|款|项|科目名称|决算数', '201|01|01|行政运行|5'];

  test('odd and even pages may stand apart sideways', () => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: XS.map((x) => x + 40) }))).toHaveLength(1);
  });

  test('boundaries may differ by 3 pt: producers round per page', () => {
    const joined = [[HEADER, '教育支出|1|1%', '科学技术支出|2|2%']];
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: [0, 103, 197, 300] }))).toEqual(joined);
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: [0, 100, 200, 303] }))).toEqual(joined);
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: [0, 103.5, 200, 300] }))).toHaveLength(2);
  });

  test('code columns that vanish on the continuation are one wide cell there', () => {
    const [table] = stitched(
      part(1, wide, { xs: [0, 30, 60, 90, 200, 300], above: CAPTION }),
      part(2, ['2010102|一般行政管理事务|6'], { xs: [0, 90, 200, 300] }),
    );
    expect(table).toEqual([...wide, '2010102|<|<|一般行政管理事务|6']);
  });

  test('columns that show on the continuation only divide the cells before', () => {
    const [table] = stitched(
      part(1, ['科目编码|科目名称|基本支出|项目支出|合计', '2010101|行政运行|5|0|5'], { xs: [0, 90, 200, 250, 300, 350], above: CAPTION }),
      part(2, ['201|02|一般行政管理事务|6|0|6'], { xs: [0, 60, 90, 200, 250, 300, 350] }),
    );
    expect(table).toEqual(['科目编码|<|科目名称|基本支出|项目支出|合计', '2010101|<|行政运行|5|0|5', '201|02|一般行政管理事务|6|0|6']);
  });

  test('a column of the continuation that is too narrow to be one in the table is none, and its text is not lost', () => {
    const narrow = { xs: [0, 100, 200, 299, 304] };
    const joined = [HEADER, '教育支出|1|1%', '科学技术支出|2|2%'];
    expect(stitched(first(), part(2, ['科学技术支出|2|2%|'], narrow))).toEqual([joined]);
    expect(stitched(first(), part(2, ['科学技术支出|2|2|%'], narrow))).toEqual([joined]);
  });

  test('other columns are another table', () => {
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: [0, 60, 150, 300] }))).toHaveLength(2);
    expect(stitched(first(), part(2, ['科学技术支出|2|2%'], { xs: [0, 100, 200, 310] }))).toHaveLength(2);
  });

  test('of many columns too the table is as wide as before', () => {
    const xs = [0, 50, 100, 150, 200, 250];
    const five = part(1, ['a|b|c|d|e', '1|2|3|4|5'], { xs });
    expect(stitched(five, part(2, ['1|2|3|4|5'], { xs: [...xs.slice(0, -1), 258] }))).toHaveLength(2);
  });

  test('a part with less than half of the columns is another table', () => {
    const five = part(1, ['a|b|c|d|e', '1|2|3|4|5'], { xs: [0, 50, 100, 150, 200, 250] });
    expect(stitched(five, part(2, ['1|2'], { xs: [0, 100, 250] }))).toHaveLength(2);
    expect(stitched(five, part(2, ['1|2|3'], { xs: [0, 100, 150, 250] }))).toHaveLength(1);
  });
});

test('the short end of a name below a row with a code goes on with it, though its line did not run to the end of its cell', () => {
  const table = part(1, ['编码|名称|数', '31019|其他交通工具购|10.00'], { above: CAPTION });
  expect(stitched(table, part(2, ['|置|', '31099|其他|8.00']))).toEqual([
    ['编码|名称|数', '31019|其他交通工具购置|10.00', '31099|其他|8.00'],
  ]);
});

describe('a row broken by the page', () => {
  const name = '一般公共服务支出行';
  const table = (...rows: string[]) => part(1, [HEADER, ...rows], { above: CAPTION });

  test('a name that ran to the end of its cell goes on; its row stays one', () => {
    expect(stitched(table(`${name}|1|1%`), part(2, ['政运行||', '科学技术支出|2|2%']))).toEqual([
      [HEADER, `${name}政运行|1|1%`, '科学技术支出|2|2%'],
    ]);
  });

  test('also below a repeated header, and after a line that wrapped before', () => {
    expect(stitched(table(`关于${name}/${name}|1|1%`), part(2, [HEADER, '政运行||']))).toEqual([[HEADER, `关于${name}${name}政运行|1|1%`]]);
  });

  test('on a page whose margin is another', () => {
    const shifted = XS.map((x) => x + 40);
    expect(stitched(table('教育支出|1|1%'), part(2, [`${name}|1|1%`], { xs: shifted }), part(3, ['政运行||']))).toEqual([
      [HEADER, '教育支出|1|1%', `${name}政运行|1|1%`],
    ]);
  });

  test('also where that page stands farther left', () => {
    const right = XS.map((x) => x + 40);
    expect(stitched(part(1, [HEADER], { xs: right, above: CAPTION }), part(2, [`${name}|1|1%`]), part(3, ['政运行||']))).toEqual([
      [HEADER, `${name}政运行|1|1%`],
    ]);
  });

  test('a name with an ordinal begins a line, whatever ran to the end of its cell above', () => {
    expect(stitched(table(`22、${name}|1|1%`), part(2, ['23、其他支出||', '24、债务还本||']))).toEqual([
      [HEADER, `22、${name}|1|1%`, '23、其他支出||', '24、债务还本||'],
    ]);
  });

  test('two texts go on together or not at all', () => {
    const row = `${name}|1|${name}`;
    expect(stitched(table(row), part(2, ['政运行||政运行']))).toEqual([[HEADER, `${name}政运行|1|${name}政运行`]]);
    expect(stitched(table(`${name}|1|其他`), part(2, ['政运行||政运行']))).toEqual([[HEADER, `${name}|1|其他`, '政运行||政运行']]);
  });

  test('a number that fills its cell does not run on either', () => {
    const xs = [0, 100, 128, 200];
    expect(stitched(part(1, [HEADER, `${name}|12.30|`], { xs }), part(2, ['政运行|45.60|'], { xs }))).toEqual([
      [HEADER, `${name}|12.30|`, '政运行|45.60|'],
    ]);
  });

  test('a number does not run on: a row with one is a row', () => {
    expect(stitched(table(`${name}|1|1%`), part(2, ['政运行|2|2%']))).toEqual([[HEADER, `${name}|1|1%`, '政运行|2|2%']]);
    expect(stitched(table(`${name}|1|1%`), part(2, ['|2,000.00|']))[0]).toHaveLength(3);
  });

  test('a line with room left at its end is complete', () => {
    expect(stitched(table('教育支出|1|1%'), part(2, ['其中：||']))).toEqual([[HEADER, '教育支出|1|1%', '其中：||']]);
    expect(stitched(table(`${name.slice(0, 8)}|1|1%`), part(2, ['政运行||']))).toEqual([[HEADER, `${name.slice(0, 8)}|1|1%`, '政运行||']]);
  });

  test('a row without a number is a heading, and what follows it another row', () => {
    expect(stitched(table(`${name}||`), part(2, ['政运行||']))).toEqual([[HEADER, `${name}||`, '政运行||']]);
  });

  test('text under a cell that was empty is a row of its own', () => {
    expect(stitched(table('|1|1%'), part(2, ['政运行||']))).toEqual([[HEADER, '|1|1%', '政运行||']]);
  });

  test('the joined cell has the lines of both pages and stays where it began', () => {
    const [grid] = stitchGrids([table(`${name}|1|1%`), part(2, ['政运行||'])]);
    const cell = grid?.cells.find((c) => c.text.startsWith(name));
    expect(cell?.lines.map((l) => [l.page, l.text])).toEqual([
      [1, name],
      [2, '政运行'],
    ]);
    expect(cell).toMatchObject({ page: 1, row: 1, illegible: false });
  });

  test('the joined cell is illegible where one of its halves is', () => {
    const rest = part(2, ['政运行||']);
    const illegible = { ...rest, grid: { ...rest.grid, cells: rest.grid.cells.map((c) => ({ ...c, illegible: c.text !== '' })) } };
    const [grid] = stitchGrids([table(`${name}|1|1%`), illegible]);
    expect(grid?.cells.filter((c) => c.illegible).map((c) => c.text)).toEqual([`${name}政运行`]);
  });
});

describe('what stays two', () => {
  test('two 绩效 tables with the same title: the first row names another project', () => {
    const table = (number: number, name: string) =>
      part(number, [`项目名称|${name}|<`, '预算数|1|2', '指标|值|分'], { above: ['项目支出绩效自评表', '（2023年度）'] });
    expect(stitched(table(1, '道路维修'), table(2, '校舍安全'))).toHaveLength(2);
  });

  test('same title, other columns', () => {
    const other = part(2, [HEADER, '教育支出|1|1%'], { above: CAPTION, xs: [0, 60, 150, 300] });
    expect(stitched(first(), other)).toHaveLength(2);
  });

  test('same header, another title', () => {
    expect(stitched(first(), part(2, [HEADER, '教育支出|1|1%'], { above: ['收入决算表', '公开02表', '单位：万元'] }))).toHaveLength(2);
  });

  test('same title, another header', () => {
    expect(stitched(first(), part(2, ['项目|预算数|比重', '教育支出|1|1%'], { above: CAPTION }))).toHaveLength(2);
  });

  test('something stands below the first: a note', () => {
    const closed = part(1, [HEADER, '教育支出|1|1%'], { above: CAPTION, below: ['注：略'] });
    expect(stitched(closed, part(2, ['科学技术支出|2|2%']))).toHaveLength(2);
    expect(stitched(closed, part(2, [HEADER, '科学技术支出|2|2%'], { above: CAPTION }))).toHaveLength(2);
  });

  test('a page without the table lies between, or both stand on one page', () => {
    expect(stitched(first(1), part(3, ['科学技术支出|2|2%']))).toHaveLength(2);
    expect(stitched(first(1), { ...part(1, ['科学技术支出|2|2%']), opensPage: false })).toHaveLength(2);
  });

  test('a second table of the page is not the continuation, though nothing stands above it', () => {
    expect(stitched(first(1), { ...part(2, ['科学技术支出|2|2%']), opensPage: false })).toHaveLength(2);
  });
});

describe('regressions', () => {
  test('a right end 5 pt off is the same end: no column shifts, none is made up', () => {
    const [narrow, wide] = [
      [0, 50, 100, 150, 200],
      [0, 50, 100, 150, 205],
    ];
    expect(stitched(part(1, ['a|b|c|d'], { xs: narrow }), part(2, ['1|2|3|4'], { xs: wide }))).toEqual([['a|b|c|d', '1|2|3|4']]);
    expect(stitched(part(1, ['a|b|c|d'], { xs: wide }), part(2, ['1|2|3|4'], { xs: narrow }))).toEqual([['a|b|c|d', '1|2|3|4']]);
  });

  test('two 绩效 tables with their titles inside the grid stay two', () => {
    const table = (page: number, project: string) => part(page, ['绩效自评表|<|<', `项目名称|${project}|x`]);
    expect(stitched(table(1, '甲'), table(2, '乙'))).toHaveLength(2);
  });

  test('a title inside the grid, and the header below it, repeated: one table', () => {
    expect(stitched(part(1, ['支出决算表|<|<', HEADER, '教育|1|1%']), part(2, ['支出决算表|<|<', HEADER, '科技|2|2%']))).toEqual([
      ['支出决算表|<|<', HEADER, '教育|1|1%', '科技|2|2%'],
    ]);
  });

  test('a cell that reaches down from a broken row leaves no hole', () => {
    const head = ['项目|数|注', '一般公共服务支出行政单位|1|'];
    const [table] = stitched(part(1, head, { xs: [0, 62, 200, 300] }), part(2, ['离退休||', '科技|2|^'], { xs: [0, 62, 200, 300] }));
    expect(table?.every((row) => !row.includes('?'))).toBe(true);
  });
});
