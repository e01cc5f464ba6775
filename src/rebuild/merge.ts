import { joinLines } from '../base/text.js';
import type { Cell } from '../model/grid.js';

/**
 * Two halves of one printed cell, placed in the same table → the whole cell. The page's end cut it: `rest` goes on in the last row of
 * `before` (a broken row), or it stands right of it on the page beside (a merged header).
 */
export function mergeCells(before: Cell, rest: Cell): Cell {
  const isBeside = rest.column === before.column + before.columnSpan;
  const lines = [...before.lines, ...rest.lines];
  // Boxes of two pages cannot be joined: the cell is pointed at where its print begins, and a blank one where it begins itself.
  const { page, box, ink } = before.text === '' && rest.text !== '' ? rest : before;
  // A field that Cell gets later does not compile until it is decided here. Corrections are not: they are applied to labelled tables; and what a file tells of a cell beyond its print is not: such a file has no pages.
  const merged: Required<Omit<Cell, 'correction' | 'told' | 'percent'>> = {
    row: before.row,
    column: before.column,
    rowSpan: Math.max(before.row + before.rowSpan, rest.row + rest.rowSpan) - before.row,
    columnSpan: isBeside ? before.columnSpan + rest.columnSpan : before.columnSpan,
    // The edge of a page cuts through a word; the end of a page cuts between lines.
    text: isBeside ? before.text + rest.text : joinLines([before.text, rest.text]),
    page,
    box,
    ink,
    lines,
    illegible: before.illegible || rest.illegible,
    // A side is open where no line is drawn along any part of it.
    open: {
      left: before.open.left && (isBeside || rest.open.left),
      right: rest.open.right && (isBeside || before.open.right),
    },
  };
  return merged;
}
