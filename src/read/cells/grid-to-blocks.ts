import type { SheetBlock, SheetCell } from '../../model/sheet.js';
import { captionParts, isCaptionLine } from './caption-rows.js';
import { cellsToTable } from './cells-to-table.js';

/** A cell of a text or a web page, with what stands in it in order where there are tables in it. */
export interface FlowCell extends SheetCell {
  readonly blocks: readonly SheetBlock[];
}

/**
 * The cells of one table → a table. One that does nothing but place others on the page, or draws a box around a text, is what stands in it;
 * a table within a cell of a real one follows it.
 */
export function gridToBlocks(cells: readonly FlowCell[]): SheetBlock[] {
  const inner = cells.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
  const own = cells.filter(({ lines, blocks }) => blocks.length === 0 && lines.length > 0);
  const innerCells = inner.reduce((count, block) => count + (block.kind === 'table' ? filledCells(block.cells) : 0), 0);
  if (cells.length < 2 || (inner.length > 0 && own.length < innerCells)) return cells.flatMap(cellToBlocks);
  const { caption, body } = withoutCaption(cells);
  return [...caption, withoutUnseenColumns(body), ...inner];
}

/** Rows at the top of a table that one cell fills from side to side and that name it, as texts above it. */
function withoutCaption(cells: readonly FlowCell[]): { readonly caption: readonly SheetBlock[]; readonly body: readonly FlowCell[] } {
  const columns = cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0);
  const caption: SheetBlock[] = [];
  for (let row = 0; ; row++) {
    const own = cells.filter((cell) => cell.row === row);
    const [only, second] = own;
    const isCaption = only && !second && only.columnSpan === columns && only.rowSpan === 1 && only.lines.every(isCaptionLine);
    if (!isCaption) return { caption, body: cells.filter((cell) => cell.row >= row).map((cell) => ({ ...cell, row: cell.row - row })) };
    if (only.lines.length === 0) continue;
    const parts = only.lines.length === 1 ? captionParts(only.lines[0] ?? '') : [];
    caption.push(
      ...(parts.length > 1 ? parts.map((part) => [part]) : [only.lines]).map((lines) => ({ kind: 'text' as const, lines, ref: only.ref })),
    );
  }
}

const filledCells = (cells: readonly SheetCell[]): number => cells.filter(({ lines }) => lines.length > 0).length;

const cellToBlocks = ({ blocks, lines, ref }: FlowCell): readonly SheetBlock[] =>
  blocks.length > 0 ? blocks : lines.map((line) => ({ kind: 'text', lines: [line], ref }));

/** Columns at which no cell begins are none that anybody sees: programs cut every column in two. */
function withoutUnseenColumns(cells: readonly FlowCell[]): SheetBlock {
  const starts = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const indexOf = new Map(starts.map((column, index) => [column, index]));
  const after = (column: number): number => {
    const index = starts.findIndex((start) => start >= column);
    return index < 0 ? starts.length : index;
  };
  const placed = cells.map(({ blocks: _, ...cell }): SheetCell => {
    const column = indexOf.get(cell.column) ?? 0;
    return { ...cell, column, columnSpan: Math.max(1, after(cell.column + cell.columnSpan) - column) };
  });
  return cellsToTable(placed);
}
