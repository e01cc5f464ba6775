import type { DocumentFamily } from '../../extractors/family.js';
import type { AccountForm, FormDeclaration, Panels } from '../../extractors/form.js';
import type { Form } from '../../schemas/disclosure.js';
import { InvariantError, must } from '../base/invariant.js';
import { type Attempts, THROWN } from '../base/own-errors.js';
import { repeatsColumnNumbers } from '../base/patterns.js';
import { bare, squeeze } from '../base/text.js';
import { boxAround } from '../model/box.js';
import { CellMap } from '../model/cell-map.js';
import type { Cell, Grid } from '../model/grid.js';
import type { TextLine } from '../model/page.js';
import type { Caption, PrintedColumn, PrintedRow, PrintedTable } from '../model/printed.js';
import { FORM_BY_HEADER, ROW_SLID } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { type Side, sideOfPath } from '../model/side.js';
import { readAssessment } from './assessment.js';
import { type Block, columnsToBlocks } from './blocks.js';
import { isCaptionPart, linesToCaption } from './caption.js';
import { headerToForm, titleToForm } from './form.js';
import { gridToHeader, type LeafColumn } from './header.js';
import { assignKeys } from './keys.js';
import { isNote, linesToNotes } from './notes.js';
import { type BlockRow, cellsToBlockRows } from './rows.js';
import { joinRuledThrough } from './ruled-through.js';
import { slideBack } from './shift.js';

/**
 * Grids → tables with their form, their columns' canonical keys and their labelled rows, as printed. A form is found by its
 * title; in a document that has such forms, a table without a title is found by its header words.
 */
export function gridsToTables(grids: readonly Grid[], family: DocumentFamily, errors: Attempts = THROWN): PrintedTable[] {
  const taken = new Set<TextLine>();
  const tables = grids.map((grid) => {
    const above = grid.above.filter((line) => !taken.has(line));
    const table = errors.attempt(
      `第${grid.pages.join('、')}页的表格`,
      () => gridToTable(wellFormed(grid), above, family),
      () => gridAlone(grid),
    );
    for (const line of [...table.caption.lines, ...table.noteLines]) taken.add(line);
    return table;
  });
  if (!tables.some((t) => t.declaration)) return tables;
  return tables.map((t) =>
    t.declaration || t.caption.title
      ? t
      : errors.attempt(
          `第${t.grid.pages.join('、')}页的表头`,
          () => byHeader(t, family),
          () => t,
        ),
  );
}

const NO_CAPTION: Caption = { number: null, title: null, department: null, unit: null, lines: [] };

const spans = ({ rowSpan, columnSpan }: Cell): boolean => rowSpan > 0 && columnSpan > 0;

/** @throws InvariantError where a cell spans nothing: no result could hold it */
function wellFormed(grid: Grid): Grid {
  const bad = grid.cells.find((cell) => !spans(cell));
  if (bad) throw new InvariantError(`a cell of page ${bad.page} spans nothing`);
  return grid;
}

/** A grid that could not be read as a table: its cells, and nothing of what they mean. */
export const gridAlone = (grid: Grid): PrintedTable => ({
  form: 'other',
  declaration: null,
  grid: { ...grid, cells: grid.cells.filter(spans) },
  caption: NO_CAPTION,
  columns: [],
  rows: [],
  fields: {},
  notes: [],
  noteLines: [],
  remarks: [],
});

function byHeader(table: PrintedTable, family: DocumentFamily): PrintedTable {
  const cells = new CellMap(table.grid);
  const from = captionRows(cells).rows;
  const blocks = columnsToBlocks(gridToHeader(cells, from).columns, null);
  const declaration = headerToForm(
    blocks.flatMap((b) => b.data.map((c) => c.path)),
    family,
  );
  // Columns without labels are the rest of a table that is wider than the page.
  if (declaration?.kind !== 'account' || blocks.every((b) => b.name.length === 0)) return table;
  const form = readForm(cells, { from, to: table.grid.rows - noteRows(cells, from).length }, declaration);
  return { ...table, form: declaration.id, declaration, ...form, remarks: [...form.remarks, BY_HEADER] };
}

/** A table read again as what a person says it is: a form's id, or `other`. */
export function readAsForm(table: PrintedTable, form: Form, family: DocumentFamily): PrintedTable {
  const declaration = family.forms.find((each) => each.id === form) ?? null;
  if (!declaration) return { ...table, form: 'other', declaration: null, columns: [], rows: [], fields: {}, remarks: [] };
  const cells = new CellMap(table.grid);
  const from = captionRows(cells).rows;
  const body = { from, to: table.grid.rows - noteRows(cells, from).length };
  return { ...table, form, declaration, ...readBody(cells, body, declaration) };
}

const BY_HEADER = remark(FORM_BY_HEADER, '本表没有标题，按表头文字认定其表种。');

/** What is printed above a grid, or in its first rows where no title stands above it. */
export function gridToCaption(grid: Grid): Caption {
  const outer = linesToCaption(grid.above);
  // Most titles stand above: only for the others are the cells looked through.
  return outer.title === null ? captionOf(new CellMap(grid), grid.above).caption : outer;
}

function captionOf(cells: CellMap, above: readonly TextLine[]): { readonly caption: Caption; readonly top: CaptionRows } {
  const outer = linesToCaption(above);
  const top = outer.title === null ? captionRows(cells) : NO_ROWS;
  const caption = top.rows > 0 ? linesToCaption([...above, ...top.lines]) : outer;
  return { caption, top };
}

function gridToTable(grid: Grid, above: readonly TextLine[], family: DocumentFamily): PrintedTable {
  const cells = new CellMap(grid);
  const { caption, top } = captionOf(cells, above);
  const bottom = noteRows(cells, top.rows);
  const declaration = titleToForm(caption.title, family);
  const notes = linesToNotes([...bottom.flatMap((c) => c.lines), ...grid.below]);
  const frame = { grid, caption, declaration, notes: notes.notes, noteLines: notes.lines };
  if (!declaration) return { ...frame, form: 'other', columns: [], rows: [], fields: {}, remarks: [] };
  const body = { from: top.rows, to: grid.rows - bottom.length };
  return { ...frame, form: declaration.id, ...readBody(cells, body, declaration) };
}

/** The lines of a caption's cell; one that says nothing but department, unit or number is one line, though the cell is too narrow for it. */
const captionLines = ({ text, lines }: Cell): readonly TextLine[] =>
  isCaptionPart(text) && lines.length > 1 ? [lines.reduce(joinedLine)] : lines;

const joinedLine = (above: TextLine, line: TextLine): TextLine => ({
  ...above,
  text: above.text + line.text,
  box: boxAround([above.box, line.box]),
  glyphs: [...above.glyphs, ...line.glyphs],
});

/** Rows at the top of a grid that are its caption, and their lines. */
interface CaptionRows {
  readonly rows: number;
  readonly lines: readonly TextLine[];
}

const NO_ROWS: CaptionRows = { rows: 0, lines: [] };

/** A spreadsheet's title and unit lines inside the grid: rows that one cell fills from side to side, or whose cells say department and unit. */
function captionRows(cells: CellMap): CaptionRows {
  const found: TextLine[] = [];
  for (let row = 0; row < cells.grid.rows; row++) {
    const lines = captionLinesOf(cells, row);
    if (!lines) return { rows: row, lines: found };
    found.push(...lines);
  }
  return { rows: cells.grid.rows, lines: found };
}

/** The lines of a row that is part of the caption; null where it is none. A department without a word before it is told by the unit beside it. */
function captionLinesOf(cells: CellMap, row: number): readonly TextLine[] | null {
  const own = cells.startingIn(row).filter(({ text }) => text !== '');
  if (own.length === 0) return null;
  if (fullWidthCell(cells, row) !== null || own.every(({ text }) => isCaptionPart(text))) return own.flatMap(captionLines);
  return isCaptionPart(own.map(({ text }) => text).join('')) ? [own.flatMap(({ lines }) => lines).reduce(joinedLine)] : null;
}

/** Rows at the bottom that one cell fills: 注 and 说明 inside the grid. */
function noteRows(cells: CellMap, from: number): Cell[] {
  const rows: Cell[] = [];
  for (let row = cells.grid.rows - 1; row > from; row--) {
    const cell = fullWidthCell(cells, row);
    if (!cell || cell.text === '') break;
    rows.unshift(cell);
  }
  const first = rows.findIndex((cell) => isNote(cell.text));
  return first < 0 ? [] : rows.slice(first);
}

function fullWidthCell(cells: CellMap, row: number): Cell | null {
  const cell = cells.at(row, 0);
  return cell && cell.columnSpan === cells.grid.columns && cell.rowSpan === 1 ? cell : null;
}

interface Body {
  readonly from: number;
  readonly to: number;
}

/** What stands in a grid between its caption and its notes, read as a form of its kind. */
function readBody(cells: CellMap, body: Body, declaration: FormDeclaration): Pick<PrintedTable, 'columns' | 'rows' | 'fields' | 'remarks'> {
  return declaration.kind === 'assessment'
    ? readAssessment(cells, body, declaration)
    : { fields: {}, ...readForm(cells, body, declaration) };
}

function readForm(cells: CellMap, body: Body, declaration: AccountForm): Pick<PrintedTable, 'columns' | 'rows' | 'remarks'> {
  const header = gridToHeader(cells, body.from);
  const blocks = withSides(columnsToBlocks(header.columns, declaration.rows), declaration);
  const parted: (readonly (BlockRow | null)[])[] = [];
  const remarks: Remark[] = [];
  for (let row = header.bodyStart; row < body.to; row++) {
    const own = cells.startingIn(row).filter((cell) => !header.subHeads.has(cell));
    // A header that a continuation repeats otherwise than it stood: its numbers are no values.
    if (repeatsColumnNumbers(own.map((c) => squeeze(c.text)).filter((text) => text !== ''))) continue;
    const slid = slideBack(own, header);
    if (slid?.some((c) => /\d/.test(c.text))) remarks.push(slidRemark(slid));
    parted.push(cellsToBlockRows(slid ?? own, blocks, declaration.rows.by === 'words' && declaration.rows.items));
  }
  const blockRows = blocks.length === 1 ? joinRuledThrough(parted.map(([row = null]) => row)).map((row) => [row]) : parted;
  const names = new Set(blockRows.flatMap((r) => r.map((b) => bare(b?.name ?? ''))));
  const keys = assignKeys(blocks, declaration, names, remarks);
  const columns = new Map<string, PrintedColumn>();
  for (const column of blocks.flatMap((b) => b.data)) {
    const key = keys.get(column.index);
    if (key === undefined) continue;
    const same = columns.get(key);
    const { path, ordinal } = same ?? { path: printedPath(column, declaration), ordinal: column.ordinal };
    columns.set(key, { key, path, ordinal, indexes: [...(same?.indexes ?? []), column.index] });
  }
  return { columns: [...columns.values()], rows: inOrder(blocks, blockRows, declaration, keys), remarks };
}

/** The side of a block of a two-sided table is what its heads say, 本年收入 or 财政拨款支出; without such a head the first is what comes in. */
function withSides(blocks: readonly Block[], { rows }: AccountForm): readonly Block[] {
  if (rows.by !== 'words' || !rows.sided) return blocks;
  return blocks.map((block, b) => {
    const side = sideOfHeads(block) ?? (b === 0 ? '收入' : '支出');
    return { ...block, data: block.data.map((column) => ({ ...column, path: withSide(column.path, side) })) };
  });
}

/** The one side that the topmost heads of a block end with; null where none does, or both do. */
function sideOfHeads({ name, data }: Block): Side | null {
  const tops = [...name, ...data].map(({ path }) => bare(path[0] ?? ''));
  const [only, second] = (['收入', '支出'] as const).filter((side) => tops.some((top) => top.endsWith(side)));
  return only && !second ? only : null;
}

function withSide(path: readonly string[], side: Side): readonly string[] {
  const [top = '', ...rest] = path;
  return rest.length > 0 && bare(top).endsWith(side) ? [side, ...rest] : [side, ...path];
}

/** Panels go on one below the other; the sides of a two-sided table are read row by row. */
function inOrder(
  blocks: readonly Block[],
  blockRows: readonly (readonly (BlockRow | null)[])[],
  declaration: AccountForm,
  keys: ReadonlyMap<number, string>,
): PrintedRow[] {
  const rows: PrintedRow[] = [];
  const push = (row: BlockRow | null | undefined, block: Block) => {
    if (row) rows.push(printedRow(row, block, declaration, keys));
  };
  if (declaration.panels) {
    blocks.forEach((block, b) => {
      for (const row of blockRows) push(row[b], block);
    });
  } else {
    for (const row of blockRows) {
      blocks.forEach((block, b) => {
        push(row[b], block);
      });
    }
  }
  return rows;
}

function printedRow(row: BlockRow, block: Block, declaration: AccountForm, keys: ReadonlyMap<number, string>): PrintedRow {
  const cells = new Map<string, Cell>();
  for (const [index, cell] of row.data) {
    const key = keys.get(index);
    if (key !== undefined) cells.set(key, cell);
  }
  return {
    code: row.code,
    name: row.name,
    line: row.line,
    label: row.label,
    panel: declaration.panels ? panelOf(block, declaration.panels) : null,
    side: sideOfPath(block.data[0]?.path ?? []),
    ...(row.unit && { unit: row.unit }),
    ...(row.others.size > 0 && { others: row.others }),
    cells,
  };
}

/** What heads a panel with a single column of amounts: 人员经费, 公用经费. */
function panelOf(block: Block, { heads }: Panels): string | null {
  const above = block.data.flatMap((c) => c.path.slice(0, -1));
  return block.data.length === 1 ? (above.find((head) => heads.includes(bare(head))) ?? null) : null;
}

/** A panel's heading is no part of its column's path. */
function printedPath({ path }: LeafColumn, { panels }: AccountForm): readonly string[] {
  const above = path.at(-2);
  return panels && above !== undefined && panels.heads.includes(bare(above)) ? path.slice(-1) : path;
}

function slidRemark([first]: readonly Cell[]): Remark {
  const cell = must(first, 'the label of a row that slid');
  return remark(ROW_SLID, `「${squeeze(cell.text)}」一行在版面上整体左移，金额印在编码栏下；已按缺少的栏数移回。`, { cell });
}
