import { at, must } from '../base/invariant.js';
import type { Box } from '../model/glyph.js';
import type { Edge, Edges } from './edges.js';

/** A ruled grid before its text: cells as index ranges of the column boundaries `xs` and row boundaries `ys` (pt). */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

/** The rows and columns that a cell covers. */
interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface LatticeCell extends Extent {
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
  const lattices = meetingEdges(edges)
    .map(edgesToLattice)
    .filter((lattice) => lattice !== null)
    .filter(({ xs, cells }) => xs.length > 2 && cells.length > 1)
    .map((lattice) => withBandAbove(lattice, edges.horizontal))
    .toSorted((a, b) => at(a.ys, 0) - at(b.ys, 0) || at(a.xs, 0) - at(b.xs, 0));
  return joinAtBands(lattices).map((lattice) => withBandBelow(lattice, edges.horizontal));
}

export function latticeBox({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>): Box {
  const [[left, right], [top, bottom]] = [endsOf(xs), endsOf(ys)];
  return [left, top, right, bottom];
}

/** The first and the last of some boundaries. */
export const endsOf = (bounds: readonly number[]): readonly [first: number, last: number] => [
  at(bounds, 0),
  must(bounds.at(-1), 'the last boundary'),
];

/** `at` for boundaries alone: it is asked for every glyph and every rule of a page. */
const boundAt = (bounds: readonly number[], index: number): number => bounds[index] ?? Number.NaN;

/** Index of the span of `bounds` that holds `position`, or -1. */
export function spanAt(bounds: readonly number[], position: number): number {
  let low = 0;
  let high = bounds.length - 2;
  if (position < boundAt(bounds, 0) || position > boundAt(bounds, high + 1)) return -1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (boundAt(bounds, middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the boundary that is nearest to `position`; of two as near, of the first. */
export function nearestIndex(bounds: readonly number[], position: number): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < bounds.length; i++) {
    const own = Math.abs(boundAt(bounds, i) - position);
    if (own >= distance) continue;
    distance = own;
    best = i;
  }
  return best;
}

/** Groups of edges that meet, directly or through others. */
function meetingEdges({ horizontal, vertical }: Edges): Edges[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const parentOf = (i: number): number => parent[i] ?? i;
  const root = (i: number): number => {
    let node = i;
    let above = parentOf(node);
    while (above !== node) {
      parent[node] = parentOf(above);
      node = parentOf(above);
      above = parentOf(node);
    }
    return node;
  };
  let i = 0;
  for (const h of horizontal) {
    let j = horizontal.length;
    for (const v of vertical) {
      const meet = v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;
      if (meet) parent[root(i)] = root(j);
      j += 1;
    }
    i += 1;
  }
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

/** Edges that meet → their grid; null where they bound no cell. */
function edgesToLattice({ horizontal, vertical }: Edges): Lattice | null {
  const xs = withOpenSides(boundaries(vertical.map((e) => e.at)), horizontal);
  const ys = withOpenSides(boundaries(horizontal.map((e) => e.at)), vertical);
  if (xs.length < 2 || ys.length < 2) return null;
  const down = walls(xs, ys, vertical);
  const across = walls(ys, xs, horizontal);
  const cells = unitsToCells(xs.length - 1, ys.length - 1, down, across);
  return { xs, ys, cells: cells.map((cell) => openEnds(cell, down)) };
}

/** Heights of a table's first or last row that a head over all its columns has at most. */
const BAND = 1.3;

/**
 * A table open at both sides whose first row is one cell has no upright line there, so that its upper rule meets nothing: the band below a
 * rule from side to side right above such a table is its first row.
 */
function withBandAbove(lattice: Lattice, horizontal: readonly Edge[]): Lattice {
  const { xs, ys, cells } = lattice;
  const [[left, right], [top, below]] = [endsOf(xs), [at(ys, 0), at(ys, 1)]];
  if (!isOpenAt(lattice, 0)) return lattice;
  const rule = horizontal.findLast((each) => spans(each, [left, right]) && isBand(top - each.at, below - top));
  if (!rule) return lattice;
  return { xs, ys: [rule.at, ...ys], cells: [bandOver(xs, 0), ...cells.map((cell) => ({ ...cell, row: cell.row + 1 }))] };
}

/** The same for a last row that is one cell: a head whose table goes on on the next page. */
function withBandBelow(lattice: Lattice, horizontal: readonly Edge[]): Lattice {
  const { xs, ys, cells } = lattice;
  const last = ys.length - 2;
  const [[left, right], [above, bottom]] = [endsOf(xs), [at(ys, last), at(ys, last + 1)]];
  if (!isOpenAt(lattice, last)) return lattice;
  const rule = horizontal.find((each) => spans(each, [left, right]) && isBand(each.at - bottom, bottom - above));
  return rule ? { xs, ys: [...ys, rule.at], cells: [...cells, bandOver(xs, last + 1)] } : lattice;
}

/** Is a row open at both sides? */
function isOpenAt({ cells }: Lattice, index: number): boolean {
  const own = cells.filter(({ row, rowSpan }) => row <= index && index < row + rowSpan);
  return own.some(({ open }) => open.left) && own.some(({ open }) => open.right);
}

const spans = ({ from, to }: Edge, [left, right]: readonly [number, number]): boolean =>
  Math.abs(from - left) <= REACH && Math.abs(to - right) <= REACH;

const isBand = (height: number, row: number): boolean => height > 2 * NARROWEST && height < BAND * row;

const bandOver = (xs: readonly number[], row: number): LatticeCell => ({
  row,
  column: 0,
  rowSpan: 1,
  columnSpan: xs.length - 1,
  open: { left: true, right: true },
});

/** A row that is one cell cuts a table open at both sides in two: what begins with it right below such a table is the rest of that one. */
function joinAtBands(lattices: readonly Lattice[]): Lattice[] {
  const joined: Lattice[] = [];
  for (const lattice of lattices) {
    const index = joined.findIndex((above) => meetsAtBand(above, lattice));
    if (index < 0) joined.push(lattice);
    else joined[index] = joinBelow(at(joined, index), lattice);
  }
  return joined;
}

function meetsAtBand(above: Lattice, below: Lattice): boolean {
  const [first, second] = below.cells;
  const hasBand = first?.row === 0 && second?.row !== 0 && first.open.left && first.open.right;
  const [left, , right, bottom] = latticeBox(above);
  const [from, top, to] = latticeBox(below);
  return hasBand && [left - from, right - to, bottom - top].every((gap) => Math.abs(gap) <= REACH);
}

/** One lattice right below another: the columns of both. */
function joinBelow(above: Lattice, below: Lattice): Lattice {
  const xs = boundaries([...above.xs, ...below.xs]);
  const last = above.ys.length - 1;
  const widened = ({ xs: own, cells }: Lattice, rows: number): LatticeCell[] =>
    cells.map((cell) => {
      const column = nearestIndex(xs, at(own, cell.column));
      return { ...cell, row: cell.row + rows, column, columnSpan: nearestIndex(xs, at(own, cell.column + cell.columnSpan)) - column };
    });
  return { xs, ys: [...above.ys, ...below.ys.slice(1)], cells: [...widened(above, 0), ...widened(below, last)] };
}

function boundaries(positions: readonly number[]): number[] {
  const bounds: number[] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    if (position - (bounds.at(-1) ?? Number.NEGATIVE_INFINITY) >= NARROWEST) bounds.push(position);
  }
  return bounds;
}

/** A table without outer lines on a side ends where its crossing lines end. */
function withOpenSides(bounds: readonly number[], crossing: readonly Edge[]): number[] {
  const [first, last] = endsOf(bounds);
  const start = Math.min(...crossing.map((e) => e.from));
  const end = Math.max(...crossing.map((e) => e.to));
  const reach = (far: (e: Edge) => boolean) => crossing.filter(far).length >= OPEN_SIDE;
  const before = start < first - 2 * REACH && reach((e) => e.from <= start + REACH) ? [start] : [];
  const after = end > last + 2 * REACH && reach((e) => e.to >= end - REACH) ? [end] : [];
  return [...before, ...bounds, ...after];
}

const CLOSED: LatticeCell['open'] = { left: false, right: false };

/** A cell with what is open of it. */
function openEnds(cell: Extent, down: readonly (readonly boolean[])[]): LatticeCell {
  const { row, column, rowSpan, columnSpan } = cell;
  const end = column + columnSpan;
  const isOpen = (boundary: number) =>
    !at(down, boundary)
      .slice(row, row + rowSpan)
      .some(Boolean);
  const left = column === 0 && isOpen(0);
  const right = end === down.length - 1 && isOpen(end);
  return { row, column, rowSpan, columnSpan, open: left || right ? { left, right } : CLOSED };
}

/** `walls[b][s]`: is boundary `b` drawn along span `s` of the crossing boundaries? */
function walls(bounds: readonly number[], crossing: readonly number[], edges: readonly Edge[]): boolean[][] {
  const drawn = bounds.map(() => new Array<boolean>(crossing.length - 1).fill(false));
  for (const edge of edges) {
    const wall = at(drawn, nearestIndex(bounds, edge.at));
    for (let s = 0; s < wall.length; s++) {
      const from = boundAt(crossing, s);
      const to = boundAt(crossing, s + 1);
      if (Math.min(edge.to, to) - Math.max(edge.from, from) >= (to - from) * WALL) wall[s] = true;
    }
  }
  return drawn;
}

/** Unit cells without a wall between them are one cell; a shape that is no rectangle is cut into rows. */
function unitsToCells(
  columns: number,
  rows: number,
  down: readonly (readonly boolean[])[],
  across: readonly (readonly boolean[])[],
): Extent[] {
  const seen = new Uint8Array(rows * columns);
  const cells: Extent[] = [];
  for (let unit = 0; unit < rows * columns; unit++) {
    if (seen[unit]) continue;
    const shape = [unit];
    seen[unit] = 1;
    const join = (next: number) => {
      if (seen[next]) return;
      seen[next] = 1;
      shape.push(next);
    };
    for (const member of shape) {
      const r = Math.floor(member / columns);
      const c = member % columns;
      if (c > 0 && down[c]?.[r] === false) join(member - 1);
      if (c < columns - 1 && down[c + 1]?.[r] === false) join(member + 1);
      if (r > 0 && across[r]?.[c] === false) join(member - columns);
      if (r < rows - 1 && across[r + 1]?.[c] === false) join(member + columns);
    }
    // Most cells are one unit.
    if (shape.length === 1) cells.push({ row: Math.floor(unit / columns), column: unit % columns, rowSpan: 1, columnSpan: 1 });
    else cells.push(...shapeToCells(shape, columns));
  }
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

function shapeToCells(shape: readonly number[], columns: number): Extent[] {
  const units = shape.map((unit) => [Math.floor(unit / columns), unit % columns] as const);
  const row = Math.min(...units.map(([r]) => r));
  const column = Math.min(...units.map(([, c]) => c));
  const rowSpan = Math.max(...units.map(([r]) => r)) - row + 1;
  const columnSpan = Math.max(...units.map(([, c]) => c)) - column + 1;
  if (rowSpan * columnSpan === units.length) return [{ row, column, rowSpan, columnSpan }];
  const cells: Extent[] = [];
  for (const [r, c] of units.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = cells.at(-1);
    if (last && last.row === r && last.column + last.columnSpan === c)
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else cells.push({ row: r, column: c, rowSpan: 1, columnSpan: 1 });
  }
  return cells;
}
