import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sheet, SheetBlock, SheetTable, SheetText } from '../../../src/model/sheet.js';
import { sheetsToLayout } from '../../../src/rebuild/sheets/sheets-to-layout.js';
import { page, ruled, write } from '../../builders.js';

const text = (line: string, ref = line): SheetText => ({ kind: 'text', lines: [line], ref });
const table = (...rows: readonly (readonly string[])[]): SheetTable => ({
  kind: 'table',
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  cells: rows.flatMap((row, r) =>
    row.map((each, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, lines: each === '' ? [] : [each], ref: `cell ${each}` })),
  ),
});
const sheet = (...blocks: readonly SheetBlock[]): Sheet => ({ name: null, blocks, furniture: [], told: [] });
const textsOf = (lines: readonly { readonly text: string }[]) => lines.map((line) => line.text);

describe('a sheet on its imaginary page', () => {
  const { layout } = sheetsToLayout([
    sheet(text('收入决算表'), table(['a', 'b'], ['c', 'd']), text('注：无'), table(['e', 'f', 'g'])),
    sheet(text('另页')),
  ]);

  test('grids have the lines above and below them', () => {
    expect(layout.grids.map(({ above, below }) => [textsOf(above), textsOf(below)])).toEqual([
      [['收入决算表'], ['注：无']],
      [['注：无'], []],
    ]);
    expect(textsOf(layout.lines)).toEqual(['收入决算表', '注：无', '另页']);
  });

  test('every place leads back, and what lies beside all leads nowhere', () => {
    for (const { cells } of layout.grids) {
      for (const cell of cells) expect(layout.places?.refOf(cell.page, cell.ink ?? cell.box)).toBe(`cell ${cell.text}`);
    }
    for (const line of layout.lines) expect(layout.places?.refOf(line.page, line.box)).toBe(line.text);
    expect(layout.places?.refOf(1, [0, -50, 1, -40])).toBeNull();
    expect(layout.places?.refOf(9, [0, 0, 1, 1])).toBeNull();
  });

  test('each glyph is counted once', () => {
    expect(layout.pages).toMatchObject([
      { number: 1, glyphs: 15, inGrids: 7, legible: 15 },
      { number: 2, glyphs: 2, inGrids: 0 },
    ]);
  });
});

test('cells lie in their rows and columns, lines in their cells, whatever they hold', () => {
  const words = fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, (rows) => {
      const [grid] = sheetsToLayout([sheet(table(...rows))]).layout.grids;
      for (const cell of grid?.cells ?? []) {
        const right = grid?.cells.find(({ row, column }) => row === cell.row && column === cell.column + 1);
        const below = grid?.cells.find(({ row, column }) => row === cell.row + 1 && column === cell.column);
        if (right) expect(right.box[0]).toBe(cell.box[2]);
        if (below) expect(below.box[1]).toBe(cell.box[3]);
        for (const { box } of cell.lines) {
          expect(box[0]).toBeGreaterThanOrEqual(cell.box[0]);
          expect(box[2]).toBeLessThanOrEqual(cell.box[2]);
          expect(box[3]).toBeLessThanOrEqual(cell.box[3]);
        }
      }
    }),
  );
});

describe('tables between which nothing stands', () => {
  const gridsOf = (...blocks: readonly SheetBlock[]) => sheetsToLayout([sheet(...blocks)]).layout.grids.map(({ rows }) => rows);

  test('are one where they have as many columns, the head that is repeated counted once', () => {
    expect(gridsOf(table(['头', '数'], ['a', '1']), table(['b', '2']))).toEqual([3]);
    expect(gridsOf(table(['头', '数'], ['a', '1']), table(['头', '数'], ['b', '2']))).toEqual([3]);
  });

  test('are two where they have not, or a text stands between', () => {
    expect(gridsOf(table(['头', '数']), table(['a', 'b', 'c']))).toEqual([1, 1]);
    expect(gridsOf(table(['头', '数']), text('支出决算表'), table(['头', '数']))).toEqual([1, 1]);
  });
});

test('a paragraph that the file ends is one, however near the next line stands', () => {
  const { layout } = sheetsToLayout([sheet({ kind: 'text', lines: ['第一行', '第二行'], ref: 'a' }, text('下一段'))]);
  expect(layout.lines.map(({ beginsParagraph }) => beginsParagraph)).toEqual([true, false, true]);
});

describe('a picture that was read', () => {
  const [xs, ys] = [
    [20, 120, 220],
    [40, 60, 80],
  ];
  /** A table of two rows on a picture of its own, a line above and one below it. */
  const read = (ref: string, cells: readonly string[], [above, below]: readonly [string, string]): SheetBlock => ({
    kind: 'picture',
    ref,
    file: null,
    page: page({
      width: 240,
      height: 120,
      rules: ruled(xs, ys),
      glyphs: [
        ...write(above, 100, 30),
        ...cells.flatMap((each, i) => write(each, i % 2 === 0 ? 30 : 130, i < 2 ? 54 : 74)),
        ...write(below, 20, 95),
      ],
      ocr: { ended: 'read', tilt: 0 },
    }),
  });

  test('stands among the other blocks, its table with the lines around it on the picture and beside it', () => {
    const picture = read('picture 1', ['甲', '乙', '丙', '丁'], ['收入决算表', '注：无']);
    const [sheetPage] = sheetsToLayout([{ ...sheet(text('前文'), picture, text('后文'), table(['a', 'b'])), pictures: 'read' }]).pages;
    const { layout } = sheetsToLayout([sheet(text('前文'), picture, text('后文'), table(['a', 'b']))]);
    expect(sheetPage).toMatchObject({ pictures: 'read', ocr: { ended: 'read' } });
    expect(layout.grids.map(({ above, below, pages }) => [textsOf(above), textsOf(below), pages])).toEqual([
      [['前文', '收入决算表'], ['注：无', '后文'], [1]],
      [['后文'], [], [1]],
    ]);
    expect(textsOf(layout.lines)).toEqual(['前文', '收入决算表', '注：无', '后文']);
    const [grid] = layout.grids;
    expect(grid?.cells.map((cell) => [cell.text, layout.places?.refOf(cell.page, cell.ink ?? cell.box)])).toEqual([
      ['甲', 'picture 1, row 1, cell 1'],
      ['乙', 'picture 1, row 1, cell 2'],
      ['丙', 'picture 1, row 2, cell 1'],
      ['丁', 'picture 1, row 2, cell 2'],
    ]);
    const placed = layout.lines.map((line) => layout.places?.refOf(line.page, line.box));
    expect(placed).toEqual(['前文', 'picture 1', 'picture 1', '后文']);
    expect(layout.pages[0]).toMatchObject({ glyphs: 18, inGrids: 6, legible: 18 });
  });

  test('drawn sideways stands upright', () => {
    const turned = read('picture 1', ['甲', '乙', '丙', '丁'], ['收入决算表', '注：无']);
    const own = turned.kind === 'picture' && turned.page;
    if (!own) return;
    const sideways = {
      ...own,
      width: own.height,
      height: own.width,
      rules: own.rules.map(({ axis, at, ...rest }) => ({
        ...rest,
        axis: axis === 'horizontal' ? ('vertical' as const) : ('horizontal' as const),
        at: axis === 'horizontal' ? own.height - at : at,
      })),
      glyphs: own.glyphs.map((each) => ({
        ...each,
        angle: 90,
        x: own.height - each.y,
        y: each.x,
        box: [own.height - each.box[3], each.box[0], own.height - each.box[1], each.box[2]] as const,
      })),
    };
    const { layout } = sheetsToLayout([sheet({ ...turned, page: sideways } as SheetBlock)]);
    const [grid] = layout.grids;
    expect(grid?.cells.map((cell) => [cell.text, layout.places?.refOf(cell.page, cell.ink ?? cell.box)])).toEqual([
      ['甲', 'picture 1, row 1, cell 1'],
      ['乙', 'picture 1, row 1, cell 2'],
      ['丙', 'picture 1, row 2, cell 1'],
      ['丁', 'picture 1, row 2, cell 2'],
    ]);
  });

  test('goes on with the picture before it, where nothing stands between', () => {
    const head = ['项目', '金额'];
    const rows = (...between: readonly SheetBlock[]) => {
      const first = read('picture 1', [...head, '甲', '1.00'], ['', '']);
      const second = read('picture 2', [...head, '乙', '2.00'], ['', '']);
      const { grids, places } = sheetsToLayout([sheet(first, ...between, second)]).layout;
      return grids.map(({ cells }) => cells.map((cell) => `${cell.text} ${places?.refOf(1, cell.ink ?? cell.box)}`));
    };
    expect(rows(text('后表'))).toHaveLength(2);
    const [joined, ...more] = rows();
    expect(more).toEqual([]);
    expect(joined).toContain('甲 picture 1, row 2, cell 1');
    expect(joined).toContain('乙 picture 2, row 2, cell 1');
  });
});
