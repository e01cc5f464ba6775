import pLimit from 'p-limit';

/** Runs work as soon as fewer than a fixed number of others run. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Files that are listed or hashed at a time: libuv has four threads for it; a few more keep them busy. */
const FILES_AT_A_TIME = 16;

export function ioLimit(): Limit {
  return pLimit(FILES_AT_A_TIME);
}
