import type { Bench, Correction } from '../bench.js';
import { termsOf } from '../equation.js';
import { figureAt, type Sheet } from '../figures.js';
import { groupBy } from '../group.js';
import type { Suspect } from './suspect.js';

/** Two columns of a table exchanged, one of which broken checks speak of: a column shifted into its empty neighbour is one case. */
export function swappedColumns(bench: Bench): Suspect[] {
  const touched = groupBy(
    [...bench.broken].flatMap((check) => termsOf(check.equation).map((t) => t.figure)),
    (figure) => figure.sheet,
  );
  return [...touched].flatMap(([sheet, figures]) =>
    pairsOf(sheet, new Set(figures.map((f) => f.column))).flatMap(([a, b]) => {
      const corrections = exchange(sheet, a, b, bench);
      const effect = bench.try(corrections);
      return effect.mended.length > 0 ? [{ kind: 'columns', corrections, plausibility: 0, ...effect } satisfies Suspect] : [];
    }),
  );
}

const pairsOf = (sheet: Sheet, touched: ReadonlySet<string>) =>
  [...touched].flatMap((a) => sheet.columns.filter((b) => b !== a && (!touched.has(b) || a < b)).map((b) => [a, b] as const));

/** Every row's figures of both columns, each with the other's value. */
function exchange(sheet: Sheet, a: string, b: string, bench: Bench): Correction[] {
  return sheet.table.rows.flatMap((_, row) => {
    const [left, right] = [figureAt(sheet, row, a), figureAt(sheet, row, b)];
    const [inLeft, inRight] = [bench.amountOf(left), bench.amountOf(right)];
    if (inLeft === inRight) return [];
    return [
      { figure: left, expected: inRight },
      { figure: right, expected: inLeft },
    ];
  });
}
