import { setTimeout } from 'node:timers/promises';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { DisclosureError } from '../../base/errors.js';
import { summarize } from '../../emit/summary.js';
import type { WholePages } from '../../pipeline/pages.js';
import { fileToDisclosure } from '../../workers/document.js';
import { countDoubtful, failedResult } from '../../workers/document-result.js';
import type { DocumentResult } from '../../workers/job.js';
import type { JobContext } from '../../workers/serve.js';
import { type Session, StoreError } from '../store/database.js';
import { isPostgres, openStore } from '../store/open.js';
import { recordDisclosure } from '../store/record.js';
import type { Store } from '../store/store.js';
import type { ArchiveJob } from './port.js';
import { scanReader } from './scanned-pages.js';

/** The stores the child has opened, by location: it keeps them for its next document. */
const stores = new Map<string, Store>();

/** ms until a server that did not answer is asked once more: it may only have been started anew. */
const SERVER_PAUSE = 5000;

/**
 * One document in a child process: file → disclosure → store. Where the store fails the result says so (`storeFailure`). Rejects only where
 * juesuan is wrong.
 */
export async function archiveDocument(
  job: ArchiveJob,
  { onPage, uninterrupted }: JobContext,
  families: readonly DocumentFamily[],
): Promise<DocumentResult> {
  try {
    const scans = scanReader(await keptPages(job));
    const disclosure = await fileToDisclosure(job, onPage, scans.read);
    if (disclosure.source.sha256 !== job.sha256) return { ...failedResult(job.name, CHANGED), postponed: 'changed' };
    await uninterrupted(async () => {
      await keepPages(job, scans.scanned());
      await record(job, disclosure, families);
    });
    return { outcome: disclosure.outcome, summary: summarize(disclosure), doubtful: countDoubtful(disclosure), written: [], data: null };
  } catch (error) {
    if (error instanceof DisclosureError) return failedResult(job.name, error.message, error.reason);
    if (error instanceof Error && error.name === 'LostTicketError')
      return { ...failedResult(job.name, error.message), postponed: 'other-worker' };
    if (error instanceof StoreError) return { ...failedResult(job.name, error.message), storeFailure: error.message };
    throw error;
  }
}

/** The stamp under which the pages of a document are kept; null where they are not: with a password, for without it they could not be read. */
function readingOf({ reading, options }: ArchiveJob): string | null {
  return options.ocr === 'off' || options.password !== undefined ? null : (reading ?? null);
}

async function keptPages(job: ArchiveJob): Promise<WholePages | null> {
  const reading = readingOf(job);
  return reading === null ? null : await inStoreOf(job, ({ database, pages }) => pages.read(database, job.sha256, reading));
}

async function keepPages(job: ArchiveJob, scan: WholePages | null): Promise<void> {
  const reading = readingOf(job);
  if (reading === null || scan === null) return;
  await inStoreOf(job, ({ database, pages }) => pages.write(database, job.sha256, reading, scan));
}

async function record(job: ArchiveJob, disclosure: Disclosure, families: readonly DocumentFamily[]): Promise<void> {
  const by = { stamp: job.stamp, run: job.run, quarantined: false };
  await inStoreOf(job, (store) => recordDisclosure(store, families, disclosure, by, endOf(job)));
}

/** Works with the store of a document. @throws StoreError where it cannot be used */
async function inStoreOf<T>(job: ArchiveJob, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(await storeOf(job));
  } catch (error) {
    if (!(error instanceof StoreError && isPostgres(job.store))) throw error;
    await setTimeout(SERVER_PAUSE);
    return await work(await storeOf(job));
  }
}

async function storeOf({ store: location }: ArchiveJob): Promise<Store> {
  const store = stores.get(location) ?? (await openStore(location));
  stores.set(location, store);
  return store;
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
