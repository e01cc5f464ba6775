import type { Unit } from '../../../base/money.js';
import { type Check, termsOf } from '../../identity/equation.js';
import { toDecimal } from '../../identity/interval.js';
import { type Figure, powerOf } from '../../table/sheet.js';
import { type Likeness, likenessOf } from '../likeness.js';
import type { Effect, FigureCorrection, Trial } from '../trial.js';

/** One thing that may have gone wrong, and what it would explain. */
export type Suspect = SuspectFigures | SuspectUnit;

interface SuspectFigures extends SuspectBase {
  /**
   * `cell`: one figure is wrong · `pair`: two of one row, an amount in the wrong column or a row's share missing in both ·
   * `missing-row`: a sum lacks a row · `columns`: two columns are exchanged.
   */
  readonly kind: 'cell' | 'pair' | 'missing-row' | 'columns';
}

/** The table's unit is another. */
export interface SuspectUnit extends SuspectBase {
  readonly kind: 'unit';
  /** The one that its figures agree in. */
  readonly unit: Unit;
}

interface SuspectBase extends Effect {
  /** What would mend it, the likeliest culprit first; nothing for a missing row. */
  readonly corrections: readonly FigureCorrection[];
  /** Of equals: how much the print resembles what it should be. */
  readonly plausibility: number;
}

/** A check of severity `warning` weighs half as much as one of the accounts. */
const WEIGHT = { error: 1, warning: 0.5 } as const;

/** What must be assumed beyond one wrong figure, in broken checks. That digits agree in another unit is no chance. */
const COST: Readonly<Record<Suspect['kind'], number>> = { cell: 0, unit: -0.5, 'missing-row': 0.25, columns: 0.25, pair: 1 };

const weigh = (checks: readonly Check[]) => checks.reduce((sum, check) => sum + WEIGHT[check.equation.severity], 0);

/** How much a suspect explains, less what it leaves to explain anew. */
export const meritOf = ({ kind, mended, broken }: Suspect): number => weigh(mended) - weigh(broken) - COST[kind];

/** Better first: merit, then fewer new contradictions, then likeness. */
export const byMerit = (a: Suspect, b: Suspect): number =>
  meritOf(b) - meritOf(a) || a.broken.length - b.broken.length || b.plausibility - a.plausibility;

/** Digits that changed places or a lost sign point at one figure; a single other digit is found by chance more often. */
const LIKENESS: Readonly<Record<Likeness, number>> = { neighbours: 4, sign: 3, point: 3, swapped: 3, cut: 2, digit: 2 };
/** A cell that was left blank by mistake is rarer than a wrong one, but where a figure should stand. */
const BLANK = -2;
const MISSING = 4;
/** A dash or 0 says that there is nothing: whoever wrote it looked. */
const NOTHING = -1;
/** That it should have been a negative amount is unlikelier still: these are rare, and no sum is short of them. */
const NOTHING_FOR_NEGATIVE = -3;
/** A total that is what it always is, is right. */
const USUAL = 4;

/** How well a correction explains itself. */
export function plausibilityOf({ figure, expected }: FigureCorrection, trial: Trial): number {
  if (figure.kind === 'blank') return trial.isExpected(figure) ? MISSING : BLANK;
  const usual = trial.usualOf(figure);
  if (usual !== null && figure.grains === usual) return -USUAL;
  const isPrinted = (grains: bigint) => trial.isPrintedElsewhere(grains, figure);
  const likeness = likenessOf(decimalOf(figure, figure.grains), decimalOf(figure, expected));
  return (
    (expected === usual ? USUAL : 0) +
    (figure.grains !== 0n ? 0 : expected < 0n ? NOTHING_FOR_NEGATIVE : NOTHING) +
    (likeness ? LIKENESS[likeness] : 0) +
    (isPrinted(expected) ? 1 : 0) -
    (isPrinted(figure.grains) ? 1 : 0)
  );
}

/** An amount in the figure's unit, with the decimals its table prints. */
const decimalOf = (figure: Figure, grains: bigint): string => toDecimal(grains, powerOf(figure.sheet, figure.column), figure.sheet.places);

/** The figure's value that would close a check, all others taken as they are. */
export function closing(check: Check, figure: Figure, trial: Trial): bigint | null {
  const term = termsOf(check.equation).find((t) => t.figure === figure);
  return term ? trial.amountOf(figure) - term.sign * trial.residualOf(check) : null;
}
