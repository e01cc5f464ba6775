/** Which rules a layout draws around the cells of a table on one page. */
import type { Rectangle } from '../drawing/table.js';
import type { RandomLayout } from './layout.js';

export interface RuledCell {
  rectangle: Rectangle;
  isHead: boolean;
  columnSpan: number;
}

/** pt by which the short rule under a merged head is shorter on either side. */
const INSET = 3;

/** Each rule once, as a rectangle without width. */
export function rulesOf(cells: RuledCell[], rules: RandomLayout['rules']): Rectangle[] {
  if (rules === 'none' || cells.length === 0) return [];
  const outer = around(cells);
  if (rules === 'three-line') return threeLines(cells, outer);
  const sides = cells.flatMap(({ rectangle: [x0, y0, x1, y1] }) => {
    const horizontal: Rectangle[] = [
      [x0, y0, x1, y0],
      [x0, y1, x1, y1],
    ];
    const vertical: Rectangle[] = [
      [x0, y0, x0, y1],
      [x1, y0, x1, y1],
    ];
    if (rules === 'horizontal') return horizontal;
    return [...horizontal, ...vertical.filter(([x]) => rules === 'full' || !isAtSide(x, outer))];
  });
  return once(sides);
}

/** Over the table, under its head, under its last row; and short ones under the heads of several columns. */
function threeLines(cells: RuledCell[], [left, top, right, bottom]: Rectangle): Rectangle[] {
  const heads = cells.filter((cell) => cell.isHead);
  const body = cells.filter((cell) => !cell.isHead);
  // A head cell may hang down beside rows of the body.
  const headBottom = body.length === 0 ? bottom : Math.min(...body.map(({ rectangle }) => rectangle[1]));
  const short = heads
    .filter(({ columnSpan, rectangle }) => columnSpan > 1 && rectangle[3] < headBottom - 1)
    .map(({ rectangle: [x0, , x1, y1] }): Rectangle => [x0 + INSET, y1, x1 - INSET, y1]);
  const long = [top, headBottom, bottom].map((y): Rectangle => [left, y, right, y]);
  return once([...long, ...short]);
}

function around(cells: RuledCell[]): Rectangle {
  const boxes = cells.map((cell) => cell.rectangle);
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

function isAtSide(x: number, [left, , right]: Rectangle): boolean {
  return Math.abs(x - left) < 0.1 || Math.abs(x - right) < 0.1;
}

function once(rules: Rectangle[]): Rectangle[] {
  return [...new Map(rules.map((rule) => [rule.map((value) => value.toFixed(2)).join(), rule])).values()];
}
