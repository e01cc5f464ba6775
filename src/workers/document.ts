import type { Disclosure } from '../../schemas/disclosure.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { DisclosureError } from '../errors.js';
import { failedDisclosure } from '../failed.js';
import { extractDisclosure } from '../pipeline.js';
import { deliver, undelivered, unknownRow } from './deliver.js';
import type { DocumentJob, DocumentResult } from './job.js';
import type { OnPage } from './messages.js';
import type { JobContext } from './serve.js';
import { identifySource, readSource } from './source.js';

/** One document in a child process: file → disclosure → results. Rejects only where juesuan is wrong. */
export async function extractDocument(job: DocumentJob, { onPage, uncut }: JobContext): Promise<DocumentResult> {
  try {
    const disclosure = await fileToDisclosure(job, onPage);
    return await uncut(() => deliver(disclosure, job.destination));
  } catch (error) {
    // Without its bytes a document has no sha256, so there is nothing a result file could be tied to.
    if (error instanceof DisclosureError) return undelivered(unknownRow(job.name), error.message, error.reason);
    throw error;
  }
}

/** The disclosure of a file, a failed one where it cannot be opened. @throws DisclosureError where the file cannot be read at all */
export async function fileToDisclosure({ path, name, options, ...job }: DocumentJob, onPage: OnPage): Promise<Disclosure> {
  try {
    const bytes = await readSource(path);
    const corrections = job.corrections === undefined ? await readCorrectionsBeside(path) : job.corrections;
    return await extractDisclosure(bytes, { ...options, name, onPage, ...(corrections !== null && { corrections }) });
  } catch (error) {
    if (error instanceof DisclosureError) return failedDisclosure(await identifySource(path, name), error.reason, error.message);
    throw error;
  }
}
