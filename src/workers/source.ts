import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { MAX_BYTES, MAX_HASHED } from '../base/limits.js';
import { hashRegular, readRegular, UnreadableFileError } from '../base/regular-file.js';
import { joinSources } from '../pipeline/joined-source.js';
import { mediaTypeOf } from '../read/sniff.js';
import type { DocumentJob } from './job.js';

/**
 * Reads a whole file. Its size is checked before it is read.
 * @throws DisclosureError `too-large`; `internal` where the file cannot be read
 */
export async function readSource(path: string, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  return await translateError(path, readRegular(path, maxBytes));
}

/**
 * The `source` of a document that could not be extracted, with `pages` and `producer` null. The file is read in small pieces.
 * @throws DisclosureError `too-large` where it is so large that it is not even hashed; `internal` where it cannot be read
 */
export async function identifySource(path: string, name: string): Promise<Disclosure['source']> {
  const { sha256, bytes, head } = await translateError(path, hashRegular(path, MAX_HASHED));
  return { name, sha256, bytes, mediaType: mediaTypeOf(head), pages: null, producer: null };
}

/** The `source` of a job's document, be it one file or several: see `identifySource`. */
export async function identifyJob({
  path,
  name,
  together,
}: Pick<DocumentJob, 'path' | 'name' | 'together'>): Promise<Disclosure['source']> {
  if (!together) return await identifySource(path, name);
  const sources: Disclosure['source'][] = [];
  for (const file of together) sources.push(await identifySource(file.path, file.name));
  return joinSources(sources);
}

/** Waits for a file operation. @throws DisclosureError that says in words why it fails */
async function translateError<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    if (error.reason === 'too-large') throw new DisclosureError('too-large', `The file is too large: ${error.message}.`, { cause: error });
    throw new DisclosureError('internal', `${path} cannot be read: ${error.message}.`, { cause: error });
  }
}
