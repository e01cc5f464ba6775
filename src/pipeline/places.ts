import type { Disclosure, DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { must } from '../base/invariant.js';
import type { Layout } from '../rebuild/rebuild.js';

/** What results point at. */
interface Pointed {
  readonly page: number;
  readonly box: [number, number, number, number] | null;
}

/**
 * The result of a document without pages: its boxes are imaginary, so that each is replaced by the place it stands for.
 * @param keepBoxes for what draws the imaginary pages: they keep their sizes, and what stands on them its boxes
 */
export function withPlaces(
  disclosure: Disclosure,
  { places, sheetNames = [] }: Pick<Layout, 'places' | 'sheetNames'>,
  keepBoxes = false,
): Disclosure {
  const { refOf } = must(places, 'the places of sheets');
  const placed = <Each extends Pointed>(each: Each): Each & { ref?: string } => {
    const ref = each.box && refOf(each.page, each.box);
    return { ...each, box: keepBoxes ? each.box : null, ...(ref && { ref }) };
  };
  return {
    ...disclosure,
    pages: keepBoxes ? disclosure.pages : disclosure.pages.map((page) => ({ ...page, width: 0, height: 0 })),
    tables: disclosure.tables.map((table) => placedTable(table, placed)),
    findings: disclosure.findings.map(
      (finding): Finding => ({
        ...finding,
        message: withSheets(finding.message, sheetNames),
        cells: finding.cells.map(placed),
        ...(finding.quote && { quote: placed(finding.quote) }),
      }),
    ),
  };
}

/** 第1页《…》 or 第1、2页的《…》 at the beginning of a clause, or what a number is: 此数恰是第1页《…》. */
const PAGES = /(^|[，。；：]|恰是)第(\d+(?:、\d+)*)页的?/gu;

/** Where a message names pages it names sheets, and nothing where the document has but one text. */
const withSheets = (message: string, names: readonly (string | null)[]): string =>
  message.replace(PAGES, (_, before: string, numbers: string) => {
    const named = numbers.split('、').flatMap((number) => names[Number(number) - 1] ?? []);
    return named.length === 0 ? before : `${before}工作表${named.map((name) => `“${name}”`).join('、')}的`;
  });

type Placed = <Each extends Pointed>(each: Each) => Each & { ref?: string };

const placedTable = (table: DisclosureTable, placed: Placed): DisclosureTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, placed(cell)])),
  })),
  grid: { ...table.grid, cells: table.grid.cells.map(placed) },
});
