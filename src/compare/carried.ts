import type { Restatement } from '../../extractors/across.js';
import type { DocumentFamily } from '../../extractors/family.js';
import { type Disclosure, STATUSES } from '../../schemas/disclosure.js';
import { compareAmounts, printedAmount } from '../archive/across/amounts.js';
import { findCodeFigures, findKeyFigure, keyFiguresOf } from '../archive/across/key-figures.js';
import type { KeyFigure } from '../archive/store/across.js';
import { isUnit, toYuan } from '../base/money.js';
import { type Side, toPair, type YearPair } from './pair.js';

/** What a document prints of the year before it, and that year's document itself. */
export interface CarriedFigure extends YearPair {
  readonly rule: string;
  /** What it is in the earlier document and in the later: 年末结转和结余, 年初结转和结余. */
  readonly words: { readonly earlier: string; readonly later: string };
  readonly form: string;
  /** As the archive compares them: to the shorter precision. `one` where only one of them prints it with a unit. */
  readonly agreement: 'equal' | 'rounding' | 'different' | 'one';
}

/** The figures that the later of two successive documents restates from the earlier, wherever one of them prints it. */
export function carriedFigures(
  earlier: Disclosure,
  later: Disclosure,
  restated: readonly Restatement[],
  families: readonly DocumentFamily[],
): CarriedFigure[] {
  const figures = new Map(
    [earlier, later].map((disclosure, document) => [
      document,
      keyFiguresOf(disclosure, families).map((figure): KeyFigure => ({ document, ...figure })),
    ]),
  );
  const [from, to] = [{ id: 0 }, { id: 1 }];
  return restated.flatMap(({ rule, figures: named, codes }) => [
    ...named.flatMap(({ here, there }) => {
      const printed = { earlier: findKeyFigure(figures, from, there.places), later: findKeyFigure(figures, to, here.places) };
      return toCarried(rule.id, { earlier: there.words, later: here.words }, printed);
    }),
    ...codes.flatMap(({ here, there }) => {
      const [own, next] = [findCodeFigures(figures, from, there), findCodeFigures(figures, to, here)];
      return [...new Set([...own.keys(), ...next.keys()])].flatMap((code) => {
        // Of a code that only one of them has, the other says nothing.
        const printed = { earlier: own.get(code), later: next.get(code) };
        if (!printed.earlier || !printed.later) return [];
        return toCarried(rule.id, { earlier: `${code}${there.words}`, later: `${code}${here.words}` }, printed);
      });
    }),
  ]);
}

function toCarried(
  rule: string,
  words: CarriedFigure['words'],
  { earlier, later }: { readonly earlier: KeyFigure | undefined; readonly later: KeyFigure | undefined },
): CarriedFigure[] {
  const one = later ?? earlier;
  if (!one) return [];
  const [left, right] = [earlier && printedAmount(earlier), later && printedAmount(later)];
  const compared = left && right ? compareAmounts(left, right) : null;
  const pair = toPair(toSide(earlier), toSide(later));
  return [{ ...pair, percent: null, rule, words, form: one.form, agreement: compared?.kind ?? 'one' }];
}

function toSide(figure: KeyFigure | undefined): Side | null {
  if (!figure) return null;
  const { value, unit, status } = figure;
  return { text: value, value, unit, yuan: isUnit(unit) ? toYuan(value, unit) : null, status: statusOf(status), page: null };
}

/** A figure without one is told by the prose. */
const statusOf = (status: string | null): Side['status'] => STATUSES.find((known) => known === status) ?? 'told';
