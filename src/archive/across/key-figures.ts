import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import type { KeyFigure } from '../store/across.js';

/**
 * The few values of a document that other documents restate, as its family declares them. Where a document prints one twice the first counts:
 * whether the two agree is checked within the document.
 */
export function keyFiguresOf({ tables }: Disclosure, families: readonly DocumentFamily[]): Omit<KeyFigure, 'document'>[] {
  const declared = new Set(families.flatMap(declaredFigures));
  const figures = new Map<string, Omit<KeyFigure, 'document'>>();
  for (const { form, unit, rows } of tables) {
    for (const { concept, cells } of rows) {
      for (const [column, { value, yuan, status }] of Object.entries(cells)) {
        const key = `${form} ${concept} ${column}`;
        if (concept === null || !declared.has(key) || figures.has(key)) continue;
        if (value !== null && yuan !== null && unit !== null) figures.set(key, { form, concept, column_key: column, value, unit, status });
      }
    }
  }
  return [...figures.values()];
}

/** `form concept column` of each figure that a family's documents are compared by. */
function declaredFigures({ across }: DocumentFamily): string[] {
  if (across === null) return [];
  const carried = across.carried.flatMap(({ form, closing, opening }) => [
    { form, ...closing },
    { form, ...opening },
  ]);
  return [...carried, ...across.units.sums].map(({ form, concept, column }) => `${form} ${concept} ${column}`);
}

/** The key figures of all documents, by document. */
export type KeyFigures = ReadonlyMap<number, readonly KeyFigure[]>;

/** A document's figure, where it prints it. */
export function findKeyFigure(
  figures: KeyFigures,
  { id }: { readonly id: number },
  wanted: { readonly form: string; readonly concept: string; readonly column: string },
): KeyFigure | undefined {
  return figures
    .get(id)
    ?.find(({ form, concept, column_key }) => form === wanted.form && concept === wanted.concept && column_key === wanted.column);
}
