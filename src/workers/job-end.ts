/** How a job ended. Only `done` has a result; after every other end the child process is gone. */
export type JobEnd<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** `limit`: the limit that passed; `ms`: its length. */
  | { readonly kind: 'timed-out'; readonly limit: 'silence' | 'deadline'; readonly ms: number }
  /** `bytes`: the limit that was passed. */
  | { readonly kind: 'out-of-memory'; readonly bytes: number }
  /** `how`: such as `exit code 1` or `SIGSEGV`. `stderrTail`: the end of the child's stderr, for developers only. */
  | { readonly kind: 'crashed'; readonly how: string; readonly stderrTail: string }
  /** The pool was closed. */
  | { readonly kind: 'stopped' };

/** The child was killed because the children together took too much memory. The pool retries the job, so callers of the pool never see it. */
export interface Evicted {
  readonly kind: 'evicted';
}
