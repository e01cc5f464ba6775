import { groupBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import { figuresIn } from '../../identity/equation.js';
import { figureAt, type Sheet } from '../../table/sheet.js';
import type { FigureCorrection, Trial } from '../trial.js';
import type { Suspect } from './suspect.js';

/**
 * Columns of a table that stand in each other's place: two exchanged, or several shifted by one, as when a blank column was passed
 * over. Only arrangements that move a column which broken checks speak of are tried.
 */
export function movedColumns(trial: Trial): Suspect[] {
  const figures = [...trial.broken].flatMap(figuresIn);
  return [...groupBy(figures, (figure) => figure.sheet)].flatMap(([sheet, touched]) => {
    const keys = new Set(touched.map((figure) => figure.column));
    return arrangements(sheet.columns.filter((key) => sheet.money.has(key)))
      .filter((cycle) => cycle.some((key) => keys.has(key)))
      .flatMap((cycle) => tryCycle(cycle, sheet, trial));
  });
}

/** Cycles of columns: each gets the values of the next, the last those of the first. */
type Cycle = readonly string[];

const FEWEST_SHIFTED = 3;

function arrangements(columns: readonly string[]): Cycle[] {
  const spans = columns.flatMap((_, from) => columns.slice(from + 1).map((_, i) => columns.slice(from, from + i + 2)));
  const exchanged = spans.map((span): Cycle => [at(span, 0), at(span, span.length - 1)]);
  const shifted = spans.filter((span) => span.length >= FEWEST_SHIFTED).flatMap((span) => [span, span.toReversed()]);
  return [...exchanged, ...shifted];
}

function tryCycle(cycle: Cycle, sheet: Sheet, trial: Trial): Suspect[] {
  const corrections = sheet.table.rows.flatMap((_, row) =>
    rotate(
      cycle.map((key) => figureAt(sheet, row, key)),
      trial,
    ),
  );
  const effect = trial.try(corrections);
  return effect.mended.length > 0 ? [{ kind: 'columns', corrections, plausibility: 0, ...effect }] : [];
}

const rotate = (figures: readonly FigureCorrection['figure'][], trial: Trial): FigureCorrection[] =>
  figures.flatMap((figure, i) => {
    const from = at(figures, (i + 1) % figures.length);
    const expected = trial.amountOf(from);
    return expected === trial.amountOf(figure) ? [] : [{ figure, expected }];
  });
