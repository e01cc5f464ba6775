import { termsOf } from '../../identity/equation.js';
import type { FigureCorrection, Trial } from '../trial.js';
import { byMerit, closing, plausibilityOf, type Suspect } from './suspect.js';

/** How many single figures are worth a second one beside them. */
const MOST_FIRST_FIGURES = 12;

/**
 * Two figures of one row: where correcting one would break the sum of its row, another of the row makes up for it. So an amount that
 * stands in the wrong column is found, and one that is wrong in its own column and in the row's total.
 */
export function pairSuspects(cells: readonly Suspect[], trial: Trial): Suspect[] {
  const halves = cells.filter((s) => s.mended.length > 0 && s.broken.some((check) => check.equation.relation === '='));
  return halves
    .sort(byMerit)
    .slice(0, MOST_FIRST_FIGURES)
    .flatMap((half) => completions(half, trial));
}

function completions(half: Suspect, trial: Trial): Suspect[] {
  const [first] = half.corrections;
  if (!first) return [];
  return half.broken.flatMap((check) => {
    const shift = first.expected - trial.amountOf(first.figure);
    const terms = termsOf(check.equation);
    const sign = terms.find((t) => t.figure === first.figure)?.sign ?? 0n;
    return terms.flatMap((term) => {
      const { figure } = term;
      if (figure === first.figure || figure.kind === 'unreadable' || !isSameRow(figure, first.figure)) return [];
      const alone = closing(check, figure, trial) ?? 0n;
      const second: FigureCorrection = { figure, expected: alone - term.sign * sign * shift };
      return complete(half, [first, second], trial);
    });
  });
}

const isSameRow = (a: FigureCorrection['figure'], b: FigureCorrection['figure']) => a.sheet === b.sheet && a.row === b.row;

function complete(half: Suspect, corrections: readonly FigureCorrection[], trial: Trial): Suspect[] {
  const effect = trial.try(corrections);
  if (effect.broken.length > 0 || effect.mended.length <= half.mended.length) return [];
  const plausibility = corrections.reduce((sum, correction) => sum + plausibilityOf(correction, trial), 0);
  const printedFirst = [...corrections].sort((a, b) => Number(a.figure.kind === 'blank') - Number(b.figure.kind === 'blank'));
  return [{ kind: 'pair', corrections: printedFirst, plausibility, ...effect }];
}
