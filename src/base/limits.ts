/** Larger documents fail as `too-large` unless a caller raises the limit: the longest published disclosures have some 400 pages. */
export const MAX_PAGES = 2000;
/** Bytes. Scanned disclosures reach 100 MB. */
export const MAX_BYTES = 500_000_000;
