/** Thrown when a page has had its time. */
export class PageTimedOut extends Error {
  override readonly name = 'PageTimedOut';
}

/** The time one page may take. */
export class Deadline {
  private readonly end: number;

  /** @param ms from now */
  constructor(ms: number) {
    this.end = Date.now() + ms;
  }

  /** @throws PageTimedOut */
  check(): void {
    if (Date.now() > this.end) throw new PageTimedOut('the page took too long');
  }
}
