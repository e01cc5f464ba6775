/**
 * A pool of child processes, each of which does one job at a time.
 *
 *   Pool (pool.ts)                  queues jobs, assigns them to workers, keeps all workers below one memory limit
 *   └ Worker (worker.ts)            the parent's side of one child process: one job at a time, with its timer
 *     └ startChild (child-process)  forks the process
 *       ├ serve (serve.ts)          the child's side: gets jobs, sends pages and results (messages.ts)
 *       └ memory-watch.ts           a thread of the child: reports its memory, kills it above the limit
 *
 * Children are reused, and replaced after a while. A child that hangs, exceeds its memory or crashes ends its own job only (job-end.ts,
 * limits.ts). If the children together exceed the pool's memory, the largest one is killed and its job is retried alone.
 * document-pool.ts is the pool whose jobs are documents. (tinypool was tried: it cannot report why a child ended, and mixes the child's stdout with ours.)
 */
import { availableParallelism } from 'node:os';
import { at } from '../base/invariant.js';
import { type StartChild, startChild } from './child-process.js';
import type { JobEnd } from './job-end.js';
import { DEFAULT_LIMITS, type Limits, machineMemory, poolMemory } from './limits.js';
import { GRACE_PERIOD, type OnPage } from './messages.js';
import { Worker } from './worker.js';

export interface PoolOptions {
  /** The file each child process runs; it calls `serve`. */
  readonly entry: URL;
  /** Child processes at a time. */
  readonly size: number;
  readonly limits?: Partial<Limits>;
  /** For tests and the bench. */
  readonly start?: StartChild;
}

interface QueuedJob<Job, Result> {
  readonly job: Job;
  readonly onPage: OnPage;
  readonly onStart: () => void;
  readonly resolve: (end: JobEnd<Result>) => void;
  /** Whether no other job may run beside it: it was evicted before. */
  readonly exclusive: boolean;
}

export class Pool<Job, Result> {
  private readonly options: PoolOptions;
  private readonly limits: Limits;
  /** Bytes for all children together. */
  private readonly memory: number;
  /** Every worker whose process is not gone yet. */
  private readonly workers = new Set<Worker<Job, Result>>();
  private readonly idle: Worker<Job, Result>[] = [];
  private readonly queue: QueuedJob<Job, Result>[] = [];
  /** The number of jobs that run. */
  private busy = 0;
  /** Whether the job that runs is an exclusive one. */
  private exclusive = false;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.memory = poolMemory(options.size, this.limits.memory, machineMemory());
  }

  /**
   * Queues a job until a child is free, first in, first out. Never rejects. `onStart` is called when a child gets the job, `onPage` after
   * each page the job has read.
   */
  submit(job: Job, onPage: OnPage = () => {}, onStart: () => void = () => {}): Promise<JobEnd<Result>> {
    return new Promise((resolve) => {
      this.queue.push({ job, onPage, onStart, resolve, exclusive: false });
      this.startNext();
    });
  }

  /** Terminates every child; running and queued jobs end as `stopped`. Resolves when all processes are gone. */
  async close(patience = GRACE_PERIOD): Promise<void> {
    this.closed = true;
    this.startNext();
    await Promise.all([...this.workers].map((worker) => worker.terminate(patience)));
  }

  private startNext(): void {
    if (this.closed) for (const { resolve } of this.queue.splice(0)) resolve({ kind: 'stopped' });
    if (this.busy >= this.options.size || this.exclusive || (this.queue[0]?.exclusive && this.busy > 0)) return;
    const next = this.queue.shift();
    if (!next) return;
    if (next.exclusive) this.retireIdle();
    void this.assign(next, this.idle.pop() ?? this.startWorker());
  }

  private async assign(queued: QueuedJob<Job, Result>, worker: Worker<Job, Result>): Promise<void> {
    this.busy += 1;
    this.exclusive = queued.exclusive;
    queued.onStart();
    const end = await worker.run(queued.job, queued.onPage);
    this.busy -= 1;
    this.exclusive = false;
    if (worker.isReusable) this.idle.push(worker);
    else void this.retire(worker);
    if (end.kind === 'evicted') this.queue.unshift({ ...queued, exclusive: true });
    else queued.resolve(end);
    this.startNext();
  }

  private startWorker(): Worker<Job, Result> {
    const { entry, size, start = startChild } = this.options;
    // V8 compiles and collects garbage on threads of its own: a child alone on two cores keeps 1.2 of them busy and is a tenth faster for it.
    // Where every core has its child these threads only compete with the children: without them two children do an eighth more.
    const singleThreaded = size > 1 && size >= availableParallelism();
    // What all children retain and the next document of one must fit: with its OCR engines, which stay, a child that has read scans holds
    // some 500 MB.
    const maxRetained = this.memory / (size + 0.5);
    const child = start({ entry, memory: this.limits.memory, singleThreaded });
    const worker = new Worker<Job, Result>({ child, limits: this.limits, maxRetained, onMemory: () => this.enforceMemory() });
    this.workers.add(worker);
    return worker;
  }

  /** If the children together exceed the pool's memory: retires the idle ones, else evicts the largest, one at a time. */
  private enforceMemory(): void {
    const workers = [...this.workers];
    const sum = workers.reduce((bytes, worker) => bytes + worker.memory, 0);
    if (sum <= this.memory || workers.some((worker) => worker.isEnding)) return;
    if (this.idle.length > 0) this.retireIdle();
    else if (this.busy > 1) {
      const bySize = workers.toSorted((a, b) => b.memory - a.memory);
      at(bySize, 0).evict();
    }
  }

  private retireIdle(): void {
    for (const worker of this.idle.splice(0)) void this.retire(worker);
  }

  private async retire(worker: Worker<Job, Result>): Promise<void> {
    await worker.terminate();
    this.workers.delete(worker);
  }
}
