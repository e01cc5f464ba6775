import type { DisclosureGridCell, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { groupBy } from '../base/group.js';
import { squeeze } from '../base/text.js';
import { boxOf } from '../model/box.js';
import { type Side, sideOfPath } from '../model/side.js';
import type { ViewPlace } from './view.js';

/** A column key, the columns of the grid that bear it (one, or one in each panel), and its side in a two-sided table. */
interface KeyColumn {
  readonly key: string;
  readonly indexes: readonly number[];
  readonly side: Side | null;
}

/** Where a row's blank cells stand, by column key: the grid's empty cells in its line, below where other rows have the column. */
export function blanksOf(table: DisclosureTable): Record<string, ViewPlace>[] {
  const grid = new GridIndex(table);
  const columns = table.columns.map(({ key, path }) => ({ key, indexes: indexesOf(table, key, grid), side: sideOfPath(path) }));
  return table.rows.map((row) => {
    const wanted = columns.filter(({ key }) => !Object.hasOwn(row.cells, key));
    const filled = columns.find(({ key }) => Object.hasOwn(row.cells, key));
    const figure = filled && row.cells[filled.key];
    const anchor = figure ? grid.cellAround(figure) : grid.label(row);
    if (!anchor || wanted.length === 0) return {};
    const side = filled ? filled.side : sideRightOf(anchor, columns);
    const own = wanted.filter((column) => column.side === side);
    return Object.fromEntries(own.flatMap(({ key, indexes }) => blankIn(anchor, nearestTo(anchor, indexes, !figure), key, grid)));
  });
}

function blankIn(anchor: DisclosureGridCell, column: number | undefined, key: string, grid: GridIndex): [string, ViewPlace][] {
  const cell = column === undefined ? undefined : grid.empty(anchor.row, column);
  if (!cell) return [];
  const place = { page: cell.page, box: boxOf(cell) };
  if (cell.ref !== undefined) return [[key, { ...place, ref: cell.ref }]];
  // Where others have words, a cell without them is not in the file.
  return grid.hasWords ? [] : [[key, place]];
}

/** A label stands left of its figures. */
function nearestTo({ column }: DisclosureGridCell, indexes: readonly number[], isLabel: boolean): number | undefined {
  const possible = isLabel ? indexes.filter((index) => index > column) : indexes;
  return possible.toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column))[0];
}

/** The side of the first column of figures right of a label. */
function sideRightOf(label: DisclosureGridCell, columns: readonly KeyColumn[]): Side | null {
  const right = columns.flatMap(({ indexes, side }) => indexes.filter((index) => index > label.column).map((index) => ({ index, side })));
  return right.toSorted((a, b) => a.index - b.index)[0]?.side ?? null;
}

/** Where no row has the column, it is the one that bears its header. */
function indexesOf({ rows, columns, grid: { cells } }: DisclosureTable, key: string, grid: GridIndex): readonly number[] {
  const values = rows.flatMap((row) => row.cells[key] ?? []);
  const found = new Set(values.flatMap((value) => grid.cellAround(value)?.column ?? []));
  if (found.size > 0) return [...found];
  const head = columns.find((column) => column.key === key)?.path.at(-1);
  const named = cells.filter(({ text, columnSpan }) => head !== undefined && columnSpan === 1 && squeeze(text) === head);
  return named.length === 1 ? named.map(({ column }) => column) : [];
}

/** The cells of a grid by page, by place and by text. */
class GridIndex {
  private readonly byPage: ReadonlyMap<number, readonly DisclosureGridCell[]>;
  private readonly byText: ReadonlyMap<string, readonly DisclosureGridCell[]>;
  private readonly emptyCells: ReadonlyMap<string, DisclosureGridCell>;
  /** Of a document without pages: its cells are known by their places in words. */
  readonly hasWords: boolean;

  constructor({ grid: { cells } }: DisclosureTable) {
    this.byPage = groupBy(cells, ({ page }) => page);
    this.byText = groupBy(cells, ({ text }) => squeeze(text));
    this.hasWords = cells.some(({ ref }) => ref !== undefined);
    this.emptyCells = new Map(cells.filter(({ text }) => text === '').map((cell) => [`${cell.row} ${cell.column}`, cell]));
  }

  /** The cell whose rectangle holds the middle of some ink. */
  cellAround({ page, box }: DisclosureValue): DisclosureGridCell | null {
    const [x0, y0, x1, y1] = boxOf({ box });
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const holds = ([left, top, right, bottom]: ViewPlace['box']) => left <= x && x <= right && top <= y && y <= bottom;
    return this.byPage.get(page)?.find((cell) => holds(boxOf(cell))) ?? null;
  }

  /** The cell that bears a row's name, where there is one alone. */
  label({ name }: DisclosureRow): DisclosureGridCell | null {
    const [cell, ...others] = name === null ? [] : (this.byText.get(name) ?? []);
    return cell && others.length === 0 ? cell : null;
  }

  empty(row: number, column: number): DisclosureGridCell | undefined {
    return this.emptyCells.get(`${row} ${column}`);
  }
}
