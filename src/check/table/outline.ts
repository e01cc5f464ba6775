import type { RowDeclaration } from '../../../extractors/form.js';
import type { DisclosureRow, DisclosureTable } from '../../../schemas/disclosure.js';
import { groupBy } from '../../base/group.js';
import { partsOfOwnCode } from '../../model/own-code.js';
import { isSumOf, type MayStand, nestingOf } from './nesting.js';
import { hasNumbers, hasOrdinal, isOfWhich, isOrdinals } from './rows.js';

/** How the rows of a table hang together: which are 合计, which stand below which. Row indexes throughout. */
export interface Outline {
  /** Rows but those of column numbers. */
  readonly body: readonly number[];
  /** Rows of the body that have a number in some column. */
  readonly filled: readonly number[];
  readonly totals: readonly number[];
  /** Row → its code, printed or told by its name; what bears the code of the row above it as a part of it has none of its own. */
  readonly codes: ReadonlyMap<number, string>;
  /** Coded rows below no other printed row of their unit; things that are listed one by one. */
  readonly tops: readonly number[];
  /** Row → the rows that stand below it with none between; below a unit, its own units or what it spends its money on. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** What 合计 is the sum of: the units below no other where the table prints any, else the tops. */
  readonly addends: readonly number[];
  /** Rows of units that amounts stand in. */
  readonly units: readonly number[];
  /** Rows with numbers that are neither totals nor coded: it is unknown which sum they belong to. */
  readonly unplaced: readonly number[];
  /** Lines contained in the one above them: 其中, and lines without the ordinal their neighbours bear. */
  readonly details: ReadonlySet<number>;
  /** Print does not tell which row sums up which: `amounts` where only their amounts do, `open` where not even those. */
  readonly doubt: 'amounts' | 'open' | null;
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
  const parts = declared?.by === 'code' ? partsOfOwnCode(rows) : NO_PARTS;
  const lines = new Map<string, number[]>();
  const codes = new Map<number, string>();
  const coded: number[] = [];
  const listed: number[] = [];
  const units: number[] = [];
  const unplaced: number[] = [];
  for (const i of body) {
    const row = rows[i];
    if (!row) continue;
    const { concept } = row;
    if (concept !== null && !details.has(i)) add(lines, concept, i);
    const code = parts.has(i) ? null : codeOf(row, declared);
    if (code !== null) codes.set(i, code);
    // A heading without amounts of its own is no part of any sum: its children are.
    if ((concept !== null && totals.includes(concept)) || !hasNumbers(row)) continue;
    if (concept === UNIT) units.push(i);
    else if (code !== null || parts.has(i)) coded.push(i);
    else if (declared?.by === 'words' && declared.items && !details.has(i)) listed.push(i);
    else unplaced.push(i);
  }
  const filled = body.filter((i) => rows[i] && hasNumbers(rows[i]));
  const placed = hierarchy(rows, { codes, parts, coded, listed, units });
  return { body, filled, details, totals: lines.get('total') ?? [], codes, units, ...placed, unplaced, doubt: null, lines };
}

const NO_PARTS: ReadonlyMap<number, number> = new Map();

/** `concept` of a row that is about a unit. */
const UNIT = 'unit';

/** A printed code, or the one that a name alone tells by the book of the form's classification. */
function codeOf({ code, concept }: DisclosureRow, declared: RowDeclaration | null): string | null {
  if (code !== null) return concept?.includes('/') ? code : null;
  if (declared?.by !== 'code' || !concept?.startsWith(`${declared.classification}/`)) return null;
  return concept.slice(declared.classification.length + 1);
}

/** 其中 anywhere; above the first of `numberedAbove` (本年收入合计), where lines are numbered 一、二、…, also those that are not. */
function detailsOf(rows: readonly DisclosureRow[], body: readonly number[], numberedAbove: readonly string[]): Set<number> {
  const isEnd = (concept: string | null | undefined) => concept != null && numberedAbove.includes(concept);
  const end = body.find((i) => isEnd(rows[i]?.concept)) ?? 0;
  const isNumbered = (i: number) => hasOrdinal(rows[i]?.name ?? null);
  const usesOrdinals = body.some((i) => i < end && isNumbered(i));
  return new Set(body.filter((i) => isOfWhich(rows[i]?.name ?? null) || (usesOrdinals && i < end && !isNumbered(i))));
}

/** Rows with amounts by what they are about; `codes` holds those without too, `parts` those that bear the code of the row they are a part of. */
interface Kinds {
  readonly parts: ReadonlyMap<number, number>;
  readonly codes: ReadonlyMap<number, string>;
  readonly coded: readonly number[];
  readonly listed: readonly number[];
  readonly units: readonly number[];
}

type Placed = Pick<Outline, 'tops' | 'children' | 'addends'>;

/** Codes stand below codes of the same unit, the topmost of them below the unit's row, units below the unit whose code theirs begins with. */
function hierarchy(rows: readonly DisclosureRow[], { codes, parts, coded, listed, units }: Kinds): Placed {
  const tops: number[] = [];
  const children = new Map<number, number[]>();
  const byUnit = groupBy(coded, (row) => unitKey(rows[row]));
  for (const [, members] of byUnit) {
    const whole = members.filter((row) => !parts.has(row));
    const byCode = groupBy(whole, (row) => codes.get(row) ?? '');
    for (const row of members) {
      const parent = parts.get(row) ?? parentOf(codes.get(row) ?? '', row, byCode);
      if (parent === null) tops.push(row);
      else add(children, parent, row);
    }
  }
  tops.push(...listed);
  tops.sort((a, b) => a - b);
  const addends = placeUnits(rows, units, tops, children);
  return { tops, children, addends };
}

/** Puts units below units and what they spend below them. @returns what stands below no unit */
function placeUnits(
  rows: readonly DisclosureRow[],
  units: readonly number[],
  tops: readonly number[],
  children: Map<number, number[]>,
): readonly number[] {
  const rowOfUnit = new Map(units.map((row) => [unitKey(rows[row]), row]));
  const free: number[] = [];
  for (const row of units) {
    const parent = unitAbove(rows, row, units);
    if (parent === null) free.push(row);
    else add(children, parent, row);
  }
  const owners = new Set(children.keys());
  for (const row of tops) {
    const unit = rowOfUnit.get(unitKey(rows[row]));
    // What the office of a department spends stands in its own row, not in that of all its units.
    if (unit === undefined) free.push(row);
    else if (!owners.has(unit)) add(children, unit, row);
  }
  return free.sort((a, b) => a - b);
}

/** The unit with the longest code that a unit's code begins with. */
function unitAbove(rows: readonly DisclosureRow[], row: number, units: readonly number[]): number | null {
  const code = rows[row]?.unit?.code;
  if (code == null) return null;
  const isAbove = (other: string | null | undefined) => other != null && other.length < code.length && code.startsWith(other);
  const above = units.filter((unit) => isAbove(rows[unit]?.unit?.code));
  const length = (unit: number) => rows[unit]?.unit?.code?.length ?? 0;
  return above.toSorted((a, b) => length(b) - length(a))[0] ?? null;
}

const unitKey = (row: DisclosureRow | undefined): string => (row?.unit ? `${row.unit.code ?? ''} ${row.unit.name}` : '');

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

/** Sums that one wrong figure can break: its own and that above it. */
const MOST_BREAKS = 2;

/**
 * The outline of a table that lists units and what they spend: where its sums do not close as its labels say, by its amounts.
 * @param amounts of the rows of one column, in whole units of its last place
 * @param rows of the table
 * @param described gives the rows with words beside their amounts: a thing is described, no sum of things
 */
export function withAmounts(
  outline: Outline,
  amounts: ReadonlyMap<number, bigint>,
  rows: readonly DisclosureRow[],
  described: () => ReadonlySet<number>,
): Outline {
  const [total, ...others] = outline.totals;
  const whole = total === undefined ? undefined : amounts.get(total);
  if (total === undefined || whole === undefined || others.length > 0) return outline;
  const sums: (readonly [number, readonly number[]])[] = [[total, outline.addends], ...outline.children];
  const breaks = sums.filter(
    ([row, parts]) =>
      !closes(
        amounts.get(row),
        parts.map((part) => amounts.get(part) ?? 0n),
      ),
  );
  const { codes, unplaced } = outline;
  if (unplaced.length === 0 && (breaks.length === 0 || codes.size > 0)) return outline;
  const listed = outline.body.flatMap((row) => {
    const amount = amounts.get(row);
    return amount === undefined || row === total || outline.details.has(row) ? [] : [{ row, amount }];
  });
  const nesting = nestingOf(listed, whole, placesByLabel(rows, outline.units, described()));
  if (nesting === 'several') return breaks.length > 0 && codes.size === 0 ? { ...outline, doubt: 'open' } : outline;
  if (nesting && keepsCodes(nesting, outline))
    return { ...outline, addends: nesting.tops, children: nesting.children, unplaced: [], doubt: 'amounts' };
  return breaks.length > MOST_BREAKS ? { ...outline, doubt: 'open' } : outline;
}

/**
 * What belongs to a unit stands below the row of that unit, if not right below it; a unit stands below one whose code begins its own, or
 * below what is no unit's; nothing stands below a thing that is described.
 */
function placesByLabel(rows: readonly DisclosureRow[], units: readonly number[], described: ReadonlySet<number>): MayStand {
  const isUnit = new Set(units);
  const ownerOf = (row: number): number | null => {
    const key = unitKey(rows[row]);
    if (isUnit.has(row) || key === '') return null;
    return units.findLast((unit) => unit < row && unitKey(rows[unit]) === key) ?? null;
  };
  return (row, parent) => {
    if (parent !== null && described.has(parent)) return false;
    const owner = ownerOf(row);
    if (owner !== null) return parent === owner || (parent !== null && !isUnit.has(parent) && ownerOf(parent) === owner);
    if (parent === null || !isUnit.has(parent)) return parent === null || ownerOf(parent) === null;
    return isUnit.has(row) && (unitAbove(rows, row, [parent]) === parent || unitAbove(rows, row, units) === null);
  };
}

/** What stands below a code by its own stands there by the amounts too, and nothing else with a code. */
const keepsCodes = ({ children }: Pick<Outline, 'children'>, { codes, children: byCode }: Outline): boolean =>
  [...codes.keys()].every((row) => {
    const coded = (rows: readonly number[] = []) => rows.filter((child) => codes.has(child)).join();
    return coded(children.get(row)) === coded(byCode.get(row));
  });

const closes = (total: bigint | undefined, parts: readonly bigint[]): boolean =>
  total === undefined ||
  isSumOf(
    total,
    parts.reduce((sum, part) => sum + part, 0n),
    parts.length,
  );
