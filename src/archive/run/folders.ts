import path from 'node:path';
import { at } from '../../base/invariant.js';
import { acrossStampOf, forgetAcross } from '../store/across.js';
import { type KnownDocument, knownDocuments } from '../store/documents.js';
import { StoreFailure } from '../store/failure.js';
import { knownFiles, saveFile, setApart } from '../store/files.js';
import { removeRegrouped } from '../store/regrouped.js';
import { beginRun, countDocuments, countFailures, endRun } from '../store/runs.js';
import { CorrectionsFiles } from './corrections.js';
import { readDepartments } from './departments-file.js';
import { EventRecorder } from './event-recorder.js';
import { countReasons, NO_COUNTS, type RunCounts, type RunResult } from './events.js';
import { type Group, type Unit, unitsOf } from './groups.js';
import { identifyFile } from './identify.js';
import { ioLimit, type Limit } from './io.js';
import {
  cannotBeJoined,
  identifyCorrections,
  type Joining,
  joiningOf,
  joiningRemarks,
  type MemberNow,
  membersAsKnown,
  targetsOf,
} from './joined.js';
import type { ArchiveOptions, RunContext } from './options.js';
import { eventsOf, knownHash, remarkEvents } from './pending.js';
import { Provenances } from './provenances.js';
import { scanFolder } from './scan.js';
import { acrossStamp, resultStamp } from './stamp.js';
import { Submitter } from './submitter.js';
import { TriageFiles } from './triage.js';
import { getsAnotherTry } from './why.js';

/** Files that are hashed and remembered together. */
const BATCH = 64;

/**
 * One run: folders → what is new or changed → the store. Whatever has been remembered before it ends, in whichever way, need not be done
 * again: a file is remembered with its hash, and a document is recorded in the store, each in a transaction of its own.
 */
export async function archiveFolders(options: ArchiveOptions, context: RunContext): Promise<RunResult> {
  const stamp = resultStamp(options.document.ocr ?? 'auto');
  const roots = options.folders.map((folder) => path.resolve(folder));
  const id = await beginRun(context.store, stamp, roots);
  const run = new Run(id, stamp, options, context);
  try {
    const result = await run.process(roots);
    await endRun(context.store, id, context.stop.aborted ? 'stopped' : 'done', run.counts);
    return result;
  } catch (error) {
    // A store that has failed cannot be told so either: the next run finds this one unended, and notes that it did not come to its end.
    await endRun(context.store, id, 'failed', run.counts).catch((second: unknown) => {
      if (!(error instanceof StoreFailure && second instanceof StoreFailure)) throw second;
    });
    throw error;
  }
}

class Run {
  readonly counts: RunCounts = { ...NO_COUNTS };
  private readonly id: number;
  private readonly options: ArchiveOptions;
  private readonly context: RunContext;
  private readonly events: EventRecorder;
  private readonly io: Limit = ioLimit();
  private readonly corrections = new CorrectionsFiles();
  private readonly triages = new TriageFiles();
  private readonly submitter: Submitter;
  /** Results of ours in the folders. */
  private own = 0;
  private documents: ReadonlyMap<string, KnownDocument> = new Map();
  /** Documents of the store whose JSON is missing. */
  private lost: ReadonlySet<string> = new Set();
  /** The groups that were submitted as one document, by its hash. */
  private readonly groups = new Map<string, { readonly group: Group; readonly members: readonly MemberNow[] }>();

  constructor(id: number, stamp: string, options: ArchiveOptions, context: RunContext) {
    this.id = id;
    this.options = options;
    this.context = context;
    this.events = new EventRecorder(id, this.counts, context);
    this.submitter = new Submitter({ run: id, stamp, options, context, corrections: this.corrections, counts: this.counts });
  }

  async process(roots: readonly string[]): Promise<RunResult> {
    const { store, reader, stop } = this.context;
    // Told before anything is read: it may be a long night.
    await readDepartments(this.options);
    this.documents = await knownDocuments(store.database);
    this.lost = new Set(await store.json.missing(store.database));
    await this.events.lost([...this.documents.values()].filter(({ sha256 }) => this.lost.has(sha256)));
    for (const known of this.documents.values())
      if (!getsAnotherTry(known, this.options) && !this.lost.has(known.sha256)) this.submitter.isKnown(known.sha256, known.stamp);
    await this.untilStopped(() => this.submitPending(roots));
    if (this.groups.size > 0) await this.untilStopped(() => this.submitApart());
    const postponed = await reader.drain();
    await this.events.postponed(postponed, (sha256) => this.submitter.fileOf(sha256));
    await removeRegrouped(store);
    if (!stop.aborted) await this.events.files(await this.triages.record(store), [], null);
    if (this.lost.size > 0) this.counts.lost = (await store.json.missing(store.database)).length;
    Object.assign(this.counts, await countDocuments(store, this.id));
    if (!stop.aborted) await this.untilStopped(() => this.compare());
    const reasons = {
      ...(await countFailures(store, this.id)),
      postponed: countReasons(postponed.map(({ reason }) => reason)),
      unreadable: this.events.unreadable,
    };
    return { ...this.counts, id: this.id, reasons, missing: this.events.missing, own: this.own };
  }

  /** Asked to stop, work ends wherever it is; what was remembered and read by then is counted as ever. */
  private async untilStopped(work: () => Promise<void>): Promise<void> {
    const { stop } = this.context;
    try {
      await work();
    } catch (error) {
      if (!stop.aborted || error !== stop.reason) throw error;
    }
  }

  private async submitPending(roots: readonly string[]): Promise<void> {
    const { observer, stop } = this.context;
    const pending = await this.findPending(roots);
    observer.begin(
      this.counts.files,
      pending.flatMap(({ members }) => members.map(({ file }) => file.bytes)),
    );
    for (let from = 0; from < pending.length && !stop.aborted; from += BATCH) await this.processBatch(pending.slice(from, from + BATCH));
  }

  /** The files of groups that could not be read as one document: each by itself. */
  private async submitApart(): Promise<void> {
    const { store, reader, stop } = this.context;
    await reader.settle();
    const documents = await knownDocuments(store.database);
    for (const [sha256, { group, members }] of this.groups) {
      const document = documents.get(sha256);
      if (stop.aborted || !document || document.stamp !== this.submitter.stampOf(sha256) || !cannotBeJoined(document)) continue;
      const apart = { how: 'apart' as const, why: document.message ?? document.reason ?? '' };
      await this.events.files(remarkEvents(group.root, joiningRemarks(group, apart, [])), [], (session) => setApart(session, sha256));
      await this.submitTargets(members, apart);
    }
  }

  /** Compares the documents with each other, unless neither they nor how they are compared has changed. */
  private async compare(): Promise<void> {
    const { store, families, stop } = this.context;
    const departments = await readDepartments(this.options);
    const across = acrossStamp(departments?.text);
    if ((await acrossStampOf(store.database)) === across) return;
    const { compareAcross } = await import('../across/across.js');
    await compareAcross(store, families, across, departments?.aliases, stop);
  }

  /** The files that differ from what is known of them, or whose document is not in the store; those with corrections first, then by size. */
  private async findPending(roots: readonly string[]): Promise<Unit[]> {
    const all: Unit[] = [];
    for (const root of roots) all.push(...(await this.scan(root)));
    const pending: Unit[] = [];
    for (const unit of all) {
      if (await this.isDone(unit)) this.counts.skipped += unit.members.length;
      else pending.push(unit);
    }
    const hasCorrections = ({ members }: Unit) => Number(members.some(({ file }) => this.corrections.has(file)));
    const bytes = ({ members }: Unit) => members.reduce((sum, { file }) => sum + file.bytes, 0);
    return pending.toSorted(
      (a, b) =>
        // The document may lie elsewhere without corrections: it is to be read once, with them.
        hasCorrections(b) - hasCorrections(a) ||
        // A long scan begun last would leave one worker with it and the others with nothing.
        bytes(b) - bytes(a),
    );
  }

  /** The files of a folder, and what is known of them; remembers those that are gone, and tells what cannot be listed. */
  private async scan(root: string): Promise<Unit[]> {
    const known = await knownFiles(this.context.store.database, root);
    const found = await scanFolder(root, this.io, this.context.stop, known);
    const provenances = await Provenances.of(found);
    this.own += found.own.length;
    this.counts.files += found.documents.length;
    await this.events.folder(found, known, provenances.remarks, this.options.allowGone ?? false);
    await this.corrections.read(found, this.io);
    await this.triages.read(found, this.io);
    const units = await unitsOf(found, known, provenances);
    for (const { group, members } of units) {
      const [first] = members;
      const sha256 = group === null && first ? knownHash(first) : null;
      if (first && sha256 !== null) this.corrections.identify(first.file, sha256);
    }
    return units;
  }

  /** Whether nothing about a unit's files has changed, and their documents are in the store as they would be read. */
  private async isDone(unit: Unit): Promise<boolean> {
    const members = membersAsKnown(unit);
    if (members === null) return false;
    const joining = unit.group && this.joiningOf(unit.group, members);
    const joined = joining === null || joining.how === 'apart' ? null : joining.sha256;
    if (!members.every(({ pending }) => (pending.known?.joined ?? null) === joined)) return false;
    if (!targetsOf(members, joining).every(({ sha256 }) => this.submitter.isCurrent(sha256))) return false;
    if (unit.group && joining) {
      const remarks = joiningRemarks(unit.group, joining, this.unusedCorrections(unit, joining));
      await this.events.files(remarkEvents(unit.group.root, remarks), [], null);
    }
    return true;
  }

  /** How a group is read; notes which document the corrections beside its files are about. */
  private joiningOf(group: Group, members: readonly MemberNow[]): Joining {
    const isFinal = (sha256: string) => {
      identifyCorrections(this.corrections, members, { how: 'joined', sha256 });
      return this.submitter.isCurrent(sha256);
    };
    const joining = joiningOf(group, members, { documents: this.documents, lost: this.lost, isFinal });
    identifyCorrections(this.corrections, members, joining);
    return joining;
  }

  /** Corrections beside a file of a group that is not its first. */
  private unusedCorrections({ members }: Unit, { how }: Joining): string[] {
    const beside = members.slice(1).filter(({ file }) => this.corrections.has(file));
    return how === 'joined' ? beside.map(({ file }) => file.path) : [];
  }

  /** Remembers some files, then submits those documents that are not in the store. */
  private async processBatch(batch: readonly Unit[]): Promise<void> {
    const identified = await Promise.all(batch.map((unit) => this.identify(unit)));
    const files = identified.flatMap((unit) => unit.files);
    for (const { group, files: own } of identified)
      if (group === null) for (const { file, sha256 } of own) if (sha256 !== null) this.corrections.identify(file, sha256);
    const units = identified.map((unit) => {
      const joining = unit.group && this.joiningOf(unit.group, unit.now);
      const remarks = unit.group && joining ? joiningRemarks(unit.group, joining, this.unusedCorrections(unit, joining)) : [];
      return { ...unit, joining, told: remarkEvents(unit.group?.root ?? '', remarks) };
    });
    await this.events.files(
      units.flatMap((one) => [...one.events, ...one.told]),
      files.flatMap(({ problem }) => problem ?? []),
      async (session) => {
        for (const { files: own, joining } of units) {
          const joined = joining === null || joining.how === 'apart' ? null : joining.sha256;
          for (const [position, file] of own.entries()) await saveFile(session, file, joined === null ? null : { joined, position });
        }
        await forgetAcross(session);
      },
    );
    for (const { group, now, joining } of units) {
      if (this.context.stop.aborted) return;
      if (group && joining?.how === 'joined' && !this.submitter.isCurrent(joining.sha256))
        this.groups.set(joining.sha256, { group, members: now });
      await this.submitTargets(now, joining);
    }
  }

  private async identify(unit: Unit) {
    const files = await Promise.all(
      unit.members.map((pending) => this.io(() => identifyFile(pending.file, knownHash(pending), pending.provenances, this.context.stop))),
    );
    const now = unit.members.map((pending, index) => {
      const { sha256, problem } = at(files, index);
      return { pending, sha256, problem };
    });
    return { ...unit, files, now, events: unit.members.flatMap((pending, index) => eventsOf(pending, at(files, index))) };
  }

  private async submitTargets(members: readonly MemberNow[], joining: Joining | null): Promise<void> {
    if (joining?.how === 'kept') this.counts.skipped += members.filter(({ sha256 }) => sha256 !== null).length;
    for (const { sha256, files } of targetsOf(members, joining)) {
      if (this.context.stop.aborted) return;
      await this.submitter.submit(sha256, files, this.documents.has(sha256));
    }
  }
}
