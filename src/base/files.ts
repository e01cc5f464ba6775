import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A result file that may hold another document stands where this one's result should go. It was not touched. */
export class ResultTakenError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = 'ResultTakenError';
    this.path = path;
  }
}

/**
 * Writes a file whole or not at all: under another name in the same folder first, then renamed. Makes the folder where
 * it is missing. On failure the target is as it was, nothing else is left, and the system's error is thrown.
 */
export async function writeWhole(path: string | Buffer, bytes: Uint8Array | string): Promise<void> {
  // Not made from the target's name: a Chinese one may already be as long as a file name can be.
  const temporary = beside(path, `.juesuan-${randomUUID()}.tmp`);
  await mkdir(beside(path, ''), { recursive: true });
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A path in the folder of another; of that folder itself where `name` is empty. */
function beside(path: string | Buffer, name: string): string | Buffer {
  // Every byte is a character of its own, so that the bytes of the folder's name stay what they are.
  return typeof path === 'string' ? join(dirname(path), name) : Buffer.from(join(dirname(path.toString('latin1')), name), 'latin1');
}

/**
 * Whether a result is already there for the document with this hash: `same`, or `absent` where no such file is.
 * Throws ResultTakenError where the file holds another document, or nothing that says which.
 */
export async function guardSame(jsonPath: string, sha256: string): Promise<'same' | 'absent'> {
  const bytes = await readIfThere(jsonPath);
  if (bytes === null) return 'absent';
  const holds = sha256Of(bytes);
  if (holds === sha256) return 'same';
  const what = holds === null ? 'no result of juesuan' : `the result of another document (sha256 ${holds.slice(0, 12)}…)`;
  throw new ResultTakenError(jsonPath, `${jsonPath} holds ${what} and is never overwritten. Choose another --out, or move that file.`);
}

/** A file's bytes, null where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** `source.sha256` of a result, null where the bytes are no such JSON. */
function sha256Of(bytes: Uint8Array): string | null {
  try {
    const sha256: unknown = JSON.parse(new TextDecoder().decode(bytes))?.source?.sha256;
    return typeof sha256 === 'string' ? sha256 : null;
  } catch {
    return null;
  }
}

/** A write past the size that the system allows a file (`ulimit -f`) fails with EFBIG, and no longer ends the process. */
export function failWhereTooLarge(): void {
  if (process.listenerCount('SIGXFSZ') === 0) process.on('SIGXFSZ', () => {});
}
