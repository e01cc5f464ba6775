import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { JobClock } from './job-clock.js';
import { type Limits, MEGABYTE } from './limits.js';
import { type FromChild, type FromParent, GRACE, MEMORY_PIPE, type OnPage, OVER } from './messages.js';

/** How a job ended. Only `done` has a result; after every other ending the child process is gone. */
export type Ending<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** `limit`: which one passed; `ms`: how much it is. */
  | { readonly kind: 'timed-out'; readonly limit: 'silence' | 'deadline'; readonly ms: number }
  /** `bytes`: the limit that was passed. */
  | { readonly kind: 'out-of-memory'; readonly bytes: number }
  /** `how`: `exit code 1`, `SIGSEGV`. `lastWords`: the end of its stderr, for developers only. */
  | { readonly kind: 'crashed'; readonly how: string; readonly lastWords: string }
  /** The pool was closed. */
  | { readonly kind: 'stopped' };

/** The child was ended because it and the others took too much memory together. */
export interface Crowded {
  readonly kind: 'crowded';
}

/** Characters of a child's stderr that are kept: enough for V8's report of a full heap. */
const LAST_WORDS = 4096;

/** V8 ends the process itself when the heap is full; its report is the only sign. */
const FULL_HEAP = 'heap out of memory';

export interface WorkerOptions {
  /** The file the child process runs. */
  readonly entry: URL;
  readonly limits: Limits;
  /** Bytes. One that holds more after a job gets no other. */
  readonly keep: number;
  /** More flags of Node. */
  readonly flags: readonly string[];
  /** Called when the child has told how large it is. */
  readonly onGrowth: () => void;
}

interface Running<Result> {
  readonly onPage: OnPage;
  readonly clock: JobClock;
  readonly resolve: (ending: Ending<Result> | Crowded) => void;
}

/** The parent's side of one child process: gives it a job at a time and says how each ended. */
export class Worker<Job, Result> {
  private readonly child: ChildProcess;
  private readonly limits: Limits;
  private readonly ready: Promise<void>;
  private readonly gone: Promise<void>;
  private running: Running<Result> | null = null;
  private endedFor: Ending<never> | Crowded | null = null;
  private alive = true;
  private jobs = 0;
  /** Bytes, as last told. */
  private resident = 0;
  private readonly onGrowth: () => void;
  private readonly keep: number;
  private lastWords = '';
  /** The beginning of a line from the memory watch. */
  private unheard = '';

  constructor({ entry, limits, keep, flags, onGrowth }: WorkerOptions) {
    this.limits = limits;
    this.keep = keep;
    this.onGrowth = onGrowth;
    this.child = fork(fileURLToPath(entry), [String(limits.memory)], {
      // The heap limit is only the second line: the watch of the resident size sees everything, and earlier.
      execArgv: [...flags, `--max-old-space-size=${Math.ceil(limits.memory / MEGABYTE)}`],
      // One arena for all threads: what one of them frees the others use. 50 MB less where OCR runs, and no slower.
      env: { ...process.env, MALLOC_ARENA_MAX: '1' },
      // No stdout: what libraries print there must not mix with our data.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    });
    this.ready = new Promise((resolve) => this.child.on('message', (message) => this.hear(message as FromChild<Result>, resolve)));
    this.gone = new Promise((resolve) => {
      this.child.once('close', (code, signal) => resolve(this.bury(signal ?? `exit code ${code}`)));
      this.child.once('error', (error) => resolve(this.bury(error.message)));
    });
    this.child.stderr?.on('data', (chunk) => {
      this.lastWords = (this.lastWords + chunk).slice(-LAST_WORDS);
    });
    // Where no process could be started there are no pipes either, and `error` tells.
    (this.child.stdio?.[MEMORY_PIPE] as Readable | undefined)?.on('data', (chunk) => this.hearMemory(String(chunk)));
  }

  /** False when the child should get no other job: it is gone, has done its share, or holds memory that the next one would pay for. */
  get usable(): boolean {
    return this.alive && this.jobs < this.limits.documents && this.resident < this.keep;
  }

  /** Bytes it takes now; none once it is about to end. */
  get size(): number {
    return this.alive && this.endedFor === null ? this.resident : 0;
  }

  /** Whether it is ending, and still has memory. */
  get ending(): boolean {
    return this.alive && this.endedFor !== null;
  }

  /** Gives up its memory: the job it runs ends as `crowded`. */
  makeRoom(): void {
    this.kill({ kind: 'crowded' });
  }

  /** One job at a time. Never rejects. */
  run(job: Job, onPage: OnPage): Promise<Ending<Result> | Crowded> {
    this.jobs += 1;
    void this.ready.then(() => this.tell({ type: 'job', job }));
    return new Promise((resolve) => {
      const clock = new JobClock(this.limits, (limit) => this.kill({ kind: 'timed-out', limit, ms: this.limits[limit] }));
      this.running = { onPage, clock, resolve };
      if (!this.alive) this.finish({ kind: 'crashed', how: 'it had already ended', lastWords: this.lastWords });
    });
  }

  /** Ends the child as soon as it has finished a file it is writing; a running job ends as `stopped`. Resolves when the process is gone. */
  async end(): Promise<void> {
    this.endedFor ??= { kind: 'stopped' };
    this.tell({ type: 'stop' });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), GRACE);
    await this.gone;
    clearTimeout(timer);
  }

  /** A child that is already gone hears nothing; its end is reported by itself. */
  private tell(message: FromParent<Job>): void {
    if (this.child.connected) this.child.send(message, () => {});
  }

  private hear(message: FromChild<Result>, onReady: () => void): void {
    if (message.type === 'ready') onReady();
    if (message.type === 'page') {
      this.running?.clock.restart();
      this.running?.onPage(message.page, message.pages);
    }
    if (message.type === 'done') {
      this.resident = message.resident;
      this.finish({ kind: 'done', result: message.result });
    }
  }

  private hearMemory(text: string): void {
    const lines = (this.unheard + text).split('\n');
    this.unheard = lines.pop() ?? '';
    const last = lines.at(-1);
    if (last === undefined) return;
    if (last === OVER) this.endedFor ??= { kind: 'out-of-memory', bytes: this.limits.memory };
    else this.resident = Number(last);
    this.onGrowth();
  }

  /** SIGKILL, because a child stuck in a loop hears nothing else. */
  private kill(reason: Ending<never> | Crowded): void {
    this.endedFor ??= reason;
    this.child.kill('SIGKILL');
  }

  /** The process is gone, and all it wrote has been read. */
  private bury(how: string): void {
    this.alive = false;
    if (this.lastWords.includes(FULL_HEAP)) this.endedFor ??= { kind: 'out-of-memory', bytes: this.limits.memory };
    this.finish(this.endedFor ?? { kind: 'crashed', how, lastWords: this.lastWords });
  }

  private finish(ending: Ending<Result> | Crowded): void {
    this.running?.clock.stop();
    this.running?.resolve(ending);
    this.running = null;
  }
}
