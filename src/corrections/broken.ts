import type { Finding } from '../../schemas/disclosure.js';

/** What a finding is about. */
type Placed = Pick<Finding, 'cells' | 'quote'>;

/** Tables as far as they tell which of their cells were corrected. */
type CorrectedTables = readonly {
  readonly rows: readonly { readonly cells: Readonly<Record<string, { readonly correction?: unknown }>> }[];
}[];

/** The share of its places by which a finding about an uncorrected cell is one of before: where two figures were wrong, the one that is left stands in fewer sums. */
const MOST = 0.5;

/**
 * The findings that corrections brought about. What was wrong before, and is still, is not among them: a finding all of whose cells and
 * sentence one finding was about before, or most of them where its likeliest culprit was not corrected and was named then too.
 * @param tables those of the findings after
 */
export function brokenSince<After extends Placed>(before: readonly Placed[], after: readonly After[], tables: CorrectedTables): After[] {
  const known = before.map((finding) => new Set(placesOf(finding)));
  return after.filter((finding) => {
    const places = placesOf(finding);
    const [culprit] = places;
    if (culprit === undefined) return false;
    const least = isLeadCorrected(finding, tables) ? 1 : MOST;
    return !known.some((each) => each.has(culprit) && places.filter((place) => each.has(place)).length >= least * places.length);
  });
}

function isLeadCorrected({ cells: [lead] }: Placed, tables: CorrectedTables): boolean {
  if (lead === undefined || lead.row === null || lead.column === null) return false;
  return tables[lead.table]?.rows[lead.row]?.cells[lead.column]?.correction !== undefined;
}

/** By where they stand: a correction of a form changes the indexes of rows. */
const placesOf = ({ cells, quote }: Placed): string[] => [
  ...cells.map(({ table, row, column, page, box, ref }) => ref ?? `${page} ${box?.join() ?? `${table} ${row} ${column}`}`),
  ...(quote ? [quote.ref ?? `${quote.page} ${quote.box?.join() ?? quote.text}`] : []),
];
