import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Limits, MEGABYTE } from './limits.js';
import { type FromChild, MEMORY_PIPE, type OnPage } from './messages.js';

/** How a job ended. Only `done` has a result; after every other ending the child process is gone. */
export type Ending<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** `seconds` that passed without a page (`silence`) or in all (`deadline`). */
  | { readonly kind: 'timed-out'; readonly limit: 'silence' | 'deadline'; readonly seconds: number }
  | { readonly kind: 'out-of-memory'; readonly limit: number }
  /** `how`: `exit code 1`, `SIGSEGV`. `detail`: the last words on its stderr, for developers only. */
  | { readonly kind: 'crashed'; readonly how: string; readonly detail: string }
  /** The pool was closed. */
  | { readonly kind: 'stopped' };

/** Characters of a child's stderr that are kept: enough for V8's report of a full heap. */
const LAST_WORDS = 4096;

/** V8 ends the process itself when the heap is full; its report is the only sign. */
const FULL_HEAP = 'heap out of memory';

/** The parent's side of one child process: gives it a job at a time and says how each ended. */
export class Worker<Job, Result> {
  private readonly child: ChildProcess;
  private readonly gone: Promise<void>;
  private readonly limits: Limits;
  private current: Running<Result> | null = null;
  private killedFor: Ending<Result> | null = null;
  private alive = true;
  private jobs = 0;
  private resident = 0;
  private lastWords = '';
  private burst = false;

  constructor(entry: URL, limits: Limits) {
    this.limits = limits;
    this.child = fork(fileURLToPath(entry), [String(limits.memory)], {
      // The heap limit is only the second line: the watch of the resident size sees everything, and earlier.
      execArgv: [`--max-old-space-size=${Math.ceil(limits.memory / MEGABYTE)}`],
      // The child's stdout is closed: ours carries data only.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    this.gone = new Promise((resolve) => this.child.once('close', (code, signal) => resolve(this.onClose(code, signal))));
    this.child.once('error', (error) => this.onClose(null, error.message));
    this.child.on('message', (message) => this.onMessage(message as FromChild<Result>));
    this.child.stderr?.on('data', (chunk) => {
      this.lastWords = (this.lastWords + chunk).slice(-LAST_WORDS);
    });
    (this.child.stdio[MEMORY_PIPE] as Readable).on('data', () => {
      this.burst = true;
    });
  }

  /** False when the child should not get another job: it is gone, has done its share, or holds memory that the next one would pay for. */
  get usable(): boolean {
    return this.alive && this.jobs < this.limits.documents && this.resident < this.limits.memory / 2;
  }

  /** One job at a time. Never rejects. */
  run(job: Job, onPage: OnPage = () => {}): Promise<Ending<Result>> {
    this.jobs += 1;
    return new Promise((resolve) => {
      this.current = { onPage, resolve, started: Date.now(), timer: undefined };
      this.watchClock(this.current);
      if (this.alive) this.child.send(job as object, () => {});
      else this.finish({ kind: 'crashed', how: 'it had already ended', detail: this.lastWords });
    });
  }

  /** Ends the child at once; a running job ends as `stopped`. Resolves when the process is gone. */
  async end(): Promise<void> {
    this.kill({ kind: 'stopped' });
    await this.gone;
  }
}
