import { at } from '../base/invariant.js';
import { joinLines } from '../base/text.js';
import { boxAround, middleX, middleY } from '../model/box.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, TextLine } from '../model/page.js';
import { doubledGlyphs } from './doubled.js';
import { type Edges, rulesToEdges } from './edges.js';
import { edgesToLattices, type Lattice, type LatticeCell, latticeBox, spanAt } from './lattice.js';
import { glyphsToLines } from './lines.js';
import { sealGlyphs } from './seals.js';
import { turnUpright, type UprightPage } from './turn.js';

/** A grid as it stands on one page. */
export interface PageGrid {
  readonly page: number;
  /** Column and row boundaries on the upright page, pt. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly Cell[];
  /** No vertical rules bound it: which of the document's tables without them it belongs to. */
  readonly inferred?: number;
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
  /** Turned glyphs outside any grid, and letters of seals wherever they lie: watermarks and seals. */
  readonly marks: readonly Glyph[];
  /** Glyphs without a meaning outside the grids; their boxes are those of the displayed page. */
  readonly illegible: readonly Glyph[];
  readonly doubled: number;
  readonly hidden: number;
}

/** Page → grids with their text, and the lines of text around them. */
export function pageToLayout(displayed: Page): PageLayout {
  const upright = turnUpright(displayed);
  const { page } = upright;
  const visible = page.glyphs.filter((g) => g.state !== 'hidden');
  const doubled = doubledGlyphs(visible);
  const seals = sealGlyphs(visible);
  const edges = rulesToEdges(page.rules);
  const { grids: drawn, rest } = fillLattices(
    edgesToLattices(edges),
    visible.filter((g) => !doubled.has(g) && !seals.has(g)),
    upright,
  );
  // On a scan, lines in which nothing stands are the edge of a stamp or a fold.
  const grids = page.ocr ? drawn.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0)) : drawn;
  const straight = rest.filter(({ angle }) => angle === 0);
  const isIllegible = ({ state }: Glyph) => state === 'illegible';
  return {
    page,
    upright,
    edges,
    grids,
    lines: glyphsToLines(
      straight.filter((g) => !isIllegible(g)),
      page.number,
    ),
    marks: [...rest.filter(({ angle }) => angle !== 0), ...[...seals].filter((g) => !doubled.has(g))],
    illegible: straight.filter(isIllegible).map((g) => ({ ...g, box: upright.toDisplayed(g.box) })),
    doubled: doubled.size,
    hidden: page.glyphs.length - visible.length,
  };
}

/** Lattices → grids with the glyphs that stand in them, and the glyphs that stand in none. */
export function fillLattices(
  lattices: readonly Lattice[],
  glyphs: readonly Glyph[],
  upright: UprightPage,
): { grids: PageGrid[]; rest: Glyph[] } {
  const filled = lattices.map(emptyLattice);
  const rest: Glyph[] = [];
  for (const glyph of glyphs) {
    const cell = isAskew(glyph) ? null : cellOf(glyph, filled);
    (cell ?? rest).push(glyph);
  }
  return { grids: filled.map((each) => latticeToGrid(each, upright)), rest };
}

/** Set at an angle no table is: a watermark or a seal, also where it lies over a cell. */
const isAskew = (glyph: Glyph) => glyph.angle % 90 !== 0;

/** A lattice while glyphs are put into its cells. */
interface FilledLattice {
  readonly lattice: Lattice;
  /** pt². */
  readonly area: number;
  /** For each unit, row by row, the index of the cell that covers it; -1 where none does. */
  readonly owners: Int32Array;
  /** The glyphs of each cell. */
  readonly glyphs: readonly Glyph[][];
}

function emptyLattice(lattice: Lattice): FilledLattice {
  return { lattice, area: areaOf(latticeBox(lattice)), owners: unitOwners(lattice), glyphs: lattice.cells.map(() => []) };
}

const areaOf = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);

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

/** The glyphs of the cell in which the middle of a glyph's ink lies; of nested grids the innermost counts. */
function cellOf(glyph: Glyph, lattices: readonly FilledLattice[]): Glyph[] | null {
  const [x, y] = [middleX(glyph), middleY(glyph)];
  let found: Glyph[] | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const { lattice, area, owners, glyphs } of lattices) {
    const [row, column] = [spanAt(lattice.ys, y), spanAt(lattice.xs, x)];
    if (row < 0 || column < 0 || area >= smallest) continue;
    smallest = area;
    const owner = at(owners, row * (lattice.xs.length - 1) + column);
    found = owner < 0 ? null : at(glyphs, owner);
  }
  return found;
}

function latticeToGrid({ lattice, glyphs }: FilledLattice, upright: UprightPage): PageGrid {
  const { xs, ys, cells } = lattice;
  return { page: upright.page.number, xs, ys, cells: cells.map((cell, i) => filledCell(cell, at(glyphs, i), lattice, upright)) };
}

function filledCell(cell: LatticeCell, glyphs: readonly Glyph[], { xs, ys }: Lattice, { page, toDisplayed }: UprightPage): Cell {
  const { row, column, rowSpan, columnSpan, open } = cell;
  const lines = glyphsToLines(glyphs, page.number);
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: joinLines(lines.map((l) => l.text)),
    page: page.number,
    box: toDisplayed([at(xs, column), at(ys, row), at(xs, column + columnSpan), at(ys, row + rowSpan)]),
    ink: glyphs.length > 0 ? toDisplayed(boxAround(glyphs.map((g) => g.box))) : null,
    lines,
    illegible: glyphs.some((g) => g.state === 'illegible'),
    open,
  };
}
