import { families } from '../../extractors/families.js';
import { yearsSvg } from '../compare/chart.js';
import { listingCsv, listingsXlsx } from '../compare/listing-files.js';
import { compareYears, type TwoYears } from '../compare/years.js';
import { carriedListing, indicatorsListing, rowsListing, yearsListing } from '../compare/years-listing.js';
import { yearsText } from '../compare/years-text.js';
import type { ComparedFormat } from './compared-format.js';
import { harmlessLine } from './line.js';

/** The comparison of two years of a department as it is printed or written, and whether anything differs. */
export function writtenYears(two: TwoYears, format: ComparedFormat): { text: string | Uint8Array; differs: boolean } {
  const comparison = compareYears(two, families);
  const { years, earlier, later } = two;
  const words = { years, families };
  const { department, kind } = later.document;
  const title = `${department ?? ''}${years.join('—')}年度${kind}`;
  const differs = comparison.rows.some(({ difference }) => difference === null || /[1-9]/.test(difference));
  switch (format) {
    case 'json': {
      const about = [earlier, later].map(({ source, document }) => ({ name: source.name, sha256: source.sha256, ...document }));
      return { differs, text: `${JSON.stringify({ earlier: about[0], later: about[1], ...comparison }, null, 2)}\n` };
    }
    case 'csv':
      return { differs, text: listingCsv(yearsListing(comparison, words)) };
    case 'xlsx':
      return { differs, text: listingsXlsx([indicatorsListing, carriedListing, rowsListing].map((listing) => listing(comparison, words))) };
    case 'svg':
      return { differs, text: `${yearsSvg(title, [String(years[0]), String(years[1])], comparison.indicators)}\n` };
    case 'text':
      return { differs, text: `${harmlessLine(title)}\n\n${yearsText(comparison, words)}` };
  }
}
