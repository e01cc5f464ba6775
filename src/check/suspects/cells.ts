import type { Bench } from '../bench.js';
import { type Check, termsOf } from '../equation.js';
import type { Figure } from '../figures.js';
import { byMerit, closing, plausibilityOf, type Suspect } from './suspect.js';

/** Every figure of every broken check, with the value that mends the most. */
export function cellSuspects(bench: Bench): Suspect[] {
  const suspects = new Map<Figure, Suspect>();
  for (const check of bySharpness(bench.broken)) {
    for (const { figure } of termsOf(check.equation)) {
      const suspect = suspectOf(figure, check, bench);
      const known = suspects.get(figure);
      if (suspect && (!known || byMerit(suspect, known) < 0)) suspects.set(figure, suspect);
    }
  }
  return [...suspects.values()];
}

/** The fewer roundings a check allows, the better the value it asks for. */
const bySharpness = (checks: Iterable<Check>): Check[] =>
  [...checks].filter((c) => c.equation.relation === '=').sort((a, b) => Number(a.allowed - b.allowed));

function suspectOf(figure: Figure, check: Check, bench: Bench): Suspect | null {
  const expected = closing(check, figure, bench);
  if (figure.kind === 'unreadable' || expected === null) return null;
  const correction = { figure, expected };
  return { kind: 'cell', corrections: [correction], plausibility: plausibilityOf(correction, bench), ...bench.try([correction]) };
}
