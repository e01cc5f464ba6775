import type { DocumentFamily } from '../../../extractors/family.js';
import type { DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { squeeze } from '../../base/text.js';

type GridCell = DisclosureGridCell;

/** More rows than the deepest header has: four levels, 类款项, 栏次. */
const DEEPEST_HEADER = 8;

/** Which value a grid cell prints: same page, same text, the middle of the ink within the cell's rectangle; where there are no pages, the same place. */
export function printedValues(table: DisclosureTable): Map<GridCell, DisclosureValue> {
  const cellsByText = groupBy(table.grid.cells, pageAndText);
  const values = new Map<GridCell, DisclosureValue>();
  for (const value of table.rows.flatMap((row) => Object.values(row.cells))) {
    const cell = cellsByText.get(pageAndText({ page: value.page, text: textAsRead(value) }))?.find((candidate) => holds(candidate, value));
    if (cell) values.set(cell, value);
  }
  return values;
}

/**
 * How many rows at the top of the grid are header: those above the first row that holds a value or a row's label.
 * @param family whose assessments have none: their heads stand among their lines
 */
export function headerRows(table: DisclosureTable, values: ReadonlyMap<GridCell, DisclosureValue>, family: DocumentFamily): number {
  if (table.columns.length === 0 || isAssessment(table, family)) return 0;
  const headerTexts = new Set(table.columns.flatMap((column) => [...column.path, column.ordinal ?? '']).map(squeeze));
  const labels = new Set(table.rows.flatMap((row) => [row.name ?? '', row.code ?? '']).map(squeeze));
  const isBody = (cells: GridCell[]): boolean => {
    const texts = cells.map((cell) => squeeze(cell.text)).filter((text) => text !== '');
    if (cells.some((cell) => values.has(cell))) return true;
    return (
      texts.some((text) => labels.has(text) && !headerTexts.has(text)) || (texts.length > 0 && texts.every((text) => labels.has(text)))
    );
  };
  const firstBodyRow = cellsByRow(table).findIndex(isBody);
  const rows = firstBodyRow === -1 ? table.grid.rows : firstBodyRow;
  return rows <= DEEPEST_HEADER ? rows : 0;
}

function cellsByRow(table: DisclosureTable): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: table.grid.rows }, () => []);
  for (const cell of table.grid.cells) at(rows, cell.row).push(cell);
  return rows;
}

function holds(cell: GridCell, value: DisclosureValue): boolean {
  if (!value.box || !cell.box) return value.ref !== undefined && value.ref === cell.ref;
  const x = (value.box[0] + value.box[2]) / 2;
  const y = (value.box[1] + value.box[3]) / 2;
  return x >= cell.box[0] && x <= cell.box[2] && y >= cell.box[1] && y <= cell.box[3];
}

/** The grid keeps what was read where a person corrected it. */
const textAsRead = ({ text, correction }: DisclosureValue): string => (correction ? (correction.was ?? '') : text);

function pageAndText({ page, text }: { page: number; text: string }): string {
  return `${page} ${squeeze(text)}`;
}

const isAssessment = ({ form }: DisclosureTable, { forms }: DocumentFamily): boolean =>
  forms.find(({ id }) => id === form)?.kind === 'assessment';
