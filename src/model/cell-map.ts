import type { Cell, Grid } from './grid.js';

/** Cells by row and column, spans included, for tables of any size in one pass. */
export class CellMap {
  private readonly cells: (Cell | undefined)[];

  constructor(readonly grid: Grid) {
    this.cells = new Array(grid.rows * grid.columns);
    for (const cell of grid.cells) {
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (let c = cell.column; c < cell.column + cell.columnSpan; c++) this.cells[r * grid.columns + c] = cell;
      }
    }
  }

  at(row: number, column: number): Cell | undefined {
    return this.cells[row * this.grid.columns + column];
  }

  /** The cells that begin in a row, left to right. */
  startingIn(row: number): Cell[] {
    const cells: Cell[] = [];
    for (let c = 0; c < this.grid.columns; c++) {
      const cell = this.at(row, c);
      if (cell && cell.row === row && cell.column === c) cells.push(cell);
    }
    return cells;
  }
}
