/** Why a document failed, or a page could not be read. */
export const REASONS = [
  'not-readable',
  'truncated',
  'empty-file',
  'encrypted',
  'wrong-password',
  'damaged',
  'too-large',
  'timed-out',
  'out-of-memory',
  'no-text',
  'no-tables',
  'not-filled-in',
  'internal',
] as const;

export type Reason = (typeof REASONS)[number];

/** A document (or page) that cannot be read: a reason from the contract's list and a sentence a person understands. */
export class DisclosureError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DisclosureError';
    this.reason = reason;
  }
}
