import type { Correction } from '../../schemas/corrections.js';
import type { Disclosure } from '../../schemas/disclosure.js';

/** A correction as a case for those who work on the stages: the place, what was read there, what is right. */
export interface TestCase {
  readonly document: { readonly name: string; readonly sha256: string };
  readonly kind: Correction['kind'];
  readonly page: number;
  readonly box: Correction['box'];
  readonly read: Correction['was'];
  readonly expected: Correction['now'];
  readonly why: string;
}

export function toTestCase({ name, sha256 }: Disclosure['source'], { kind, page, box, was, now, reason }: Correction): TestCase {
  return { document: { name, sha256 }, kind, page, box, read: was, expected: now, why: reason };
}
