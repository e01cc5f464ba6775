import { availableParallelism } from 'node:os';
import { DEFAULT_LIMITS, type Limits, machineMemory, memoryTogether } from './limits.js';
import type { OnPage } from './messages.js';
import { type Ending, Worker } from './worker.js';

export interface PoolOptions {
  /** The file each child process runs; it calls `serve`. */
  readonly entry: URL;
  /** Child processes at a time. */
  readonly size: number;
  readonly limits?: Partial<Limits>;
}

/**
 * V8 compiles and collects on threads of its own: a child alone on two cores keeps 1.2 of them busy and is a tenth faster for it. Where
 * every core has its child these threads only get in each other's way: without them two children do an eighth more.
 * (A larger young generation was tried: since V8 optimizes later it saves no time, and it takes 50 MB more in a child that reads scans.)
 */
const ONE_THREAD = ['--single-threaded'];

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly onPage: OnPage;
  readonly onStart: () => void;
  readonly resolve: (ending: Ending<Result>) => void;
  /** It took so much memory that nothing else may run beside it. */
  readonly alone: boolean;
}

/**
 * Child processes that do one job each at a time. They are reused, and replaced after a while; one that hangs, bursts or
 * crashes ends its own job only. Where they take too much memory together, the largest gives way: its job begins again when the
 * others are done, alone. (tinypool was tried: it cannot say why a child ended, and it mixes the child's stdout with ours.)
 */
export class Pool<Job, Result> {
  private readonly options: PoolOptions;
  private readonly limits: Limits;
  /** Bytes for all children. */
  private readonly together: number;
  /** Every child that is not gone yet. */
  private readonly workers = new Set<Worker<Job, Result>>();
  private readonly idle: Worker<Job, Result>[] = [];
  private readonly queue: Waiting<Job, Result>[] = [];
  private busy = 0;
  private alone = false;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.together = memoryTogether(options.size, this.limits.memory, machineMemory());
  }

  /**
   * Waits for a free child, first come first served. Never rejects. `onStart` is told when a child has got the job, `onPage` of every
   * page the job reads.
   */
  run(job: Job, onPage: OnPage = () => {}, onStart: () => void = () => {}): Promise<Ending<Result>> {
    return new Promise((resolve) => {
      this.queue.push({ job, onPage, onStart, resolve, alone: false });
      this.startNext();
    });
  }

  /** Ends every child at once; what runs or waits ends as `stopped`. Resolves when all processes are gone. */
  async close(): Promise<void> {
    this.closed = true;
    this.startNext();
    await Promise.all([...this.workers].map((worker) => worker.end()));
  }

  private startNext(): void {
    if (this.closed) for (const { resolve } of this.queue.splice(0)) resolve({ kind: 'stopped' });
    if (this.busy >= this.options.size || this.alone || (this.queue[0]?.alone && this.busy > 0)) return;
    const next = this.queue.shift();
    if (!next) return;
    if (next.alone) this.dismissIdle();
    void this.give(next, this.idle.pop() ?? this.hire());
  }

  private async give(waiting: Waiting<Job, Result>, worker: Worker<Job, Result>): Promise<void> {
    this.busy += 1;
    this.alone = waiting.alone;
    waiting.onStart();
    const ending = await worker.run(waiting.job, waiting.onPage);
    this.busy -= 1;
    this.alone = false;
    if (worker.usable) this.idle.push(worker);
    else void this.dismiss(worker);
    if (ending.kind === 'crowded') this.queue.unshift({ ...waiting, alone: true });
    else waiting.resolve(ending);
    this.startNext();
  }

  private hire(): Worker<Job, Result> {
    const { entry, size } = this.options;
    const flags = size > 1 && size >= availableParallelism() ? ONE_THREAD : [];
    // All of them and the next document of one must fit: with its engines, which stay, a child that has read scans holds some 500 MB.
    const keep = this.together / (size + 0.5);
    const worker = new Worker<Job, Result>({ entry, limits: this.limits, keep, flags, onGrowth: () => this.makeRoom() });
    this.workers.add(worker);
    return worker;
  }

  /** Called whenever a child has grown: idle ones go first, then the largest gives way, one at a time. */
  private makeRoom(): void {
    const sum = [...this.workers].reduce((bytes, worker) => bytes + worker.size, 0);
    if (sum <= this.together || [...this.workers].some((worker) => worker.ending)) return;
    if (this.idle.length > 0) this.dismissIdle();
    else if (this.busy > 1) [...this.workers].toSorted((a, b) => b.size - a.size)[0]?.makeRoom();
  }

  private dismissIdle(): void {
    for (const worker of this.idle.splice(0)) void this.dismiss(worker);
  }

  private async dismiss(worker: Worker<Job, Result>): Promise<void> {
    await worker.end();
    this.workers.delete(worker);
  }
}
