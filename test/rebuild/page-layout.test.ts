import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph, Rule } from '../../src/model/glyph.js';
import type { Page } from '../../src/model/page.js';
import { type PageLayout, pageToLayout } from '../../src/rebuild/page-layout.js';
import { across, down, glyph, page, ruled, sketchOf, write } from '../builders.js';

const XS = [50, 150, 250];
const YS = [100, 120, 140];

/** A page with a grid of two by two and these glyphs. */
const gridded = (...glyphs: Glyph[]) => pageToLayout(page({ rules: ruled(XS, YS), glyphs }));

function sketch({ grids: [grid] }: PageLayout): string[] {
  return grid ? sketchOf({ rows: grid.ys.length - 1, columns: grid.xs.length - 1, cells: grid.cells }) : [];
}

const lines = (layout: PageLayout) => layout.lines.map((l) => l.text);

describe('cells', () => {
  test('glyphs go where they stand, text outside the grid stays outside', () => {
    const layout = gridded(...write('公开01表', 60, 80), ...write('收入', 60, 115), ...write('12.30', 160, 135), ...write('注：', 60, 160));
    expect(sketch(layout)).toEqual(['收入|', '|12.30']);
    expect(lines(layout)).toEqual(['公开01表', '注：']);
  });

  test('a string never crosses a rule, though it is drawn as one', () => {
    expect(sketch(gridded(...write('收入决算支出', 130, 115)))).toEqual(['收入|决算支出', '|']);
    expect(sketch(gridded(...write('1234', 140, 115)))).toEqual(['12|34', '|']);
  });

  test('a glyph that overlaps a rule belongs where its middle is', () => {
    expect(sketch(gridded(glyph('决', 144.9, 115)))).toEqual(['决|', '|']);
    expect(sketch(gridded(glyph('决', 145.1, 115)))).toEqual(['|决', '|']);
    expect(sketch(gridded(glyph('决', 60, 123)))).toEqual(['决|', '|']);
    expect(sketch(gridded(glyph('决', 60, 124)))).toEqual(['|', '决|']);
  });

  test('lines are joined the way Chinese wraps: nothing between, a space only between Latin words', () => {
    const wrapped = (first: string, second: string) => sketch(gridded(...write(first, 55, 108), ...write(second, 55, 118)))[0];
    expect(wrapped('一般公共预算', '财政拨款')).toBe('一般公共预算财政拨款|');
    expect(wrapped('2021', '年')).toBe('2021年|');
    expect(wrapped('1,234', '567.89')).toBe('1,234567.89|');
    expect(wrapped('GDP', 'growth')).toBe('GDP growth|');
  });

  test('a merged cell holds what stands in any part of it', () => {
    const rules = [...ruled([50, 250], [100, 140]), down(150, 120, 140), across(120, 50, 250)];
    const layout = pageToLayout(page({ rules, glyphs: [...write('本年', 60, 115), ...write('收入', 200, 115)] }));
    expect(sketch(layout)).toEqual(['本年收入|<', '|']);
  });

  test('a cell knows its rectangle, its ink and its lines; an empty one has no ink', () => {
    const [first, second] = gridded(...write('收入', 60, 108), ...write('合计', 70, 118)).grids[0]?.cells ?? [];
    expect(first).toMatchObject({ row: 0, column: 0, page: 1, box: [50, 100, 150, 120], ink: [60, 100, 90, 119] });
    expect(first?.lines.map((l) => l.text)).toEqual(['收入', '合计']);
    expect(second).toMatchObject({ text: '', ink: null, lines: [], illegible: false });
  });

  test('of nested grids the inner one has the text', () => {
    const rules = [...ruled(XS, YS), ...ruled([60, 80, 100], [104, 116])];
    const { grids } = pageToLayout(page({ rules, glyphs: write('一二', 65, 114) }));
    expect(grids.map((g) => g.cells.map((c) => c.text))).toEqual([
      ['', '', '', ''],
      ['一', '二'],
    ]);
  });
});

describe('what is no text of a table', () => {
  test('turned glyphs outside are marks, at an angle of their own also over cells', () => {
    const layout = gridded(
      ...write('左', 20, 130, { angle: 90 }),
      ...write('密', 60, 115, { angle: 45 }),
      ...write('收入支出决算', 55, 118),
      ...write('单位', 155, 115, { angle: 270 }),
    );
    expect(layout.marks.map((g) => g.text)).toEqual(['左', '密']);
    expect(sketch(layout)).toEqual(['收入支出决算|单位', '|']);
  });

  test('letters many times as large as the text are an upright watermark, also over cells; digits and titles are none', () => {
    const text = [...write('收入支出决算', 55, 118), ...write('公共预算', 155, 118)];
    const layout = gridded(
      ...text,
      ...write('公开', 120, 138, { size: 61 }),
      ...write('12', 160, 138, { size: 61 }),
      ...write('表', 60, 80, { size: 36 }),
    );
    expect(layout.marks.map((g) => g.text)).toEqual(['公', '开']);
    expect(sketch(layout).join('')).toContain('1');
    expect(lines(layout)).toContain('表');
  });

  test('a title that is as large and lies over nothing stays a line: that of a cover', () => {
    const cover = pageToLayout(page({ glyphs: [...write('部门决算', 60, 300, { size: 61 }), ...write('某某市财政局编制', 60, 500)] }));
    expect([lines(cover), cover.marks]).toEqual([['部门决算', '某某市财政局编制'], []]);
  });

  test('hidden glyphs are counted and seen no more', () => {
    const layout = gridded(...write('收入', 60, 115, { state: 'hidden' }), ...write('支出', 160, 115));
    expect([sketch(layout), layout.hidden, layout.doubled]).toEqual([['|支出', '|'], 2, 0]);
  });

  test('doubled glyphs are there once', () => {
    const layout = gridded(...write('合计11', 60, 115), ...write('合计11', 60.4, 115), ...write('表', 60, 80), ...write('表', 60, 80));
    expect([sketch(layout), lines(layout), layout.doubled]).toEqual([['合计11|', '|'], ['表'], 5]);
  });

  test('a hidden glyph doubles none: the text layer of a scan behind real text', () => {
    expect(gridded(...write('收', 60, 115, { state: 'hidden' }), ...write('收', 60, 115))).toMatchObject({ hidden: 1, doubled: 0 });
  });

  test('glyphs without a meaning stay in their cell, which says so; outside they stand apart', () => {
    const bad = { state: 'illegible' } as const;
    const layout = gridded(...write('\ue001', 60, 115, bad), ...write('\ue002', 60, 80, bad), ...write('支', 160, 115));
    expect(layout.grids[0]?.cells.map((c) => c.illegible)).toEqual([true, false, false, false]);
    expect(layout.illegible.map((g) => g.text)).toEqual(['\ue002']);
    expect(lines(layout)).toEqual([]);
  });
});

describe('a page drawn sideways', () => {
  /** The upright page turned clockwise by 90°: what stood at (x, y) stands at (842 - y, x). */
  const sideways = (upright: Page): Page => ({
    ...upright,
    width: upright.height,
    height: upright.width,
    glyphs: upright.glyphs.map((g) => ({
      ...g,
      x: 842 - g.y,
      y: g.x,
      box: [842 - g.box[3], g.box[0], 842 - g.box[1], g.box[2]],
      angle: 90,
    })),
    rules: upright.rules.map(({ axis, at, from, to }) =>
      axis === 'horizontal' ? down(842 - at, from, to) : across(at, 842 - to, 842 - from),
    ),
  });
  const glyphs = [
    ...write('表', 60, 80),
    ...write('收入', 60, 115),
    ...write('12', 160, 135),
    glyph('\ue001', 60, 170, { state: 'illegible' }),
  ];
  const layout = pageToLayout(sideways(page({ rules: ruled(XS, YS), glyphs })));

  test('reads as the upright one', () => {
    expect(sketch(layout)).toEqual(['收入|', '|12']);
    expect(lines(layout)).toEqual(['表']);
    expect([layout.page.width, layout.page.height]).toEqual([595, 842]);
  });

  test('cells and illegible glyphs are pointed at where they are displayed', () => {
    expect(layout.grids[0]?.cells[0]).toMatchObject({ box: [722, 50, 742, 150], ink: [726, 60, 735, 80] });
    expect(layout.illegible[0]?.box).toEqual([671, 60, 680, 70]);
  });
});

describe('laws', () => {
  const coordinate = fc.integer({ min: 0, max: 60 }).map((n) => 3 * n);
  const rule = fc.tuple(fc.boolean(), coordinate, coordinate, coordinate).map(([flat, at, a, b]): Rule => {
    return (flat ? across : down)(at, Math.min(a, b), Math.max(a, b));
  });
  /** Some loose rules, often over a grid. */
  const rules = fc.tuple(
    fc.array(rule, { maxLength: 12 }),
    fc.option(
      fc.tuple(fc.uniqueArray(coordinate, { minLength: 2, maxLength: 5 }), fc.uniqueArray(coordinate, { minLength: 2, maxLength: 5 })),
    ),
  );
  const drawn = rules.map(([loose, grid]) => [...loose, ...(grid ? ruled(...grid) : [])]);
  const angle = fc.constantFrom(0, 0, 0, 0, 0, 0, 45, 90, 180, 270);
  const state = fc.constantFrom<Glyph['state']>('shown', 'shown', 'shown', 'hidden', 'illegible');
  const anyGlyph = fc
    .tuple(fc.constantFrom('决', '1', 'A', '\ue001'), coordinate, coordinate, fc.constantFrom(6, 10.5, 22), angle, state)
    .map(([text, x, y, size, turn, seen]) => glyph(text, x, y, { size, angle: turn, state: seen }));

  test('every glyph of a page is in exactly one place', () => {
    fc.assert(
      fc.property(drawn, fc.array(anyGlyph, { maxLength: 60 }), fc.nat(60), (lattice, some, again) => {
        // A name of its own for each glyph: sideways pages give new objects.
        const glyphs = [...some, ...some.slice(0, again)].map((g, i) => ({ ...g, font: `f${i}` }));
        const layout = pageToLayout(page({ rules: lattice, glyphs }));
        const inCells = layout.grids.flatMap((g) => g.cells.flatMap((c) => c.lines.flatMap((l) => l.glyphs)));
        const placed = [...inCells, ...layout.lines.flatMap((l) => l.glyphs), ...layout.marks, ...layout.illegible].map((g) => g.font);
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.length + layout.doubled + layout.hidden).toBe(glyphs.length);
        expect(layout.hidden).toBe(glyphs.filter((g) => g.state === 'hidden').length);
        const hidden = new Set(glyphs.filter((g) => g.state === 'hidden').map((g) => g.font));
        expect(placed.filter((name) => hidden.has(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('the order in which glyphs and rules are drawn does not matter', () => {
    // Copies are exact and other glyphs of one text farther apart than a shift, so that nothing hangs on which one was first.
    const apart = fc.uniqueArray(anyGlyph, { maxLength: 60, selector: ({ x, y }) => `${x} ${y}` });
    const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
    const both = fc.tuple(drawn, apart, fc.nat(60)).chain(([lattice, some, again]) => {
      const glyphs = [...some, ...some.slice(0, again)];
      return fc.record({ lattice: fc.constant(lattice), glyphs: fc.constant(glyphs), rules: shuffled(lattice), drawn: shuffled(glyphs) });
    });
    const sorted = (glyphs: readonly Glyph[]) => glyphs.toSorted((a, b) => a.x - b.x || a.y - b.y);
    const comparable = ({ edges, grids, lines: outside, marks, illegible, doubled, hidden }: PageLayout) => {
      return { edges, grids, outside, marks: sorted(marks), illegible: sorted(illegible), doubled, hidden };
    };
    fc.assert(
      fc.property(both, (each) => {
        const once = pageToLayout(page({ rules: each.lattice, glyphs: each.glyphs }));
        const again = pageToLayout(page({ rules: each.rules, glyphs: each.drawn }));
        expect(comparable(again)).toEqual(comparable(once));
      }),
      { numRuns: 300 },
    );
  });
});
