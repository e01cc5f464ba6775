import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import { failedDisclosure } from '../pipeline/empty.js';
import { KeptSource } from '../pipeline/kept-source.js';
import type { PageReader } from '../pipeline/pages.js';
import { extractWithDraft } from '../pipeline.js';
import { deliver, undelivered, unknownRow } from './deliver.js';
import type { DocumentJob, DocumentResult } from './job.js';
import type { OnPage } from './messages.js';
import type { JobContext } from './serve.js';
import { identifySource, readSource } from './source.js';
import { toWritten } from './written.js';

/** One document in a child process: file → disclosure → results. Rejects only where juesuan is wrong. */
export async function extractDocument(job: DocumentJob, { onPage, uncut }: JobContext, read?: PageReader): Promise<DocumentResult> {
  const kept = new KeptSource();
  try {
    const document = await fileToDocument(job, onPage, showsPrint(job) ? kept.read : read);
    return await uncut(() => deliver(document, job.destination, () => kept.pictures()));
  } catch (error) {
    // Without its bytes a document has no sha256, so there is nothing a result file could be tied to.
    if (error instanceof DisclosureError) return undelivered(unknownRow(job.name), error.message, error.reason);
    throw error;
  } finally {
    await kept.close();
  }
}

/** Only a report shows the print: for other results the document is closed as soon as it is read. */
const showsPrint = ({ destination }: DocumentJob): boolean => destination.to === 'files' && destination.formats.includes('html');

/** A file's document, a failed one where it cannot be opened. @throws DisclosureError where the file cannot be read at all */
export async function fileToDocument(
  { path, name, options, ...job }: DocumentJob,
  onPage: OnPage,
  read?: PageReader,
): Promise<WrittenDocument> {
  try {
    const bytes = await readSource(path);
    const corrections = job.corrections === undefined ? await readCorrectionsBeside(path) : job.corrections;
    const given = { ...options, name, onPage, ...(corrections !== null && { corrections }) };
    return toWritten(await extractWithDraft(bytes, given, { read }));
  } catch (error) {
    if (error instanceof DisclosureError) {
      return withoutDraft(failedDisclosure(await identifySource(path, name), error.reason, error.message));
    }
    throw error;
  }
}

/** A file's result alone. @throws DisclosureError where the file cannot be read at all */
export const fileToDisclosure = async (job: DocumentJob, onPage: OnPage): Promise<Disclosure> =>
  (await fileToDocument(job, onPage)).disclosure;
