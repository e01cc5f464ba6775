import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { sha256Of } from '../base/sha256.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import { openPictures, type Pictures } from '../picture/pictures.js';
import { failedDisclosure } from '../pipeline/empty.js';
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
  try {
    const document = await fileToDocument(job, onPage, read);
    return await uncut(() => deliver(document, job.destination, () => picturesOf(job, document.disclosure)));
  } catch (error) {
    // Without its bytes a document has no sha256, so there is nothing a result file could be tied to.
    if (error instanceof DisclosureError) return undelivered(unknownRow(job.name), error.message, error.reason);
    throw error;
  }
}

/**
 * The file once more, open for pictures, after all that reading it took is gone: it is never in memory twice. Null where it is another
 * file by now, or cannot be opened.
 */
async function picturesOf({ path, options }: DocumentJob, { source }: Disclosure): Promise<Pictures | null> {
  try {
    const bytes = await readSource(path);
    if (sha256Of(bytes) !== source.sha256) return null;
    return await openPictures(bytes, options.password);
  } catch (error) {
    if (error instanceof DisclosureError) return null;
    throw error;
  }
}

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
