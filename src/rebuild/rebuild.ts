import type { Glyph } from '../model/glyph.js';
import type { Grid } from '../model/grid.js';
import type { Page, TextLine } from '../model/page.js';
import { findFurniture } from './furniture.js';
import type { FramedGrid } from './growing-table.js';
import { glyphsToLines } from './lines.js';
import { fillLattices, type PageLayout, pageToLayout } from './page-layout.js';
import { linesToGrids } from './ruleless/find-tables.js';
import type { Columns } from './ruleless/header-columns.js';
import { stitchGrids } from './stitch.js';

/** A document taken apart: its tables, and all its other text. */
export interface Layout {
  readonly grids: readonly Grid[];
  /** Text outside the grids without the furniture, in reading order: captions, notes, prose. */
  readonly lines: readonly TextLine[];
  /** Page numbers, running heads. */
  readonly furniture: readonly TextLine[];
  /** Lines that stand inside cells: a caption or note in the grid itself. */
  readonly inGrids: ReadonlySet<TextLine>;
  readonly pages: readonly PageText[];
}

/** One page's glyphs, counted where they stand. */
interface PageText {
  readonly number: number;
  /** All glyphs of the page. */
  readonly glyphs: number;
  /** In the cells of its grids, headers that a continuation repeats included. */
  readonly inGrids: number;
  /** Turned glyphs outside the grids: watermarks, seals. */
  readonly marks: number;
  readonly doubled: number;
  readonly hidden: number;
  /** Glyphs without a meaning outside the grids. */
  readonly illegible: readonly Glyph[];
  /** Glyphs that say something, inside and outside the grids. */
  readonly legible: number;
}

/** Pages → grids over pages, and the lines around them. */
export function pagesToLayout(pages: readonly Page[]): Layout {
  const ruled = pages.map(pageToLayout);
  const furniture = findFurniture(ruled);
  const layouts = findRuleless(ruled, furniture);
  return {
    grids: stitchGrids(layouts.flatMap((layout) => frameGrids(layout, furniture))),
    lines: layouts.flatMap((l) => l.lines.filter((line) => !furniture.has(line))),
    furniture: [...furniture],
    inGrids: new Set(layouts.flatMap((l) => l.grids.flatMap((g) => g.cells.flatMap((c) => c.lines)))),
    pages: layouts.map(pageText),
  };
}

/** Adds the tables that no rules bound; one that runs to the end of its page lends its columns to the next. */
function findRuleless(layouts: readonly PageLayout[], furniture: ReadonlySet<TextLine>): PageLayout[] {
  let before: Columns | null = null;
  return layouts.map((layout) => {
    const lines = layout.lines.filter((line) => !furniture.has(line));
    const tops = layout.grids.map((grid) => grid.ys[0] ?? 0);
    const found = linesToGrids(lines, layout.edges.horizontal, before, tops);
    const last = found.at(-1);
    before = last?.open ? last.columns : null;
    if (found.length === 0) return layout;
    const { grids, rest } = fillLattices(
      found.map((f) => f.lattice),
      lines.flatMap((line) => line.glyphs),
      layout.upright,
    );
    const kept = layout.lines.filter((line) => furniture.has(line));
    const all = [...layout.grids, ...grids].toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
    return { ...layout, grids: all, lines: [...glyphsToLines(rest, layout.page.number), ...kept] };
  });
}

/** Each grid of a page with the text between it and what stands above and below. */
function frameGrids({ grids, lines, page }: PageLayout, furniture: ReadonlySet<TextLine>): FramedGrid[] {
  const text = lines.filter((line) => !furniture.has(line));
  const middle = (line: TextLine) => (line.box[1] + line.box[3]) / 2;
  return grids.map((grid, i) => {
    const [top, bottom] = [grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0];
    const ceiling = Math.max(
      0,
      ...grids
        .slice(0, i)
        .map((g) => g.ys.at(-1) ?? 0)
        .filter((y) => y <= top + 1),
    );
    const floor = Math.min(
      page.height,
      ...grids
        .slice(i + 1)
        .map((g) => g.ys[0] ?? 0)
        .filter((y) => y >= bottom - 1),
    );
    const above = text.filter((line) => middle(line) > ceiling && middle(line) < top);
    const below = text.filter((line) => middle(line) > bottom && middle(line) < floor);
    return { grid, above, below, opensPage: i === 0 && above.length === 0, closesPage: i === grids.length - 1 && below.length === 0 };
  });
}

function pageText(layout: PageLayout): PageText {
  const cells = layout.grids.flatMap((g) => g.cells);
  const count = (lines: readonly TextLine[]) => lines.reduce((n, l) => n + l.glyphs.length, 0);
  const legible = (lines: readonly TextLine[]) => lines.reduce((n, l) => n + l.glyphs.filter((g) => g.state === 'shown').length, 0);
  const inGrids = cells.reduce((n, c) => n + count(c.lines), 0);
  return {
    number: layout.page.number,
    glyphs: layout.page.glyphs.length,
    inGrids,
    marks: layout.marks.length,
    doubled: layout.doubled,
    hidden: layout.hidden,
    illegible: layout.illegible,
    legible: legible(layout.lines) + cells.reduce((n, c) => n + legible(c.lines), 0),
  };
}
