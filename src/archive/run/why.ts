import type { KnownDocument } from '../store/documents.js';
import type { ArchiveOptions } from './options.js';

/** Why a run reads a document; see docs/archive.md. */
export const WHY_READ = ['new', 'changed', 'left', 'lost', 'stamp', 'corrections', 'password', 'retry'] as const;

export type WhyRead = (typeof WHY_READ)[number];

/** Whether what the user gives for this run may change how a document ended, which its stamp does not show. */
export function getsAnotherTry(
  { quarantined, reason }: KnownDocument,
  { document, retry }: Pick<ArchiveOptions, 'document' | 'retry'>,
): 'retry' | 'password' | null {
  const isClosed = reason === 'encrypted' || reason === 'wrong-password';
  if (quarantined === 1 && retry) return 'retry';
  return isClosed && document.password !== undefined ? 'password' : null;
}

/** What decides whether a document is read. */
export interface Reading {
  /** What the store knows of it; null where it does not have it. */
  readonly document: KnownDocument | null;
  /** The hash of the file before; null where it is new. */
  readonly hashBefore: string | null;
  readonly sha256: string;
  /** Its JSON is missing from the store. */
  readonly isLost: boolean;
  /** Of this version and its options, with the corrections of the document or without. */
  readonly stamp: { readonly bare: string; readonly corrected: string };
}

/** Why a document is read by a run with these options; null where it is not. */
export function whyRead(
  { document, hashBefore, sha256, isLost, stamp }: Reading,
  options: Pick<ArchiveOptions, 'document' | 'retry'>,
): WhyRead | null {
  if (document === null) return hashBefore === null ? 'new' : hashBefore === sha256 ? 'left' : 'changed';
  const again = getsAnotherTry(document, options);
  if (again !== null) return again;
  if (isLost) return 'lost';
  if (document.stamp === stamp.corrected) return null;
  return document.stamp.split(CORRECTIONS)[0] === stamp.bare ? 'corrections' : 'stamp';
}

/** Before the hash of a document's corrections in its stamp. */
export const CORRECTIONS = ' corrections=';
