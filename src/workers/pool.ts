import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { OnPage } from './messages.js';
import { type Ending, Worker } from './worker.js';

export interface PoolOptions {
  /** The file each child process runs; it calls `serve`. */
  readonly entry: URL;
  /** Child processes at a time. */
  readonly size: number;
  readonly limits?: Partial<Limits>;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly onPage: OnPage;
  readonly resolve: (ending: Ending<Result>) => void;
}

/**
 * Child processes that do one job each at a time. They are reused, and replaced after a while; one that hangs, bursts or
 * crashes ends its own job only. (tinypool was tried: it cannot say why a child ended, and it mixes the child's stdout with ours.)
 */
export class Pool<Job, Result> {
  private readonly options: PoolOptions;
  private readonly limits: Limits;
  /** Every child that is not gone yet. */
  private readonly workers = new Set<Worker<Job, Result>>();
  private readonly idle: Worker<Job, Result>[] = [];
  private readonly queue: Waiting<Job, Result>[] = [];
  private busy = 0;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  /** Waits for a free child, first come first served. Never rejects. `onPage` is told of every page the job reads. */
  run(job: Job, onPage: OnPage = () => {}): Promise<Ending<Result>> {
    return new Promise((resolve) => {
      this.queue.push({ job, onPage, resolve });
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
    if (this.busy >= this.options.size) return;
    const next = this.queue.shift();
    if (next) void this.give(next, this.idle.pop() ?? this.hire());
  }

  private async give({ job, onPage, resolve }: Waiting<Job, Result>, worker: Worker<Job, Result>): Promise<void> {
    this.busy += 1;
    const ending = await worker.run(job, onPage);
    this.busy -= 1;
    if (worker.usable) this.idle.push(worker);
    else void this.dismiss(worker);
    resolve(ending);
    this.startNext();
  }

  private hire(): Worker<Job, Result> {
    const worker = new Worker<Job, Result>(this.options.entry, this.limits);
    this.workers.add(worker);
    return worker;
  }

  private async dismiss(worker: Worker<Job, Result>): Promise<void> {
    await worker.end();
    this.workers.delete(worker);
  }
}
