import type { Disclosure, DisclosureTable, Finding } from '../../schemas/disclosure.js';
import type { Places } from '../rebuild/sheets/places.js';

/** What results point at. */
interface Pointed {
  readonly page: number;
  readonly box: [number, number, number, number] | null;
}

/** The result of a document without pages: its boxes are imaginary, so that each is replaced by the place it stands for. */
export function withPlaces(disclosure: Disclosure, places: Places): Disclosure {
  const placed = <Each extends Pointed>(each: Each): Each & { ref?: string } => {
    const ref = each.box && places(each.page, each.box);
    return { ...each, box: null, ...(ref && { ref }) };
  };
  return {
    ...disclosure,
    pages: disclosure.pages.map((page) => ({ ...page, width: 0, height: 0 })),
    tables: disclosure.tables.map((table) => placedTable(table, placed)),
    findings: disclosure.findings.map(
      (finding): Finding => ({
        ...finding,
        cells: finding.cells.map(placed),
        ...(finding.quote && { quote: placed(finding.quote) }),
      }),
    ),
  };
}

type Placed = <Each extends Pointed>(each: Each) => Each & { ref?: string };

const placedTable = (table: DisclosureTable, placed: Placed): DisclosureTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, placed(cell)])),
  })),
  grid: { ...table.grid, cells: table.grid.cells.map(placed) },
});
