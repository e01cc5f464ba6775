/**
 * How rows hang together where print does not tell: in a list of units and of what each spends its money on, a row may sum up those that
 * follow it. Only amounts show it.
 */

/** Rows by the amount of one column, in whole units of its last place. */
export interface Amount {
  readonly row: number;
  readonly amount: bigint;
}

export interface Nesting {
  readonly tops: readonly number[];
  readonly children: ReadonlyMap<number, readonly number[]>;
}

/** Ways that are tried before a list is given up: amounts that say nothing of their order allow too many. */
const MOST_TRIALS = 20_000;

/** The one way in which every row counts once and all levels close, found from the first row on; null where there is none. */
export function nestingOf(amounts: readonly Amount[], total: bigint): Nesting | null {
  if (amounts.some(({ amount }) => amount < 0n)) return null;
  const search = new Search(amounts);
  const found = search.level(0, total, ({ next }) => next === amounts.length);
  return found && { tops: found.rows, children: new Map(found.children) };
}

interface Level {
  /** Rows of the level itself. */
  readonly rows: readonly number[];
  readonly children: readonly (readonly [number, readonly number[]])[];
  /** The first row behind it. */
  readonly next: number;
}

class Search {
  #trials = 0;

  constructor(readonly amounts: readonly Amount[]) {}

  /** Rows from `start` on that sum up to `total`, each alone or with a level of its own. */
  level(start: number, total: bigint, isWhole: (level: Level) => boolean): Level | null {
    return this.#from({ rows: [], children: [], next: start }, 0n, total, isWhole);
  }

  #from(level: Level, sum: bigint, total: bigint, isWhole: (level: Level) => boolean): Level | null {
    this.#trials += 1;
    if (this.#trials > MOST_TRIALS) return null;
    const count = level.rows.length;
    if (count > 0 && isSumOf(total, sum, count) && isWhole(level)) return level;
    const next = this.amounts[level.next];
    if (!next || (sum > total && !isSumOf(total, sum, count))) return null;
    const grownBy = (inner: Level | null): Level | null => {
      const grown: Level = {
        rows: [...level.rows, next.row],
        children: inner ? [...level.children, [next.row, inner.rows], ...inner.children] : level.children,
        next: inner ? inner.next : level.next + 1,
      };
      return this.#from(grown, sum + next.amount, total, isWhole);
    };
    let found: Level | null = null;
    if (next.amount > 0n) {
      this.level(level.next + 1, next.amount, (inner) => {
        found = grownBy(inner);
        return found !== null;
      });
    }
    return found ?? grownBy(null);
  }
}

/** Every addend and the total are rounded by half a unit. */
export const isSumOf = (total: bigint, sum: bigint, count: number): boolean => magnitude(sum - total) * 2n <= BigInt(count) + 1n;

const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount);
