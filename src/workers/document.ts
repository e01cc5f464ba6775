import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { sha256Of } from '../base/sha256.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import { openPictures, type Pictures } from '../picture/pictures.js';
import { failedDisclosure } from '../pipeline/empty.js';
import type { PageReader } from '../pipeline/pages.js';
import { extractWithDraft } from '../pipeline.js';
import { failedResult } from './document-result.js';
import { emitDocument } from './emit-document.js';
import type { DocumentJob, DocumentResult } from './job.js';
import type { OnPage } from './messages.js';
import type { JobContext } from './serve.js';
import { identifySource, readSource } from './source.js';
import { toWritten } from './written.js';

/** Does one job in a child process: reads the file, extracts it, writes the results. Rejects only for errors of our own. */
export async function extractDocument(job: DocumentJob, { onPage, uninterrupted }: JobContext, read?: PageReader): Promise<DocumentResult> {
  try {
    const document = await fileToDocument(job, onPage, read);
    return await uninterrupted(() => emitDocument(document, job.destination, () => reopenForPictures(job, document.disclosure)));
  } catch (error) {
    // Without its bytes a document has no sha256, so there is nothing a result file could be tied to.
    if (error instanceof DisclosureError) return failedResult(job.name, error.message, error.reason);
    throw error;
  }
}

/**
 * Opens the file a second time, for pictures, when the memory for reading it has been freed: the document is never in memory twice.
 * Null where the file has changed since, or cannot be opened.
 */
async function reopenForPictures({ path, options }: DocumentJob, { source }: Disclosure): Promise<Pictures | null> {
  try {
    const bytes = await readSource(path);
    if (sha256Of(bytes) !== source.sha256) return null;
    return await openPictures(bytes, options.password);
  } catch (error) {
    if (error instanceof DisclosureError) return null;
    throw error;
  }
}

/** Extracts a file. A file that is read but not a usable document gives a failed one. @throws DisclosureError where the file cannot be read */
async function fileToDocument({ path, name, options, ...job }: DocumentJob, onPage: OnPage, read?: PageReader): Promise<WrittenDocument> {
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

/** The disclosure of `fileToDocument` alone. @throws DisclosureError where the file cannot be read */
export const fileToDisclosure = async (job: DocumentJob, onPage: OnPage): Promise<Disclosure> =>
  (await fileToDocument(job, onPage)).disclosure;
