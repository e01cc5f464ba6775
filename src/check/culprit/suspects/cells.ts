import { type Check, termsOf } from '../../identity/equation.js';
import { magnitude, toGrains } from '../../identity/interval.js';
import { cellOf, type Figure, powerOf } from '../../table/sheet.js';
import { unswapped } from '../likeness.js';
import type { FigureCorrection, Trial } from '../trial.js';
import { byMerit, closing, plausibilityOf, type Suspect } from './suspect.js';

/** Every figure of every broken check, with the value that mends the most. */
export function cellSuspects(trial: Trial): Suspect[] {
  const suspects = new Map<Figure, Suspect>();
  for (const check of bySharpness(trial.broken)) {
    for (const { figure } of termsOf(check.equation)) {
      for (const suspect of suspectsOf(figure, check, trial)) {
        const known = suspects.get(figure);
        if (!known || byMerit(suspect, known) < 0) suspects.set(figure, suspect);
      }
    }
  }
  return [...suspects.values()];
}

/** The fewer roundings a check allows, the better the value it asks for. */
const bySharpness = (checks: Iterable<Check>): Check[] =>
  [...checks].filter((c) => c.equation.relation === '=').sort((a, b) => Number(a.allowed - b.allowed));

function suspectsOf(figure: Figure, check: Check, trial: Trial): Suspect[] {
  const expected = closing(check, figure, trial);
  // In a 绩效 table a dash says that nothing belongs here.
  const isDash = figure.kind === 'dash' && figure.sheet.declaration?.kind === 'assessment';
  if (figure.kind === 'unreadable' || isDash || expected === null) return [];
  return [expected, ...slips({ figure, expected }, check)].map((value) => {
    const correction = { figure, expected: value };
    return { kind: 'cell', corrections: [correction], plausibility: plausibilityOf(correction, trial), ...trial.try([correction]) };
  });
}

/** Values that differ from the asked-for one by no more than the roundings of a long sum, and from the print by two swapped digits. */
function slips({ figure, expected }: FigureCorrection, check: Check): bigint[] {
  const value = cellOf(figure)?.value;
  if (value == null || check.equation.rowsOf === null) return [];
  const power = powerOf(figure.sheet, figure.column);
  return unswapped(value).flatMap((decimal) => {
    const grains = toGrains(decimal, power);
    return grains !== null && grains !== expected && magnitude(grains - expected) <= check.allowed ? [grains] : [];
  });
}
