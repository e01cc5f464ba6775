import type { Disclosure } from '../../schemas/disclosure.js';
import { sha256Of } from '../base/sha256.js';
import { mediaTypeOf } from '../read/sniff.js';

export type DocumentSource = Disclosure['source'];

/** What is known of a file before it is opened. */
export function describeSource(bytes: Uint8Array, name: string): DocumentSource {
  return {
    name,
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    mediaType: mediaTypeOf(bytes),
    pages: null,
    producer: null,
  };
}
