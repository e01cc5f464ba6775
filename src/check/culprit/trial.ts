import { breaksAt, type Check, termsOf, vouchesFor } from '../identity/equation.js';
import { toGrains } from '../identity/interval.js';
import { type Figure, isNonZero, powerOf } from '../table/sheet.js';

/** One figure as it should have been printed, in grains. */
export interface FigureCorrection {
  readonly figure: Figure;
  readonly expected: bigint;
}

/** What corrections do to the checks: those they mend, and those that hold and would break. */
export interface Effect {
  readonly mended: readonly Check[];
  readonly broken: readonly Check[];
}

interface SignedCheck {
  readonly check: Check;
  readonly sign: bigint;
}

/** What somebody made a mistake in. */
export const isBroken = ({ state, equation }: Check): boolean => state === 'broken' && equation.certain;

/** The checks of a document with the figures they share: corrections are tried on it, and those that are believed are applied. */
export class Trial {
  readonly #places = new Map<Figure, SignedCheck[]>();
  readonly #residuals = new Map<Check, bigint>();
  readonly #amounts = new Map<Figure, bigint>();
  readonly #broken: Set<Check>;
  /** How often an amount is printed. */
  readonly #prints = new Map<bigint, number>();

  constructor(checks: readonly Check[]) {
    this.#broken = new Set(checks.filter(isBroken));
    for (const check of checks) {
      for (const { figure, sign } of termsOf(check.equation)) {
        const places = this.#places.get(figure);
        if (places) places.push({ check, sign });
        else this.#places.set(figure, [{ check, sign }]);
      }
    }
    for (const figure of this.#places.keys()) {
      if (isNonZero(figure)) this.#prints.set(figure.grains, (this.#prints.get(figure.grains) ?? 0) + 1);
    }
  }

  /** The amount stands in another cell too. */
  isPrintedElsewhere(grains: bigint, figure: Figure): boolean {
    return (this.#prints.get(grains) ?? 0) > (figure.grains === grains ? 1 : 0);
  }

  /** Certain checks that are broken and not explained yet. */
  get broken(): ReadonlySet<Check> {
    return this.#broken;
  }

  residualOf(check: Check): bigint {
    return this.#residuals.get(check) ?? check.residual;
  }

  amountOf(figure: Figure): bigint {
    return this.#amounts.get(figure) ?? figure.grains;
  }

  /** The checks a figure takes part in. */
  checksOf(figure: Figure): readonly Check[] {
    return this.#places.get(figure)?.map((place) => place.check) ?? [];
  }

  /** What a figure always is where that is known: full marks. */
  usualOf(figure: Figure): bigint | null {
    const usual = this.checksOf(figure).find(({ equation }) => equation.total.includes(figure) && equation.usual !== null)?.equation.usual;
    return usual == null ? null : toGrains(usual, powerOf(figure.sheet, figure.column));
  }

  /** Does a check say that a figure should stand here? */
  isExpected(figure: Figure): boolean {
    return this.checksOf(figure).some(({ equation }) => equation.parts.some((term) => term.figure === figure && term.isExpected));
  }

  /** What these corrections would mend and break. */
  try(corrections: readonly FigureCorrection[]): Effect {
    const mended: Check[] = [];
    const broken: Check[] = [];
    for (const [check, change] of this.#changes(corrections)) {
      const breaks = breaksAt(check, this.residualOf(check) + change);
      if (this.#broken.has(check)) {
        if (!breaks) mended.push(check);
      } else if (breaks && isWitness(check)) broken.push(check);
    }
    return { mended, broken };
  }

  /** Takes the corrections as done: what they mend is explained, what follows is judged by the corrected figures. */
  apply(corrections: readonly FigureCorrection[]): void {
    for (const [check, change] of this.#changes(corrections)) this.#residuals.set(check, this.residualOf(check) + change);
    for (const { figure, expected } of corrections) this.#amounts.set(figure, expected);
  }

  explain(checks: readonly Check[]): void {
    for (const check of checks) this.#broken.delete(check);
  }

  #changes(corrections: readonly FigureCorrection[]): Map<Check, bigint> {
    const changes = new Map<Check, bigint>();
    for (const { figure, expected } of corrections) {
      const change = expected - this.amountOf(figure);
      for (const { check, sign } of this.#places.get(figure) ?? []) changes.set(check, (changes.get(check) ?? 0n) + sign * change);
    }
    return changes;
  }
}

/** A check that holds counts for its figures: an uncertain one only where it vouches for one of them. */
const isWitness = (check: Check): boolean =>
  check.state !== 'broken' && (check.equation.certain || termsOf(check.equation).some(({ figure }) => vouchesFor(check, figure)));
