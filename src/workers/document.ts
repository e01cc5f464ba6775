import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import { inLanguage, type Language } from '../base/language.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { type WrittenDocument, withoutDraft } from '../emit/document.js';
import type { Format } from '../emit/results.js';
import { failedDisclosure } from '../pipeline/empty.js';
import { KeptSource } from '../pipeline/kept-source.js';
import type { PageReader } from '../pipeline/pages.js';
import { type GivenFile, inFile } from '../pipeline/together.js';
import { type Extraction, extractTogether, extractWithDraft, type Tools } from '../pipeline.js';
import { readTriageBeside, readTriageOfResults } from '../triage/file.js';
import { failedResult } from './document-result.js';
import { emitDocument } from './emit-document.js';
import type { DocumentJob, DocumentResult, NamedFile } from './job.js';
import type { OnPage } from './messages.js';
import type { JobContext } from './serve.js';
import { identifyJob, readSource } from './source.js';
import { toWritten } from './written.js';

export interface DocumentTools extends Tools {
  /** Gets what was made of a document on the way, before it is written. */
  readonly onExtraction?: (extraction: Extraction) => void;
}

/** Does one job in a child process: reads the file, extracts it, writes the results. Rejects only for errors of our own. */
export async function extractDocument(
  job: DocumentJob,
  { onPage, uninterrupted }: JobContext,
  tools: DocumentTools = {},
): Promise<DocumentResult> {
  const kept = new KeptSource(tools.read);
  try {
    const document = await fileToDocument(job, onPage, needsPictures(job) ? { ...tools, read: kept.read } : tools);
    return await uninterrupted(() => emitDocument(document, job.destination, () => kept.pictures()));
  } catch (error) {
    // Without its bytes a document has no sha256, so there is nothing a result file could be tied to.
    if (error instanceof DisclosureError) return failedResult(job.name, error.message, error.reason);
    throw error;
  } finally {
    await kept.close();
  }
}

/** Whether the results have pictures of the pages. Only a report has: for other formats the document is closed as soon as it is read. */
const needsPictures = ({ destination }: DocumentJob): boolean => destination.to === 'files' && destination.formats.includes('html');

/** JSON and CSV are what the document says, whatever anybody thinks of it. */
const SHOWS_JUDGEMENTS: readonly Format[] = ['xlsx', 'html'];

/** Extracts a file. A file that is read but not a usable document gives a failed one. @throws DisclosureError where the file cannot be read */
async function fileToDocument(job: DocumentJob, onPage: OnPage, tools: DocumentTools): Promise<WrittenDocument> {
  const { path, name, options, together } = job;
  try {
    const corrections = job.corrections === undefined ? await readCorrectionsBeside(path) : job.corrections;
    const given = { ...options, name, onPage, ...(corrections !== null && { corrections }) };
    const triage = await triageOf(job);
    const written = (extraction: Extraction) =>
      // What is wrong with judgements is said in reports alone; a result is the same in every language.
      inLanguage(languageOf(job), () => toWritten(extraction, triage));
    if (together) return written(await extractTogether(await readAll(together), given));
    const extraction = await extractWithDraft(await readSource(path), given, tools);
    tools.onExtraction?.(extraction);
    return written(extraction);
  } catch (error) {
    if (error instanceof DisclosureError) {
      return withoutDraft(failedDisclosure(await identifyJob(job), error.reason, error.message));
    }
    throw error;
  }
}

/** The text of the triage file that the results show: the one beside the document, else the one beside the results; null where none is shown. */
async function triageOf({ path, destination }: DocumentJob): Promise<string | null> {
  if (destination.to !== 'files' || !destination.formats.some((format) => SHOWS_JUDGEMENTS.includes(format))) return null;
  return (await readTriageBeside(path)) ?? (await readTriageOfResults(destination.stem));
}

const languageOf = ({ destination }: DocumentJob): Language => (destination.to === 'files' ? (destination.language ?? 'zh') : 'zh');

/** @throws DisclosureError that names the file which cannot be read */
async function readAll(together: readonly NamedFile[]): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const { path, name } of together) files.push({ name, bytes: await inFile(name, () => readSource(path)) });
  return files;
}

/** The disclosure of `fileToDocument` alone. @throws DisclosureError where the file cannot be read */
export const fileToDisclosure = async (job: DocumentJob, onPage: OnPage, read?: PageReader): Promise<Disclosure> =>
  (await fileToDocument(job, onPage, { read })).disclosure;
