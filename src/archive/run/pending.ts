import type { KnownFile } from '../store/files.js';
import type { RunEvent } from './events.js';
import type { IdentifiedFile } from './identify.js';
import type { Remark } from './provenance.js';
import type { Provenances } from './provenances.js';
import type { FoundFile } from './scan.js';

/** A file to examine, and what was known of it. */
export interface PendingFile {
  readonly file: FoundFile;
  readonly known: KnownFile | undefined;
  readonly provenances: Provenances;
}

/** The hash of a file that has not changed since it was hashed, else null. */
export function knownHash({ file, known }: PendingFile): string | null {
  return known !== undefined && known.gone === 0 && known.problem === null && known.state === file.state ? known.sha256 : null;
}

/** What is found out about a file when it is identified. */
export function eventsOf({ file, known }: PendingFile, { sha256, problem, provenanceProblems }: IdentifiedFile): RunEvent[] {
  const event = (kind: RunEvent['kind'], note: string | null): RunEvent => ({ kind, root: file.root, path: file.path, sha256, note });
  const events: RunEvent[] = [];
  if (problem !== null) events.push(event('unreadable', problem.message));
  else if (known === undefined || known.gone !== 0) events.push(event('new', null));
  else if (known.sha256 !== sha256) events.push(event('changed', known.sha256));
  events.push(...provenanceProblems.map((each) => event('provenance', each)));
  return events;
}

/** What is told of the manifests of a folder. */
export const remarkEvents = (root: string, remarks: readonly Remark[]): RunEvent[] =>
  remarks.map(({ path, isProblem, note }) => ({ kind: isProblem ? 'provenance' : 'manifest', root, path, sha256: null, note }));
