import { boxAround } from '../model/box.js';
import type { Box } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, PrintedTable } from '../model/printed.js';

/** Where a correction stands. */
export interface Place {
  readonly page: number;
  readonly box: Box;
}

export interface RowPlace {
  readonly table: number;
  readonly row: number;
}

export interface CellPlace extends RowPlace {
  readonly column: string;
  readonly cell: Cell;
}

/** Share of two boxes together that both must cover to be one place: another version draws an ink box a little otherwise. */
const SAME = 0.5;

/** pt. Boxes without an area are compared by their corners. */
const NEAR = 1;

/** The printed cell of a row at a place: by its ink or by its rectangle. Null where there is none. */
export function cellAt(tables: readonly PrintedTable[], place: Place): CellPlace | null {
  const cells = tables.flatMap(({ rows }, table) =>
    rows.flatMap((each, row) => [...each.cells].map(([column, cell]) => ({ table, row, column, cell }))),
  );
  return nearest(cells, ({ cell }) => likeness(cell, place));
}

/** The blank cell of a row at a place. */
export function blankAt(tables: readonly PrintedTable[], place: Place): CellPlace | null {
  const blanks = tables.flatMap((table, index) =>
    table.grid.cells.filter(({ text }) => text === '').map((cell) => ({ index, table, cell, like: likeness(cell, place) })),
  );
  const found = nearest(blanks, ({ like }) => like);
  if (!found) return null;
  const { table, index, cell } = found;
  const column = table.columns.find(({ indexes }) => indexes.includes(cell.column));
  const row = rowBeside(table.rows, cell);
  if (!column || row === null || table.rows[row]?.cells.has(column.key)) return null;
  return { table: index, row, column: column.key, cell };
}

/** The row whose label stands left of a cell, nearest to it: sides and panels have labels of their own. */
function rowBeside(rows: readonly PrintedRow[], { row, column }: Cell): number | null {
  let best: { index: number; column: number } | null = null;
  rows.forEach(({ label, cells }, index) => {
    for (const one of [...label, ...cells.values()]) {
      const isBeside = one.row <= row && row < one.row + one.rowSpan && one.column < column;
      if (isBeside && (best === null || one.column > best.column)) best = { index, column: one.column };
    }
  });
  return (best as { index: number } | null)?.index ?? null;
}

/** The row one of whose cells, label, figure or blank, stands at a place. */
export function rowAt(tables: readonly PrintedTable[], place: Place): RowPlace | null {
  const cells = tables.flatMap(({ rows }, table) =>
    rows.flatMap((each, row) => [...each.label, ...each.cells.values()].map((cell) => ({ table, row, cell }))),
  );
  const found = nearest(cells, ({ cell }) => likeness(cell, place));
  return found ?? blankAt(tables, place);
}

/** The table whose part on that page fills a place. */
export function tableAt(tables: readonly PrintedTable[], { page, box }: Place): number | null {
  const parts = tables.flatMap(({ grid }, index) => {
    const boxes = grid.cells.filter((cell) => cell.page === page).map((cell) => cell.box);
    return boxes.length === 0 ? [] : [{ index, box: boxAround(boxes) }];
  });
  return nearest(parts, (part) => overlap(part.box, box))?.index ?? null;
}

const likeness = (cell: Cell, { page, box }: Place): number =>
  cell.page === page ? Math.max(overlap(cell.box, box), cell.ink ? overlap(cell.ink, box) : 0) : 0;

function nearest<Candidate>(candidates: readonly Candidate[], like: (candidate: Candidate) => number): Candidate | null {
  let best: { candidate: Candidate; like: number } | null = null;
  for (const candidate of candidates) {
    const own = like(candidate);
    if (own >= SAME && (best === null || own > best.like)) best = { candidate, like: own };
  }
  return best?.candidate ?? null;
}

/** What two boxes share of what they cover together, 0–1. */
function overlap(a: Box, b: Box): number {
  const shared = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const covered = area(a) + area(b) - shared;
  if (covered > 0) return shared / covered;
  return a.every((n, i) => Math.abs(n - (b[i] ?? 0)) <= NEAR) ? 1 : 0;
}

const area = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
