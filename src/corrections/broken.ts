import type { Finding } from '../../schemas/disclosure.js';

/** What a finding is about. */
type Placed = Pick<Finding, 'cells' | 'quote'>;

/**
 * The findings that corrections brought about: those about cells or a sentence that no single finding was about before. What was wrong
 * before, and is still, is not among them, whichever figure of it is named now.
 */
export function brokenSince<After extends Placed>(before: readonly Placed[], after: readonly After[]): After[] {
  const known = before.map((finding) => new Set(placesOf(finding)));
  return after.filter((finding) => {
    const places = placesOf(finding);
    return places.length > 0 && !known.some((each) => places.every((place) => each.has(place)));
  });
}

/** By where they stand: a correction of a form changes the indexes of rows. */
const placesOf = ({ cells, quote }: Placed): string[] => [
  ...cells.map(({ table, row, column, page, box, ref }) => ref ?? `${page} ${box?.join() ?? `${table} ${row} ${column}`}`),
  ...(quote ? [quote.ref ?? `${quote.page} ${quote.box?.join() ?? quote.text}`] : []),
];
