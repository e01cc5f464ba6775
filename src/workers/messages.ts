/** What a child process and its parent say to each other. The parent sends bare jobs, and ends the talk by disconnecting. */

export type OnPage = (page: number, pages: number) => void;

export type FromChild<Result> =
  /** The memory is watched, the code is loaded: jobs may come. */
  | { readonly type: 'ready' }
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  /** `resident`: bytes the child holds after the job. */
  | { readonly type: 'done'; readonly result: Result; readonly resident: number };

/** File descriptor of the pipe into which the memory watch writes its last word, the bytes resident. 3 is the message channel. */
export const MEMORY_PIPE = 4;

/** ms. How long a child may take to finish the file it is writing once its parent has left it. */
export const GRACE = 2000;
