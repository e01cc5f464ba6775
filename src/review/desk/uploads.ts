import { mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DisclosureError } from '../../base/errors.js';
import { pathToText, systemPath } from '../../base/file-name.js';
import { MAX_BYTES } from '../../base/limits.js';
import { UnreadableFileError, withRegular } from '../../base/regular-file.js';
import { isDocumentName, stemOf } from '../../read/containers.js';
import { isOwnResult } from '../../read/own-results.js';
import { type PackedDocument, zipDocuments } from '../../read/zip-documents.js';
import { readSource } from '../../workers/source.js';
import type { ReviewInput } from '../documents.js';
import type { UnpackedAnswer, UploadProblem } from '../view.js';
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
type ReceivedFile = { readonly document: ReviewInput } | { readonly left: 'beside' | 'own' };

/** Or the documents in a ZIP, and what in it was not taken. */
export type Received =
  | ReceivedFile
  | { readonly documents: readonly ReviewInput[]; readonly own: number; readonly refused: UnpackedAnswer['refused'] };

/** One file as the page sends it. `batch`: what was dropped together, in which paths count from one folder. */
export interface SentFile {
  readonly batch: number | string;
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
  /** ZIPs that were unpacked, each into a folder of its own. */
  private unpacked = 0;

  constructor(
    private readonly folder: PrivateFolder,
    private readonly limits: { readonly files: number; readonly bytes: number; readonly each: number } = {
      files: MOST_FILES,
      bytes: MOST_BYTES,
      each: MAX_BYTES,
    },
  ) {}

  /** Writes one file, whole or not at all; in place of a ZIP, the documents in it. @throws UploadRefused, system errors */
  async receive(sent: SentFile): Promise<Received> {
    const received = await this.keep(sent);
    return 'document' in received ? ((await this.unpack(received.document)) ?? received) : received;
  }

  /**
   * The documents in a ZIP, in a folder of its name; a copy of ours is taken away then. Null for what is no ZIP, and for one that cannot be
   * opened or holds no documents: read as a document, it says so. A ZIP in a ZIP stays one.
   */
  async unpack({ path: file, stem, isCopy }: ReviewInput): Promise<Extract<Received, { documents: unknown }> | null> {
    const packed = await packedIn(file);
    if (!packed) return null;
    this.unpacked += 1;
    const taken: ReviewInput[] = [];
    const refused: { path: string; problem: UploadProblem }[] = [];
    let own = 0;
    for (const { name, bytes } of packed) {
      try {
        const kept = await this.keep({ batch: `zip-${this.unpacked}`, path: `${stem}/${name}`, announced: null, bytes: streamOf(bytes) });
        if ('document' in kept) taken.push(kept.document);
        else own += 1;
      } catch (error) {
        if (error instanceof UploadRefused) refused.push({ path: name, problem: error.problem });
        else if (error instanceof DisclosureError)
          refused.push({ path: name, problem: error.reason === 'too-large' ? 'too-large' : 'packed' });
        else throw error;
      }
    }
    if (isCopy) await this.takeAway(file);
    return { documents: taken, own, refused };
  }

  private async takeAway(file: string): Promise<void> {
    const { size } = await stat(systemPath(file));
    await rm(systemPath(file), { force: true });
    this.files -= 1;
    this.bytes -= size;
  }

  private async keep({ batch, path: given, announced, bytes }: SentFile): Promise<ReceivedFile> {
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
    try {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await this.write(target, bytes);
    } catch (error) {
      this.files -= 1;
      throw isTaken(error) ? new UploadRefused('twice') : error;
    }
    if (BESIDE.test(name)) return { left: 'beside' };
    if (await isOwnResult(file)) {
      await this.takeAway(file);
      return { left: 'own' };
    }
    return { document: { path: file, stem: stemOf(parts.join(path.sep)), isCopy: true } };
  }

  private async write(target: string, bytes: Readable): Promise<void> {
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
    } catch (error) {
      this.bytes -= length;
      await file.close();
      await rm(target, { force: true });
      throw error;
    }
  }
}

/** Null for what is no ZIP of documents, or cannot be read. */
async function packedIn(file: string): Promise<readonly PackedDocument[] | null> {
  if (!(await beginsAsZip(file))) return null;
  try {
    return await zipDocuments(await readSource(file));
  } catch (error) {
    if (error instanceof DisclosureError) return null;
    throw error;
  }
}

/** Bytes that a ZIP begins with; most documents do not, and are not read whole. */
const ZIP_MARK = 'PK';

async function beginsAsZip(file: string): Promise<boolean> {
  try {
    return await withRegular(file, Number.POSITIVE_INFINITY, async (handle) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(ZIP_MARK.length), 0, ZIP_MARK.length, 0);
      return buffer.toString('latin1', 0, bytesRead) === ZIP_MARK;
    });
  } catch (error) {
    // Reading it as a document says what is wrong with it.
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** Unpacks when it is read: what may not be kept is not unpacked. */
const streamOf = (bytes: PackedDocument['bytes']): Readable =>
  Readable.from(
    (function* () {
      yield Buffer.from(bytes());
    })(),
  );

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EISDIR' || error.code === 'ENOTDIR');
