import path from 'node:path';
import { knownDocuments } from '../store/documents.js';
import { knownFiles } from '../store/files.js';
import type { Store } from '../store/store.js';
import { CorrectionsFiles } from './corrections.js';
import { type ByReason, countReasons, type MissingFiles } from './events.js';
import { absentFiles } from './gone.js';
import { type Group, unitsOf } from './groups.js';
import { identifyFile } from './identify.js';
import { ioLimit } from './io.js';
import { identifyCorrections, joiningOf, type MemberNow, type Target, targetsOf } from './joined.js';
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

/** The files of a unit as a run would find them. */
interface PlannedUnit {
  readonly group: Group | null;
  readonly members: readonly MemberNow[];
}

/**
 * What a run with these options would read, and why. New and changed files are hashed, as the run would; nothing is written anywhere.
 * @param store null where there is none yet
 * @throws the signal's reason where it stops
 */
export async function planFolders(options: ArchiveOptions, store: Store | null, stop: AbortSignal): Promise<Plan> {
  const corrections = new CorrectionsFiles();
  const [units, missing, unreadable]: [PlannedUnit[], MissingFiles[], string[]] = [[], [], []];
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
    const identify = async (pending: PendingFile): Promise<MemberNow> => {
      const { sha256, problem } = await io(() => identifyFile(pending.file, knownHash(pending), provenances, stop));
      return { pending, sha256, problem };
    };
    for (const { group, members } of await unitsOf(found, known, provenances))
      units.push({ group, members: await Promise.all(members.map(identify)) });
  }
  const files = units.flatMap(({ members }) => members);
  for (const { group, members } of units)
    if (group === null) for (const { pending, sha256 } of members) if (sha256 !== null) corrections.identify(pending.file, sha256);
  unreadable.push(...files.flatMap(({ problem }) => problem?.reason ?? []));
  const known = store ? await knownDocuments(store.database) : new Map();
  const lost = new Set(store ? await store.json.missing(store.database) : []);
  const read = whysOf(units, corrections, { documents: known, lost }, options);
  const asBefore = files.filter(({ sha256 }) => sha256 !== null).length - read.reduce((sum, document) => sum + document.files, 0);
  const whys = countReasons(read.map(({ why }) => why));
  return { files: files.length, read: whys, asBefore, own, gone, missing, unreadable: countReasons(unreadable) };
}

/** What a store knows: its documents by hash, and the hashes of those whose JSON is missing. */
interface Known {
  readonly documents: Awaited<ReturnType<typeof knownDocuments>>;
  readonly lost: ReadonlySet<string>;
}

/** A document that would be read. */
interface PlannedDocument {
  readonly why: WhyRead;
  /** Of how many files it is made. */
  readonly files: number;
}

/** The documents that would be read: each once, wherever it lies. */
function whysOf(
  units: readonly PlannedUnit[],
  corrections: CorrectionsFiles,
  { documents, lost }: Known,
  options: ArchiveOptions,
): PlannedDocument[] {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const whyOf = (sha256: string, hashBefore: string | null) => {
    const stamps = { bare: stamp, corrected: corrections.stampOf(sha256, stamp) };
    return whyRead({ document: documents.get(sha256) ?? null, hashBefore, sha256, isLost: lost.has(sha256), stamp: stamps }, options);
  };
  const planned = new Map<string, PlannedDocument | null>();
  for (const { group, members } of units) {
    const isFinal = (sha256: string) => {
      identifyCorrections(corrections, members, { how: 'joined', sha256 });
      return whyOf(sha256, null) === null;
    };
    const joining = group && joiningOf(group, members, { documents, lost, isFinal });
    if (joining) identifyCorrections(corrections, members, joining);
    for (const target of targetsOf(members, joining)) {
      if (planned.has(target.sha256)) continue;
      const why = whyOf(target.sha256, hashBefore(target));
      planned.set(target.sha256, why === null ? null : { why, files: target.files.length });
    }
  }
  return [...planned.values()].filter((document) => document !== null);
}

/** The hash of the document that the first of its files was, or was of, before; null where that is new. */
function hashBefore({ files: [first] }: Target): string | null {
  const known = first?.known;
  return known?.gone === 0 ? (known.joined ?? known.sha256) : null;
}
