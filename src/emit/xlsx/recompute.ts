import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import { addressOf, type Place } from '../grid/places.js';
import { amountCell, BORDER, type CellStyle, HEADING_FILL, ORANGE, textCell, YELLOW } from './cells.js';
import type { Sum } from './sums.js';

/** Cells beside a table that work its totals out again: what a sheet needs to take them in. */
export interface Recomputation {
  /** Characters. Widths of the columns to the right of the table, a gap first. */
  readonly widths: readonly number[];
  /** Formulas by address. */
  readonly formulas: ReadonlyMap<string, string>;
  readonly conditionalFormatting: NonNullable<Sheet<never>['conditionalFormatting']>;
  /** Puts the cells into the rows of the sheet. */
  readonly addTo: (rows: Row[]) => void;
}

/** Characters: what the sum, the difference and the tolerance take. */
const WIDTHS = [15, 11, 7];
const TITLES = ['重算', '差额', '容差'];
const GAP = 2;

const HEADER: CellStyle = { ...BORDER, align: 'center', alignVertical: 'center', wrap: true, backgroundColor: HEADING_FILL };
const AMOUNT: CellStyle = { ...BORDER, align: 'right', alignVertical: 'center', textColor: '#595959' };

/** Three columns for sums down each column of the table, three for sums across. */
interface Block {
  readonly title: string;
  readonly sums: readonly Sum[];
  /** Of the sheet. */
  readonly column: number;
}

export interface Frame {
  /** Rows of the sheet above the grid, and of those and the grid's own header. */
  readonly above: number;
  readonly header: number;
  /** Columns of the grid. */
  readonly columns: number;
  /** What heads a column of the grid. */
  readonly titleOf: (column: number) => string;
}

export function recompute(sums: readonly Sum[], frame: Frame): Recomputation {
  const blocks = blocksOf(sums, frame);
  const inSheet = ({ row, column }: Place): Place => ({ row: row + frame.above, column });
  const placed = blocks.flatMap(({ column, sums: own }) => own.map((sum) => ({ sum, row: sum.total.row + frame.above, column })));
  const at = (row: number, column: number) => addressOf({ row, column });
  return {
    widths: blocks.length === 0 ? [] : [GAP, ...blocks.flatMap(() => WIDTHS)],
    formulas: new Map(
      placed.flatMap(({ sum, row, column }) => [
        [at(row, column), `ROUND(${sumFormula(sum, inSheet)},${sum.decimals})`],
        [at(row, column + 1), `ROUND(${addressOf(inSheet(sum.total))}-${at(row, column)},${sum.decimals})`],
      ]),
    ),
    conditionalFormatting: blocks.flatMap((block) => colours(block, frame.above)),
    addTo: (rows) => {
      for (const { title, column } of blocks) head(rows, title, column, frame.header);
      for (const { sum, row, column } of placed) {
        put(rows, row, column, likeTotal(sum.recomputed, sum));
        put(rows, row, column + 1, likeTotal(sum.difference, sum));
        put(rows, row, column + 2, amountCell(sum.tolerance, sum.tolerance, AMOUNT));
      }
    },
  };
}

function blocksOf(all: readonly Sum[], { columns, titleOf }: Frame): Block[] {
  const sums = all.filter(({ recomputed, difference }) => [recomputed, difference].every((n) => amountCell(n, n).type === Number));
  const down = [...new Set(sums.filter(({ runs }) => runs === 'down').map(({ total }) => total.column))].toSorted((a, b) => a - b);
  const across = sums.filter(({ runs }) => runs === 'across');
  const groups = [
    ...down.map((column) => ({
      title: `${titleOf(column)}：纵向合计`,
      sums: sums.filter(({ runs, total }) => runs === 'down' && total.column === column),
    })),
    // A row with two totals across would have both in one place.
    ...columnsOf(across).map((column) => ({
      title: `${titleOf(column)}：横向合计`,
      sums: across.filter(({ total }) => total.column === column),
    })),
  ];
  return groups.map((group, index) => ({ ...group, column: columns + 1 + index * WIDTHS.length }));
}

const columnsOf = (sums: readonly Sum[]) => [...new Set(sums.map(({ total }) => total.column))].toSorted((a, b) => a - b);

function head(rows: Row[], title: string, column: number, header: number): void {
  put(rows, header - 2, column, textCell(title, { ...HEADER, fontWeight: 'bold', columnSpan: WIDTHS.length }));
  for (const [index, text] of TITLES.entries()) put(rows, header - 1, column + index, textCell(text, HEADER));
}

function put(rows: Row[], row: number, column: number, cell: CellObject): void {
  const line = rows[row];
  if (!line) throw new Error(`Sheet: a sum stands in row ${row + 1}, which the table has not.`);
  while (line.length <= column + (cell.columnSpan ?? 1) - 1) line.push(null);
  line[column] = cell;
}

/** A number that looks like the total beside it, whatever it becomes when a cell is changed. */
function likeTotal(value: string, { separated, decimals }: Sum): CellObject {
  const format = `${separated ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  return { ...amountCell(value, value, AMOUNT), format };
}

/** Runs of cells as ranges: `SUM(C7:C9,C12)-SUM(C10)`. */
function sumFormula({ parts }: Sum, inSheet: (place: Place) => Place): string {
  const ranges = (sign: 1 | -1) => rangesOf(parts.filter((part) => part.sign === sign).map(({ place }) => inSheet(place)));
  const [plus, minus] = [ranges(1), ranges(-1)];
  return `${sumOf(plus)}${minus.length === 0 ? '' : `-${sumOf(minus)}`}`;
}

/** Excel takes so many arguments. */
const MOST_ARGUMENTS = 255;

const sumOf = (ranges: readonly string[]): string =>
  ranges.length <= MOST_ARGUMENTS
    ? `SUM(${ranges.join(',')})`
    : `(${sumOf(ranges.slice(0, MOST_ARGUMENTS))}+${sumOf(ranges.slice(MOST_ARGUMENTS))})`;

/** Cells that touch, down or across, as one range. */
function rangesOf(places: readonly Place[]): string[] {
  const runs: { from: Place; to: Place }[] = [];
  for (const place of places.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    const touches = last && last.from.column === place.column && last.to.row + 1 === place.row;
    if (last && touches) last.to = place;
    else runs.push({ from: place, to: place });
  }
  return runs.map(({ from, to }) => (from === to ? addressOf(from) : `${addressOf(from)}:${addressOf(to)}`));
}

/** A difference that roundings do not explain, and one that they do; by formulas, so that a corrected cell changes its colour. */
function colours({ column, sums }: Block, above: number): Recomputation['conditionalFormatting'] {
  const rows = sums.map(({ total }) => total.row + above);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const [difference, tolerance] = [addressOf({ row: first, column: column + 1 }), addressOf({ row: first, column: column + 2 })];
  const cellRange = { from: { row: first + 1, column: column + 2 }, to: { row: last + 1, column: column + 2 } };
  const rule = (formula: string, backgroundColor: string) => ({ cellRange, condition: { formula }, style: { backgroundColor } });
  return [
    rule(`AND(ISNUMBER(${difference}),ABS(${difference})>${tolerance})`, ORANGE),
    rule(`AND(ISNUMBER(${difference}),${difference}<>0,ABS(${difference})<=${tolerance})`, YELLOW),
  ];
}
