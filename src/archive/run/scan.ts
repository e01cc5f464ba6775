import { stat } from 'node:fs/promises';
import path from 'node:path';
import { systemPath } from '../../base/file-name.js';
import { type UnreadableFolder, walk } from '../../base/walk.js';
import { correctionsPath, isCorrectionsPath } from '../../corrections/file.js';
import { documentsAmong } from '../../read/containers.js';
import { isOwnResult } from '../../read/own-results.js';
import { isTriagePath, triagePath } from '../../triage/file.js';
import type { Limit } from './io.js';

/** A file as the folder lists it. `state` changes when the file does: size and times, so that no file is opened to see it. */
export interface FoundFile {
  /** The folder that was searched, absolute; like `path` as `file-name.ts` has it. */
  readonly root: string;
  /** From `root`, with `/`. */
  readonly path: string;
  readonly state: string;
  readonly bytes: number;
}

/** What lies below a folder. */
export interface FoundFiles {
  readonly root: string;
  readonly documents: readonly FoundFile[];
  /** Paths of results of ours: they are no documents. */
  readonly own: readonly string[];
  /** `<file>.meta.json` by the path of the document it goes with. */
  readonly sidecars: ReadonlyMap<string, FoundFile>;
  /** Paths of the documents that have a corrections file beside them. */
  readonly corrected: ReadonlySet<string>;
  /** Paths of the documents that have a triage file beside them. */
  readonly judged: ReadonlySet<string>;
  /** Every `manifest.csv`. */
  readonly manifests: readonly FoundFile[];
  /** Folders that could not be listed: what lies in them is unknown. */
  readonly unreadable: readonly UnreadableFolder[];
}

const SIDECAR = '.meta.json';

/**
 * Every document below a folder, and what goes with it, sorted by path. Names that begin with a dot are left out; links to files are
 * followed, links to folders are not.
 * @param known files that were documents before: those that have not changed since are not opened
 * @throws the signal's reason where it stops
 */
export async function scanFolder(
  root: string,
  io: Limit,
  stop: AbortSignal,
  known: ReadonlyMap<string, Pick<FoundFile, 'state'>>,
): Promise<FoundFiles> {
  const { files, unreadable } = await walk(root, stop);
  const ofKind = (is: (file: string) => boolean) => statAll(root, files.filter(is), io, stop);
  const sidecars = await ofKind((file) => file.endsWith(SIDECAR));
  const all = await statAll(root, documentsAmong(files), io, stop);
  const isOwn = await Promise.all(all.map((file) => io(() => isOwnFile(file, known, stop))));
  const documents = all.filter((_, i) => !isOwn[i]);
  const beside = new Set(files.filter((file) => isCorrectionsPath(file) || isTriagePath(file)));
  const having = (pathOf: (document: string) => string) =>
    new Set(documents.map((file) => file.path).filter((file) => beside.has(pathOf(file))));
  return {
    root,
    documents,
    own: all.filter((_, i) => isOwn[i]).map((file) => file.path),
    corrected: having(correctionsPath),
    judged: having(triagePath),
    sidecars: new Map(sidecars.map((file) => [file.path.slice(0, -SIDECAR.length), file])),
    manifests: await ofKind((file) => path.posix.basename(file) === 'manifest.csv'),
    unreadable,
  };
}

/** What was a document and has not changed is one still. */
async function isOwnFile(file: FoundFile, known: ReadonlyMap<string, Pick<FoundFile, 'state'>>, stop: AbortSignal): Promise<boolean> {
  stop.throwIfAborted();
  return known.get(file.path)?.state !== file.state && (await isOwnResult(path.join(file.root, file.path)));
}

async function statAll(root: string, files: readonly string[], io: Limit, stop: AbortSignal): Promise<FoundFile[]> {
  return await Promise.all(files.map((file) => io(() => statFile(root, file, stop))));
}

/** A file that went away since it was listed, or a link that leads nowhere, is listed all the same: reading it will say why it cannot be. */
async function statFile(root: string, file: string, stop: AbortSignal): Promise<FoundFile> {
  stop.throwIfAborted();
  try {
    const { size, mtimeNs, ctimeNs } = await stat(systemPath(path.join(root, file)), { bigint: true });
    return { root, path: file, state: `${size} ${mtimeNs} ${ctimeNs}`, bytes: Number(size) };
  } catch {
    return { root, path: file, state: 'unreadable', bytes: 0 };
  }
}
