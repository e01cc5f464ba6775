/** Wrong usage: one line for stderr, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Exit codes: the contract's first three, and the shells' way to say that a signal came. */
export const EXIT = { done: 0, someFailed: 1, usage: 2, interrupted: 130, terminated: 143, hungUp: 129 } as const;
