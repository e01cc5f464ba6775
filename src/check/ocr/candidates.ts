import type { DisclosureValue } from '../../../schemas/disclosure.js';
import { type Check, type Equation, termsOf, toCheck, vouchesFor } from '../identity/equation.js';
import { type Figure, figureWith } from '../table/sheet.js';

/** A cell that OCR doubts, and what it may be. */
export interface Doubt {
  readonly figure: Figure;
  readonly candidates: readonly DisclosureValue[];
}

/** One candidate for each of some doubts. */
export type Choice = ReadonlyMap<Figure, DisclosureValue>;

/** Ways to choose that are tried for one set of doubts. */
const MOST_CHOICES = 400;

/**
 * The one choice for these doubts that breaks none of the equations and that, for each doubt, some equation vouches for; null where
 * none or several do so.
 */
export function onlyChoice(doubts: readonly Doubt[], equations: readonly Equation[]): Choice | null {
  const ways = doubts.reduce((n, d) => n * d.candidates.length, 1);
  if (ways === 0 || ways > MOST_CHOICES) return null;
  let found: Choice | null = null;
  for (let way = 0; way < ways; way++) {
    const choice = choiceAt(doubts, way);
    if (!stands(choice, equations)) continue;
    if (found) return null;
    found = choice;
  }
  return found;
}

/**
 * The first candidate of each of these doubts, where they are right all together: each stands in an equation that closes to the digit, none
 * of the equations is broken, and one would be if any single doubt were decided otherwise. That two doubts be wrong by just as much, one
 * against the other, is less likely than that the print was read.
 */
export function firstChoice(doubts: readonly Doubt[], equations: readonly Equation[]): Choice | null {
  const choice = choiceAt(doubts, 0);
  const closed = equations.filter((equation) => equation.relation === '=' && residualOf(equation, choice) === 0n);
  const isClosed = ({ figure }: Doubt) => closed.some((equation) => termsOf(equation).some((term) => term.figure === figure));
  if (choice.size < doubts.length || !doubts.every(isClosed) || !stands(choice, equations)) return null;
  const isOpen = doubts.some(({ figure, candidates }) => {
    const taken = choice.get(figure);
    return candidates.some((other) => !isSameAmount(figure, other, taken) && stands(new Map([...choice, [figure, other]]), equations));
  });
  return isOpen ? null : choice;
}

function residualOf(equation: Equation, choice: Choice): bigint {
  const figures = [...choice].flatMap(([figure, { value }]) =>
    value === null ? [] : [[figure, figureWith(figure, value) ?? figure] as const],
  );
  return toCheck(withFigures(equation, new Map(figures))).residual;
}

const isSameAmount = (figure: Figure, one: DisclosureValue, other: DisclosureValue | undefined): boolean =>
  one.value !== null && other?.value != null && figureWith(figure, one.value)?.grains === figureWith(figure, other.value)?.grains;

function choiceAt(doubts: readonly Doubt[], way: number): Choice {
  let rest = way;
  return new Map(
    doubts.flatMap(({ figure, candidates }) => {
      const candidate = candidates[rest % candidates.length];
      rest = Math.floor(rest / candidates.length);
      return candidate ? [[figure, candidate] as const] : [];
    }),
  );
}

function stands(choice: Choice, equations: readonly Equation[]): boolean {
  const figures = new Map<Figure, Figure>();
  for (const [figure, { value }] of choice) {
    const taken = value === null || isBareZero(value) ? null : figureWith(figure, value);
    if (!taken) return false;
    figures.set(figure, taken);
  }
  const checks = equations.map((equation) => toCheck(withFigures(equation, figures)));
  if (checks.some(isDenied)) return false;
  return [...figures.values()].every((figure) => checks.some((check) => vouchesFor(check, figure)));
}

const isDenied = ({ state }: Check): boolean => state === 'broken' || state === 'near';

/** A lone 0 adds as much as a blank with a stain in it: identities cannot tell them apart. */
const isBareZero = (value: string) => /^-?0*$/.test(value);

/** The equation about the figures as they would be. */
function withFigures(equation: Equation, figures: ReadonlyMap<Figure, Figure>): Equation {
  return {
    ...equation,
    total: equation.total.map((figure) => figures.get(figure) ?? figure),
    parts: equation.parts.map((term) => ({ ...term, figure: figures.get(term.figure) ?? term.figure })),
  };
}

/** What an equation says of these figures; where that is a contradiction, what it would say with all counted in that may be. */
function asked(equation: Equation, figures: ReadonlyMap<Figure, Figure>): Check {
  const check = toCheck(withFigures(equation, figures));
  if (!isDenied(check) || equation.uncounted.length === 0) return check;
  return toCheck(withFigures({ ...equation, parts: [...equation.parts, ...equation.uncounted] }, figures));
}

/**
 * The one exchange, of one of these figures for one of its candidates, that breaks none of the equations. Null where none or several
 * would do, and where the one closes no equation to the digit: the difference may be the publisher's.
 */
export function onlyExchange(doubts: readonly Doubt[], equations: readonly Equation[]): Choice | null {
  const exchanges = doubts.flatMap((doubt) =>
    amountsOf(doubt).map(([taken, candidate]) => {
      const figures = new Map([[doubt.figure, taken]]);
      return { figure: doubt.figure, candidate, checks: equations.map((equation) => asked(equation, figures)) };
    }),
  );
  const [fit, another] = exchanges.filter(({ checks }) => !checks.some(isDenied));
  if (!fit || another || !fit.checks.some(({ residual }) => residual === 0n)) return null;
  return new Map([[fit.figure, fit.candidate]]);
}

/** A doubt's candidates as figures; of those that print one amount, the first. */
function amountsOf({ figure, candidates }: Doubt): (readonly [Figure, DisclosureValue])[] {
  const amounts = new Map<bigint, readonly [Figure, DisclosureValue]>();
  for (const candidate of candidates) {
    const taken = candidate.value === null ? null : figureWith(figure, candidate.value);
    if (taken && !amounts.has(taken.grains)) amounts.set(taken.grains, [taken, candidate]);
  }
  return [...amounts.values()];
}

/** The doubts that take part in an equation. */
export const doubtsIn = (equation: Equation, open: ReadonlyMap<Figure, Doubt>): Doubt[] =>
  [...new Set(termsOf(equation).map((t) => t.figure))].flatMap((figure) => open.get(figure) ?? []);
