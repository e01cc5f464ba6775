import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { MAX_BYTES } from '../base/limits.js';
import { mediaTypeOf } from '../read/sniff.js';

/** Bytes from the start of a file by which its media type is known. */
const HEAD = 4096;

/** The operating system's codes for a file that cannot be read, in words. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'it is no longer there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk reports an error',
};

/**
 * The bytes of a file that is not larger than `maxBytes`, which is decided before they are read.
 * @throws DisclosureError `too-large`; `internal` where the file cannot be read
 */
export async function readSource(path: string, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  const size = await sizeOf(path);
  if (size > maxBytes) {
    const limit = Math.round(maxBytes / 1e6).toLocaleString('en');
    throw new DisclosureError('too-large', `The file has ${Math.round(size / 1e6).toLocaleString('en')} MB; the limit is ${limit} MB.`);
  }
  const { buffer, byteOffset, byteLength } = await orUnreadable(path, readFile(path));
  // A plain Uint8Array: pdf.js refuses Node's own kind.
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * What is known of the file of a document that could not be extracted. It is read in small pieces, whatever its size.
 * @throws DisclosureError `internal` where the file cannot be read
 */
export async function identifySource(path: string, name: string): Promise<Disclosure['source']> {
  await sizeOf(path);
  const { sha256, bytes } = await orUnreadable(path, hash(path));
  const mediaType = mediaTypeOf(await orUnreadable(path, head(path)));
  return { name, sha256, bytes, mediaType, pages: null, producer: null };
}

/** Checked before anything is opened: a named pipe would never end. */
async function sizeOf(path: string): Promise<number> {
  const status = await orUnreadable(path, stat(path));
  if (!status.isFile()) throw new DisclosureError('internal', `${path} cannot be read: it is no regular file.`);
  return status.size;
}

async function hash(path: string): Promise<{ sha256: string; bytes: number }> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    sha256.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: sha256.digest('hex'), bytes };
}

async function head(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function orUnreadable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new DisclosureError('internal', `${path} cannot be read: ${SYSTEM_ERRORS[code] ?? code}.`, { cause });
  }
}
