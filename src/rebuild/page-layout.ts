import { joinLines } from '../base/text.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, TextLine } from '../model/page.js';
import { doubledGlyphs } from './doubled.js';
import { type Edges, rulesToEdges } from './edges.js';
import { edgesToLattices, type Lattice, latticeBox, spanAt } from './lattice.js';
import { glyphsToLines, union } from './lines.js';
import { turnUpright, type UprightPage } from './turn.js';

/** A grid as it stands on one page. */
export interface PageGrid {
  readonly page: number;
  /** Column and row boundaries, pt. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly Cell[];
}

/** One page taken apart: every glyph is in exactly one of these. */
export interface PageLayout {
  /** Turned upright. */
  readonly page: Page;
  readonly upright: UprightPage;
  readonly edges: Edges;
  readonly grids: readonly PageGrid[];
  /** Text outside the grids, top to bottom. */
  readonly lines: readonly TextLine[];
  /** Turned glyphs outside any grid: watermarks and seals. */
  readonly marks: readonly Glyph[];
  /** Glyphs without a meaning outside the grids. */
  readonly illegible: readonly Glyph[];
  readonly doubled: number;
  readonly hidden: number;
}

/** Page → grids with their text, and the lines of text around them. */
export function pageToLayout(displayed: Page): PageLayout {
  const upright = turnUpright(displayed);
  const { page } = upright;
  const visible = page.glyphs.filter((g) => g.state !== 'hidden');
  const twins = doubledGlyphs(visible);
  const edges = rulesToEdges(page.rules);
  const marks: Glyph[] = [];
  const illegible: Glyph[] = [];
  const outside: Glyph[] = [];
  const { grids, rest } = fillLattices(
    edgesToLattices(edges),
    visible.filter((g) => !twins.has(g)),
    upright,
  );
  for (const glyph of rest) {
    if (glyph.angle !== 0) marks.push(glyph);
    else if (glyph.state === 'illegible') illegible.push({ ...glyph, box: upright.back(glyph.box) });
    else outside.push(glyph);
  }
  return {
    page,
    upright,
    edges,
    grids,
    lines: glyphsToLines(outside, page.number),
    marks,
    illegible,
    doubled: twins.size,
    hidden: page.glyphs.length - visible.length,
  };
}

/** Lattices → grids with the glyphs that stand in them, and the glyphs that stand in none. */
export function fillLattices(
  lattices: readonly Lattice[],
  glyphs: readonly Glyph[],
  upright: UprightPage,
): { grids: PageGrid[]; rest: Glyph[] } {
  const inside = lattices.map(({ cells }) => cells.map((): Glyph[] => []));
  const owners = lattices.map(unitOwners);
  const rest: Glyph[] = [];
  for (const glyph of glyphs) {
    const home = isAskew(glyph) ? undefined : cellGlyphs(glyph, lattices, owners, inside);
    (home ?? rest).push(glyph);
  }
  return { grids: lattices.map((lattice, i) => latticeToGrid(lattice, inside[i] ?? [], upright)), rest };
}

/** Set at an angle no table is: a watermark or a seal, also where it lies over a cell. */
const isAskew = (glyph: Glyph) => glyph.angle % 90 !== 0;

/** For each unit of the lattice, row by row, the index of the cell that covers it. */
function unitOwners({ xs, ys, cells }: Lattice): Int32Array {
  const columns = xs.length - 1;
  const owners = new Int32Array((ys.length - 1) * columns).fill(-1);
  cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) owners[r * columns + c] = index;
    }
  });
  return owners;
}

/** The glyph list of the cell in which the middle of the ink lies; of nested grids the innermost counts. */
function cellGlyphs(glyph: Glyph, lattices: readonly Lattice[], owners: readonly Int32Array[], inside: Glyph[][][]): Glyph[] | undefined {
  const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2];
  let found: Glyph[] | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  lattices.forEach((lattice, i) => {
    const [row, column] = [spanAt(lattice.ys, y), spanAt(lattice.xs, x)];
    if (row < 0 || column < 0) return;
    const area = areaOf(latticeBox(lattice));
    if (area >= smallest) return;
    smallest = area;
    found = inside[i]?.[owners[i]?.[row * (lattice.xs.length - 1) + column] ?? -1];
  });
  return found;
}

const areaOf = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);

function latticeToGrid({ xs, ys, cells }: Lattice, inside: Glyph[][], { page: { number: page }, back }: UprightPage): PageGrid {
  const built = cells.map(({ row, column, rowSpan, columnSpan, open }, i): Cell => {
    const glyphs = inside[i] ?? [];
    const lines = glyphsToLines(glyphs, page);
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      text: joinLines(lines.map((l) => l.text)),
      page,
      box: back([xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0]),
      ink: glyphs.length > 0 ? back(union(glyphs.map((g) => g.box))) : null,
      lines,
      illegible: glyphs.some((g) => g.state === 'illegible'),
      open,
    };
  });
  return { page, xs, ys, cells: built };
}
