import type { DefaultTreeAdapterTypes } from 'parse5';
import { DisclosureError } from '../../base/errors.js';
import { attributeOf, isHidden } from './hidden.js';

type Element = DefaultTreeAdapterTypes.Element;

/** A cell of a table where it stands, and its number among the rows and cells that are displayed, from 1. */
export interface TableCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly rowNumber: number;
  readonly cellNumber: number;
}

/** Columns that a cell may cover, and places of a table (HTML Living Standard, 4.9.11, has 1,000 for the first). */
const WIDEST = 1000;
const MOST = 2_000_000;

/** The cells of a table's own rows, each in the first column that is free in its row (HTML Living Standard, 4.9.12). @throws DisclosureError `too-large` */
export function tableRows(table: Element, classes: ReadonlySet<string>): TableCell[] {
  const rows = rowsOf(table, classes);
  const cells: TableCell[] = [];
  /** By column: the row from which on it is free. */
  const free: number[] = [];
  let places = 0;
  rows.forEach(({ element, end }, row) => {
    let column = 0;
    let counted = 0;
    for (const cell of element.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || isHidden(cell, classes)) continue;
      while ((free[column] ?? 0) > row) column += 1;
      const columnSpan = Math.min(WIDEST, Math.max(1, spanOf(cell, 'colspan') ?? 1));
      const asked = spanOf(cell, 'rowspan') ?? 1;
      // A cell ends with its group of rows; 0 is as far as that goes.
      const rowSpan = Math.max(1, Math.min(asked === 0 ? end : row + asked, end) - row);
      counted += 1;
      places += rowSpan * columnSpan;
      if (places > MOST) throw new DisclosureError('too-large', `A table of this web page has more than ${MOST} places.`);
      cells.push({ element: cell, row, column, rowSpan, columnSpan, rowNumber: row + 1, cellNumber: counted });
      for (let at = column; at < column + columnSpan; at++) free[at] = Math.max(free[at] ?? 0, row + rowSpan);
      column += columnSpan;
    }
  });
  return cells;
}

interface Row {
  readonly element: Element;
  /** The row behind the last of its group. */
  readonly end: number;
}

function rowsOf(table: Element, classes: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  for (const group of table.childNodes) {
    if (!('tagName' in group) || !/^t(?:head|body|foot)$/u.test(group.tagName) || isHidden(group, classes)) continue;
    const own = group.childNodes.filter(
      (child): child is Element => 'tagName' in child && child.tagName === 'tr' && !isHidden(child, classes),
    );
    const end = rows.length + own.length;
    rows.push(...own.map((element) => ({ element, end })));
  }
  return rows;
}

function spanOf(cell: Element, name: string): number | null {
  const text = attributeOf(cell, name);
  return text !== undefined && /^\s*\d{1,6}/u.test(text) ? Number.parseInt(text, 10) : null;
}
