import { Exact } from '../base/money.js';
import { perHead, perHeadPercent } from './per-head.js';
import type { IndicatorPair } from './years.js';

/** A figure of two years for each head: 元, to 分. */
export interface PerHeadPair {
  readonly id: string;
  readonly words: string;
  readonly earlier: string | null;
  readonly later: string | null;
  /** Of the two as they are written, so that it is theirs; null where one is missing. */
  readonly difference: string | null;
  /** Of the exact amounts. */
  readonly percent: string | null;
}

/** @param heads of the earlier and the later year */
export const yearsPerHead = (indicators: readonly IndicatorPair[], heads: readonly [string, string]): PerHeadPair[] =>
  indicators.map(({ id, words, earlier, later }) => {
    const [own, next] = [earlier?.yuan ?? null, later?.yuan ?? null];
    const [from, to] = [own === null ? null : perHead(own, heads[0]), next === null ? null : perHead(next, heads[1])];
    const both = from !== null && to !== null;
    const percent = own !== null && next !== null ? perHeadPercent({ yuan: own, heads: heads[0] }, { yuan: next, heads: heads[1] }) : null;
    return { id, words, earlier: from, later: to, difference: both ? new Exact(to).minus(from).toFixed(2) : null, percent };
  });
