/** What a child process and its parent send each other. */

/** Called after each page: its number from 1, and the number of pages of the document. */
export type OnPage = (page: number, pages: number) => void;

export type FromParent<Job> =
  | { readonly type: 'job'; readonly job: Job }
  /** Exit, after the work that must not be interrupted. */
  | { readonly type: 'stop' };

export type FromChild<Result> =
  /** The code is loaded and the memory watch runs: the child takes jobs. */
  | { readonly type: 'ready' }
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  /** `resident`: bytes of memory the child holds after the job. */
  | { readonly type: 'done'; readonly result: Result; readonly resident: number };

/**
 * File descriptor of the pipe on which the memory watch sends lines: the resident bytes, or `OVER_LIMIT` before it kills the process.
 * Descriptor 3 is the channel of the messages above.
 */
export const MEMORY_PIPE = 4;
export const OVER_LIMIT = 'over';

/** ms. Time a child gets to finish the file it is writing after it is told to stop. */
export const GRACE_PERIOD = 5000;
