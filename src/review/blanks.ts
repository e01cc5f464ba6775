import type { DisclosureGridCell, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { squeeze } from '../words.js';
import type { Box } from './view.js';

type Place = Pick<DisclosureValue, 'page' | 'box'>;

/** Where a row's blank cells stand, by column key: the grid's empty cells in its line, below where other rows have the column. */
export function blanksOf(table: DisclosureTable): Record<string, Place>[] {
  const at = new GridIndex(table);
  const columns = new Map(table.columns.map(({ key }) => [key, columnsOf(table, key, at)]));
  return table.rows.map((row) => {
    const anchors = Object.values(row.cells).flatMap((cell) => at.cellAround(cell) ?? []);
    const [anchor] = anchors;
    if (!anchor) return {};
    const blanks = table.columns.flatMap(({ key }) => {
      if (Object.hasOwn(row.cells, key)) return [];
      const nearest = [...(columns.get(key) ?? [])].toSorted((a, b) => Math.abs(a - anchor.column) - Math.abs(b - anchor.column))[0];
      const cell = nearest === undefined ? undefined : at.empty(anchor.row, nearest);
      return cell ? [[key, { page: cell.page, box: cell.box }] as const] : [];
    });
    return Object.fromEntries(blanks);
  });
}

/** Columns of the grid that bear a key: one, or one in each panel. Where no row has it, the one that bears its header. */
function columnsOf({ rows, columns, grid }: DisclosureTable, key: string, at: GridIndex): ReadonlySet<number> {
  const cells = rows.flatMap((row: DisclosureRow) => row.cells[key] ?? []);
  const found = new Set(cells.flatMap((cell) => at.cellAround(cell)?.column ?? []));
  if (found.size > 0) return found;
  const head = columns.find((column) => column.key === key)?.path.at(-1);
  const named = grid.cells.filter(({ text, columnSpan }) => head !== undefined && columnSpan === 1 && squeeze(text) === head);
  return new Set(named.length === 1 ? named.map(({ column }) => column) : []);
}

/** The cells of a grid by page and by place. */
class GridIndex {
  private readonly byPage = new Map<number, DisclosureGridCell[]>();
  private readonly emptyOnes = new Map<string, DisclosureGridCell>();

  constructor({ grid }: DisclosureTable) {
    for (const cell of grid.cells) {
      this.byPage.set(cell.page, [...(this.byPage.get(cell.page) ?? []), cell]);
      if (cell.text === '') this.emptyOnes.set(`${cell.row} ${cell.column}`, cell);
    }
  }

  /** The cell whose rectangle holds the middle of some ink. */
  cellAround({ page, box: [x0, y0, x1, y1] }: Place): DisclosureGridCell | null {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const holds = ([left, top, right, bottom]: Box) => left <= x && x <= right && top <= y && y <= bottom;
    return this.byPage.get(page)?.find((cell) => holds(cell.box)) ?? null;
  }

  empty(row: number, column: number): DisclosureGridCell | undefined {
    return this.emptyOnes.get(`${row} ${column}`);
  }
}
