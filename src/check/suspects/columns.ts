import type { Bench, Correction } from '../bench.js';
import { termsOf } from '../equation.js';
import { figureAt, type Sheet } from '../figures.js';
import type { Suspect } from './suspect.js';

/** Two columns of a table exchanged, among those that broken checks speak of: a column shifted into its empty neighbour is one case. */
export function swappedColumns(bench: Bench): Suspect[] {
  const touched = new Map<Sheet, Set<string>>();
  for (const check of bench.broken) {
    for (const { figure } of termsOf(check.equation)) {
      const columns = touched.get(figure.sheet);
      if (columns) columns.add(figure.column);
      else touched.set(figure.sheet, new Set([figure.column]));
    }
  }
  return [...touched].flatMap(([sheet, columns]) =>
    pairsOf([...columns]).flatMap(([a, b]) => {
      const corrections = exchange(sheet, a, b);
      const effect = bench.try(corrections);
      return effect.mended.length > 0 ? [{ kind: 'columns', corrections, plausibility: 0, ...effect } satisfies Suspect] : [];
    }),
  );
}

const pairsOf = (keys: readonly string[]) => keys.flatMap((a, i) => keys.slice(i + 1).map((b) => [a, b] as const));

/** Every row's figures of both columns, each with the other's value. */
function exchange(sheet: Sheet, a: string, b: string): Correction[] {
  return sheet.table.rows.flatMap((_, row) => {
    const [left, right] = [figureAt(sheet, row, a), figureAt(sheet, row, b)];
    if (left.grains === right.grains) return [];
    return [
      { figure: left, expected: right.grains },
      { figure: right, expected: left.grains },
    ];
  });
}
