/**
 * How rows hang together where print does not tell: in a list of units and of what each spends its money on, a row may sum up those that
 * follow it. Only amounts show it.
 */

import { at } from '../../base/invariant.js';

/** Rows by the amount of one column, in whole units of its last place. */
export interface Amount {
  readonly row: number;
  readonly amount: bigint;
}

/** May a row stand right below another, or at the top where that is null? What labels say of it. */
export type MayStand = (row: number, parent: number | null) => boolean;

export interface Nesting {
  readonly tops: readonly number[];
  readonly children: ReadonlyMap<number, readonly number[]>;
}

/** Steps that are tried for the levels below one row, or for all: the right way is among the first, and amounts of many rows allow too many. */
const MOST_TRIALS = 2000;

/** Ways in which one row may sum up others: more say nothing. */
const MOST_WAYS = 4;

/**
 * The one way in which every row counts once and all levels close; `several` where there is another, or more to try than was tried, null
 * where there is none. Rows without an amount close anywhere: they are left out of the search and stand at the top.
 */
export function nestingOf(amounts: readonly Amount[], total: bigint, mayStand: MayStand = () => true): Nesting | 'several' | null {
  if (amounts.some(({ amount }) => amount < 0n)) return null;
  const nothing = amounts.filter(({ amount }) => amount === 0n).map(({ row }) => row);
  const counted = amounts.filter(({ amount }) => amount > 0n);
  const search = new Search(counted, mayStand);
  const [found, other] = search.levels(null, 0, total, 2, counted.length);
  if (!found) return null;
  if (other || search.isCutShort) return 'several';
  return { tops: [...found.rows, ...nothing].sort((a, b) => a - b), children: new Map(found.children) };
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
  /** More could be tried than was. */
  isCutShort = false;

  constructor(
    readonly amounts: readonly Amount[],
    readonly mayStand: MayStand,
  ) {}

  /** Rows below `parent` from `start` on that sum up to `total`, each alone or with a level of its own: up to `most` ways, ending at `end`. */
  levels(parent: number | null, start: number, total: bigint, most: number, end?: number): readonly Level[] {
    const found: Level[] = [];
    let trials = 0;
    const grow = (level: Level, sum: bigint): void => {
      trials += 1;
      if (trials > MOST_TRIALS) this.isCutShort = true;
      if (found.length >= most || trials > MOST_TRIALS) return;
      const count = level.rows.length;
      if (count > 0 && isSumOf(total, sum, count) && (end === undefined || level.next === end)) found.push(level);
      const next = this.amounts[level.next];
      if (!next || !this.mayStand(next.row, parent)) return;
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
    const own = at(this.amounts, index);
    const levels = this.levels(own.row, index + 1, own.amount, MOST_WAYS);
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
