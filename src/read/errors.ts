import { DisclosureError } from '../base/errors.js';

/**
 * A page cannot be read or drawn, and no code of ours is to blame: its file is damaged, or an engine has come to its limits. The page is
 * lost, the others are not. Errors that are no `PageError` are our own.
 */
export class PageError extends Error {
  override readonly name: string = 'PageError';
}

/** The picture of a page would have more pixels than can be drawn. */
export class OutOfPixels extends PageError {
  override readonly name = 'OutOfPixels';
}

/** The memory of an engine is full. */
export class OutOfEngineMemory extends PageError {
  override readonly name = 'OutOfEngineMemory';
}

/** A page holds more than any print does: it was made to exhaust whoever reads it. */
export class PageTooLarge extends PageError {
  override readonly name = 'PageTooLarge';
}

/** An engine crashed on a page, or has crashed on another and cannot be used any more. */
export class EngineCrashed extends PageError {
  override readonly name = 'EngineCrashed';
}

/** What happened to a page, in words: the end of a sentence. Errors of our own are called so. */
export function problemOf(cause: unknown): string {
  return cause instanceof PageError || cause instanceof DisclosureError
    ? cause.message
    : `an error of ours, not of the document: ${messageOf(cause)}`;
}

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
