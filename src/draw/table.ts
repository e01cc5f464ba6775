import { displayWidth, fitWidth } from '../emit/width.js';
import type { Box } from '../model.js';
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
/** pt. Rows whose middles differ by less are printed on one line: two sides, three panels. */
const SAME_LINE = 2;
/** pt between the lines of a table's head. */
const HEAD_LINE = 7;
/** Half ems of a title in the margin. */
const LONGEST_TITLE = 34;

export function drawTable(drawn: DrawnTable, { number, width }: { number: number; width: number }): TablePicture {
  const cells = cellsOnPage(drawn, number);
  const frame = frameOf(cells);
  const { marks, unplaced } = columnsOnPage(drawn, number);
  const rows = rowNames(rowsOnPage(drawn, number), frame);
  const head = headLines(drawn, number, unplaced);
  return {
    cells: cells.map(drawCell),
    spans: cells.filter(({ cell }) => cell.rowSpan * cell.columnSpan > 1).map(drawSpan),
    keys: marks.map((mark) => drawKey(mark, keyLine(mark, marks, frame))),
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
  if (boxes.length === 0) return [0, 0, 0, 0];
  const far = (side: 0 | 1 | 2 | 3, choose: (a: number, b: number) => number) => boxes.map((box) => box[side]).reduce(choose);
  return [far(0, Math.min), far(1, Math.min), far(2, Math.max), far(3, Math.max)];
}

function drawCell({ cell, role, tip: words }: DrawnCell): string {
  const [x0, y0, x1, y1] = cell.box;
  return element('rect', { class: role, ...rectangle([x0 + INSET, y0 + INSET, x1 - INSET, y1 - INSET]) }, tip(...words));
}

/** Rows × columns of a merged cell, in its upper right corner. */
function drawSpan({ cell }: DrawnCell): string {
  return element('text', { x: cell.box[2] - 1.2, y: cell.box[1] + 3.6 }, `${cell.rowSpan}×${cell.columnSpan}`);
}

/** Keys stand on the table's upper edge; where blocks with heads of their own follow each other, on that of the first value. */
function keyLine(mark: ColumnMark, marks: readonly ColumnMark[], frame: Box): number {
  const covered = marks.some(
    (other) => other !== mark && Math.min(other.to, mark.to) - Math.max(other.from, mark.from) > (mark.to - mark.from) / 2,
  );
  return covered && mark.firstCell !== null ? mark.firstCell : frame[1];
}

function drawKey({ key, from, to }: ColumnMark, y: number): string {
  const room = to - from - 1;
  const size = Math.max(SMALLEST_KEY, Math.min(KEY_SIZE, room / (displayWidth(key) * KEY_LETTER)));
  return (
    element('path', { d: `M${from + 1} ${y - 0.6}H${to - 1}` }) +
    element('text', { x: (from + to) / 2, y: y - 1.6, 'font-size': size }, escapeXml(key))
  );
}

interface RowName {
  readonly text: string;
  readonly sum: boolean;
  readonly at: number;
}

/** On each printed line the first row's name stands left of the page; those of further sides and panels stand right. */
function rowNames(marks: readonly RowMark[], frame: Box): { left: RowName[]; right: RowName[] } {
  const lines: RowMark[][] = [];
  for (const mark of marks) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].at - mark.at) < SAME_LINE) line.push(mark);
    else lines.push([mark]);
  }
  const left: RowName[] = [];
  const right: RowName[] = [];
  const middle = (frame[0] + frame[2]) / 2;
  for (const line of lines.map((marks) => marks.toSorted((a, b) => a.from - b.from))) {
    const [first, ...others] = line;
    if (!first) continue;
    const beside = first.from < middle ? others : line;
    if (first.from < middle) left.push(first);
    if (beside.length > 0)
      right.push({ text: beside.map(({ text }) => text).join(' · '), sum: beside.some(({ sum }) => sum), at: first.at });
  }
  return { left, right };
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
