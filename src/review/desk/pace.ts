/** ms and pages after which the pace is known well enough to be told. */
const LEAST_TIME = 800;
const LEAST_PAGES = 2;

/** Seconds until a document is read, from the pace of its pages so far; null where little is known of it. `ms`: since it was begun. */
export function secondsLeft(ms: number, page: number, pages: number): number | null {
  if (ms < LEAST_TIME || page < LEAST_PAGES || pages < page) return null;
  return Math.ceil(((ms / page) * (pages - page)) / 1000);
}
