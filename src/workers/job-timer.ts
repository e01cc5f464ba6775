import type { Limits } from './limits.js';

/** Calls `onTimeout` once: `limits.silence` ms after the last restart, or `limits.deadline` ms after its creation, whichever is first. */
export class JobTimer {
  private readonly limits: Limits;
  private readonly onTimeout: (limit: 'silence' | 'deadline') => void;
  /** ms since the epoch. */
  private readonly deadline: number;
  private timeout: NodeJS.Timeout | undefined;

  constructor(limits: Limits, onTimeout: (limit: 'silence' | 'deadline') => void) {
    this.limits = limits;
    this.onTimeout = onTimeout;
    this.deadline = Date.now() + limits.deadline;
    this.restart();
  }

  /** Starts the silence anew: the job has made progress. The deadline stays. */
  restart(): void {
    clearTimeout(this.timeout);
    const left = this.deadline - Date.now();
    const next = left < this.limits.silence ? 'deadline' : 'silence';
    this.timeout = setTimeout(() => this.onTimeout(next), Math.min(left, this.limits.silence));
  }

  stop(): void {
    clearTimeout(this.timeout);
  }
}
