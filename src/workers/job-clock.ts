import type { Limits } from './limits.js';

/** Runs out after `limits.silence` without a restart, and after `limits.deadline` in any case. */
export class JobClock {
  private readonly limits: Limits;
  private readonly onEnd: (limit: 'silence' | 'deadline') => void;
  private readonly deadline: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(limits: Limits, onEnd: (limit: 'silence' | 'deadline') => void) {
    this.limits = limits;
    this.onEnd = onEnd;
    this.deadline = Date.now() + limits.deadline;
    this.restart();
  }

  /** A sign of life. */
  restart(): void {
    clearTimeout(this.timer);
    const left = this.deadline - Date.now();
    const next = left < this.limits.silence ? 'deadline' : 'silence';
    this.timer = setTimeout(() => this.onEnd(next), Math.min(left, this.limits.silence));
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
