import { DisclosureError } from '../../base/errors.js';
import { HIDDEN_CONTENT } from '../../model/reading-rules.js';
import type { Told } from '../../model/told.js';
import type { PlacedCell } from '../cells/placed-cell.js';
import { sheetFormulas } from './formulas.js';
import { showCell } from './shown.js';
import type { Range, StoredSheet } from './workbook.js';

/** Cells of a sheet that hold something. The largest published table has some 20,000. */
const MOST = 2_000_000;

/** What is shown of a sheet. */
interface VisibleCells {
  /** Those that hold something, merged ones once, placed as if there were no hidden rows and columns. */
  readonly cells: readonly PlacedCell[];
  /** Where what is shown in a row and column stands on the sheet, in words. */
  readonly refOf: (row: number, column: number) => string;
  readonly told: readonly Told[];
}

/** The cells of a sheet that are shown, and what is said of those that are not. @throws DisclosureError `too-large` */
export function visibleCells(sheet: StoredSheet): VisibleCells {
  const covered = coveredPlaces(sheet.merges);
  const formulas = sheetFormulas(sheet);
  const [rows, columns] = [shownAmong(sheet.hiddenRows), shownAmong(sheet.hiddenColumns)];
  const refAt = (row: number, column: number) => `${sheet.name}!${addressOf(row, column)}`;
  const cells: PlacedCell[] = [];
  const hidden = { rows: new Set<number>(), columns: new Set<number>(), figures: 0 };
  sheet.rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const merge = covered.get(placeKey(r, c));
      if (merge === 'covered') return;
      const range: Range = merge ?? { from: { row: r, column: c }, to: { row: r, column: c } };
      const [fromRow, toRow] = shownEnds(range.from.row, range.to.row, rows.toShown);
      const [fromColumn, toColumn] = shownEnds(range.from.column, range.to.column, columns.toShown);
      if (toRow < fromRow || toColumn < fromColumn) {
        if (cell.shown === '') return;
        if (toRow < fromRow) hidden.rows.add(r);
        if (toColumn < fromColumn) hidden.columns.add(c);
        if (cell.kind === 'number') hidden.figures += 1;
        return;
      }
      const shown = showCell(cell, formulas.valueOf(r, c));
      if (shown.text.trim() === '') return;
      const told = [...shown.told, ...formulas.check(cell)];
      cells.push({
        row: fromRow,
        column: fromColumn,
        rowSpan: toRow - fromRow + 1,
        columnSpan: toColumn - fromColumn + 1,
        lines: linesOf(shown.text),
        ref: refAt(r, c),
        ...(shown.unreadable && { unreadable: true }),
        ...(cell.kind !== 'text' && shown.text.endsWith('%') && { percent: true }),
        ...(told.length > 0 && { told }),
      });
      if (cells.length > MOST) throw new DisclosureError('too-large', `Sheet ${sheet.name} has more than ${MOST} filled cells.`);
    });
  });
  const refOf = (row: number, column: number) => refAt(rows.toSheet(row), columns.toSheet(column));
  return { cells, refOf, told: hiddenTold(sheet.name, hidden) };
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');

const placeKey = (row: number, column: number): number => row * 16_384 + column;

/** For the first place of a merged cell its range, for every other that it covers `covered`. Ranges as large as whole columns cover empty places. */
function coveredPlaces(merges: readonly Range[]): ReadonlyMap<number, Range | 'covered'> {
  const places = new Map<number, Range | 'covered'>();
  for (const range of merges) {
    const { from, to } = range;
    for (let row = from.row; row <= Math.min(to.row, from.row + LARGEST); row++) {
      for (let column = from.column; column <= Math.min(to.column, from.column + LARGEST); column++)
        places.set(placeKey(row, column), 'covered');
    }
    places.set(placeKey(from.row, from.column), range);
    if (places.size > MOST) throw new DisclosureError('too-large', `Merged cells of a sheet cover more than ${MOST} places.`);
  }
  return places;
}

/** Rows or columns of a merged cell that are looked at. */
const LARGEST = 1000;

/** Indexes of a sheet's rows or columns, and their indexes among those that are shown. */
function shownAmong(hidden: ReadonlySet<number>) {
  const sorted = [...hidden].sort((a, b) => a - b);
  /** How many hidden ones come first that are `before`, which holds of none behind one of which it does not hold. */
  const countWhile = (before: (hiddenIndex: number, place: number) => boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(sorted[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    /** Of a hidden one, that of the next that is shown. */
    toShown: (index: number): number => index - countWhile((hiddenIndex) => hiddenIndex < index),
    toSheet: (shown: number): number => shown + countWhile((hiddenIndex, place) => hiddenIndex - place <= shown),
  };
}

/** The ends of a range among what is shown; the second before the first where all of it is hidden. */
const shownEnds = (from: number, to: number, indexOf: (index: number) => number): readonly [number, number] => [
  indexOf(from),
  indexOf(to + 1) - 1,
];

const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Rows and columns that are named; more are counted. */
const NAMED = 8;

function hiddenTold(name: string, { rows, columns, figures }: { rows: Set<number>; columns: Set<number>; figures: number }): Told[] {
  if (rows.size === 0 && columns.size === 0) return [];
  const listed = (items: readonly string[], unit: string) =>
    items.length <= NAMED ? `${items.join('、')}${unit}` : `${items.slice(0, NAMED).join('、')}等${items.length}${unit}`;
  const where = [
    ...(rows.size > 0
      ? [
          `第${listed(
            [...rows].map((row) => String(row + 1)),
            '行',
          )}`,
        ]
      : []),
    ...(columns.size > 0 ? [listed([...columns].sort((a, b) => a - b).map(columnLetters), '列')] : []),
  ];
  return [
    {
      rule: HIDDEN_CONTENT,
      message: `工作表“${name}”隐藏了${where.join('和')}，其中的内容${figures > 0 ? `（有${figures}个数）` : ''}不在结果中。`,
    },
  ];
}
