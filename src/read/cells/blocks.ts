/** The filled cells of a sheet → its tables and the words around them: blank rows and columns part them, captions and notes are told by their words. */
import type { SheetBlock, SheetText } from '../../model/sheet.js';
import { isCaptionRow, isNoteRow, isTitle, isTitleAlone } from './caption-rows.js';
import { type BlankRef, cellsToTable } from './cells-to-table.js';
import { lastColumn, lastRow, type PlacedCell, textOf } from './placed-cell.js';

/** Cells in the order of their rows → blocks. A sheet's name is the title of a table that has no other. @param blankRef of the blank cells */
export function cellsToBlocks(cells: readonly PlacedCell[], sheetName: string, blankRef: BlankRef): SheetBlock[] {
  const bands = joinBands(splitByRows(clipped(cells)));
  return bands.flatMap((band) => splitByColumns(band)).flatMap((part) => partToBlocks(part, sheetName, blankRef));
}

/** Cells that do not reach beyond where others begin: a title may be merged over all columns that a sheet can have. */
function clipped(cells: readonly PlacedCell[]): PlacedCell[] {
  const most = cells.reduce((max, { row, column }) => ({ row: Math.max(max.row, row), column: Math.max(max.column, column) }), {
    row: 0,
    column: 0,
  });
  return cells.map((cell) => ({
    ...cell,
    rowSpan: Math.min(cell.rowSpan, most.row - cell.row + 1),
    columnSpan: Math.min(cell.columnSpan, most.column - cell.column + 1),
  }));
}

/** One after the other, parted where rows are blank. */
function splitByRows(cells: readonly PlacedCell[]): PlacedCell[][] {
  const bands: PlacedCell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const band = cell.row > end + 1 ? null : bands.at(-1);
    if (band) band.push(cell);
    else bands.push([cell]);
    end = Math.max(end, lastRow(cell));
  }
  return bands;
}

/** Cells by the row in which they begin. */
function rowsOf(cells: readonly PlacedCell[]): (readonly PlacedCell[])[] {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.toSorted((a, b) => a.column - b.column));
}

/** A blank row within a table parts it from nothing: what begins without a caption, below a table as wide, goes on with it. */
function joinBands(bands: readonly PlacedCell[][]): PlacedCell[][] {
  const joined: PlacedCell[][] = [];
  for (const band of bands) {
    const above = joined.at(-1);
    if (above && goesOn(above, band)) above.push(...band);
    else joined.push([...band]);
  }
  return joined;
}

function goesOn(above: readonly PlacedCell[], band: readonly PlacedCell[]): boolean {
  const [first = []] = rowsOf(band);
  const last = rowsOf(above).at(-1) ?? [];
  const [left, right] = [Math.min(...above.map(({ column }) => column)), Math.max(...above.map(lastColumn))];
  const isInside = band.every((cell) => cell.column >= left && lastColumn(cell) <= right);
  return isInside && isTable(above) && !isNoteRow(last) && !isNoteRow(first) && !isCaptionRow(first) && !isTitleAlone(first);
}

/** Several cells side by side in several rows. */
const isTable = (cells: readonly PlacedCell[]): boolean => rowsOf(cells).filter((row) => row.length > 1).length > 1;

/** Two tables side by side, each with its caption, where no cell lies in a column. */
function splitByColumns(band: readonly PlacedCell[]): PlacedCell[][] {
  const byColumn = band.toSorted((a, b) => a.column - b.column);
  const parts: PlacedCell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of byColumn) {
    const part = cell.column > end + 1 ? null : parts.at(-1);
    if (part) part.push(cell);
    else parts.push([cell]);
    end = Math.max(end, lastColumn(cell));
  }
  const areTables = parts.length > 1 && parts.every((part) => isTable(part) && hasCaption(part));
  return areTables ? parts : [[...band]];
}

function hasCaption(cells: readonly PlacedCell[]): boolean {
  const [first = []] = rowsOf(cells);
  return first.length === 1 || isCaptionRow(first);
}

/** A table with the rows above it that name it and those below that explain it; or nothing but such rows. */
function partToBlocks(cells: readonly PlacedCell[], sheetName: string, blankRef: BlankRef): SheetBlock[] {
  const rows = rowsOf(cells);
  const top = rows.findIndex((row) => row.length > 1 && !isCaptionRow(row));
  const from = top < 0 ? rows.length : top;
  const to = from + bodyRows(rows.slice(from));
  const body = rows.slice(from, to);
  if (!body.some((row) => row.length > 1)) return rows.flatMap(rowToTexts);
  const above = rows.slice(0, from);
  const named = above.some((row) => row.some((cell) => isTitle(textOf(cell)))) || !isTitle(sheetName) ? [] : [sheetTitle(sheetName)];
  return [...named, ...above.flatMap(rowToTexts), cellsToTable(body.flat(), blankRef), ...rows.slice(to).flatMap(rowToTexts)];
}

/** Rows before the notes at the end of a table. */
function bodyRows(rows: readonly (readonly PlacedCell[])[]): number {
  let end = rows.length;
  for (let i = rows.length - 1; i > 0; i--) {
    const row = rows[i] ?? [];
    if (isNoteRow(row)) end = i;
    else if (row.length > 1) break;
  }
  return end;
}

/** The cells of a row that belongs to no table, each as a text of its own; 单位： goes on in the cell beside it. */
function rowToTexts(row: readonly PlacedCell[]): SheetText[] {
  const texts: { lines: string[]; readonly ref: string; readonly isOpen: boolean }[] = [];
  for (const cell of row) {
    const last = texts.at(-1);
    if (last?.isOpen) texts[texts.length - 1] = { ...last, lines: [last.lines.join('') + textOf(cell)], isOpen: false };
    else texts.push({ lines: [...cell.lines], ref: cell.ref, isOpen: row.length > 1 && /[:：]\s*$/u.test(textOf(cell)) });
  }
  return texts.map(({ lines, ref }) => ({ kind: 'text', lines, ref }));
}

/** 01收入决算表, 公开02表 收入决算表: what numbers the tabs is no part of a title. */
const sheetTitle = (name: string): SheetText => ({
  kind: 'text',
  lines: [name.replace(/^[A-Za-z]{0,2}\d{1,2}[\s.、_-]*/u, '')],
  ref: name,
});
