import { at } from '../base/invariant.js';
import { boxAround, type PageBox } from '../model/box.js';
import type { Box } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, PrintedTable } from '../model/printed.js';
import type { Located } from './locate.js';

/** A row of a labelled table: indexes into the tables and the table's rows. */
export interface FoundRow {
  readonly table: number;
  readonly row: number;
}

/** A cell of a row. */
export interface FoundCell extends FoundRow {
  readonly column: string;
  readonly cell: Cell;
}

/** Share of two boxes together that both must cover to be one place: another version draws an ink box a little otherwise. */
const SAME = 0.5;

/** pt. Boxes without an area are compared by their corners. */
const NEAR = 1;

/** The printed cell of a row at a place: by its ink or by its rectangle. Null where there is none. */
export function findCell(tables: readonly PrintedTable[], place: PageBox): FoundCell | null {
  const cells = tables.flatMap(({ rows }, table) =>
    rows.flatMap((each, row) => [...each.cells].map(([column, cell]) => ({ table, row, column, cell }))),
  );
  return bestOf(cells, ({ cell }) => likeness(cell, place));
}

/** The blank cell of a row at a place. */
export function findBlank(tables: readonly PrintedTable[], place: PageBox): FoundCell | null {
  const blanks = tables.flatMap((table, index) =>
    table.grid.cells.filter(({ text }) => text === '').map((cell) => ({ index, table, cell, like: likeness(cell, place) })),
  );
  const found = bestOf(blanks, ({ like }) => like);
  if (!found) return null;
  const { table, index, cell } = found;
  const column = table.columns.find(({ indexes }) => indexes.includes(cell.column));
  const row = rowBeside(table.rows, cell);
  if (!column || row === null || at(table.rows, row).cells.has(column.key)) return null;
  return { table: index, row, column: column.key, cell };
}

/** The row whose label stands left of a cell, nearest to it: sides and panels have labels of their own. */
function rowBeside(rows: readonly PrintedRow[], { row, column }: Cell): number | null {
  const left = rows.flatMap(({ label, cells }, index) =>
    [...label, ...cells.values()]
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.column < column)
      .map((cell) => ({ index, column: cell.column })),
  );
  return left.toSorted((a, b) => b.column - a.column)[0]?.index ?? null;
}

/** The row one of whose cells, label, figure or blank, stands at a place. */
export function findRow(tables: readonly PrintedTable[], place: PageBox): FoundRow | null {
  const cells = tables.flatMap(({ rows }, table) =>
    rows.flatMap((each, row) => [...each.label, ...each.cells.values()].map((cell) => ({ table, row, cell }))),
  );
  return bestOf(cells, ({ cell }) => likeness(cell, place)) ?? findBlank(tables, place);
}

/** The index of the table whose part on that page fills a place, or one of whose cells does. */
export function findTable(tables: readonly PrintedTable[], { page, box, ofCell }: Located): number | null {
  if (ofCell) {
    const cells = tables.flatMap(({ grid }, index) => grid.cells.map((cell) => ({ index, cell })));
    return bestOf(cells, ({ cell }) => likeness(cell, { page, box }))?.index ?? null;
  }
  const parts = tables.flatMap(({ grid }, index) => {
    const boxes = grid.cells.filter((cell) => cell.page === page).map((cell) => cell.box);
    return boxes.length === 0 ? [] : [{ index, box: boxAround(boxes) }];
  });
  return bestOf(parts, (part) => overlap(part.box, box))?.index ?? null;
}

/** How far a cell, or what is printed in it, covers a place, 0–1. */
const likeness = (cell: Cell, { page, box }: PageBox): number =>
  cell.page === page ? Math.max(overlap(cell.box, box), cell.ink ? overlap(cell.ink, box) : 0) : 0;

/** The candidate that is most alike, the first of equals; null where none is enough. */
function bestOf<Candidate>(candidates: readonly Candidate[], like: (candidate: Candidate) => number): Candidate | null {
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
  return a.every((n, i) => Math.abs(n - at(b, i)) <= NEAR) ? 1 : 0;
}

const area = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
