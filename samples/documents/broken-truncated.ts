/** A PDF whose second half never arrived: no cross-reference table, no %%EOF. */
import type { Sample } from './sample.js';

export function brokenTruncated(whole: Sample): Sample {
  const bytes = whole.bytes.subarray(0, Math.floor(whole.bytes.length / 2));
  return { stem: 'broken-truncated', bytes, expected: { outcome: { status: 'failed', reason: 'truncated' }, document: null, tables: [] } };
}
