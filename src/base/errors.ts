import type { Reason } from '../../schemas/disclosure.js';

/** A document (or page) that cannot be read: a reason from the contract's list and a sentence a person understands. */
export class DisclosureError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DisclosureError';
    this.reason = reason;
  }
}
