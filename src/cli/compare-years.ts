import { families } from '../../extractors/families.js';
import { yearsSvg } from '../compare/chart.js';
import { listingCsv, listingsXlsx } from '../compare/listing-files.js';
import { compareYears, type TwoYears } from '../compare/years.js';
import { carriedListing, indicatorsListing, perHeadListing, rowsListing, yearsListing } from '../compare/years-listing.js';
import { type YearLinks, yearsPage, yearsSource, yearsTitle } from '../compare/years-page.js';
import { yearsPerHead } from '../compare/years-per-head.js';
import { yearsText } from '../compare/years-text.js';
import type { ComparedFormat } from './compared-format.js';
import { harmlessLine } from './line.js';

/** What is known beside the two documents. */
export interface BesideYears {
  /** The heads of both years. */
  readonly heads?: readonly [string, string];
  readonly links?: YearLinks;
}

const NO_LINKS: YearLinks = { earlier: () => null, later: () => null };

/** The comparison of two years of a department as it is printed or written, and whether anything differs. */
export function writtenYears(
  two: TwoYears,
  format: ComparedFormat,
  { heads, links = NO_LINKS }: BesideYears = {},
): { text: string | Uint8Array; differs: boolean } {
  const comparison = compareYears(two, families);
  const { years, earlier, later } = two;
  const words = { years, families, ...(heads && { heads }) };
  const title = yearsTitle(two);
  const differs = comparison.rows.some(({ difference }) => difference === null || /[1-9]/.test(difference));
  switch (format) {
    case 'json': {
      const about = [earlier, later].map(({ source, document }) => ({ name: source.name, sha256: source.sha256, ...document }));
      const perHead = heads && { heads, perHead: yearsPerHead(comparison.indicators, heads) };
      return { differs, text: `${JSON.stringify({ earlier: about[0], later: about[1], ...comparison, ...perHead }, null, 2)}\n` };
    }
    case 'csv':
      return { differs, text: listingCsv(yearsListing(comparison, words)) };
    case 'xlsx': {
      const listings = [indicatorsListing, ...(heads ? [perHeadListing] : []), carriedListing, rowsListing];
      return { differs, text: listingsXlsx(listings.map((listing) => listing(comparison, words))) };
    }
    case 'html':
      return { differs, text: yearsPage(two, comparison, words, links) };
    case 'svg':
      return { differs, text: `${yearsSvg(title, [String(years[0]), String(years[1])], comparison.indicators, yearsSource(two))}\n` };
    case 'text':
      return { differs, text: `${harmlessLine(title)}\n\n${yearsText(comparison, words)}` };
  }
}
