/** A cell of a sheet or a grid, its row and its column counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Rows that a sheet can have (Microsoft, Excel specifications and limits). */
export const MOST_ROWS = 1_048_576;

const LETTERS = 26;

/** `C6` for row 5 and column 2. */
export function addressOf({ row, column }: CellPosition): string {
  return `${columnName(column)}${row + 1}`;
}

/** A for column 0, then B … Z, AA … */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode('A'.charCodeAt(0) + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** `A1:C6`; a single cell as `A1`. */
export function rangeOf(from: CellPosition, to: CellPosition): string {
  const [first, last] = [addressOf(from), addressOf(to)];
  return first === last ? first : `${first}:${last}`;
}
