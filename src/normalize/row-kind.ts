import type { RowDeclaration } from '../../extractors/form.js';
import type { DisclosureRow } from '../../schemas/disclosure.js';
import { ordinalRank } from '../base/patterns.js';
import { bare } from '../base/text.js';
import type { PrintedRow } from '../model/printed.js';

/**
 * Rows with their kind: a total by its words, a subtotal has children in the table, a group is a heading without amounts of its own.
 * @param printed the same rows as printed, for the side each stands on
 */
export function withKinds(
  rows: readonly DisclosureRow[],
  printed: readonly PrintedRow[],
  declaration: RowDeclaration,
  totalLabels: readonly string[],
): DisclosureRow[] {
  return rows.map((row, i) => ({
    ...row,
    kind: kindOf(
      row,
      nextOfSide(rows, printed, i),
      rows,
      partsOf(declaration, row.concept),
      totalLabels,
      declaration.by === 'words' && declaration.sided === true,
    ),
  }));
}

function kindOf(
  row: DisclosureRow,
  next: DisclosureRow | undefined,
  rows: readonly DisclosureRow[],
  parts: readonly string[],
  totalLabels: readonly string[],
  isSided: boolean,
): DisclosureRow['kind'] {
  const { name } = row;
  const code = codeOf(row);
  if (name !== null && totalLabels.includes(bare(name))) return 'total';
  const hasChildren =
    code !== null
      ? rows.some((other) => isBelow(codeOf(other), code))
      : rows.some((other) => (other.concept !== null && parts.includes(other.concept)) || isOfUnit(other, row)) ||
        (next?.name?.startsWith('其中') ?? false) ||
        (isSided && isDeeper(next?.name, name));
  if (!hasChildren) return 'item';
  return Object.values(row.cells).some((cell) => cell.value !== null) ? 'subtotal' : 'group';
}

/** Its code, printed or told by its name. */
const codeOf = ({ code, concept }: DisclosureRow): string | null =>
  code ?? /^(?:function|economic)\/(\d+)$/u.exec(concept ?? '')?.[1] ?? null;

const isBelow = (code: string | null, above: string): boolean => code !== null && code !== above && code.startsWith(above);

/** A row of codes or things below the row of its unit. */
const isOfUnit = (other: DisclosureRow, { concept, unit }: DisclosureRow): boolean =>
  concept === 'unit' &&
  other.concept !== 'unit' &&
  other.unit !== undefined &&
  other.unit.name === unit?.name &&
  other.unit.code === unit?.code;

/** （一） below 一、, 1. below （一）. */
const isDeeper = (below: string | null | undefined, above: string | null): boolean =>
  ordinalRank(above) > 0 && ordinalRank(below ?? null) > ordinalRank(above);

/** Concepts that a form prints below this one. */
const partsOf = (rows: RowDeclaration, concept: string | null): readonly string[] =>
  (rows.by === 'words' && concept !== null ? rows.sums?.[concept] : undefined) ?? [];

/** The row below it on its own side of a two-sided table. */
function nextOfSide(rows: readonly DisclosureRow[], printed: readonly PrintedRow[], index: number): DisclosureRow | undefined {
  return rows.find((_, i) => i > index && printed[i]?.side === printed[index]?.side);
}
