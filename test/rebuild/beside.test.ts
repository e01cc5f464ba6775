import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/model/grid.js';
import type { TablePart } from '../../src/rebuild/growing-table.js';
import { stitchGrids } from '../../src/rebuild/stitch.js';
import { cellsOf, line, type Sketch, sketchOf } from '../builders.js';

const XS = [50, 150, 250];
/** Rows of a full page; where a test needs other heights it says so. */
const rowsOf = (count: number, from = 100) => Array.from({ length: count + 1 }, (_, i) => from + 20 * i);

interface PartOptions {
  readonly xs?: number[];
  readonly ys?: number[];
  readonly above?: string[];
  readonly below?: string[];
}

/** A strip of a spreadsheet too wide for its page. A text that ends in `»` or begins with `«` stands in a cell open on that side. */
function strip(page: number, sketch: Sketch, { xs = XS, ys = rowsOf(sketch.length), above = [], below = [] }: PartOptions = {}): TablePart {
  const open = ({ text }: Cell) => ({ left: text.startsWith('«'), right: text.endsWith('»') });
  const cells = cellsOf(sketch, xs, ys, page).map((c) => ({ ...c, open: open(c), text: c.text.replace(/[«»]/g, '') }));
  return {
    grid: { page, xs, ys, cells },
    above: above.map((text, i) => line(text, 100, 40 + 15 * i, { page })),
    below: below.map((text, i) => line(text, 100, 700 + 15 * i, { page })),
    opensPage: above.length === 0,
    closesPage: below.length === 0,
  };
}

const stitched = (...parts: TablePart[]) => stitchGrids(parts).map(sketchOf);

const LEFT = ['科目|合计', '教育|1', '科技|2'];
const left = (page = 1) => strip(page, LEFT, { above: ['支出决算表'] });
const THREE = [50, 120, 180, 250];

describe('a table wider than its page', () => {
  test('the next page holds its further columns: rows stand where they stood', () => {
    expect(stitched(left(), strip(2, ['基本|项目|上缴', '3|4|5', '6|7|8'], { xs: THREE }))).toEqual([
      ['科目|合计|基本|项目|上缴', '教育|1|3|4|5', '科技|2|6|7|8'],
    ]);
  });

  test('it knows both pages, and what stands below either', () => {
    const right = strip(2, ['基本|项目|上缴', '3|4|5', '6|7|8'], { xs: THREE, below: ['注：略'] });
    const [table] = stitchGrids([left(), right]);
    expect(table).toMatchObject({ rows: 3, columns: 5, pages: [1, 2] });
    expect(table?.above.map((l) => l.text)).toEqual(['支出决算表']);
    expect(table?.below.map((l) => l.text)).toEqual(['注：略']);
    expect(table?.cells.find((c) => c.text === '3')).toMatchObject({ page: 2, row: 1, column: 2 });
  });

  test('first all pages of the first columns, then those of the next, each beside its own', () => {
    const pages = [
      left(),
      strip(2, ['农林|3', '水利|4', '住房|5', '其他|6']),
      strip(3, ['基本|项目|上缴', 'a|b|c', 'd|e|f'], { xs: THREE }),
      strip(4, ['g|h|i', 'j|k|l', 'm|n|o', 'p|q|r'], { xs: THREE }),
    ];
    expect(stitched(...pages)).toEqual([
      ['科目|合计|基本|项目|上缴', '教育|1|a|b|c', '科技|2|d|e|f', '农林|3|g|h|i', '水利|4|j|k|l', '住房|5|m|n|o', '其他|6|p|q|r'],
    ]);
  });

  test('a header that both pages of both strips repeat stands once', () => {
    const pages = [
      left(),
      strip(2, ['科目|合计', '农林|3', '水利|4', '住房|5']),
      strip(3, ['基本|项目|上缴', 'a|b|c', 'd|e|f'], { xs: THREE }),
      strip(4, ['基本|项目|上缴', 'g|h|i', 'j|k|l', 'm|n|o'], { xs: THREE }),
    ];
    expect(stitched(...pages)).toEqual([
      ['科目|合计|基本|项目|上缴', '教育|1|a|b|c', '科技|2|d|e|f', '农林|3|g|h|i', '水利|4|j|k|l', '住房|5|m|n|o'],
    ]);
  });

  test('two strips beside it', () => {
    const pages = [left(), strip(2, ['a|b|c', 'd|e|f', 'g|h|i'], { xs: THREE }), strip(3, ['j', 'k', 'l'], { xs: [50, 150] })];
    expect(stitched(...pages)).toEqual([['科目|合计|a|b|c|j', '教育|1|d|e|f|k', '科技|2|g|h|i|l']]);
  });

  test('cells that span rows of the part beside keep their height', () => {
    const [table] = stitched(left(), strip(2, ['基本|项目|上缴', '3|4|5'], { xs: THREE, ys: [100, 140, 160] }));
    expect(table).toEqual(['科目|合计|基本|项目|上缴', '教育|1|^|^|^', '科技|2|3|4|5']);
  });
});

test('a blank row of the page beside that is too low to be one in the table is none', () => {
  const right = strip(2, ['基本|项目|上缴', '3|4|5', '||', '6|7|8'], { xs: THREE, ys: [100, 120, 138, 142, 160] });
  expect(stitched(left(), right)).toEqual([['科目|合计|基本|项目|上缴', '教育|1|3|4|5', '科技|2|6|7|8']]);
});

describe('a merged header cut by the edge of the page', () => {
  test('is one cell: neither half is closed there', () => {
    const [table] = stitched(
      strip(1, ['科目|支出»', '^|基本', '教育|1'], { above: ['支出决算表'] }),
      strip(2, ['«|<|其他', '项目|上缴|^', '2|3|4'], { xs: THREE }),
    );
    expect(table).toEqual(['科目|支出|<|<|其他', '^|基本|项目|上缴|^', '教育|1|2|3|4']);
  });

  test('its text may stand on the right, or be cut itself', () => {
    const cut = (first: string, second: string) =>
      stitched(strip(1, [`科目|${first}»`, '教育|1'], { above: ['表'] }), strip(2, [`«${second}|<|其他`, '2|3|4'], { xs: THREE }))[0]?.[0];
    expect(cut('', '支出')).toBe('科目|支出|<|<|其他');
    expect(cut('支', '出')).toBe('科目|支出|<|<|其他');
  });

  test('it is pointed at where its text begins', () => {
    const cell = (first: string, second: string) => {
      const right = strip(2, [`«${second}|<|其他`, '2|3|4'], { xs: THREE });
      return stitchGrids([strip(1, [`科目|${first}»`, '教育|1'], { above: ['表'] }), right])[0]?.cells.find((c) => c.text === '支出');
    };
    expect(cell('支出', '')).toMatchObject({ page: 1, box: [150, 100, 250, 120] });
    expect(cell('支', '出')).toMatchObject({ page: 1, box: [150, 100, 250, 120], ink: [150, 100, 250, 120] });
    expect(cell('', '支出')).toMatchObject({ page: 2, box: [50, 100, 180, 120], ink: [50, 100, 180, 120] });
  });

  test('closed cells, and cells with numbers, are two', () => {
    const row = (first: string, second: string) =>
      stitched(
        strip(1, ['科目|合计', `教育|${first}`], { above: ['表'] }),
        strip(2, ['其他|其他|其他', `${second}|3|4`], { xs: THREE }),
      )[0]?.[1];
    expect(row('支出', '支出')).toBe('教育|支出|支出|3|4');
    expect(row('支出»', '支出')).toBe('教育|支出|支出|3|4');
    expect(row('支出', '«支出')).toBe('教育|支出|支出|3|4');
    expect(row('1»', '«2')).toBe('教育|1|2|3|4');
  });
});

describe('a joined cell', () => {
  /** Marks the cells of a text as print without a meaning. */
  const illegible = (part: TablePart, text: string): TablePart => ({
    ...part,
    grid: { ...part.grid, cells: part.grid.cells.map((c) => ({ ...c, illegible: c.text === text })) },
  });
  const header = (right: TablePart) => stitchGrids([strip(1, ['科目|支»', '教育|1'], { above: ['表'] }), right])[0]?.cells[1];
  /** Two pages of a table whose second row the page break cut, and the two pages of the strip beside them. */
  const cutRow = (before: string, rest: string, mark = '') =>
    stitchGrids([
      strip(1, ['科目|合计', '一般公共服务支出行|1'], { above: ['表'] }),
      strip(2, ['政运行|', '科技|2']),
      illegible(strip(3, ['基本|项目|上缴', `${before}|b|c`], { xs: THREE }), mark),
      illegible(strip(4, [`${rest}||`, 'd|e|f'], { xs: THREE }), mark),
    ])[0]?.cells.find((c) => c.row === 1 && c.column === 2);

  test('is illegible where one of its halves is: of a header cut by the edge of the page', () => {
    expect(header(illegible(strip(2, ['«出|其他|其他', '2|3|4'], { xs: THREE }), '出'))).toMatchObject({ text: '支出', illegible: true });
    expect(header(strip(2, ['«出|其他|其他', '2|3|4'], { xs: THREE }))).toMatchObject({ text: '支出', illegible: false });
  });

  test('is illegible where one of its halves is: of a row cut by the end of the page', () => {
    expect(cutRow('甲', '乙', '乙')).toMatchObject({ text: '甲乙', illegible: true });
    expect(cutRow('甲', '乙', '甲')).toMatchObject({ text: '甲乙', illegible: true });
    expect(cutRow('甲', '乙')).toMatchObject({ text: '甲乙', illegible: false });
  });

  test('stands on the page its print begins on, with the boxes of that page', () => {
    expect(cutRow('甲', '乙')).toMatchObject({ page: 3, box: [50, 120, 120, 140], ink: [50, 120, 120, 140] });
    expect(cutRow('', '乙')).toMatchObject({ page: 4, box: [50, 100, 120, 120], ink: [50, 100, 120, 120] });
    expect(cutRow('', '')).toMatchObject({ page: 3, box: [50, 120, 120, 140], ink: null });
  });

  test('goes on beside the next page only where its right half is open there', () => {
    const over = (middle: string) =>
      stitched(
        strip(1, ['科目|支出»', '教育|1'], { above: ['表'] }),
        strip(2, [`${middle}|<|<`, '2|3|4'], { xs: THREE }),
        strip(3, ['«|其他', '5|6']),
      )[0]?.[0];
    expect(over('«»')).toBe('科目|支出|<|<|<|<|其他');
    expect(over('«')).toBe('科目|支出|<|<|<||其他');
  });
});

describe('what does not belong beside', () => {
  const right = (page: number, options: PartOptions = {}) => strip(page, ['基本|项目|上缴', '3|4|5', '6|7|8'], { xs: THREE, ...options });

  test('a part with a title of its own above', () => {
    expect(stitched(left(), right(2, { above: ['收入决算表'] }))).toHaveLength(2);
  });

  test('a part on another page than the next', () => {
    expect(stitched(left(), right(3))).toHaveLength(2);
  });

  test('rows elsewhere: another end, another beginning, a boundary that the part beside lacks', () => {
    expect(stitched(left(), right(2, { ys: [100, 120, 140, 170] }))).toHaveLength(2);
    expect(stitched(left(), right(2, { ys: [90, 120, 140, 160] }))).toHaveLength(2);
    expect(stitched(left(), right(2, { ys: [100, 130, 140, 160] }))).toHaveLength(2);
    expect(stitched(left(), right(2, { ys: [102, 122, 142, 162] }))).toHaveLength(1);
  });

  test('a second page of a strip whose columns are others', () => {
    const pages = [
      left(),
      strip(
        2,
        LEFT.slice(1).map((row) => `x${row}`),
      ),
      right(3),
    ];
    expect(stitched(...pages, strip(4, ['g|h', 'j|k'], { xs: [50, 130, 250] }))).toHaveLength(2);
    expect(stitched(...pages, strip(4, ['g|h|i', 'j|k|l'], { xs: [50, 120, 190, 250] }))).toHaveLength(2);
    expect(stitched(...pages, strip(4, ['g|h|i', 'j|k|l'], { xs: THREE }))).toHaveLength(1);
  });
});

test('two tables with titles of their own inside the grid are not one, however alike their rows', () => {
  const income = strip(1, ['收入决算表|<', '项目|收入', '教育|1']);
  const expenditure = strip(2, ['支出决算表|<', '项目|支出', '教育|9'], { xs: [40, 160, 280] });
  expect(stitched(income, expenditure)).toHaveLength(2);
});
