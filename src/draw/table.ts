import { displayWidth, fitWidth } from '../emit/width.js';
import type { Box, Glyph, Page } from '../model.js';
import { union } from '../rebuild/lines.js';
import type { DrawnTable } from './drawing.js';
import { type ColumnMark, columnsOnPage, type RowMark, rowsOnPage } from './marks.js';
import { rectangle } from './print.js';
import { cellsOnPage, type DrawnCell } from './roles.js';
import { element, escapeXml, tip } from './xml.js';

/** What is drawn of a table on one page, layer by layer; `letters`: half ems of the longest name in each margin. */
export interface TablePicture {
  readonly cells: readonly string[];
  readonly spans: readonly string[];
  readonly keys: readonly string[];
  readonly rows: readonly string[];
  readonly head: readonly string[];
  readonly remarks: readonly string[];
  readonly letters: { readonly left: number; readonly right: number };
}

/** pt. Cells are drawn inside their walls, so that the rules stay to be seen. */
const INSET = 0.7;
/** pt between the page and the names beside it. */
const GAP = 4;
/** pt. Font sizes of the column keys, and a letter's width as share of it. */
const KEY_SIZE = 4.6;
const SMALLEST_KEY = 2.4;
const KEY_LETTER = 0.56;
const KEY_ASCENT = 0.7;
/** pt from the table's edge to the baseline of its keys, on either side. */
const ABOVE = -1.6;
const BELOW = 4.4;
/** pt. Rows whose middles differ by less are printed on one line: two sides, three panels. */
const SAME_LINE = 2;
/** pt between the lines of a table's head. */
const HEAD_LINE = 7;
/** Half ems of a title in the margin. */
const LONGEST_TITLE = 34;

export function drawTable(drawn: DrawnTable, { number, width, glyphs }: Page): TablePicture {
  const cells = cellsOnPage(drawn, number);
  const frame = frameOf(cells);
  const { marks, unplaced } = columnsOnPage(drawn, number);
  const rows = rowNames(rowsOnPage(drawn, number));
  const head = headLines(drawn, number, unplaced);
  return {
    cells: cells.map(drawCell),
    spans: cells.filter(({ cell }) => cell.rowSpan * cell.columnSpan > 1).map(drawSpan),
    keys: drawKeys(marks, frame, glyphs),
    rows: [
      ...rows.left.map((row) => drawRow(row, frame, -GAP, 'end')),
      ...rows.right.map((row) => drawRow(row, frame, width + GAP, 'start')),
    ],
    head: head.map(({ text, look }, i) =>
      element('text', { class: look, x: -GAP, y: frame[1] - 2 - (head.length - 1 - i) * HEAD_LINE, 'text-anchor': 'end' }, escapeXml(text)),
    ),
    remarks: drawRemarks(drawn, number),
    letters: {
      left: Math.max(...head.map(({ text }) => displayWidth(text) * 1.15), ...rows.left.map(({ text }) => displayWidth(text))),
      right: Math.max(0, ...rows.right.map(({ text }) => displayWidth(text))),
    },
  };
}

function frameOf(cells: readonly DrawnCell[]): Box {
  const boxes = cells.map(({ cell }) => cell.box);
  return boxes.length === 0 ? [0, 0, 0, 0] : union(boxes);
}

function drawCell({ cell, role, tip: words }: DrawnCell): string {
  const [x0, y0, x1, y1] = cell.box;
  return element('rect', { class: role, ...rectangle([x0 + INSET, y0 + INSET, x1 - INSET, y1 - INSET]) }, tip(...words));
}

/** Rows × columns of a merged cell, in its upper right corner. */
function drawSpan({ cell }: DrawnCell): string {
  return element('text', { x: cell.box[2] - 1.2, y: cell.box[1] + 3.6 }, `${cell.rowSpan}×${cell.columnSpan}`);
}

/** Blocks with heads of their own, one below the other, have other keys in the same place. */
const overlap = (a: ColumnMark, b: ColumnMark) => Math.min(a.to, b.to) - Math.max(a.from, b.from) > (a.to - a.from) / 2;

/** Keys stand above or below the table's upper edge, whichever hides less; those of blocks stand above their first values. */
function drawKeys(marks: readonly ColumnMark[], frame: Box, glyphs: readonly Glyph[]): string[] {
  const blocks = marks.some((a) => marks.some((b) => a !== b && overlap(a, b)));
  const edgeOf = (mark: ColumnMark) => (blocks && mark.firstCell !== null ? mark.firstCell : frame[1]);
  const hidden = (offset: number) =>
    marks.filter((mark) => glyphs.some(({ box }) => meet(box, keyBox(mark, edgeOf(mark) + offset)))).length;
  const offset = hidden(ABOVE) <= hidden(BELOW) ? ABOVE : BELOW;
  return marks.map((mark) => {
    const [edge, size] = [edgeOf(mark), keySize(mark)];
    const text = { x: (mark.from + mark.to) / 2, y: edge + offset, 'font-size': size };
    return element('path', { d: `M${mark.from + 1} ${edge}H${mark.to - 1}` }) + element('text', text, escapeXml(mark.key));
  });
}

const keySize = ({ key, from, to }: ColumnMark) =>
  Math.max(SMALLEST_KEY, Math.min(KEY_SIZE, (to - from - 1) / (displayWidth(key) * KEY_LETTER)));

/** Where a key's ink stands when its baseline is at `y`. */
function keyBox(mark: ColumnMark, y: number): Box {
  const [middle, size] = [(mark.from + mark.to) / 2, keySize(mark)];
  const half = (displayWidth(mark.key) * KEY_LETTER * size) / 2;
  return [middle - half, y - size * KEY_ASCENT, middle + half, y];
}

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

interface RowName {
  readonly text: string;
  readonly sum: boolean;
  readonly at: number;
}

/** Rows of the first side or panel are named left of the page, those of the others, line by line, right of it. */
function rowNames(marks: readonly RowMark[]): { left: RowName[]; right: RowName[] } {
  const right: RowName[] = [];
  for (const { text, sum, at } of marks.filter(({ further }) => further)) {
    const last = right.at(-1);
    if (last && Math.abs(last.at - at) < SAME_LINE)
      right[right.length - 1] = { ...last, text: `${last.text} · ${text}`, sum: last.sum || sum };
    else right.push({ text, sum, at });
  }
  return { left: marks.filter(({ further }) => !further), right };
}

function drawRow({ text, sum, at }: RowName, frame: Box, x: number, anchor: 'start' | 'end'): string {
  const edge = anchor === 'end' ? frame[0] : frame[2];
  return (
    element('path', { d: `M${x} ${Math.round(at * 100) / 100}H${edge}` }) +
    element('text', { class: sum ? 'sum' : null, x: x + (anchor === 'end' ? -1 : 1), y: at + 1.7, 'text-anchor': anchor }, escapeXml(text))
  );
}

/** Form, title, number and unit, which pages, and what the stages remarked about the table as a whole. */
function headLines(
  { index, table, remarks }: DrawnTable,
  page: number,
  unplaced: readonly string[],
): { text: string; look: string | null }[] {
  const part = table.pages.length > 1 ? `page ${table.pages.indexOf(page) + 1} of ${table.pages.length}` : '';
  const about = [table.number, table.unit, part].filter(Boolean).join(' · ');
  const alerts = new Set(
    remarks.filter(({ cell }) => cell === null).map(({ rule, column }) => (column === null ? rule : `${rule} ${column}`)),
  );
  return [
    { text: `${index} ${table.form}`, look: 'form' },
    { text: fitWidth(table.title ?? '(no title)', LONGEST_TITLE), look: null },
    { text: about, look: null },
    { text: table.empty ? 'empty' : '', look: null },
    { text: unplaced.length > 0 ? `without figures: ${unplaced.join(' ')}` : '', look: null },
    ...[...alerts].map((text) => ({ text: fitWidth(text, LONGEST_TITLE), look: 'alert' })),
  ].filter(({ text }) => text !== '');
}

/** A dashed frame around each cell that a remark is about. */
function drawRemarks({ remarks }: DrawnTable, page: number): string[] {
  return remarks.flatMap(({ rule, message, cell }) => {
    if (cell?.page !== page) return [];
    const frame = element('rect', rectangle(cell.box), tip(rule, message));
    return frame + element('text', { x: cell.box[0] + 1.2, y: cell.box[3] - 1 }, escapeXml(rule));
  });
}
