/** Our own errors cost a cell, a table or a page, never a document: each stage goes on without the part in which one arose, and says so. */

/** An error of ours, and what it cost. */
export interface OwnError {
  /** What could not be done, as the beginning of a sentence: 第3页的版面. */
  readonly part: string;
  /** The error's own message. */
  readonly detail: string;
}

/** The errors of ours that arose while one document was read. */
export class OwnErrors {
  readonly #found: OwnError[] = [];

  get found(): readonly OwnError[] {
    return this.#found;
  }

  /** The work's result; where an error stops it, the error is kept and `instead` stands in. */
  attempt<Result>(part: string, work: () => Result, instead: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.#found.push({ part, detail: error instanceof Error ? error.message : String(error) });
      return instead();
    }
  }
}
