import type { SheetBlock, SheetCell } from '../../model/sheet.js';
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
  return [withoutUnseenColumns(cells), ...inner];
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
