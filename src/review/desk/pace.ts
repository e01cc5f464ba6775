/** How far the reading of a document is. Times in ms of one clock. */
export interface Pace {
  readonly begun: number;
  /** When the last page was read. */
  readonly pageAt: number;
  readonly page: number;
  readonly pages: number;
}

/** ms and pages after which the pace is known well enough to be told. */
const LEAST_TIME = 800;
const LEAST_PAGES = 2;

/**
 * Seconds until a document is read, from the pace of its pages so far; null where little is known of it. Between two pages it counts down, to
 * what the pages after the next will take.
 */
export function secondsLeft({ begun, pageAt, page, pages }: Pace, now: number): number | null {
  if (pageAt - begun < LEAST_TIME || page < LEAST_PAGES || pages < page) return null;
  const each = (pageAt - begun) / page;
  const after = Math.max(0, pages - page - 1) * each;
  return Math.ceil(Math.max(after, (pages - page) * each - (now - pageAt)) / 1000);
}
