import type { DocumentFamily } from '../../../extractors/family.js';
import { DisclosureError } from '../../base/errors.js';
import { summarize } from '../../emit/summary.js';
import { fileToDisclosure } from '../../workers/document.js';
import { countDoubtful, failedResult } from '../../workers/document-result.js';
import type { DocumentResult } from '../../workers/job.js';
import type { JobContext } from '../../workers/serve.js';
import type { Session } from '../store/database.js';
import { openStore } from '../store/open.js';
import { recordDisclosure } from '../store/record.js';
import type { Store } from '../store/store.js';
import type { ArchiveJob } from './port.js';

/** The stores the child has opened, by location: it keeps them for its next document. */
const stores = new Map<string, Promise<Store>>();

/** One document in a child process: file → disclosure → store. Rejects only where juesuan is wrong or the store cannot be written. */
export async function archiveDocument(
  job: ArchiveJob,
  { onPage, uninterrupted }: JobContext,
  families: readonly DocumentFamily[],
): Promise<DocumentResult> {
  try {
    const disclosure = await fileToDisclosure(job, onPage);
    if (disclosure.source.sha256 !== job.sha256) return { ...failedResult(job.name, CHANGED), postponed: 'changed' };
    const store = stores.get(job.store) ?? openStore(job.store);
    stores.set(job.store, store);
    await uninterrupted(async () =>
      recordDisclosure(await store, families, disclosure, { stamp: job.stamp, run: job.run, quarantined: false }, endOf(job)),
    );
    return { outcome: disclosure.outcome, summary: summarize(disclosure), doubtful: countDoubtful(disclosure), written: [], data: null };
  } catch (error) {
    if (error instanceof DisclosureError) return failedResult(job.name, error.message, error.reason);
    if (error instanceof Error && error.name === 'LostTicketError')
      return { ...failedResult(job.name, error.message), postponed: 'other-worker' };
    throw error;
  }
}

/** Ends a document's job in the queue, in the transaction that records the document. */
export function endOf({ ticket }: ArchiveJob): (session: Session) => Promise<void> {
  return async (session) => {
    if (ticket === undefined) return;
    const { completeTicket } = await import('./queue.js');
    await completeTicket(session, ticket);
  };
}

const CHANGED = 'The file changed while it was read: the next run reads it again.';
