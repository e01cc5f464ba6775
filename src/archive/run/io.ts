import pLimit from 'p-limit';

/** Does one thing after another where too many would be done at once. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** Files that are looked at or hashed at a time: libuv has four threads for it; a few more keep them busy. */
const FILES_AT_A_TIME = 16;

export function ioLimit(): Limit {
  return pLimit(FILES_AT_A_TIME);
}
