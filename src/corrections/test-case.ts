import type { Correction } from '../../schemas/corrections.js';
import type { Disclosure } from '../../schemas/disclosure.js';

/** A correction as a case for those who work on the stages: the place, what was read there, what is right. */
export interface TestCase {
  readonly document: { readonly name: string; readonly sha256: string };
  readonly kind: Correction['kind'];
  readonly page: number;
  readonly box: [number, number, number, number] | null;
  /** In a document without pages. */
  readonly ref?: string;
  readonly read: Correction['was'];
  readonly expected: Correction['now'];
  readonly why: string;
}

export function toTestCase({ name, sha256 }: Disclosure['source'], correction: Correction): TestCase {
  const { kind, page, was, now, reason } = correction;
  const place = 'ref' in correction ? { box: null, ref: correction.ref } : { box: correction.box };
  return { document: { name, sha256 }, kind, page, ...place, read: was, expected: now, why: reason };
}
