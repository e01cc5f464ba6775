/** A page has used up its time. */
export class PageTimedOut extends Error {
  override readonly name = 'PageTimedOut';
}

/** The processor time that one page may take: time it waits on a busy machine does not count. */
export class Deadline {
  private readonly end: number;

  /**
   * @param ms of processor time, from now
   * @param onStep called at every check, for a caller that waits for signs of progress
   */
  constructor(
    ms: number,
    private readonly onStep: () => void = () => {},
  ) {
    this.end = spent() + ms;
  }

  /** To be called between two steps of a page. @throws PageTimedOut */
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
