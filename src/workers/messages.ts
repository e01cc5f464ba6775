/** What a child process and its parent say to each other. */

export type OnPage = (page: number, pages: number) => void;

export type FromParent<Job> =
  | { readonly type: 'job'; readonly job: Job }
  /** End, as soon as the file that is being written is whole. */
  | { readonly type: 'stop' };

export type FromChild<Result> =
  /** The memory is watched, the code is loaded: jobs may come. */
  | { readonly type: 'ready' }
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  /** `resident`: bytes the child holds after the job. */
  | { readonly type: 'done'; readonly result: Result; readonly resident: number };

/** File descriptor of the pipe into which the memory watch writes lines: bytes resident, or `OVER` as its last word. 3 is the message channel. */
export const MEMORY_PIPE = 4;
export const OVER = 'over';

/** ms. How long a child may take to finish the file it is writing once it is told to stop. */
export const GRACE = 5000;
