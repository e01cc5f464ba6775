import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToText } from '../../base/file-name.js';
import { MAX_BYTES } from '../../base/limits.js';
import { isDocumentName, stemOf } from '../../read/containers.js';
import { isOwnResult } from '../../read/own-results.js';
import type { ReviewInput } from '../documents.js';
import type { UploadProblem } from '../view.js';
import type { PrivateFolder } from './private-folder.js';
import { safeParts } from './upload-path.js';

/** Files in one run of the desk: what a person looks through. More are for `juesuan extract` and `juesuan archive`. */
export const MOST_FILES = 1000;
/** Bytes of all of them: a folder of scans has two GB; temporary folders are often no larger than eight. */
const MOST_BYTES = 4_000_000_000;

/** Names of files that lie beside a document and are about it. */
const BESIDE = /\.(?:corrections|triage)\.json$/u;

/** Why a file is not taken. */
export class UploadRefused extends Error {
  constructor(readonly problem: UploadProblem) {
    super(`The file is not taken: ${problem}.`);
    this.name = 'UploadRefused';
  }
}

/** What became of a file: a document to read, a file beside one, or a result of ours that is left out. */
export type Received = { readonly document: ReviewInput } | { readonly left: 'beside' | 'own' };

/** One file as the page sends it. `batch`: what was dropped together, in which paths count from one folder. */
export interface SentFile {
  readonly batch: number;
  readonly path: string;
  /** Bytes as announced; null where they are not. */
  readonly announced: number | null;
  readonly bytes: Readable;
}

/** Keeps what is dropped on the desk in a private folder: the browser tells no paths, only names and bytes. */
export class Uploads {
  private files = 0;
  /** Bytes kept, and those announced of files on their way. */
  private bytes = 0;

  constructor(
    private readonly folder: PrivateFolder,
    private readonly limits: { readonly files: number; readonly bytes: number; readonly each: number } = {
      files: MOST_FILES,
      bytes: MOST_BYTES,
      each: MAX_BYTES,
    },
  ) {}

  /** Writes one file, whole or not at all. @throws UploadRefused, system errors */
  async receive({ batch, path: given, announced, bytes }: SentFile): Promise<Received> {
    const parts = safeParts(given);
    const name = parts?.at(-1);
    if (!parts || name === undefined) throw new UploadRefused('name');
    if (!isDocumentName(name) && !BESIDE.test(name)) throw new UploadRefused('kind');
    if (this.files >= this.limits.files) throw new UploadRefused('too-many');
    if ((announced ?? 0) > this.limits.each) throw new UploadRefused('too-large');
    if (this.bytes + (announced ?? 0) > this.limits.bytes) throw new UploadRefused('too-much');
    this.files += 1;
    const file = path.join(await this.folder.path(), 'dropped', String(batch), ...parts.map((part) => pathToText(part)));
    const target = path.join(await this.folder.path(), 'dropped', String(batch), ...parts);
    let length = 0;
    try {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      length = await this.write(target, bytes);
    } catch (error) {
      this.files -= 1;
      throw isTaken(error) ? new UploadRefused('twice') : error;
    }
    if (BESIDE.test(name)) return { left: 'beside' };
    if (await isOwnResult(file)) {
      await rm(target, { force: true });
      this.files -= 1;
      this.bytes -= length;
      return { left: 'own' };
    }
    return { document: { path: file, stem: stemOf(parts.join(path.sep)) } };
  }

  /** @returns how many bytes it has */
  private async write(target: string, bytes: Readable): Promise<number> {
    let length = 0;
    const counted = async function* (this: Uploads, chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        length += chunk.length;
        this.bytes += chunk.length;
        if (length > this.limits.each) throw new UploadRefused('too-large');
        if (this.bytes > this.limits.bytes) throw new UploadRefused('too-much');
        yield chunk;
      }
    }.bind(this);
    // Opened before anything is read: a stream that opens it by itself may do so after what it gets has failed, and leave an empty file.
    const file = await open(target, 'wx', 0o600);
    try {
      await pipeline(bytes, counted, file.createWriteStream());
      return length;
    } catch (error) {
      this.bytes -= length;
      await file.close();
      await rm(target, { force: true });
      throw error;
    }
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EISDIR' || error.code === 'ENOTDIR');
