import type { RowDeclaration } from '../../extractors/form.js';
import type { DisclosureRow } from '../../schemas/disclosure.js';
import { ordinalRank } from '../base/patterns.js';
import { bare } from '../base/text.js';
import { partsOfOwnCode } from '../model/own-code.js';
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
  const codes = rows.map(codeOf);
  const parents = aboveOthers(codes);
  return rows.map((row, i) => ({
    ...row,
    kind: kindOf(
      row,
      codes[i] ?? null,
      parents,
      nextOfSide(rows, printed, i),
      rows,
      partsOf(declaration, row.concept),
      totalLabels,
      declaration.by === 'words' && declaration.sided === true,
    ),
  }));
}

/**
 * Rows that bear the code of the row above as parts of it are no second row of that code: who adds up its concept counts them once. The row
 * above has children.
 */
export function withOwnParts(rows: DisclosureRow[], declaration: RowDeclaration): DisclosureRow[] {
  const parts = declaration.by === 'code' ? partsOfOwnCode(rows) : new Map<number, number>();
  if (parts.size === 0) return rows;
  const heads = new Set(parts.values());
  return rows.map((row, i) => (parts.has(i) ? { ...row, level: null, concept: null } : heads.has(i) ? { ...row, kind: 'subtotal' } : row));
}

/** The beginnings of codes that are codes of others: a row with such a code has rows below it. */
function aboveOthers(codes: readonly (string | null)[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const code of codes) for (let length = 0; length < (code?.length ?? 0); length++) above.add((code ?? '').slice(0, length));
  return above;
}

function kindOf(
  row: DisclosureRow,
  code: string | null,
  parents: ReadonlySet<string>,
  next: DisclosureRow | undefined,
  rows: readonly DisclosureRow[],
  parts: readonly string[],
  totalLabels: readonly string[],
  isSided: boolean,
): DisclosureRow['kind'] {
  const { name } = row;
  if (name !== null && totalLabels.includes(bare(name))) return 'total';
  const hasChildren =
    code !== null
      ? parents.has(code)
      : (parts.length > 0 && rows.some((other) => other.concept !== null && parts.includes(other.concept))) ||
        (row.concept === 'unit' && rows.some((other) => isOfUnit(other, row))) ||
        (next?.name?.startsWith('其中') ?? false) ||
        (isSided && isDeeper(next?.name, name));
  if (!hasChildren) return 'item';
  return Object.values(row.cells).some((cell) => cell.value !== null) ? 'subtotal' : 'group';
}

/** Its code, printed or told by its name. */
const codeOf = ({ code, concept }: DisclosureRow): string | null =>
  code ?? /^(?:function|economic)\/(\d+)$/u.exec(concept ?? '')?.[1] ?? null;

/** A row of codes or things below the row of its unit. */
const isOfUnit = (other: DisclosureRow, { unit }: DisclosureRow): boolean =>
  other.concept !== 'unit' && other.unit !== undefined && other.unit.name === unit?.name && other.unit.code === unit?.code;

/** （一） below 一、, 1. below （一）. */
const isDeeper = (below: string | null | undefined, above: string | null): boolean =>
  ordinalRank(above) > 0 && ordinalRank(below ?? null) > ordinalRank(above);

/** Concepts that a form prints below this one. */
const partsOf = (rows: RowDeclaration, concept: string | null): readonly string[] =>
  (rows.by === 'words' && concept !== null ? rows.sums?.[concept] : undefined) ?? [];

/** The row below it on its own side of a two-sided table. */
function nextOfSide(rows: readonly DisclosureRow[], printed: readonly PrintedRow[], index: number): DisclosureRow | undefined {
  const side = printed[index]?.side;
  for (let i = index + 1; i < rows.length; i++) if (printed[i]?.side === side) return rows[i];
  return undefined;
}
