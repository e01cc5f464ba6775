import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { MAX_BYTES } from '../base/limits.js';
import { mediaTypeOf } from '../read/sniff.js';

/** Bytes from the beginning of a file that suffice to detect its media type. */
const HEAD = 4096;

/** What to print for the error codes of the operating system when a file cannot be read. */
const READ_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'it is no longer there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk reports an error',
};

/**
 * Reads a whole file. Its size is checked before it is read.
 * @throws DisclosureError `too-large`; `internal` where the file cannot be read
 */
export async function readSource(path: string, maxBytes = MAX_BYTES): Promise<Uint8Array> {
  const size = await sizeOf(path);
  if (size > maxBytes) {
    const limit = Math.round(maxBytes / 1e6).toLocaleString('en');
    throw new DisclosureError('too-large', `The file has ${Math.round(size / 1e6).toLocaleString('en')} MB; the limit is ${limit} MB.`);
  }
  const { buffer, byteOffset, byteLength } = await translateError(path, readFile(path));
  // A plain Uint8Array: pdf.js refuses Node's own kind.
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * The `source` of a document that could not be extracted, with `pages` and `producer` null. The file is read in small pieces, whatever its size.
 * @throws DisclosureError `internal` where the file cannot be read
 */
export async function identifySource(path: string, name: string): Promise<Disclosure['source']> {
  await sizeOf(path);
  const { sha256, bytes } = await translateError(path, hashFile(path));
  const mediaType = mediaTypeOf(await translateError(path, readHead(path)));
  return { name, sha256, bytes, mediaType, pages: null, producer: null };
}

/**
 * The size of a file in bytes. To be called before the file is opened: reading a named pipe would never end.
 * @throws DisclosureError `internal` where it is no regular file, or cannot be read
 */
async function sizeOf(path: string): Promise<number> {
  const status = await translateError(path, stat(path));
  if (!status.isFile()) throw new DisclosureError('internal', `${path} cannot be read: it is no regular file.`);
  return status.size;
}

async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    sha256.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: sha256.digest('hex'), bytes };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Waits for a file operation. @throws DisclosureError `internal`, with the system's error in words, where it fails */
async function translateError<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new DisclosureError('internal', `${path} cannot be read: ${READ_ERRORS[code] ?? code}.`, { cause });
  }
}
