import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { MAX_BYTES } from '../../base/limits.js';
import { UNNAMED } from '../../read/containers.js';

/** ms that fetching a document may take. */
const FETCH_TIMEOUT = 300_000;

/** A file on this machine, and how to remove it where it is only a copy. */
export interface LocalFile {
  readonly path: string;
  dispose(): Promise<void>;
}

/** A document's file: as it is, or fetched where it is an http(s) URL. @throws Error that says why it cannot be fetched */
export async function localFile(location: string): Promise<LocalFile> {
  if (!/^https?:\/\//.test(location)) return { path: location, dispose: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'juesuan-fetched-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, UNNAMED);
    const response = await fetch(location, { signal: AbortSignal.timeout(FETCH_TIMEOUT) });
    if (!response.ok || response.body === null) throw new Error(`${location} answers ${response.status}`);
    await pipeline(Readable.fromWeb(response.body as ReadableStream), atMost(MAX_BYTES + 1), createWriteStream(file));
    return { path: file, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Lets so many bytes through; the reader says of a longer file that it is too large. */
function atMost(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      done(null, part);
    },
  });
}
