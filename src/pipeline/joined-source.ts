import type { Disclosure } from '../../schemas/disclosure.js';
import { sha256Of } from '../base/sha256.js';

/** The sources of several files as that of one: their names, the hash of their hashes, their bytes together, and each of them. */
export function joinSources(sources: readonly Disclosure['source'][]): Disclosure['source'] {
  return {
    name: sources.map(({ name }) => name).join(' + '),
    sha256: joinedHash(sources.map(({ sha256 }) => sha256)),
    bytes: sources.reduce((sum, { bytes }) => sum + bytes, 0),
    mediaType: 'multipart/mixed',
    pages: null,
    producer: null,
    files: sources.map(({ name, sha256, bytes, mediaType }) => ({ name, sha256, bytes, mediaType })),
  };
}

/** By what several files are one document: the hash of their hashes, in their order. */
export const joinedHash = (hashes: readonly string[]): string => sha256Of(new TextEncoder().encode(hashes.join(' ')));
