import type { DisclosureGridCell, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { squeeze } from '../base/text.js';
import type { Box } from './view.js';

type Place = Pick<DisclosureValue, 'page' | 'box'>;

/** A column key, the columns of the grid that bear it (one, or one in each panel), and its side in a two-sided table. */
interface KeyColumn {
  readonly key: string;
  readonly indexes: readonly number[];
  readonly side: string | null;
}

/** Where a row's blank cells stand, by column key: the grid's empty cells in its line, below where other rows have the column. */
export function blanksOf(table: DisclosureTable): Record<string, Place>[] {
  const at = new GridIndex(table);
  const columns = table.columns.map(({ key, path }) => ({ key, indexes: indexesOf(table, key, at), side: sideOf(path) }));
  return table.rows.map((row) => {
    const wanted = columns.filter(({ key }) => !Object.hasOwn(row.cells, key));
    const filled = columns.find(({ key }) => Object.hasOwn(row.cells, key));
    const figure = filled && row.cells[filled.key];
    const anchor = figure ? at.cellAround(figure) : at.label(row);
    if (!anchor || wanted.length === 0) return {};
    const side = filled ? filled.side : sideRightOf(anchor, columns);
    const own = wanted.filter((column) => column.side === side);
    return Object.fromEntries(own.flatMap(({ key, indexes }) => blankIn(anchor, nearestTo(anchor, indexes, !figure), key, at)));
  });
}

function blankIn(anchor: DisclosureGridCell, column: number | undefined, key: string, at: GridIndex): [string, Place][] {
  const cell = column === undefined ? undefined : at.empty(anchor.row, column);
  return cell ? [[key, { page: cell.page, box: cell.box }]] : [];
}

/** A label stands left of its figures. */
function nearestTo({ column }: DisclosureGridCell, indexes: readonly number[], isLabel: boolean): number | undefined {
  const possible = isLabel ? indexes.filter((index) => index > column) : indexes;
  return possible.toSorted((a, b) => Math.abs(a - column) - Math.abs(b - column))[0];
}

/** The side of the first column of figures right of a label. */
function sideRightOf(label: DisclosureGridCell, columns: readonly KeyColumn[]): string | null {
  const right = columns.flatMap(({ indexes, side }) => indexes.filter((index) => index > label.column).map((index) => ({ index, side })));
  return right.toSorted((a, b) => a.index - b.index)[0]?.side ?? null;
}

const sideOf = ([head]: readonly string[]): string | null => (head === '收入' || head === '支出' ? head : null);

/** Where no row has the column, it is the one that bears its header. */
function indexesOf({ rows, columns, grid }: DisclosureTable, key: string, at: GridIndex): readonly number[] {
  const cells = rows.flatMap((row: DisclosureRow) => row.cells[key] ?? []);
  const found = new Set(cells.flatMap((cell) => at.cellAround(cell)?.column ?? []));
  if (found.size > 0) return [...found];
  const head = columns.find((column) => column.key === key)?.path.at(-1);
  const named = grid.cells.filter(({ text, columnSpan }) => head !== undefined && columnSpan === 1 && squeeze(text) === head);
  return named.length === 1 ? named.map(({ column }) => column) : [];
}

/** The cells of a grid by page, by place and by text. */
class GridIndex {
  private readonly byPage = new Map<number, DisclosureGridCell[]>();
  private readonly emptyOnes = new Map<string, DisclosureGridCell>();
  private readonly byText = new Map<string, DisclosureGridCell[]>();

  constructor({ grid }: DisclosureTable) {
    const add = <Key>(map: Map<Key, DisclosureGridCell[]>, key: Key, cell: DisclosureGridCell) => {
      const cells = map.get(key);
      if (cells) cells.push(cell);
      else map.set(key, [cell]);
    };
    for (const cell of grid.cells) {
      add(this.byPage, cell.page, cell);
      add(this.byText, squeeze(cell.text), cell);
      if (cell.text === '') this.emptyOnes.set(`${cell.row} ${cell.column}`, cell);
    }
  }

  /** The cell whose rectangle holds the middle of some ink. */
  cellAround({ page, box: [x0, y0, x1, y1] }: Place): DisclosureGridCell | null {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const holds = ([left, top, right, bottom]: Box) => left <= x && x <= right && top <= y && y <= bottom;
    return this.byPage.get(page)?.find((cell) => holds(cell.box)) ?? null;
  }

  /** The cell that bears a row's name, where there is one alone. */
  label({ name }: DisclosureRow): DisclosureGridCell | null {
    const cells = name === null ? [] : (this.byText.get(name) ?? []);
    return cells.length === 1 ? (cells[0] ?? null) : null;
  }

  empty(row: number, column: number): DisclosureGridCell | undefined {
    return this.emptyOnes.get(`${row} ${column}`);
  }
}
