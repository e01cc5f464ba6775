/** Wrong readings made on purpose, to see which of them the checks let pass. All chance comes from a seed. */
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../schemas/disclosure.js';

/** What a reader may get wrong: two digits, a column, a row. */
export const MUTATIONS = [
  'swap-digits',
  'change-digit',
  'lose-sign-or-digit',
  'swap-columns',
  'shift-columns',
  'shift-rows',
  'drop-row',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** A document misread in one way. */
export interface Mutated {
  readonly tables: DisclosureTable[];
  /** The table that was changed. */
  readonly table: number;
  /** Cells whose value is not the printed one: `row` counts in the changed table. */
  readonly wrong: readonly { readonly row: number; readonly column: string }[];
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const picker =
  (random: () => number): Picker =>
  (items) =>
    items[Math.floor(random() * items.length)];

/** Tables of accounts: the 绩效 forms hold words and points. */
const isAccount = ({ form }: DisclosureTable) => form !== 'other' && !form.endsWith('-performance');

/** One mutation of a random table; null where the table has nothing to mutate in this way. */
export function mutate(tables: readonly DisclosureTable[], mutation: Mutation, random: () => number): Mutated | null {
  const pick = picker(random);
  const table = pick(tables.flatMap((t, i) => (isAccount(t) && t.rows.some(hasValue) ? [i] : [])));
  const original = table === undefined ? undefined : tables[table];
  if (table === undefined || !original) return null;
  const rows = misread(original, mutation, pick);
  if (!rows) return null;
  const wrong = rows.flatMap(({ row, was }, i) =>
    Object.entries(row.cells).flatMap(([column, cell]) =>
      cell.value !== null && Number(cell.value) !== Number(was.cells[column]?.value ?? Number.NaN) ? [{ row: i, column }] : [],
    ),
  );
  if (wrong.length === 0 && rows.length === original.rows.length) return null;
  return { tables: tables.map((t, i) => (i === table ? { ...t, rows: rows.map((r) => r.row) } : t)), table, wrong };
}

/** A misread row beside the printed one. */
interface Misread {
  readonly row: DisclosureRow;
  readonly was: DisclosureRow;
}

/** One of some items by chance; undefined of none. */
export type Picker = <Item>(items: readonly Item[]) => Item | undefined;

function misread({ rows, columns }: DisclosureTable, mutation: Mutation, pick: Picker): Misread[] | null {
  // The sides of a two-sided table are read apart: nothing moves from one to the other.
  const side = pick(columns)?.path[0];
  const isTwoSided = columns.some((c) => c.path[0] === '支出') && columns.some((c) => c.path[0] === '收入');
  const keys = columns.filter((c) => !isTwoSided || c.path[0] === side).map((c) => c.key);
  switch (mutation) {
    case 'swap-digits':
      return oneCell(rows, pick, swapDigits);
    case 'change-digit':
      return oneCell(rows, pick, changeDigit);
    case 'lose-sign-or-digit':
      return oneCell(rows, pick, (value) => (value.startsWith('-') ? value.slice(1) : value.replace(/^\d/, '')));
    case 'swap-columns': {
      const at = pick(keys.slice(1).map((_, i) => i));
      return at === undefined ? null : moveColumns(rows, (i) => (i === at ? at + 1 : i === at + 1 ? at : i), keys);
    }
    case 'shift-columns': {
      const from = pick(keys.slice(1).map((_, i) => i));
      return from === undefined ? null : moveColumns(rows, (i) => (i >= from ? i + 1 : i), keys);
    }
    case 'shift-rows': {
      const onSide = rows.flatMap((row, i) => (keys.some((key) => row.cells[key]) || !isTwoSided ? [i] : []));
      const from = pick(onSide.slice(1));
      return from === undefined
        ? null
        : moveRows(
            rows,
            onSide.filter((i) => i >= from),
            onSide[onSide.indexOf(from) - 1] ?? 0,
          );
    }
    case 'drop-row': {
      const dropped = pick(rows.flatMap((row, i) => (hasValue(row) ? [i] : [])));
      return dropped === undefined ? null : rows.filter((_, i) => i !== dropped).map((row) => ({ row, was: row }));
    }
  }
}

/** Each of these rows gets the cells of the one before it. */
const moveRows = (rows: readonly DisclosureRow[], moved: readonly number[], before: number): Misread[] =>
  rows.map((row, i) => {
    const at = moved.indexOf(i);
    const source = at < 0 ? i : (moved[at - 1] ?? before);
    return { row: { ...row, cells: rows[source]?.cells ?? {} }, was: row };
  });

const hasValue = (row: DisclosureRow) => Object.values(row.cells).some((cell) => Number(cell.value ?? 0) !== 0);

function oneCell(rows: readonly DisclosureRow[], pick: Picker, change: (value: string, pick: Picker) => string | null): Misread[] | null {
  const place = pick(
    rows.flatMap((row, i) => Object.entries(row.cells).flatMap(([key, cell]) => (Number(cell.value ?? 0) !== 0 ? [{ i, key, cell }] : []))),
  );
  const value = place?.cell.value == null ? null : change(place.cell.value, pick);
  if (!place || value === null || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  return rows.map((row, i) => ({
    row: i === place.i ? { ...row, cells: { ...row.cells, [place.key]: withValue(place.cell, value) } } : row,
    was: row,
  }));
}

/** `yuan` goes with the value: both are read from the same print. */
const withValue = (cell: DisclosureValue, value: string): DisclosureValue => ({ ...cell, text: value, value, yuan: null });

export function swapDigits(value: string, pick: Picker): string | null {
  const places = [...value].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const pair = pick(places.slice(1).flatMap((b, i) => (value[places[i] ?? 0] === value[b] ? [] : [[places[i] ?? 0, b] as const])));
  if (!pair) return null;
  const digits = [...value];
  [digits[pair[0]], digits[pair[1]]] = [value[pair[1]] ?? '', value[pair[0]] ?? ''];
  return digits.join('');
}

export function changeDigit(value: string, pick: Picker): string | null {
  const place = pick([...value].flatMap((c, i) => (/\d/.test(c) ? [i] : [])));
  const digit = pick([...'0123456789'].filter((d) => place !== undefined && d !== value[place]));
  return place === undefined ? null : `${value.slice(0, place)}${digit}${value.slice(place + 1)}`;
}

/** Each column's cells under another's key; what moves past the last column is lost. */
function moveColumns(rows: readonly DisclosureRow[], to: (index: number) => number, keys: readonly string[]): Misread[] {
  const move = ({ cells }: DisclosureRow) => {
    const others = Object.entries(cells).filter(([key]) => !keys.includes(key));
    const moved = keys.flatMap((key, i) => {
      const [cell, target] = [cells[key], keys[to(i)]];
      return cell && target !== undefined ? [[target, cell] as const] : [];
    });
    return Object.fromEntries([...others, ...moved]);
  };
  return rows.map((row) => ({ row: { ...row, cells: move(row) }, was: row }));
}
