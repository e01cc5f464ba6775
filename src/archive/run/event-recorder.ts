import type { Session } from '../store/database.js';
import type { KnownDocument } from '../store/documents.js';
import { type KnownFile, markGone } from '../store/files.js';
import { saveEvents } from '../store/runs.js';
import { type ByReason, countReasons, type MissingFiles, type Postponed, type RunCounts, type RunEvent } from './events.js';
import { absenceEvents, absentFiles } from './gone.js';
import type { FileProblem } from './identify.js';
import type { RunContext } from './options.js';
import { remarkEvents } from './pending.js';
import type { Remark } from './provenance.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** What is counted where it is told; what is gone or left is counted where it is found out. */
const COUNTED = ['new', 'changed', 'unreadable', 'provenance'] as const;
const isCounted = (kind: RunEvent['kind']): kind is (typeof COUNTED)[number] => COUNTED.some((each) => each === kind);

/** Remembers in the store what a run finds out about files and documents, tells its observer, and counts it. */
export class EventRecorder {
  /** Folders of which so much is missing that nothing counts as gone. */
  readonly missing: MissingFiles[] = [];
  private readonly run: number;
  private readonly counts: RunCounts;
  private readonly context: Pick<RunContext, 'store' | 'observer'>;
  private readonly unreadableReasons: string[] = [];

  /** @param counts of the run: they grow with what is recorded */
  constructor(run: number, counts: RunCounts, context: Pick<RunContext, 'store' | 'observer'>) {
    this.run = run;
    this.counts = counts;
    this.context = context;
  }

  /** Files and folders the system would not hand over. */
  get unreadable(): ByReason {
    return countReasons(this.unreadableReasons);
  }

  /** Documents of the store that have no JSON any more: they are read again, where their files are still there. */
  async lost(documents: readonly KnownDocument[]): Promise<void> {
    const note = 'its JSON is missing from the store';
    await this.record(documents.map(({ sha256, name }) => ({ kind: 'lost', root: '', path: name, sha256, note })));
  }

  /** What is not in a folder any more, what of it cannot be listed, and what is wrong with its manifests. */
  async folder(found: FoundFiles, known: ReadonlyMap<string, KnownFile>, remarks: readonly Remark[], allowGone: boolean): Promise<void> {
    const { gone, missing } = absentFiles(found, known, allowGone);
    this.counts.gone += gone.length;
    this.unreadableReasons.push(...found.unreadable.map(({ reason }) => reason));
    if (missing) this.missing.push(missing);
    await this.record([...absenceEvents(found, gone, missing), ...remarkEvents(found.root, remarks)], async (session) => {
      for (const file of gone) await markGone(session, file, this.run);
    });
  }

  /** What was found out about files, together with what is remembered of them. */
  async files(
    events: readonly RunEvent[],
    problems: readonly FileProblem[],
    remember: ((session: Session) => Promise<void>) | null,
  ): Promise<void> {
    this.unreadableReasons.push(...problems.map(({ reason }) => reason));
    await this.record(events, remember ?? undefined);
  }

  /** Which documents are left for the next run, and why. @param fileOf the file of a document that was submitted */
  async postponed(postponed: readonly Postponed[], fileOf: (sha256: string) => FoundFile | undefined): Promise<void> {
    this.counts.postponed = postponed.length;
    await this.record(
      postponed.flatMap(({ sha256, reason, message }): RunEvent[] => {
        const file = fileOf(sha256);
        return file ? [{ kind: 'postponed', root: file.root, path: file.path, sha256, note: `${reason}: ${message}` }] : [];
      }),
    );
  }

  private async record(events: readonly RunEvent[], remember?: (session: Session) => Promise<void>): Promise<void> {
    if (events.length === 0 && !remember) return;
    const { store, observer } = this.context;
    await store.database.write(async (session) => {
      await remember?.(session);
      await saveEvents(session, this.run, events);
    });
    for (const event of events) {
      if (isCounted(event.kind)) this.counts[event.kind] += 1;
      observer.event(event);
    }
  }
}
