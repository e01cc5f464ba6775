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

/** Steps that are tried for the levels below one row, or for all: the right way is among the first, and amounts of many rows allow too many. */
const MOST_TRIALS = 2000;

/** Ways in which one row may sum up others: more say nothing. */
const MOST_WAYS = 4;

/** The first way found in which every row counts once and all levels close; null where none is. Others may close as well. */
export function nestingOf(amounts: readonly Amount[], total: bigint): Nesting | null {
  if (amounts.some(({ amount }) => amount < 0n)) return null;
  const [found] = new Search(amounts).levels(0, total, 1, amounts.length);
  return found ? { tops: found.rows, children: new Map(found.children) } : null;
}

interface Level {
  /** Rows of the level itself. */
  readonly rows: readonly number[];
  readonly children: readonly (readonly [number, readonly number[]])[];
  /** The first row behind it. */
  readonly next: number;
}

const NOTHING: Omit<Level, 'next'> = { rows: [], children: [] };

class Search {
  readonly #below = new Map<number, readonly Level[]>();

  constructor(readonly amounts: readonly Amount[]) {}

  /** Rows from `start` on that sum up to `total`, each alone or with a level of its own: up to `most` ways, ending at `end` where given. */
  levels(start: number, total: bigint, most: number, end?: number): readonly Level[] {
    const found: Level[] = [];
    let trials = 0;
    const grow = (level: Level, sum: bigint): void => {
      trials += 1;
      if (found.length >= most || trials > MOST_TRIALS) return;
      const count = level.rows.length;
      if (count > 0 && isSumOf(total, sum, count) && (end === undefined || level.next === end)) found.push(level);
      const next = this.amounts[level.next];
      if (!next) return;
      const grown = sum + next.amount;
      if (grown > total && !isSumOf(total, grown, count + 1)) return;
      for (const inner of this.#levelsBelow(level.next)) grow(withRow(level, next.row, inner), grown);
      grow({ ...level, rows: [...level.rows, next.row], next: level.next + 1 }, grown);
    };
    grow({ ...NOTHING, next: start }, 0n);
    return found;
  }

  /** What the row may sum up; the same wherever it stands. */
  #levelsBelow(index: number): readonly Level[] {
    const known = this.#below.get(index);
    if (known) return known;
    const amount = this.amounts[index]?.amount ?? 0n;
    const levels = amount > 0n ? this.levels(index + 1, amount, MOST_WAYS) : [];
    this.#below.set(index, levels);
    return levels;
  }
}

const withRow = (level: Level, row: number, inner: Level): Level => ({
  rows: [...level.rows, row],
  children: [...level.children, [row, inner.rows], ...inner.children],
  next: inner.next,
});

/** Every addend and the total are rounded by half a unit. */
export const isSumOf = (total: bigint, sum: bigint, count: number): boolean => magnitude(sum - total) * 2n <= BigInt(count) + 1n;

const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount);
