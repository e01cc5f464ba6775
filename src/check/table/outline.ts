import type { RowDeclaration } from '../../../extractors/form.js';
import type { DisclosureRow, DisclosureTable } from '../../../schemas/disclosure.js';
import { hasNumbers, hasOrdinal, isOfWhich, isOrdinals } from './rows.js';

/** How the rows of a table hang together: which are 合计, which stand below which. Row indexes throughout. */
export interface Outline {
  /** Rows but those of column numbers. */
  readonly body: readonly number[];
  /** Rows of the body that have a number in some column. */
  readonly filled: readonly number[];
  readonly totals: readonly number[];
  /** Coded rows below no other printed row. */
  readonly tops: readonly number[];
  /** Row → the rows that stand below it with none between. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Rows with numbers that are neither totals nor coded: it is unknown which sum they belong to. */
  readonly unplaced: readonly number[];
  /** Lines contained in the one above them: 其中, and lines without the ordinal their neighbours bear. */
  readonly details: ReadonlySet<number>;
  /** Concept → its rows; details bear the names of other lines and are none. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

/** Digits of 款 and 类, the longest ancestor first. */
const ANCESTORS = [5, 3];

/**
 * The outline of a table.
 * @param declared what its form says of its rows; null for a table of no known form, which has none
 */
export function outlineOf({ rows, columns }: DisclosureTable, declared: RowDeclaration | null): Outline {
  const keys = columns.map((c) => c.key);
  const body = rows.flatMap((row, i) => (isOrdinals(row, keys) ? [] : [i]));
  const totals = declared?.totals ?? [];
  const details = detailsOf(rows, body, (declared?.by === 'words' && declared.numberedAbove) || []);
  const lines = new Map<string, number[]>();
  const byCode = new Map<string, number[]>();
  const unplaced: number[] = [];
  for (const i of body) {
    const row = rows[i];
    if (!row) continue;
    const { concept, code } = row;
    if (concept !== null && !details.has(i)) add(lines, concept, i);
    // A heading without amounts of its own is no part of any sum: its children are.
    if ((concept !== null && totals.includes(concept)) || !hasNumbers(row)) continue;
    if (code !== null && concept?.includes('/')) add(byCode, code, i);
    else unplaced.push(i);
  }
  const filled = body.filter((i) => rows[i] && hasNumbers(rows[i]));
  return { body, filled, details, totals: lines.get('total') ?? [], ...hierarchy(byCode), unplaced, lines };
}

/** 其中 anywhere; above the first of `numberedAbove` (本年收入合计), where lines are numbered 一、二、…, also those that are not. */
function detailsOf(rows: readonly DisclosureRow[], body: readonly number[], numberedAbove: readonly string[]): Set<number> {
  const isEnd = (concept: string | null | undefined) => concept != null && numberedAbove.includes(concept);
  const end = body.find((i) => isEnd(rows[i]?.concept)) ?? 0;
  const isNumbered = (i: number) => hasOrdinal(rows[i]?.name ?? null);
  const usesOrdinals = body.some((i) => i < end && isNumbered(i));
  return new Set(body.filter((i) => isOfWhich(rows[i]?.name ?? null) || (usesOrdinals && i < end && !isNumbered(i))));
}

function hierarchy(byCode: ReadonlyMap<string, readonly number[]>): Pick<Outline, 'tops' | 'children'> {
  const tops: number[] = [];
  const children = new Map<number, number[]>();
  const coded = [...byCode].flatMap(([code, rows]) => rows.map((row) => ({ code, row }))).sort((a, b) => a.row - b.row);
  for (const { code, row } of coded) {
    const parent = parentOf(code, row, byCode);
    if (parent === null) tops.push(row);
    else add(children, parent, row);
  }
  return { tops, children };
}

/** The nearest printed ancestor; of a code printed twice, the one before the row. */
function parentOf(code: string, row: number, byCode: ReadonlyMap<string, readonly number[]>): number | null {
  for (const length of ANCESTORS) {
    const rows = code.length > length ? byCode.get(code.slice(0, length)) : undefined;
    if (rows) return rows.findLast((r) => r < row) ?? rows[0] ?? null;
  }
  return null;
}

function add<Key>(groups: Map<Key, number[]>, key: Key, row: number): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}
