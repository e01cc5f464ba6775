/**
 * A form as one declares it: blocks side by side (one for a plain table, two for the sides of 01 and 04, two or three for
 * the panels of 06), each with label columns, data columns and rows. `sheetOf` lays it out as a grid and keeps what the
 * grid means.
 */
import type { Form } from '../../schemas/disclosure.js';
import { type Align, type Cell, type Grid, headerCells } from '../drawing/grid.js';

/** What stands above a table. */
export interface Heading {
  form: Form;
  /** As printed: `公开 01 表`; null where none is. */
  number: string | null;
  title: string;
  /** Under the title: `（2024 年度）`. */
  subtitle?: string;
  department: string | null;
  /** Printed before the department: `部门：`. */
  departmentLabel: string;
  unit: string | null;
  /** Printed before the unit: `金额单位：`. */
  unitLabel: string;
}

export interface DataColumn {
  key: string;
  path: string[];
  ordinal: string | null;
  width: number;
}

export interface LabelColumn {
  path: string[];
  width: number;
  align: Align;
}

/** One text for each label column, null where a header cell reaches down over it; or one cell over all, and `back` columns before. */
export type Labels = (string | null)[] | { merged: string; back?: number };

export interface BlockRow {
  labels: Labels;
  amounts: string[];
  kind: 'item' | 'subtotal' | 'total' | 'group';
  code: string | null;
  name: string | null;
  line: string | null;
  concept: string | null;
  /** Budgets: the unit that the row is about or stands below. */
  unit?: { code: string | null; name: string | null };
  /** Budgets: codes of other classifications beside the row's own. */
  codes?: { function?: string; economic?: string; government?: string };
}

export interface Block {
  /** Over all columns of the block: 收入, 人员经费. */
  heading: string | null;
  labels: LabelColumn[];
  data: DataColumn[];
  /** What the 栏次 row prints in the label columns; null where there is no such row. */
  ordinalLabels: Labels | null;
  /** Rows by which the header cells of the label columns reach further down: over 栏次 and 合计. */
  reach?: number[];
  /** null: nothing of this block in that row, not even cells. */
  rows: (BlockRow | null)[];
}

/** A row with a meaning, and where its cells are. */
export interface SheetRow {
  row: BlockRow;
  panel: string | null;
  /** Row and column in the grid, by column key. */
  cells: { key: string; text: string; row: number; column: number }[];
}

interface SheetColumn {
  key: string;
  path: string[];
  ordinal: string | null;
}

export interface Sheet extends Heading {
  grid: Grid;
  columns: SheetColumn[];
  rows: SheetRow[];
  notes: string[];
  /** 说明：…故本表无数据。 */
  statement: string | null;
  /** 绩效 forms: their head fields. */
  fields: Record<string, string>;
}

export interface Layout {
  /** Do headings name sides, which begin the column paths, or panels, which the rows carry? */
  headings: 'sides' | 'panels';
  /** Rows of two sides line by line, or block after block. */
  order: 'lines' | 'blocks';
  notes: string[];
}

export function sheetOf(heading: Heading, blocks: Block[], layout: Layout): Sheet {
  const paths = blocks.flatMap((block) =>
    [...block.labels, ...block.data].map((column) => (block.heading === null ? column.path : [block.heading, ...column.path])),
  );
  const depth = Math.max(...paths.map((path) => path.length));
  const headerRows = depth + (blocks.some((block) => block.ordinalLabels !== null) ? 1 : 0);
  const bodyRows = Math.max(...blocks.map((block) => block.rows.length));
  const starts = blockStarts(blocks);
  const head = headerCells(paths, depth);
  const below = blocks.flatMap((block, index) => {
    const start = starts[index] ?? 0;
    for (const [label, rows] of (block.reach ?? []).entries()) reach(head, start + label, rows);
    return [...ordinalCells(block, depth, start), ...bodyCells(block, headerRows, bodyRows, start)];
  });
  const grid = {
    widths: blocks.flatMap((block) => [...block.labels, ...block.data].map((column) => column.width)),
    rowCount: headerRows + bodyRows,
    headerRows,
    repeatedRows: blocks[0]?.rows[0]?.kind === 'total' ? [headerRows] : [],
    cells: [...head, ...below],
  };
  const rows = blocks.map((block, index) => sheetRows(block, headerRows, starts[index] ?? 0, layout));
  const columns = sheetColumns(blocks, layout);
  return { ...heading, grid, columns, rows: inOrder(rows, layout), notes: layout.notes, statement: null, fields: {} };
}

/** An amount to be printed otherwise: the name of its row, the key of its column, the text. */
export type Print = [name: string, key: string, text: string];

/** The same sheet with other prints of some amounts: 194.9 for 194.90, or a wrong sum. */
export function reprinted(sheet: Sheet, prints: Print[]): Sheet {
  let { rows } = sheet;
  let { cells } = sheet.grid;
  for (const [name, key, text] of prints) {
    const place = rowNamed(sheet, name).cells.find((cell) => cell.key === key);
    if (!place) throw new Error(`${sheet.title} has no column ${key}`);
    const there = <T extends { row: number; column: number; text: string }>(cell: T): T =>
      cell.row === place.row && cell.column === place.column ? { ...cell, text } : cell;
    rows = rows.map((row) => ({ ...row, cells: row.cells.map(there) }));
    cells = cells.map(there);
  }
  return { ...sheet, grid: { ...sheet.grid, cells }, rows };
}

/** The same sheet with the amounts of one row beside the first or the last line of its name, not in the middle. */
export function shifted(sheet: Sheet, name: string, at: 'top' | 'bottom'): Sheet {
  const places = rowNamed(sheet, name).cells;
  const isAmount = (cell: Cell) => places.some((place) => place.row === cell.row && place.column === cell.column);
  const cells = sheet.grid.cells.map((cell) => (isAmount(cell) ? { ...cell, at } : cell));
  return { ...sheet, grid: { ...sheet.grid, cells } };
}

/** The row of the grid in which a name stands. */
export function gridRowOf(sheet: Sheet, name: string): number {
  return rowNamed(sheet, name).cells[0]?.row ?? 0;
}

function rowNamed(sheet: Sheet, name: string): SheetRow {
  const found = sheet.rows.find((row) => row.row.name === name);
  if (!found) throw new Error(`${sheet.title} has no row ${name}`);
  return found;
}

function blockStarts(blocks: Block[]): number[] {
  const starts: number[] = [];
  let next = 0;
  for (const block of blocks) {
    starts.push(next);
    next += block.labels.length + block.data.length;
  }
  return starts;
}

function reach(cells: Cell[], column: number, rows: number): void {
  const leaf = cells.filter((cell) => cell.column === column && cell.columnSpan === 1).at(-1);
  if (leaf) leaf.rowSpan += rows;
}

function ordinalCells(block: Block, row: number, start: number): Cell[] {
  if (block.ordinalLabels === null) return [];
  const ordinals = block.data.map((column) => column.ordinal ?? '');
  return [...labelCells(block, row, start, block.ordinalLabels, 'center'), ...amountCells(block, row, start, ordinals, 'center')];
}

/** Below its last row a block has empty cells. */
function bodyCells(block: Block, headerRows: number, bodyRows: number, start: number): Cell[] {
  return Array.from({ length: bodyRows }, (_, line) => line).flatMap((line) => {
    const row = block.rows[line];
    if (row === null) return [];
    const labels = row?.labels ?? block.labels.map(() => '');
    const align = row?.kind === 'total' ? 'center' : undefined;
    const at = headerRows + line;
    return [...labelCells(block, at, start, labels, align), ...amountCells(block, at, start, row?.amounts ?? [], 'right')];
  });
}

/** Aligned as their columns are, unless `align` differs. */
function labelCells(block: Block, row: number, start: number, labels: Labels, align?: Align): Cell[] {
  if (Array.isArray(labels)) {
    return labels.flatMap((text, index) => {
      if (text === null) return [];
      return [{ row, column: start + index, rowSpan: 1, columnSpan: 1, text, align: align ?? block.labels[index]?.align ?? 'left' }];
    });
  }
  const { merged, back = 0 } = labels;
  return [{ row, column: start - back, rowSpan: 1, columnSpan: block.labels.length + back, text: merged, align: 'center' }];
}

function amountCells(block: Block, row: number, start: number, texts: string[], align: Align): Cell[] {
  const first = start + block.labels.length;
  return block.data.map((_, index) => ({ row, column: first + index, rowSpan: 1, columnSpan: 1, text: texts[index] ?? '', align }));
}

function sheetRows(block: Block, headerRows: number, start: number, layout: Layout): SheetRow[] {
  const first = start + block.labels.length;
  const panel = layout.headings === 'panels' ? block.heading : null;
  return block.rows.flatMap((row, line) => {
    if (row === null) return [];
    const at = headerRows + line;
    const cells = block.data.map(({ key }, index) => ({ key, text: row.amounts[index] ?? '', row: at, column: first + index }));
    return [{ row, panel, cells }];
  });
}

/** Panels have the same columns: each key once. */
function sheetColumns(blocks: Block[], layout: Layout): SheetColumn[] {
  const columns = new Map<string, SheetColumn>();
  for (const block of blocks) {
    const side = layout.headings === 'sides' && block.heading !== null ? [block.heading] : [];
    for (const { key, path, ordinal } of block.data) {
      if (!columns.has(key)) columns.set(key, { key, path: [...side, ...path], ordinal });
    }
  }
  return [...columns.values()];
}

/** Rows with neither name nor amount are only a piece of the grid. */
function inOrder(rows: SheetRow[][], layout: Layout): SheetRow[] {
  const meant = (row: SheetRow) => row.row.name !== null || row.cells.some((cell) => cell.text !== '');
  const flat = rows.flat();
  const ordered = layout.order === 'blocks' ? flat : flat.toSorted((a, b) => (a.cells[0]?.row ?? 0) - (b.cells[0]?.row ?? 0));
  return ordered.filter(meant);
}
