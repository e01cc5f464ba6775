import { displayWidth, fitWidth } from '../base/width.js';
import { element, escapeXml, tip } from '../base/xml.js';
import { boxAround } from '../model/box.js';
import type { Box } from '../model/glyph.js';
import type { Page } from '../model/page.js';
import { type CellRole, cellsOnPage, type DrawnCell } from './cell-roles.js';
import { columnsOnPage, drawKeys } from './column-keys.js';
import type { DrawnTable } from './drawing.js';
import { rectangle } from './page-print.js';
import { drawRowNames, type RowMark, rowNames } from './row-names.js';

/** What is drawn of a table over the print, in this order. */
export const LAYERS = ['spans', 'keys', 'rows', 'head', 'remarks'] as const;

/** What is drawn of a table on one page; `letters`: half ems of the longest name in each margin. */
export interface TableLayers extends Readonly<Record<'cells' | (typeof LAYERS)[number], readonly string[]>> {
  /** The roles of its cells here. */
  readonly roles: readonly CellRole[];
  readonly letters: { readonly left: number; readonly right: number };
}

/** pt. Cells are drawn inside their walls, so that the rules stay to be seen. */
const INSET = 0.7;
/** pt between the page and a table's head, between that and the table, and from line to line. */
const GAP = 4;
const HEAD_GAP = 2;
const HEAD_LINE = 7;
/** Half ems of a title in the margin. */
const LONGEST_TITLE = 34;
/** A head's letters are wider than those of the row names. */
const HEAD_SCALE = 1.15;
const FORM_SCALE = 1.6;
/** pt. Where the head stands on a page that holds no cell of the table, only a head repeated. */
const NOWHERE: Box = [0, 40, 0, 40];

export function drawTable(drawn: DrawnTable, { number, width, glyphs }: Page): TableLayers {
  const cells = cellsOnPage(drawn, number);
  const extent = cells.length > 0 ? boxAround(cells.map(({ box }) => box)) : NOWHERE;
  const columns = columnsOnPage(drawn, number);
  const names = rowNames(drawn, number);
  const head = headLines(drawn, number);
  const longest = (rows: readonly RowMark[]) => Math.max(0, ...rows.map(({ text }) => displayWidth(text)));
  return {
    roles: cells.map(({ role }) => role),
    cells: cells.map(drawCell),
    spans: cells.filter(({ cell }) => cell.rowSpan * cell.columnSpan > 1).map(drawSpan),
    keys: drawKeys(columns, extent[1], glyphs),
    rows: drawRowNames(names, extent, width),
    head: drawHead(head, extent[1]),
    remarks: drawRemarks(drawn, number),
    letters: {
      left: Math.max(
        longest(names.left),
        ...head.map(({ text, look }) => displayWidth(text) * (look === 'form' ? FORM_SCALE : HEAD_SCALE)),
      ),
      right: longest(names.right),
    },
  };
}

function drawCell({ box: [x0, y0, x1, y1], role, tip: words }: DrawnCell): string {
  return element('rect', { class: role, ...rectangle([x0 + INSET, y0 + INSET, x1 - INSET, y1 - INSET]) }, tip(...words));
}

/** Rows × columns of a merged cell, in its upper right corner. */
function drawSpan({ cell, box }: DrawnCell): string {
  return element('text', { x: box[2] - 1.2, y: box[1] + 3.6 }, `${cell.rowSpan}×${cell.columnSpan}`);
}

interface HeadLine {
  readonly text: string;
  readonly look: 'form' | 'alert' | null;
}

/** Form, title, number and unit, which page of how many, and what the stages remarked about the table as a whole. */
function headLines({ index, table, remarks }: DrawnTable, page: number): HeadLine[] {
  const part = table.pages.length > 1 ? `page ${table.pages.indexOf(page) + 1} of ${table.pages.length}` : '';
  const general = remarks.filter(({ cell }) => cell === null);
  const alerts = new Set(general.map(({ rule, column }) => fitWidth(`${rule} ${column ?? ''}`, LONGEST_TITLE)));
  const lines: HeadLine[] = [
    { text: `${index} ${table.form}`, look: 'form' },
    { text: fitWidth(table.title ?? '(no title)', LONGEST_TITLE), look: null },
    { text: [table.number, table.unit, part].filter(Boolean).join(' · '), look: null },
    { text: table.empty ? 'empty' : '', look: null },
    ...[...alerts].map((text): HeadLine => ({ text, look: 'alert' })),
  ];
  return lines.filter(({ text }) => text !== '');
}

/** Beside the page, ending where the table begins. */
function drawHead(lines: readonly HeadLine[], top: number): string[] {
  return lines.map(({ text, look }, i) => {
    const y = top - HEAD_GAP - (lines.length - 1 - i) * HEAD_LINE;
    return element('text', { class: look, x: -GAP, y, 'text-anchor': 'end' }, escapeXml(text));
  });
}

/** A dashed frame around each cell that a remark is about. */
function drawRemarks({ remarks, boxOf }: DrawnTable, page: number): string[] {
  return remarks.flatMap(({ rule, message, cell }) => {
    if (cell?.page !== page) return [];
    const box = boxOf(cell);
    const name = element('text', { x: box[0] + 1.2, y: box[3] - 1 }, escapeXml(rule.id));
    return element('rect', rectangle(box), tip(rule.id, message)) + name;
  });
}
