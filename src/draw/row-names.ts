import type { DisclosureRow } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { fitWidth } from '../base/width.js';
import { element, escapeXml } from '../base/xml.js';
import type { Box } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { DrawnTable } from './drawing.js';

/** The name of a row, and where it stands. */
export interface RowMark {
  readonly text: string;
  /** A total or subtotal. */
  readonly sum: boolean;
  /** Of the second side or a further panel: not the first on its printed line. */
  readonly further: boolean;
  /** The middle of the row, pt from the page's top. */
  readonly middle: number;
}

/** Names beside a page: those of first sides and panels left of it, the others right, line by line. */
export interface RowNames {
  readonly left: readonly RowMark[];
  readonly right: readonly RowMark[];
}

/** Half ems: longer names are cut in the margin. */
const LONGEST = 30;
/** pt. Rows whose middles differ by less are printed on one line. */
const SAME_LINE = 2;
/** pt between the page and a name, and from the middle of a row to the baseline of its name. */
const GAP = 4;
const TO_BASELINE = 1.7;

export function rowNames(drawn: DrawnTable, page: number): RowNames {
  const marks = rowsOnPage(drawn, page);
  const right: RowMark[] = [];
  for (const mark of marks.filter(({ further }) => further)) {
    const last = right.at(-1);
    if (last && mark.middle - last.middle < SAME_LINE)
      right[right.length - 1] = { ...last, text: `${last.text} · ${mark.text}`, sum: last.sum || mark.sum };
    else right.push(mark);
  }
  return { left: marks.filter(({ further }) => !further), right };
}

/** The rows that stand on a page, top to bottom. Where rows begin again further up, the next panel begins. */
function rowsOnPage({ printed, table, boxOf }: DrawnTable, page: number): RowMark[] {
  const marks: RowMark[] = [];
  let [panel, above] = [0, 0];
  printed.rows.forEach((row, index) => {
    const own = ownCells([...row.label, ...row.cells.values()]);
    const out = at(table.rows, index);
    const line = own[0]?.row ?? above;
    if (line < above) panel++;
    above = line;
    const cell = lowest(own.filter((cell) => cell.page === page));
    if (!cell) return;
    const [, top, , bottom] = boxOf(cell);
    marks.push({
      text: `${index} ${nameOf(out)}`.trim(),
      sum: out.kind === 'total' || out.kind === 'subtotal',
      further: row.side === '支出' || panel > 0,
      middle: (top + bottom) / 2,
    });
  });
  return marks.toSorted((a, b) => a.middle - b.middle);
}

/** Its concept; beside that of a unit which one it is. Codes of other classifications tell rows of one concept apart. */
function nameOf({ concept, code, name, unit, codes }: DisclosureRow): string {
  const words = concept === 'unit' ? `${concept} ${unit?.code ?? unit?.name ?? ''}` : (concept ?? code ?? name ?? '');
  return fitWidth([words, ...Object.values(codes ?? {})].join(' '), LONGEST);
}

/** Of a row's cells those that begin in it: others reach down from rows above. */
function ownCells(cells: readonly Cell[]): Cell[] {
  const row = cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  return cells.filter((cell) => cell.row === row);
}

const lowest = (cells: readonly Cell[]) =>
  cells.reduce<Cell | null>((best, cell) => (best && best.rowSpan <= cell.rowSpan ? best : cell), null);

/** A name beside the page, and a line from it to the table. */
export function drawRowNames({ left, right }: RowNames, extent: Box, pageWidth: number): string[] {
  return [
    ...left.map((row) => drawRow(row, -GAP, extent[0], 'end')),
    ...right.map((row) => drawRow(row, pageWidth + GAP, extent[2], 'start')),
  ];
}

function drawRow({ text, sum, middle }: RowMark, x: number, table: number, anchor: 'start' | 'end'): string {
  return (
    element('line', { x1: x, y1: middle, x2: table, y2: middle }) +
    element(
      'text',
      { class: sum ? 'sum' : null, x: x + (anchor === 'end' ? -1 : 1), y: middle + TO_BASELINE, 'text-anchor': anchor },
      escapeXml(text),
    )
  );
}
