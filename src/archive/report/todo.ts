import type { Reason } from '../../base/errors.js';
import { groupBy } from '../../base/group.js';
import type { Session } from '../store/database.js';
import type { ArchivedDocument } from '../store/documents.js';

/** What somebody must do about a document that was not read, or not whole; the most useful first. */
const ACTIONS = ['download', 'password', 'look', 'nothing'] as const;
export type Action = (typeof ACTIONS)[number];

const ACTION_OF: Readonly<Record<Reason, Action>> = {
  // What lies there is not what was published: another page, or a part of the file.
  'not-readable': 'download',
  truncated: 'download',
  'empty-file': 'download',
  damaged: 'download',
  encrypted: 'password',
  'wrong-password': 'password',
  'no-text': 'look',
  'too-large': 'look',
  'timed-out': 'look',
  'out-of-memory': 'look',
  internal: 'look',
  // It was read, and is a document of another kind.
  'no-tables': 'nothing',
  // A template: the publisher has yet to write the document.
  'not-filled-in': 'download',
};

/** Documents for which the same is to be done. */
export interface Todo {
  readonly action: Action;
  /** How many there are for each reason, the most frequent first. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly documents: readonly TodoDocument[];
}

/** A document, on one line. */
interface TodoDocument {
  readonly file: string;
  readonly sha256: string;
  readonly reason: string;
  readonly message: string;
  readonly isPartial: boolean;
  /** Its process died or hung twice: later runs leave it alone. */
  readonly isQuarantined: boolean;
  readonly source_url: string | null;
}

/** Documents that are still there and were not read, or not whole, by what is to be done; none for what is not there any more. */
export async function todoOf(session: Session, documents: readonly ArchivedDocument[]): Promise<Todo[]> {
  const there = await hashesThere(session);
  const unread = documents.filter(({ status, quarantined, sha256 }) => (status !== 'ok' || quarantined === 1) && there.has(sha256));
  const byAction = groupBy(unread, actionOf);
  return ACTIONS.flatMap((action) => {
    const group = byAction.get(action) ?? [];
    return group.length === 0 ? [] : [{ action, reasons: countedReasons(group), documents: group.map(toLine).toSorted(byReason) }];
  });
}

function actionOf({ reason, quarantined }: ArchivedDocument): Action {
  if (quarantined === 1) return 'look';
  return isReason(reason) ? ACTION_OF[reason] : 'look';
}

const isReason = (reason: string | null): reason is Reason => reason !== null && Object.hasOwn(ACTION_OF, reason);

const reasonOf = ({ reason }: ArchivedDocument) => reason ?? 'unknown';

function countedReasons(documents: readonly ArchivedDocument[]): Map<string, number> {
  const counts = [...groupBy(documents, reasonOf)].map(([reason, { length }]) => [reason, length] as const);
  return new Map(counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

const toLine = (document: ArchivedDocument): TodoDocument => ({
  file: document.file,
  sha256: document.sha256,
  reason: reasonOf(document),
  message: document.message ?? '',
  isPartial: document.status === 'partial',
  isQuarantined: document.quarantined === 1,
  source_url: document.source_url,
});

const byReason = (a: TodoDocument, b: TodoDocument) =>
  compare(a.reason, b.reason) || compare(a.file, b.file) || compare(a.sha256, b.sha256);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Documents of which a file is there: one that was downloaded again is another document, and the broken one of no more interest. */
async function hashesThere(session: Session): Promise<Set<string>> {
  const rows = await session.all<{ sha256: string }>(
    'SELECT DISTINCT COALESCE(joined, sha256) AS sha256 FROM files WHERE gone = 0 AND sha256 IS NOT NULL',
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
