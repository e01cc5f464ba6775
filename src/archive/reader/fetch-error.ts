/** Why a document could not be fetched: `http-404` for the status that the server answers. */
type FetchReason =
  | 'refused'
  | 'unreachable'
  | 'forbidden-address'
  | `http-${number}`
  | 'redirected'
  | 'wrong-type'
  | 'too-large'
  | 'too-slow'
  | 'changed'
  | 'stopped';

/** A document that could not be fetched. The message does not name it. */
export class FetchError extends Error {
  readonly reason: FetchReason;

  constructor(reason: FetchReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FetchError';
    this.reason = reason;
  }
}

/** What went wrong on the way. @throws the error itself where it is not of the network */
export function toFetchError(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  if (!(error instanceof Error && 'code' in error)) throw error;
  const words = error.message === '' ? String(error.code) : error.message;
  return error.code === 'ECONNREFUSED'
    ? new FetchError('refused', 'nothing listens there', { cause: error })
    : new FetchError('unreachable', `the server cannot be reached: ${words}`, { cause: error });
}
