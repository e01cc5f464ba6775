import { ResultTakenError, writeWhole } from '../base/files.js';
import { inLanguage } from '../base/language.js';
import type { WrittenDocument } from '../emit/document.js';
import { toJson } from '../emit/json.js';
import { type Format, type OpenPictures, render, writeResults } from '../emit/results.js';
import { summarize } from '../emit/summary.js';
import { countDoubtful, withFailure } from './document-result.js';
import type { Destination, DocumentResult } from './job.js';

/** What to print for the error codes of the operating system when a file cannot be written. */
const WRITE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a part of the path is no folder',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes a document's results to its files, or renders them for the caller. If the files cannot be written, the result is a failure with
 * the cause in its message. Rejects only for errors of our own.
 */
export async function emitDocument(
  document: WrittenDocument,
  destination: Destination,
  openPictures?: OpenPictures,
): Promise<DocumentResult> {
  const { disclosure } = document;
  const result = { outcome: disclosure.outcome, summary: summarize(disclosure), doubtful: countDoubtful(disclosure) };
  if (destination.to === 'caller') return { ...result, written: [], data: await renderForCaller(document, destination.format) };
  try {
    const { stem, formats, language = 'zh' } = destination;
    const written = await inLanguage(language, () => writeResults(stem, document, formats, openPictures));
    if (destination.aside !== undefined) await writeWhole(destination.aside, toJson(disclosure));
    return { ...result, written, data: null };
  } catch (error) {
    return { ...withFailure(result.summary, writeErrorMessage(error, destination.stem)), doubtful: result.doubtful };
  }
}

/** Null for a failed document without tables, except as JSON, which has the reason: a CSV without lines would look like an empty success. */
async function renderForCaller(document: WrittenDocument, format: Format): Promise<string | null> {
  const { disclosure } = document;
  if (format !== 'json' && disclosure.outcome.status === 'failed' && disclosure.tables.length === 0) return null;
  return Buffer.from(await render(document, format)).toString('utf8');
}

/** @throws the error itself where it does not come from the operating system */
function writeErrorMessage(error: unknown, stem: string): string {
  if (error instanceof ResultTakenError) return error.message;
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  const code = String(error.code);
  return `The results cannot be written to ${stem}.*: ${WRITE_ERRORS[code] ?? code}.`;
}
