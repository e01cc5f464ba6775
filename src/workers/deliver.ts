import type { Disclosure } from '../../schemas/disclosure.js';
import { ResultTakenError } from '../base/files.js';
import type { WrittenDocument } from '../emit/document.js';
import { type Format, type OpenPictures, render, writeResults } from '../emit/results.js';
import { type SummaryRow, summarize } from '../emit/summary.js';
import type { Destination, DocumentResult } from './job.js';

/** What the operating system says of a folder it will not write to, in words. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'a part of the path is no folder',
  ENAMETOOLONG: 'the name is too long',
};

/** Takes a document's results where they belong. Where they cannot be written, the document has failed, and its result says why. */
export async function deliver(document: WrittenDocument, destination: Destination, openPictures?: OpenPictures): Promise<DocumentResult> {
  const { disclosure } = document;
  const result = { outcome: disclosure.outcome, summary: summarize(disclosure), doubtful: countDoubtful(disclosure) };
  if (destination.to === 'caller') return { ...result, written: [], data: await dataOf(document, destination.format) };
  try {
    return { ...result, written: await writeResults(destination.stem, document, destination.formats, openPictures), data: null };
  } catch (error) {
    return { ...undelivered(result.summary, whyNotWritten(error, destination.stem)), doubtful: result.doubtful };
  }
}

/** A document that has no results: unreadable, stopped, or not to be written where it should. */
export function undelivered(summary: SummaryRow, message: string, reason: Disclosure['outcome']['reason'] = null): DocumentResult {
  const outcome = { status: 'failed', reason, message } as const;
  return { outcome, summary: { ...summary, status: 'failed', problems: summary.problems + 1 }, doubtful: 0, written: [], data: null };
}

/** The row of a document nothing is known about. */
export function unknownRow(document: string): SummaryRow {
  return { document, department: null, year: null, status: 'failed', tables: 0, values: 0, problems: 0 };
}

/** A failed document has its JSON, which says why; a table without lines would look like an empty success. */
async function dataOf(document: WrittenDocument, format: Format): Promise<string | null> {
  const { disclosure } = document;
  if (format !== 'json' && disclosure.outcome.status === 'failed' && disclosure.tables.length === 0) return null;
  return Buffer.from(await render(document, format)).toString('utf8');
}

/** Values that are contradicted or unreadable. */
export function countDoubtful({ tables }: Disclosure): number {
  const values = tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)));
  return values.filter(({ status }) => status === 'contradicted' || status === 'unreadable').length;
}

function whyNotWritten(error: unknown, stem: string): string {
  if (error instanceof ResultTakenError) return error.message;
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  const code = String(error.code);
  return `The results cannot be written to ${stem}.*: ${SYSTEM_ERRORS[code] ?? code}.`;
}
