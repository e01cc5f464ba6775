/** Our own errors cost a cell, a table or a page, never a document: each stage goes on without the part in which one arose, and says so. */

/** An error of ours, and what it cost. */
export interface OwnError {
  /** What could not be done, as the beginning of a sentence: 第3页的表格. */
  readonly part: string;
  /** The error's own message. */
  readonly detail: string;
}

/** What becomes of errors of ours. */
export interface Attempts {
  /** The work's result; where an error stops it, what `instead` gives. */
  attempt<Result>(part: string, work: () => Result, instead: () => Result): Result;
}

/** The errors of ours that arose while one document was read. */
export class OwnErrors implements Attempts {
  readonly #found: OwnError[] = [];

  get found(): readonly OwnError[] {
    return this.#found;
  }

  attempt<Result>(part: string, work: () => Result, instead: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.keep(part, error);
      return instead();
    }
  }

  keep(part: string, error: unknown): void {
    this.#found.push({ part, detail: detailOf(error) });
  }
}

/** For callers that have nobody to tell of an error: it is thrown. */
export const THROWN: Attempts = { attempt: (_part, work) => work() };

export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
