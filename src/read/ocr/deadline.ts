/** Thrown when a page has had its time. */
export class PageTimedOut extends Error {
  override readonly name = 'PageTimedOut';
}

/** The time one page may take of the processor: on a busy machine a page waits, but is not given up for it. */
export class Deadline {
  private readonly end: number;

  /**
   * @param ms of processor time, from now
   * @param onStep told at every step of the page: a sign of life
   */
  constructor(
    ms: number,
    private readonly onStep: () => void = () => {},
  ) {
    this.end = spent() + ms;
  }

  /** @throws PageTimedOut */
  check(): void {
    this.onStep();
    if (spent() > this.end) throw new PageTimedOut('the page took too long');
  }
}

/** ms of processor time this process has used, in all its threads. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
