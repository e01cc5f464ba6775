/** A table as declared: columns, rows, and cells that may span both. Nothing here knows of pages. */

export type Align = 'left' | 'center' | 'right';

export interface Cell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  align: Align;
  /** Where the text stands in a cell higher than it; without, in the middle. */
  at?: 'top' | 'bottom';
}

export interface Grid {
  /** Relative; drawn to fill the frame. */
  widths: number[];
  rowCount: number;
  /** The first rows, which a continuation page may repeat. */
  headerRows: number;
  /** Body rows which a page that repeats everything repeats too: 合计. */
  repeatedRows: number[];
  cells: Cell[];
}

/**
 * The header cells of columns whose header texts, from top to leaf, are `paths`: neighbours with the same text above
 * share a cell, a leaf reaches down to the last header row.
 */
export function headerCells(paths: string[][], depth: number): Cell[] {
  return levelCells(paths, 0, depth, 0);
}

function levelCells(paths: string[][], level: number, depth: number, firstColumn: number): Cell[] {
  const cells: Cell[] = [];
  for (const [start, end] of runsOfEqual(paths.map((path) => path[level]))) {
    const text = paths[start]?.[level];
    if (text === undefined) continue;
    const inside = paths.slice(start, end);
    const leaf = inside.length === 1 && inside[0]?.length === level + 1;
    const rowSpan = leaf ? depth - level : 1;
    cells.push({ row: level, column: firstColumn + start, rowSpan, columnSpan: end - start, text, align: 'center' });
    if (!leaf) cells.push(...levelCells(inside, level + 1, depth, firstColumn + start));
  }
  return cells;
}

/** `[start, end)` of each run of equal neighbours. */
function runsOfEqual<T>(items: T[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  items.forEach((item, index) => {
    const last = found.at(-1);
    if (last && items[last[0]] === item) last[1] = index + 1;
    else found.push([index, index + 1]);
  });
  return found;
}

/** What stands in a row given as HTML would give it: a text, or a text with its column and row span. */
export type Flowing = string | [text: string, columnSpan: number, rowSpan?: number];

/** Cells of rows in which each cell takes the first free column, left to right. */
export function flowingCells(rows: Flowing[][], alignOf: (text: string) => Align): Cell[] {
  const taken = new Set<string>();
  return rows.flatMap((items, row) => {
    let column = 0;
    return items.map((item) => {
      const [text, columnSpan, rowSpan = 1] = typeof item === 'string' ? [item, 1] : item;
      while (taken.has(`${row},${column}`)) column += 1;
      const cell = { row, column, rowSpan, columnSpan, text, align: alignOf(text) };
      for (let r = row; r < row + rowSpan; r += 1) for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
      return cell;
    });
  });
}
