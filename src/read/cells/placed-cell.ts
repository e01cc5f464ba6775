import type { SheetCell } from '../../model/sheet.js';

/** A filled cell where it stands on its sheet, among what is shown; rows and columns are counted from 0. */
export type PlacedCell = SheetCell;

export const lastRow = ({ row, rowSpan }: PlacedCell): number => row + rowSpan - 1;
export const lastColumn = ({ column, columnSpan }: PlacedCell): number => column + columnSpan - 1;

/** What stands in a cell, in one line. */
export const textOf = ({ lines }: Pick<PlacedCell, 'lines'>): string => lines.join('').trim();
