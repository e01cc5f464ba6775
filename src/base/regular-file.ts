/** Reading files that others have put there: only regular ones, never more than is asked for. Paths are those of `file-name.ts`. */
import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { systemPath } from './file-name.js';

/** Why a file cannot be read. */
export type FileReason = 'not-there' | 'no-regular-file' | 'permission-denied' | 'disk-error' | 'too-large' | 'unreadable';

/** A file, or a folder, that cannot be read. The message does not name it: `it is no regular file`. */
export class UnreadableFileError extends Error {
  readonly reason: FileReason;

  constructor(reason: FileReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableFileError';
    this.reason = reason;
  }
}

/** The error codes of the operating system that say more than that it did not work. */
const SYSTEM_ERRORS: Readonly<Record<string, readonly [FileReason, string]>> = {
  ENOENT: ['not-there', 'it is no longer there'],
  ENOTDIR: ['not-there', 'it is no longer there'],
  ELOOP: ['not-there', 'its links lead in a circle'],
  EACCES: ['permission-denied', 'permission denied'],
  EPERM: ['permission-denied', 'permission denied'],
  EIO: ['disk-error', 'the disk reports an error'],
  ESTALE: ['disk-error', 'the share it lies on is gone'],
  // A socket cannot be opened.
  ENXIO: ['no-regular-file', 'it is no regular file'],
};

/** An error of the operating system in words; any other is thrown. */
export function toUnreadable(error: unknown): UnreadableFileError {
  if (error instanceof UnreadableFileError) return error;
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  const code = String(error.code);
  const [reason, words] = SYSTEM_ERRORS[code] ?? ['unreadable', code];
  return new UnreadableFileError(reason, words, { cause: error });
}

/**
 * A regular file's bytes, at most as many as it has when it is opened.
 * @throws UnreadableFileError; `too-large` before anything is read
 */
export async function readRegular(path: string, maxBytes: number): Promise<Uint8Array> {
  return await withRegular(path, maxBytes, async (file, size) => {
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return length === size ? bytes : bytes.slice(0, length);
  });
}

/** A file as its bytes identify it. */
export interface HashedFile {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, enough to tell what kind of file it is. */
  readonly head: Uint8Array;
}

/** Bytes that are hashed at a time: a few milliseconds, so that a signal is seen. */
const PIECE = 1 << 20;
const HEAD = 4096;

/**
 * A regular file's hash, read in small pieces.
 * @throws UnreadableFileError; `too-large` before anything is read; the signal's reason where it stops
 */
export async function hashRegular(path: string, maxBytes: number, signal?: AbortSignal): Promise<HashedFile> {
  return await withRegular(path, maxBytes, async (file, size) => {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(Math.min(PIECE, size));
    let head = new Uint8Array();
    let bytes = 0;
    while (bytes < size) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, size - bytes), bytes);
      if (bytesRead === 0) break;
      if (bytes === 0) head = new Uint8Array(piece.subarray(0, Math.min(HEAD, bytesRead)));
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
    return { sha256: hash.digest('hex'), bytes, head };
  });
}

/** Not to wait for the other end of a pipe, nor to get a terminal's signals; Windows has neither. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Uses a regular file while it is open. @throws UnreadableFileError; `too-large` before it is opened */
export async function withRegular<T>(path: string, maxBytes: number, use: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  try {
    const place = systemPath(path);
    // Before it is opened, for opening alone makes some devices act; and again, for it may have been replaced meanwhile.
    mustBeRegular(await stat(place), maxBytes);
    const file = await open(place, FLAGS);
    try {
      return await use(file, mustBeRegular(await file.stat(), maxBytes));
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? toUnreadable(error) : error;
  }
}

function mustBeRegular(status: Stats, maxBytes: number): number {
  if (!status.isFile()) throw new UnreadableFileError('no-regular-file', 'it is no regular file');
  if (status.size > maxBytes)
    throw new UnreadableFileError('too-large', `it has ${megabytes(status.size)} MB; the limit is ${megabytes(maxBytes)} MB`);
  return status.size;
}

const megabytes = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString('en');
