/** Larger documents fail as `too-large` unless a caller raises the limit: the longest published disclosures have some 400 pages. */
export const MAX_PAGES = 2000;
/** Bytes. Scanned disclosures reach 100 MB. */
export const MAX_BYTES = 500_000_000;
/** Bytes. A file that is too large to be read is still named by its hash, for its result says of which bytes it is; beyond this it is not opened. */
export const MAX_HASHED = 2_000_000_000;
/** Bytes of a table that people keep beside their documents. One of a million lines has less. */
export const MAX_TABLE = 500_000_000;
