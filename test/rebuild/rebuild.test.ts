import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import type { Grid } from '../../src/model/grid.js';
import type { Page } from '../../src/model/page.js';
import { pagesToLayout } from '../../src/rebuild/rebuild.js';
import { glyph, page, ruled, sketchOf, write } from '../builders.js';

const XS = [60, 200, 300];

interface Table {
  readonly top: number;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

/** A page with tables of two columns, rows of 20 pt, and text: `[text, baseline]`. */
function drawn(number: number, tables: readonly Table[], text: readonly (readonly [string, number])[] = []): Page {
  const glyphs: Glyph[] = text.flatMap(([words, y]) => write(words, 60, y));
  const rules = tables.flatMap(({ top, rows }) => {
    rows.forEach(([name, value], i) => {
      glyphs.push(...write(name, 65, top + 20 * i + 14), ...write(value, 210, top + 20 * i + 14));
    });
    const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i);
    return ruled(XS, ys);
  });
  return page({ number, glyphs, rules });
}

const words = (lines: readonly { text: string }[]) => lines.map((l) => l.text);
const around = ({ above, below }: Grid) => ({ above: words(above), below: words(below) });

describe('the lines around a table', () => {
  test('those between it and what stands above and below', () => {
    const tables: Table[] = [
      { top: 200, rows: [['收入', '1']] },
      { top: 400, rows: [['支出', '2']] },
    ];
    const text = [
      ['第一部分', 100],
      ['收入决算表', 150],
      ['注：收入', 260],
      ['支出决算表', 380],
      ['注：支出', 460],
    ] as const;
    const { grids, lines } = pagesToLayout([drawn(1, tables, text)]);
    expect(grids.map(around)).toEqual([
      { above: ['第一部分', '收入决算表'], below: ['注：收入', '支出决算表'] },
      { above: ['注：收入', '支出决算表'], below: ['注：支出'] },
    ]);
    expect(words(lines)).toEqual(['第一部分', '收入决算表', '注：收入', '支出决算表', '注：支出']);
  });

  test('of tables side by side each has those above both', () => {
    const glyphs = write('收支表', 60, 80);
    const { grids } = pagesToLayout([
      page({ glyphs, rules: [...ruled([60, 100, 140], [100, 120]), ...ruled([200, 240, 280], [100, 120])] }),
    ]);
    expect(grids.map((g) => words(g.above))).toEqual([['收支表'], ['收支表']]);
  });
});

describe('a table over pages', () => {
  const pages = [
    drawn(
      1,
      [
        {
          top: 200,
          rows: [
            ['项目', '决算数'],
            ['教育', '1'],
          ],
        },
      ],
      [
        ['支出决算表', 100],
        ['- 1 -', 800],
      ],
    ),
    drawn(2, [{ top: 100, rows: [['科技', '2']] }], [['- 2 -', 800]]),
    drawn(
      3,
      [{ top: 100, rows: [['合计', '3']] }],
      [
        ['注：略', 200],
        ['- 3 -', 800],
      ],
    ),
  ];
  const layout = pagesToLayout(pages);

  test('is one though page numbers stand between its parts', () => {
    expect(layout.grids.map(sketchOf)).toEqual([['项目|决算数', '教育|1', '科技|2', '合计|3']]);
    expect(layout.grids[0]).toMatchObject({ pages: [1, 2, 3] });
    expect(layout.grids.map(around)).toEqual([{ above: ['支出决算表'], below: ['注：略'] }]);
  });

  test('page numbers are furniture and no text', () => {
    expect(words(layout.furniture)).toEqual(['- 1 -', '- 2 -', '- 3 -']);
    expect(words(layout.lines)).toEqual(['支出决算表', '注：略']);
  });

  test('a line that is no furniture keeps its parts apart', () => {
    const [first, second, third] = pages;
    const apart = drawn(2, [{ top: 200, rows: [['科技', '2']] }], [['说明如下', 100]]);
    expect(pagesToLayout([first, apart, third].flatMap((p) => p ?? [])).grids).toHaveLength(2);
    const closed = drawn(2, [{ top: 100, rows: [['科技', '2']] }], [['注：略', 200]]);
    expect(pagesToLayout([first, closed, third].flatMap((p) => p ?? [])).grids).toHaveLength(2);
    expect(pagesToLayout([first, second].flatMap((p) => p ?? [])).grids).toHaveLength(1);
  });
});

describe('the count of glyphs', () => {
  test('says where they stand', () => {
    const glyphs = [
      ...write('收入', 65, 114),
      ...write('12', 210, 114),
      ...write('收入', 65.3, 114),
      ...write('注：略', 60, 200),
      ...write('密', 60, 300, { angle: 45 }),
      ...write('底层', 60, 114, { state: 'hidden' }),
      glyph('\ue001', 60, 400, { state: 'illegible' }),
      glyph('\ue002', 220, 134, { state: 'illegible' }),
    ];
    const { pages } = pagesToLayout([page({ number: 7, glyphs, rules: ruled(XS, [100, 120, 140]) })]);
    expect(pages).toMatchObject([{ number: 7, glyphs: 14, inGrids: 5, marks: 1, doubled: 2, hidden: 2, legible: 7 }]);
    expect(pages[0]?.illegible.map((g) => g.text)).toEqual(['\ue001']);
  });

  test('lines inside grids are known', () => {
    const { inGrids } = pagesToLayout([drawn(1, [{ top: 100, rows: [['收入', '1']] }], [['注：略', 300]])]);
    expect(words([...inGrids]).toSorted()).toEqual(['1', '收入']);
  });

  test('adds up: grids, lines, furniture, marks, doubled, hidden and illegible are all glyphs', () => {
    const word = fc.constantFrom('收入', '12.30', '- 1 -', '7', '单位：万元', '教育支出 1.00 2.00');
    const text = fc.tuple(word, fc.integer({ min: 0, max: 12 }), fc.constantFrom(20, 65, 210), fc.constantFrom(0, 0, 0, 0, 45, 90));
    const state = fc.constantFrom<Glyph['state']>('shown', 'shown', 'shown', 'shown', 'hidden', 'illegible');
    const anyPage = fc.tuple(fc.boolean(), fc.array(fc.tuple(text, state), { maxLength: 20 })).map(([hasGrid, texts]) => ({
      rules: hasGrid ? ruled(XS, [300, 320, 340]) : [],
      glyphs: texts.flatMap(([[words, row, x, angle], seen]) => write(words, x, 60 + 60 * row, { angle, state: seen })),
    }));
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 6 }), (drawings) => {
        const pages = drawings.map((drawing, i) => page({ number: i + 1, ...drawing }));
        const { lines, furniture, pages: counted } = pagesToLayout(pages);
        const outside = [...lines, ...furniture].reduce((n, l) => n + l.glyphs.length, 0);
        const inside = counted.reduce((n, p) => n + p.inGrids + p.marks + p.doubled + p.hidden + p.illegible.length, 0);
        expect(outside + inside).toBe(pages.reduce((n, p) => n + p.glyphs.length, 0));
      }),
      { numRuns: 300 },
    );
  });
});

test('no pages are no layout', () => {
  expect(pagesToLayout([])).toEqual({ grids: [], lines: [], furniture: [], inGrids: new Set(), pages: [], upright: new Map() });
});
