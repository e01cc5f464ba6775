import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { compareAmounts, inUnit, printedAmount } from './amounts.js';

/** One value of a document, named by what it means. */
export interface Figure {
  readonly form: string;
  readonly panel: string | null;
  readonly concept: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly column: string;
  readonly columnPath: string;
  readonly text: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly page: number;
}

/** Numbers and words of known forms, in the order of the document. */
export function figuresOf({ tables }: Pick<Disclosure, 'tables'>): Figure[] {
  return tables.flatMap(({ form, unit, columns, rows }) => {
    const paths = new Map(columns.map(({ key, path }) => [key, path.join(' / ')]));
    if (form === 'other') return [];
    return rows.flatMap(({ panel, concept, code, name, cells }) =>
      Object.entries(cells)
        .filter(([, { text }]) => text !== '')
        .map(([column, { text, value, yuan, page }]) => ({
          form,
          panel,
          concept,
          code,
          name,
          column,
          columnPath: paths.get(column) ?? column,
          text,
          value,
          // A percentage or a score is no money, in whatever its table counts.
          unit: value !== null && yuan === null ? null : unit,
          page,
        })),
    );
  });
}

/** A difference between two documents: a value that changed, or that only one of them has. */
export interface Change {
  readonly kind: 'changed' | 'only-a' | 'only-b';
  readonly a: Figure | null;
  readonly b: Figure | null;
  /** In the unit of `b`, where both are amounts. */
  readonly difference: string | null;
}

export interface Comparison {
  /** In the order of the first document, then what only the second has. */
  readonly changes: readonly Change[];
  /** Values both have and agree on, to the shorter precision. */
  readonly same: number;
}

/** Two documents by concept: it does not matter where a value stands, in which unit it is printed or with how many places. */
export function compareFigures(a: readonly Figure[], b: readonly Figure[]): Comparison {
  const [left, right] = [byMeaning(a), byMeaning(b)];
  let same = 0;
  const changes: Change[] = [];
  for (const [key, one] of left) {
    const other = right.get(key);
    if (!other) changes.push({ kind: 'only-a', a: one, b: null, difference: null });
    else {
      const difference = differenceOf(one, other);
      if (difference === 'none') same += 1;
      else changes.push({ kind: 'changed', a: one, b: other, difference });
    }
  }
  for (const [key, other] of right) if (!left.has(key)) changes.push({ kind: 'only-b', a: null, b: other, difference: null });
  return { changes, same };
}

/** A row that no concept names goes by its code and name; rows of one name are distinguished by their order. */
function byMeaning(figures: readonly Figure[]): Map<string, Figure> {
  const named = new Map<string, Figure>();
  const seen = new Map<string, number>();
  for (const figure of figures) {
    const { form, panel, concept, code, name, column } = figure;
    const key = JSON.stringify([form, panel, concept ?? [code, name], column]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    named.set(`${key} ${times}`, figure);
  }
  return named;
}

/** `none`, the difference in the unit of `b`, or null where the two are no amounts to subtract. */
function differenceOf(a: Figure, b: Figure): string | null | 'none' {
  if (a.value === null || b.value === null) return a.text === b.text ? 'none' : null;
  const [left, right] = [printedAmount({ value: a.value, unit: a.unit }), printedAmount({ value: b.value, unit: b.unit })];
  if (left === null || right === null) return a.value === b.value && a.unit === b.unit ? 'none' : null;
  const { kind, difference } = compareAmounts(left, right);
  return kind === 'equal' ? 'none' : inUnit(difference, right.unit);
}

/** 《收入决算表》合计 / 财政拨款收入: where a value stands, in words. */
export function placeInWords(
  { form, panel, code, name, concept, columnPath, column }: Figure,
  families: readonly DocumentFamily[],
): string {
  const row = [panel, code, name ?? concept].filter((part) => part !== null && part !== '').join(' ');
  return `《${formName(form, families)}》${row}${row === '' ? '' : ' '}${columnPath || column}`;
}
