import type { Cell, Grid, TextLine } from '../model.js';
import { joinLines } from '../words.js';
import type { PageGrid } from './page.js';

/** A grid with the lines around it, before its parts on later pages are joined to it. */
export interface FramedGrid {
  readonly grid: PageGrid;
  readonly above: readonly TextLine[];
  readonly below: readonly TextLine[];
  /** Nothing but furniture stands above or below it on its page. */
  readonly opensPage: boolean;
  readonly closesPage: boolean;
}

/** pt. How far column boundaries of two parts may differ: producers round per page. */
const SAME_COLUMN = 3;
/** Share of a part's boundaries that must meet one of the table's. */
const MATCHING = 0.8;
/** Share of the table's columns a part must still show: code columns may vanish on a continuation. */
const SHOWN = 0.5;

/** Parts of one table on successive pages → one grid each, with repeated headers once. */
export function stitchGrids(framed: readonly FramedGrid[]): Grid[] {
  const tables: Table[] = [];
  for (const part of framed) {
    const open = tables.at(-1);
    const shift = open ? shiftOnto(open, part.grid) : null;
    if (open && shift !== null && continues(open, part)) appendPart(open, part, shift);
    else tables.push(startTable(part));
  }
  return tables.map(({ grid, ...rest }) => ({ ...rest, columns: rest.xs.length - 1, rows: grid.rows, cells: grid.cells }));
}

/** A table under construction; `xs` are the boundaries of its first page, refined where a later page has more. */
interface Table {
  xs: number[];
  grid: { rows: number; cells: Cell[] };
  pages: number[];
  above: readonly TextLine[];
  below: readonly TextLine[];
  last: FramedGrid;
}

function startTable(part: FramedGrid): Table {
  const { grid, above, below } = part;
  return { xs: [...grid.xs], grid: { rows: grid.ys.length - 1, cells: [...grid.cells] }, pages: [grid.page], above, below, last: part };
}

/** pt to add to the part's boundaries so that they lie on the table's; null where its columns are others. */
function shiftOnto(table: Table, part: PageGrid): number | null {
  const [left, right] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
  const [partLeft, partRight] = [part.xs[0] ?? 0, part.xs.at(-1) ?? 0];
  if (Math.abs(right - left - (partRight - partLeft)) > 2 * SAME_COLUMN) return null;
  const shift = left - partLeft;
  const met = part.xs.filter((x) => table.xs.some((t) => Math.abs(t - x - shift) <= SAME_COLUMN)).length;
  const enough = met >= part.xs.length * MATCHING && part.xs.length - 1 >= (table.xs.length - 1) * SHOWN;
  return enough ? shift : null;
}

/** Does this part go on with the table? Either nothing stands between them, or it begins with the same title and header. */
function continues(table: Table, part: FramedGrid): boolean {
  if (part.grid.page !== (table.pages.at(-1) ?? 0) + 1) return false;
  if (!table.last.closesPage || !isFirstOfPage(part)) return false;
  if (part.opensPage) return true;
  return repeatedRows(table, part.grid) > 0 && sameCaption(table.above, part.above);
}

const isFirstOfPage = (part: FramedGrid) => part.opensPage || part.above.length > 0;

function sameCaption(a: readonly TextLine[], b: readonly TextLine[]): boolean {
  const words = (lines: readonly TextLine[]) => new Set(lines.map((l) => l.text.replace(/[（(]?续[表）)]*|\s/g, '')));
  const known = words(a);
  return [...words(b)].every((text) => known.has(text));
}

/** How many of the part's first rows repeat the table's first rows, text by text. */
function repeatedRows(table: Table, part: PageGrid): number {
  const head = rowTexts(table.grid.cells);
  const again = rowTexts(part.cells);
  let count = 0;
  while (count < again.length && again[count] !== '' && again[count] === head[count]) count++;
  return count;
}

/** The texts of each row's own cells, left to right; '' for a row without text. */
function rowTexts(cells: readonly Cell[]): string[] {
  const rows: string[] = [];
  for (const cell of cells) {
    for (let row = rows.length; row <= cell.row; row++) rows.push('');
    if (cell.text !== '') rows[cell.row] += `${cell.text.replace(/\s/g, '')}\t`;
  }
  return rows;
}

function appendPart(table: Table, part: FramedGrid, shift: number): void {
  const skip = repeatedRows(table, part.grid);
  const map = columnMap(table, part.grid.xs, shift);
  const offset = table.grid.rows - skip;
  const body = part.grid.cells
    .filter((c) => c.row + c.rowSpan > skip)
    .map((c): Cell => {
      const column = map[c.column] ?? 0;
      const top = Math.max(c.row, skip);
      const kept = c.row >= skip ? {} : { text: '', lines: [], ink: null };
      return {
        ...c,
        ...kept,
        row: top + offset,
        rowSpan: c.row + c.rowSpan - top,
        column,
        columnSpan: (map[c.column + c.columnSpan] ?? column + 1) - column,
      };
    });
  const broken = goesOn(table, body, table.grid.rows);
  if (broken) joinBrokenRow(table, body);
  else table.grid.cells.push(...body);
  table.grid.rows += part.grid.ys.length - 1 - skip - (broken ? 1 : 0);
  table.pages.push(part.grid.page);
  table.below = part.below;
  table.last = part;
}

/** For each boundary of the part the index of the table's; boundaries the table lacks are put in and its cells widened. */
function columnMap(table: Table, xs: readonly number[], shift: number): number[] {
  for (const x of xs.map((x) => x + shift)) {
    if (table.xs.some((t) => Math.abs(t - x) <= SAME_COLUMN)) continue;
    const at = table.xs.findIndex((t) => t > x);
    table.xs.splice(at, 0, x);
    table.grid.cells = table.grid.cells.map((c) => {
      if (c.column >= at) return { ...c, column: c.column + 1 };
      return c.column + c.columnSpan >= at ? { ...c, columnSpan: c.columnSpan + 1 } : c;
    });
  }
  return xs.map((x) => nearestIndex(table.xs, x + shift));
}

function nearestIndex(values: readonly number[], at: number): number {
  let best = 0;
  values.forEach((v, i) => {
    if (Math.abs(v - at) < Math.abs((values[best] ?? 0) - at)) best = i;
  });
  return best;
}

/** Share of the em left at a cell's right side by a line that wrapped there. */
const WRAPPED = 1.3;

/**
 * Is the part's first row the rest of the table's last? It holds text only, the last row holds a number, and each of its
 * texts goes on below a line that ran to the end of its cell.
 */
function goesOn(table: Table, body: readonly Cell[], row: number): boolean {
  const rest = body.filter((c) => c.row === row && c.text !== '');
  const last = table.grid.cells.filter((c) => c.row + c.rowSpan === row && c.text !== '');
  const isNumber = (c: Cell) => /^[\d.,%％-]+$/.test(c.text);
  if (rest.length === 0 || rest.some(isNumber) || !last.some(isNumber)) return false;
  return rest.every((c) => {
    const before = last.find((l) => l.column === c.column && l.columnSpan === c.columnSpan);
    const line = before?.lines.at(-1);
    return before !== undefined && line !== undefined && before.box[2] - line.box[2] < WRAPPED * line.size;
  });
}

function joinBrokenRow(table: Table, body: readonly Cell[]): void {
  const row = table.grid.rows;
  for (const rest of body.filter((c) => c.row === row)) {
    const index = table.grid.cells.findIndex((c) => c.row + c.rowSpan === row && c.column === rest.column);
    const before = table.grid.cells[index];
    if (!before || rest.text === '') continue;
    const lines = [...before.lines, ...rest.lines];
    table.grid.cells[index] = {
      ...before,
      lines,
      text: joinLines(lines.map((l) => l.text)),
      illegible: before.illegible || rest.illegible,
    };
  }
  table.grid.cells.push(...body.filter((c) => c.row > row).map((c) => ({ ...c, row: c.row - 1 })));
}
