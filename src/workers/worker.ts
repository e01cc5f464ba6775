import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { must } from '../base/invariant.js';
import type { Evicted, JobEnd } from './job-end.js';
import { JobTimer } from './job-timer.js';
import type { Limits } from './limits.js';
import { type FromChild, type FromParent, GRACE_PERIOD, MEMORY_PIPE, type OnPage, OVER_LIMIT } from './messages.js';

/** Characters of a child's stderr that are kept: enough for V8's report of a full heap. */
const STDERR_TAIL = 4096;

/** Part of V8's report when the heap is full and V8 ends the process: there is no other sign of it. */
const FULL_HEAP = 'heap out of memory';

export interface WorkerOptions {
  /** The process, just started. */
  readonly child: ChildProcess;
  readonly limits: Limits;
  /** Bytes. A child that holds more after a job gets no other job. */
  readonly maxRetained: number;
  /** Called when the child has reported its memory. */
  readonly onMemory: () => void;
}

interface RunningJob<Result> {
  readonly onPage: OnPage;
  readonly timer: JobTimer;
  readonly resolve: (end: JobEnd<Result> | Evicted) => void;
}

/** The parent's side of one child process: runs one job at a time in it and reports how each ended. */
export class Worker<Job, Result> {
  private readonly child: ChildProcess;
  private readonly limits: Limits;
  private readonly maxRetained: number;
  private readonly onMemory: () => void;
  private readonly ready: Promise<void>;
  private readonly exited: Promise<void>;
  private running: RunningJob<Result> | null = null;
  /** Why the child is being ended, or was; null while it should live. The first cause counts. */
  private endReason: JobEnd<never> | Evicted | null = null;
  private alive = true;
  private jobs = 0;
  /** Bytes, as last reported. */
  private resident = 0;
  private stderrTail = '';
  /** What the memory watch has sent of a line whose end has not arrived. */
  private partialLine = '';

  constructor({ child, limits, maxRetained, onMemory }: WorkerOptions) {
    this.child = child;
    this.limits = limits;
    this.maxRetained = maxRetained;
    this.onMemory = onMemory;
    this.ready = new Promise((resolve) => child.on('message', (message) => this.onMessage(message as FromChild<Result>, resolve)));
    this.exited = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve(this.onExit(signal ?? `exit code ${code}`)));
      child.once('error', (error) => resolve(this.onExit(error.message)));
    });
    // A process that could not be started has no pipes.
    child.stderr?.on('data', (chunk) => {
      this.stderrTail = (this.stderrTail + chunk).slice(-STDERR_TAIL);
    });
    (child.stdio?.[MEMORY_PIPE] as Readable | undefined)?.on('data', (chunk) => this.onMemoryReport(String(chunk)));
  }

  /** False where the child should get no other job: it is gone, has done its share, or holds memory that the next document would lack. */
  get isReusable(): boolean {
    return this.alive && this.jobs < this.limits.documents && this.resident < this.maxRetained;
  }

  /** Bytes the child holds, as last reported; 0 as soon as it is being ended. */
  get memory(): number {
    return this.alive && this.endReason === null ? this.resident : 0;
  }

  /** Whether the child is being ended but still holds its memory. */
  get isEnding(): boolean {
    return this.alive && this.endReason !== null;
  }

  /** Runs one job; the next may start when it has ended. Never rejects. */
  run(job: Job, onPage: OnPage): Promise<JobEnd<Result> | Evicted> {
    this.jobs += 1;
    void this.ready.then(() => this.send({ type: 'job', job }));
    return new Promise((resolve) => {
      const timer = new JobTimer(this.limits, (limit) => this.kill({ kind: 'timed-out', limit, ms: this.limits[limit] }));
      this.running = { onPage, timer, resolve };
      if (!this.alive) this.settle({ kind: 'crashed', how: 'it had already ended', stderrTail: this.stderrTail });
    });
  }

  /** Kills the child to free its memory; the job it runs ends as `evicted`. */
  evict(): void {
    this.kill({ kind: 'evicted' });
  }

  /** Ends the child as soon as it has finished the file it is writing; a running job ends as `stopped`. Resolves when the process is gone: after `patience` ms it is killed. */
  async terminate(patience = GRACE_PERIOD): Promise<void> {
    this.endReason ??= { kind: 'stopped' };
    this.send({ type: 'stop' });
    const timeout = setTimeout(() => this.child.kill('SIGKILL'), patience);
    await this.exited;
    clearTimeout(timeout);
  }

  /** Errors of sending are ignored: the end of the child is reported by `close` or `error`. */
  private send(message: FromParent<Job>): void {
    if (this.child.connected) this.child.send(message, () => {});
  }

  private onMessage(message: FromChild<Result>, onReady: () => void): void {
    if (message.type === 'ready') onReady();
    if (message.type === 'page') {
      this.running?.timer.restart();
      this.running?.onPage(message.page, message.pages);
    }
    if (message.type === 'done') {
      this.resident = message.resident;
      this.settle({ kind: 'done', result: message.result });
    }
  }

  /** `text`: some lines of the memory watch, perhaps cut within a line. Only the last whole line counts. */
  private onMemoryReport(text: string): void {
    const lines = (this.partialLine + text).split('\n');
    this.partialLine = must(lines.pop(), 'the last part of a split text');
    const last = lines.at(-1);
    if (last === undefined) return;
    if (last === OVER_LIMIT) this.endReason ??= { kind: 'out-of-memory', bytes: this.limits.memory };
    else this.resident = Number(last);
    this.onMemory();
  }

  /** SIGKILL, because a process stuck in a loop handles no other signal. */
  private kill(reason: JobEnd<never> | Evicted): void {
    this.endReason ??= reason;
    this.child.kill('SIGKILL');
  }

  /** The process is gone, and all it wrote has been read. `how`: the signal, the exit code or the error, as a text. */
  private onExit(how: string): void {
    this.alive = false;
    if (this.stderrTail.includes(FULL_HEAP)) this.endReason ??= { kind: 'out-of-memory', bytes: this.limits.memory };
    this.settle(this.endReason ?? { kind: 'crashed', how, stderrTail: this.stderrTail });
  }

  private settle(end: JobEnd<Result> | Evicted): void {
    this.running?.timer.stop();
    this.running?.resolve(end);
    this.running = null;
  }
}
