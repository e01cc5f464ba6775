import path from 'node:path';
import { knownDocuments } from '../store/documents.js';
import { knownFiles } from '../store/files.js';
import type { Store } from '../store/store.js';
import { CorrectionsFiles } from './corrections.js';
import { type ByReason, countReasons, type MissingFiles } from './events.js';
import { absentFiles } from './gone.js';
import { type IdentifiedFile, identifyFile } from './identify.js';
import { ioLimit } from './io.js';
import type { ArchiveOptions } from './options.js';
import { knownHash, type PendingFile } from './pending.js';
import { Provenances } from './provenances.js';
import { scanFolder } from './scan.js';
import { resultStamp } from './stamp.js';
import { type WhyRead, whyRead } from './why.js';

/** What a run would do. */
export interface Plan {
  readonly files: number;
  /** Documents that would be read, by why. */
  readonly read: Readonly<Partial<Record<WhyRead, number>>>;
  /** Files whose document is in the store as it would be read, or is read once for another file. */
  readonly asBefore: number;
  /** Workbooks and reports of ours: they are no documents. */
  readonly own: number;
  readonly gone: number;
  readonly missing: readonly MissingFiles[];
  /** Files and folders, by reason. */
  readonly unreadable: ByReason;
}

/** A file as a run would find it, and its hash before. */
interface PlannedFile {
  readonly identified: IdentifiedFile;
  readonly hashBefore: string | null;
}

/**
 * What a run with these options would read, and why. New and changed files are hashed, as the run would; nothing is written anywhere.
 * @param store null where there is none yet
 * @throws the signal's reason where it stops
 */
export async function planFolders(options: ArchiveOptions, store: Store | null, stop: AbortSignal): Promise<Plan> {
  const corrections = new CorrectionsFiles();
  const [files, missing, unreadable]: [PlannedFile[], MissingFiles[], string[]] = [[], [], []];
  let [gone, own] = [0, 0];
  for (const folder of options.folders) {
    const root = path.resolve(folder);
    const io = ioLimit();
    const known = store ? await knownFiles(store.database, root) : new Map();
    const found = await scanFolder(root, io, stop, known);
    own += found.own.length;
    const absent = absentFiles(found, known, options.allowGone ?? false);
    gone += absent.gone.length;
    if (absent.missing) missing.push(absent.missing);
    unreadable.push(...found.unreadable.map(({ reason }) => reason));
    await corrections.read(found, io);
    const provenances = await Provenances.of(found);
    const identify = async (file: PendingFile['file']): Promise<PlannedFile> => {
      const pending = { file, known: known.get(file.path), provenances };
      const identified = await io(() => identifyFile(file, knownHash(pending), provenances, stop));
      return { identified, hashBefore: pending.known?.gone === 0 ? pending.known.sha256 : null };
    };
    files.push(...(await Promise.all(found.documents.map(identify))));
  }
  for (const { identified } of files) if (identified.sha256 !== null) corrections.identify(identified.file, identified.sha256);
  unreadable.push(...files.flatMap(({ identified }) => identified.problem?.reason ?? []));
  const known = store ? await knownDocuments(store.database) : new Map();
  const lost = new Set(store ? await store.json.missing(store.database) : []);
  const read = whysOf(files, corrections, { documents: known, lost }, options);
  const asBefore = files.filter(({ identified }) => identified.sha256 !== null).length - read.length;
  return { files: files.length, read: countReasons(read), asBefore, own, gone, missing, unreadable: countReasons(unreadable) };
}

/** What a store knows: its documents by hash, and the hashes of those whose JSON is missing. */
interface Known {
  readonly documents: Awaited<ReturnType<typeof knownDocuments>>;
  readonly lost: ReadonlySet<string>;
}

/** Why documents would be read: each once, wherever it lies. */
function whysOf(
  files: readonly PlannedFile[],
  corrections: CorrectionsFiles,
  { documents, lost }: Known,
  options: ArchiveOptions,
): WhyRead[] {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const whys = new Map<string, WhyRead | null>();
  for (const { identified, hashBefore } of files) {
    const { sha256 } = identified;
    if (sha256 === null || whys.has(sha256)) continue;
    const stamps = { bare: stamp, corrected: corrections.stampOf(sha256, stamp) };
    whys.set(
      sha256,
      whyRead({ document: documents.get(sha256) ?? null, hashBefore, sha256, isLost: lost.has(sha256), stamp: stamps }, options),
    );
  }
  return [...whys.values()].filter((why) => why !== null);
}
