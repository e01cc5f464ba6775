import { displayWidth } from '../base/width.js';
import { element, escapeXml } from '../base/xml.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { DrawnTable } from './drawing.js';

/** A column's key and where its column stands on a page. */
export interface ColumnMark {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** The top of the first cell with a value; null where none stands on this page. */
  readonly firstValue: number | null;
}

/** pt. Font sizes of the keys; as shares of them a letter's width and height. */
const SIZE = 4.6;
const SMALLEST = 2.4;
const LETTER = 0.56;
const ASCENT = 0.7;
/** pt from the table's edge to the baseline of its keys, on either side. */
const ABOVE = -1.6;
const BELOW = 4.4;

/** Where each key's columns stand on a page. */
export function columnsOnPage({ printed, boxOf }: DrawnTable, page: number): ColumnMark[] {
  return printed.columns.flatMap(({ key, indexes }) =>
    indexes.flatMap((column): ColumnMark[] => {
      const extent = columnExtent({ printed, boxOf }, page, column);
      if (!extent) return [];
      const values = printed.rows.flatMap((row) => row.cells.get(key) ?? []).filter((c) => c.page === page && c.column === column);
      const tops = values.map((cell) => boxOf(cell)[1]);
      return [{ key, from: extent[0], to: extent[2], firstValue: tops.length > 0 ? Math.min(...tops) : null }];
    }),
  );
}

/** The box of the narrowest cell of a column on a page; null where the page has no part of the column. */
function columnExtent({ printed, boxOf }: Pick<DrawnTable, 'printed' | 'boxOf'>, page: number, column: number): Box | null {
  let narrowest: Cell | null = null;
  for (const cell of printed.grid.cells) {
    if (cell.page !== page || cell.column > column || cell.column + cell.columnSpan <= column) continue;
    if (!narrowest || cell.columnSpan < narrowest.columnSpan) narrowest = cell;
  }
  return narrowest && boxOf(narrowest);
}

/** Keys stand above or below the table's upper edge, whichever hides less; those of blocks, above their first values. */
export function drawKeys(marks: readonly ColumnMark[], top: number, glyphs: readonly Glyph[]): string[] {
  const blocks = marks.some((a) => marks.some((b) => a !== b && overlap(a, b)));
  const edgeOf = (mark: ColumnMark) => (blocks && mark.firstValue !== null ? mark.firstValue : top);
  const hides = (offset: number) => marks.filter((mark) => glyphs.some(({ box }) => meet(box, inkOf(mark, edgeOf(mark) + offset)))).length;
  const offset = blocks || hides(ABOVE) <= hides(BELOW) ? ABOVE : BELOW;
  return marks.map((mark) => {
    const { key, from, to } = mark;
    const edge = edgeOf(mark);
    return (
      element('rect', { x: from + 1, y: edge - 0.25, width: Math.max(0, to - from - 2), height: 0.5 }) +
      element('text', { x: (from + to) / 2, y: edge + offset, 'font-size': sizeOf(mark) }, escapeXml(key))
    );
  });
}

/** Blocks with heads of their own, one below the other, have other keys in the same place. */
const overlap = (a: ColumnMark, b: ColumnMark) => Math.min(a.to, b.to) - Math.max(a.from, b.from) > (a.to - a.from) / 2;

const sizeOf = ({ key, from, to }: ColumnMark) => Math.max(SMALLEST, Math.min(SIZE, (to - from - 1) / (displayWidth(key) * LETTER)));

/** Where a key's ink stands when its baseline is at `y`. */
function inkOf(mark: ColumnMark, y: number): Box {
  const [middle, size] = [(mark.from + mark.to) / 2, sizeOf(mark)];
  const half = (displayWidth(mark.key) * LETTER * size) / 2;
  return [middle - half, y - size * ASCENT, middle + half, y];
}

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
