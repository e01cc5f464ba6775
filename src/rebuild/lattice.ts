import type { Box } from '../model/glyph.js';
import type { Edge, Edges } from './edges.js';

/** A ruled grid before its text: cells as index ranges of the column boundaries `xs` and row boundaries `ys` (pt). */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** It reaches the grid's left or right end, and no line is drawn there. */
  readonly open: { readonly left: boolean; readonly right: boolean };
}

/** pt. How far a line may miss the one it should meet. */
const REACH = 3;
/** pt. Two boundaries closer than this are one, drawn double: no text fits between. */
const NARROWEST = 4;
/** Share of a cell's side that must be drawn to be a wall. */
const WALL = 0.5;
/** Horizontal rules that must reach an open side for it to bound the table: one alone may be a heading's underline. */
const OPEN_SIDE = 2;

/** Edges of a page → its ruled grids. Edges that meet form a table; walls between boundaries bound its cells. */
export function edgesToLattices(edges: Edges): Lattice[] {
  return meetingEdges(edges)
    .map(edgesToLattice)
    .filter((lattice): lattice is Lattice => lattice !== null && lattice.xs.length > 2 && lattice.cells.length > 1)
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

export function latticeBox({ xs, ys }: Lattice): Box {
  return [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
}

/** Index of the span of `bounds` that holds `at`, or -1. */
export function spanAt(bounds: readonly number[], at: number): number {
  if (at < (bounds[0] ?? 0) || at > (bounds.at(-1) ?? 0)) return -1;
  let low = 0;
  let high = bounds.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Groups of edges that meet, directly or through others. */
function meetingEdges({ horizontal, vertical }: Edges): Edges[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      const meet = v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;
      if (meet) parent[root(i)] = root(horizontal.length + j);
    });
  });
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  const groupOf = (i: number) => {
    const group = groups.get(root(i)) ?? { horizontal: [], vertical: [] };
    groups.set(root(i), group);
    return group;
  };
  horizontal.forEach((h, i) => {
    groupOf(i).horizontal.push(h);
  });
  vertical.forEach((v, j) => {
    groupOf(horizontal.length + j).vertical.push(v);
  });
  return [...groups.values()].filter((g) => g.horizontal.length > 0 && g.vertical.length > 0);
}

function edgesToLattice({ horizontal, vertical }: Edges): Lattice | null {
  const xs = withOpenSides(boundaries(vertical), horizontal);
  const ys = withOpenSides(boundaries(horizontal), vertical);
  if (xs.length < 2 || ys.length < 2) return null;
  const down = walls(xs, ys, vertical);
  const across = walls(ys, xs, horizontal);
  const cells = unitsToCells(xs.length - 1, ys.length - 1, down, across);
  return { xs, ys, cells: cells.map((cell) => ({ ...cell, open: openEnds(cell, down) })) };
}

function boundaries(edges: readonly Edge[]): number[] {
  const bounds: number[] = [];
  for (const at of edges.map((e) => e.at).toSorted((a, b) => a - b)) {
    if (at - (bounds.at(-1) ?? Number.NEGATIVE_INFINITY) >= NARROWEST) bounds.push(at);
  }
  return bounds;
}

/** A table without outer lines on a side ends where its crossing lines end. */
function withOpenSides(bounds: readonly number[], crossing: readonly Edge[]): number[] {
  const [first, last] = [bounds[0] ?? 0, bounds.at(-1) ?? 0];
  const start = Math.min(...crossing.map((e) => e.from));
  const end = Math.max(...crossing.map((e) => e.to));
  const reach = (far: (e: Edge) => boolean) => crossing.filter(far).length >= OPEN_SIDE;
  const before = start < first - 2 * REACH && reach((e) => e.from <= start + REACH) ? [start] : [];
  const after = end > last + 2 * REACH && reach((e) => e.to >= end - REACH) ? [end] : [];
  return [...before, ...bounds, ...after];
}

function openEnds(cell: Region, down: boolean[][]): LatticeCell['open'] {
  const drawn = (boundary: number) => down[boundary]?.slice(cell.row, cell.row + cell.rowSpan).some(Boolean) ?? true;
  const end = cell.column + cell.columnSpan;
  return { left: cell.column === 0 && !drawn(0), right: end === down.length - 1 && !drawn(end) };
}

/** `walls[b][s]`: is boundary `b` drawn along span `s` of the crossing boundaries? */
function walls(bounds: readonly number[], crossing: readonly number[], edges: readonly Edge[]): boolean[][] {
  const drawn = bounds.map(() => crossing.slice(1).map(() => false));
  for (const edge of edges) {
    const line = drawn[nearest(bounds, edge.at)];
    if (!line) continue;
    for (let s = 0; s < line.length; s++) {
      const [from, to] = [crossing[s] ?? 0, crossing[s + 1] ?? 0];
      if (Math.min(edge.to, to) - Math.max(edge.from, from) >= (to - from) * WALL) line[s] = true;
    }
  }
  return drawn;
}

function nearest(bounds: readonly number[], at: number): number {
  let best = 0;
  for (let i = 1; i < bounds.length; i++) if (Math.abs((bounds[i] ?? 0) - at) < Math.abs((bounds[best] ?? 0) - at)) best = i;
  return best;
}

type Region = Omit<LatticeCell, 'open'>;

/** Unit cells without a wall between them are one cell; a shape that is no rectangle is cut into rows. */
function unitsToCells(columns: number, rows: number, down: boolean[][], across: boolean[][]): Region[] {
  const seen = new Uint8Array(rows * columns);
  const cells: Region[] = [];
  for (let unit = 0; unit < rows * columns; unit++) {
    if (seen[unit]) continue;
    const region = [unit];
    seen[unit] = 1;
    for (const at of region) {
      const [r, c] = [Math.floor(at / columns), at % columns];
      const open: [boolean, number][] = [
        [c > 0 && !down[c]?.[r], at - 1],
        [c < columns - 1 && !down[c + 1]?.[r], at + 1],
        [r > 0 && !across[r]?.[c], at - columns],
        [r < rows - 1 && !across[r + 1]?.[c], at + columns],
      ];
      for (const [passes, next] of open) {
        if (!passes || seen[next]) continue;
        seen[next] = 1;
        region.push(next);
      }
    }
    cells.push(...regionToCells(region, columns));
  }
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

function regionToCells(region: readonly number[], columns: number): Region[] {
  const units = region.map((at) => [Math.floor(at / columns), at % columns] as const);
  const row = Math.min(...units.map(([r]) => r));
  const column = Math.min(...units.map(([, c]) => c));
  const rowSpan = Math.max(...units.map(([r]) => r)) - row + 1;
  const columnSpan = Math.max(...units.map(([, c]) => c)) - column + 1;
  if (rowSpan * columnSpan === units.length) return [{ row, column, rowSpan, columnSpan }];
  const cells: Region[] = [];
  for (const [r, c] of units.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = cells.at(-1);
    if (last && last.row === r && last.column + last.columnSpan === c)
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else cells.push({ row: r, column: c, rowSpan: 1, columnSpan: 1 });
  }
  return cells;
}
