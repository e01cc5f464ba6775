import { at } from '../base/invariant.js';
import { joinLines } from '../base/text.js';
import { boxAroundAll, middleX, middleY } from '../model/box.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, TextLine } from '../model/page.js';
import { doubledGlyphs } from './doubled.js';
import { type Edges, rulesToEdges } from './edges.js';
import { largeLetters } from './large-letters.js';
import { edgesToLattices, type Lattice, type LatticeCell, latticeBox, spanAt } from './lattice.js';
import { glyphsToLines } from './lines.js';
import { sealGlyphs } from './seals.js';
import { turnUpright, type UprightPage } from './turn.js';
import { joinWrappedUnits } from './wrapped-unit.js';

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
  /** Turned glyphs outside any grid; wherever they lie, letters of seals and those too large for the page: watermarks and seals. */
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
  const visible = page.glyphs.some(isHidden) ? page.glyphs.filter((g) => !isHidden(g)) : page.glyphs;
  const doubled = doubledGlyphs(visible);
  const edges = rulesToEdges(page.rules);
  const lattices = edgesToLattices(edges);
  const over = new Set([...sealGlyphs(visible), ...largeLetters(visible, lattices)]);
  const { grids: drawn, rest } = fillLattices(
    lattices,
    doubled.size + over.size > 0 ? visible.filter((g) => !doubled.has(g) && !over.has(g)) : visible,
    upright,
  );
  // On a scan, lines in which nothing stands are the edge of a stamp or a fold.
  const grids = page.ocr ? drawn.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0)) : drawn;
  const { straight, illegible, turned } = apart(rest);
  return {
    page,
    upright,
    edges,
    grids,
    lines: joinWrappedUnits(glyphsToLines(straight, page.number)),
    marks: [...turned, ...[...over].filter((g) => !doubled.has(g))],
    illegible: illegible.map((g) => ({ ...g, box: upright.toDisplayed(g.box) })),
    doubled: doubled.size,
    hidden: page.glyphs.length - visible.length,
  };
}

const isHidden = ({ state }: Glyph): boolean => state === 'hidden';

/** The glyphs outside the grids: those of the lines, those without a meaning, and those that are set at an angle. */
function apart(rest: readonly Glyph[]): Readonly<Record<'straight' | 'illegible' | 'turned', readonly Glyph[]>> {
  const isPlain = ({ angle, state }: Glyph) => angle === 0 && state !== 'illegible';
  if (rest.every(isPlain)) return { straight: rest, illegible: [], turned: [] };
  return {
    straight: rest.filter(isPlain),
    illegible: rest.filter(({ angle, state }) => angle === 0 && state === 'illegible'),
    turned: rest.filter(({ angle }) => angle !== 0),
  };
}

/** Lattices → grids with the glyphs that stand in them, and the glyphs that stand in none. */
export function fillLattices(
  lattices: readonly Lattice[],
  glyphs: readonly Glyph[],
  upright: UprightPage,
): { grids: PageGrid[]; rest: readonly Glyph[] } {
  if (lattices.length === 0) return { grids: [], rest: glyphs };
  const filled = lattices.map(emptyLattice);
  const innermostFirst = filled.toSorted((a, b) => a.area - b.area);
  const rest: Glyph[] = [];
  for (const glyph of glyphs) {
    const cell = isAskew(glyph) ? null : cellOf(glyph, innermostFirst);
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

/** The glyphs of the cell in which the middle of a glyph's ink lies; of nested grids the innermost counts, which comes first. */
function cellOf(glyph: Glyph, innermostFirst: readonly FilledLattice[]): Glyph[] | null {
  const x = middleX(glyph);
  const y = middleY(glyph);
  for (const { lattice, owners, glyphs } of innermostFirst) {
    const row = spanAt(lattice.ys, y);
    const column = row < 0 ? -1 : spanAt(lattice.xs, x);
    if (column < 0) continue;
    return glyphs[owners[row * (lattice.xs.length - 1) + column] ?? -1] ?? null;
  }
  return null;
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
    ink: lines.length > 0 ? toDisplayed(boxAroundAll(lines)) : null,
    lines,
    illegible: glyphs.some((g) => g.state === 'illegible'),
    open,
  };
}
