import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import type { GridPosition } from '../grid/positions.js';
import { addressOf, rangeOf } from '../workbook/address.js';
import type { CellStyle, ColourRule, SheetCell } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, ORANGE, textCell, YELLOW } from './cells.js';
import type { RowToFill } from './grid.js';
import { isNumber, type Recalculation } from './recalculation.js';

/** Characters: what the sum, the difference and the tolerance take. */
const WIDTHS = [15, 11, 7];
const titles = (): string[] => say(['重算', '差额', '容差'], ['Worked out', 'Difference', 'Tolerance']);
const GAP = 2;

const HEADER: CellStyle = { ...BORDER, horizontal: 'center', vertical: 'center', wrap: true, fill: HEADING_FILL };
const AMOUNT: CellStyle = { ...BORDER, horizontal: 'right', vertical: 'center', textColour: '#595959' };

/** Three columns for sums down each column of the table, three for sums across. */
interface ColumnBlock {
  readonly title: string;
  readonly recalculations: readonly Recalculation[];
  /** Of the sheet. */
  readonly column: number;
}

/** How a table lies on its sheet. */
export interface TableOnSheet {
  /** Rows of the sheet above the grid, and of those and the grid's own header. */
  readonly above: number;
  readonly header: number;
  /** Columns of the grid. */
  readonly columns: number;
  /** What heads a column of the grid. */
  readonly titleOf: (column: number) => string;
}

/** What a sheet needs to show recalculations to the right of its table. */
export interface RecalculationColumns {
  /** Characters, a gap first; empty where there is nothing to show. */
  readonly widths: readonly number[];
  readonly colourRules: readonly ColourRule[];
  /** Puts the cells into the rows of the sheet. */
  readonly addTo: (rows: readonly RowToFill[]) => void;
}

export function recalculationColumns(recalculations: readonly Recalculation[], table: TableOnSheet): RecalculationColumns {
  const blocks = blocksOf(recalculations, table);
  return {
    widths: blocks.length === 0 ? [] : [GAP, ...blocks.flatMap(() => WIDTHS)],
    colourRules: blocks.flatMap((block) => colourRules(block, table.above)),
    addTo: (rows) => {
      for (const block of blocks) {
        addHead(rows, block, table.header);
        for (const recalculation of block.recalculations) addCells(rows, recalculation, block.column, table.above);
      }
    },
  };
}

function blocksOf(all: readonly Recalculation[], { columns, titleOf }: TableOnSheet): ColumnBlock[] {
  const shown = all.filter(({ sum, difference }) => isNumber(sum, sum) && isNumber(difference, difference));
  const groups = (['down', 'across'] as const).flatMap((runs) => {
    const running = shown.filter((recalculation) => recalculation.runs === runs);
    // A row with two totals across would have both in one place.
    return columnsOf(running).map((column) => ({
      title: say(
        `${titleOf(column)}：${runs === 'down' ? '纵' : '横'}向合计`,
        `${titleOf(column)}: total ${runs === 'down' ? 'down' : 'across'}`,
      ),
      recalculations: running.filter(({ total }) => total.column === column),
    }));
  });
  return groups.map((group, index) => ({ ...group, column: columns + 1 + index * WIDTHS.length }));
}

const columnsOf = (recalculations: readonly Recalculation[]): number[] =>
  [...new Set(recalculations.map(({ total }) => total.column))].toSorted((a, b) => a - b);

function addHead(rows: readonly RowToFill[], { title, column }: ColumnBlock, header: number): void {
  put(rows, header - 2, column, { ...textCell(title, { ...HEADER, bold: true }), columnSpan: WIDTHS.length });
  for (const [index, text] of titles().entries()) put(rows, header - 1, column + index, textCell(text, HEADER));
}

function addCells(rows: readonly RowToFill[], recalculation: Recalculation, column: number, above: number): void {
  const { total, sum, difference, tolerance, decimals } = recalculation;
  const inSheet = (position: GridPosition): GridPosition => ({ row: position.row + above, column: position.column });
  const { row } = inSheet(total);
  const sumFormula = `ROUND(${additionOf(recalculation, inSheet)},${decimals})`;
  const differenceFormula = `ROUND(${addressOf(inSheet(total))}-${addressOf({ row, column })},${decimals})`;
  put(rows, row, column, { ...likeTotal(sum, recalculation), formula: sumFormula });
  put(rows, row, column + 1, { ...likeTotal(difference, recalculation), formula: differenceFormula });
  put(rows, row, column + 2, amountCell(tolerance, tolerance, AMOUNT));
}

function put(rows: readonly RowToFill[], row: number, column: number, cell: SheetCell): void {
  const { cells } = at(rows, row);
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

/** A number in the format of the total beside it, which still fits when a changed cell changes the number. */
function likeTotal(value: string, { separated, decimals }: Recalculation): SheetCell {
  const format = `${separated ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  return { ...amountCell(value, value, AMOUNT), format };
}

/** Runs of cells as ranges: `SUM(C7:C9,C12)-SUM(C10)`. */
function additionOf({ parts }: Recalculation, inSheet: (position: GridPosition) => GridPosition): string {
  const ranges = (sign: 1 | -1) => rangesOf(parts.filter((part) => part.sign === sign).map(inSheet));
  const [plus, minus] = [ranges(1), ranges(-1)];
  return `${sumOf(plus)}${minus.length === 0 ? '' : `-${sumOf(minus)}`}`;
}

/** Excel takes so many arguments. */
const MOST_ARGUMENTS = 255;

const sumOf = (ranges: readonly string[]): string =>
  ranges.length <= MOST_ARGUMENTS
    ? `SUM(${ranges.join(',')})`
    : `(${sumOf(ranges.slice(0, MOST_ARGUMENTS))}+${sumOf(ranges.slice(MOST_ARGUMENTS))})`;

/** Cells below one another as one range. */
function rangesOf(positions: readonly GridPosition[]): string[] {
  const runs: { from: GridPosition; to: GridPosition }[] = [];
  for (const position of positions.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last && last.from.column === position.column && last.to.row + 1 === position.row) last.to = position;
    else runs.push({ from: position, to: position });
  }
  return runs.map(({ from, to }) => rangeOf(from, to));
}

/** A difference that roundings do not explain, and one that they do; by formulas, so that a corrected cell changes its colour. */
function colourRules({ column, recalculations }: ColumnBlock, above: number): ColourRule[] {
  const rows = recalculations.map(({ total }) => total.row + above);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const [from, to] = [
    { row: first, column: column + 1 },
    { row: last, column: column + 1 },
  ];
  const [difference, tolerance] = [addressOf(from), addressOf({ row: first, column: column + 2 })];
  return [
    { from, to, formula: `AND(ISNUMBER(${difference}),ABS(${difference})>${tolerance})`, fill: ORANGE },
    { from, to, formula: `AND(ISNUMBER(${difference}),${difference}<>0,ABS(${difference})<=${tolerance})`, fill: YELLOW },
  ];
}
