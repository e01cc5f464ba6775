import type { Disclosure, DisclosureTable } from '../../schemas/disclosure.js';
import type { Truth, TruthValue } from './truth.js';
import { words } from './words.js';

/** How the values of a result compare with truth. */
export interface Comparison {
  /** Values that truth has, and of them those that the result has too. */
  readonly values: number;
  readonly right: number;
  /** What truth has and the result has not, in words. */
  readonly missing: readonly string[];
  /** What the result has wrong, or too much, in words. */
  readonly wrong: readonly string[];
  /** How many of the wrong ones are not marked as doubtful. */
  readonly silent: number;
  /** Values whose column's key and row's concept truth knows, and of them those for which the result has the same. */
  readonly keyed: number;
  readonly keyedRight: number;
}

interface Entry {
  readonly value: string;
  readonly isMarked: boolean;
  readonly key: string | null;
  readonly concept: string | null | undefined;
}

/** Values by form, row and column. Tables of 绩效 and of no known form are not compared. */
export function compareValues(truth: Truth, { tables }: Disclosure): Comparison {
  const [missing, wrong]: [string[], string[]] = [[], []];
  const count = { values: 0, right: 0, silent: 0, keyed: 0, keyedRight: 0 };
  const formless = new Set((truth.tables ?? []).filter((t) => t.form === null).map((t) => words(t.title ?? '')));
  const rest = tables.filter((t) => !FREE.test(t.form) && !formless.has(words(t.title ?? '')));
  for (const { form, declaredEmpty, values } of truth.tables ?? []) {
    if (form === null || FREE.test(form)) continue;
    const index = rest.findIndex((t) => t.form === form);
    const [table] = index < 0 ? [] : rest.splice(index, 1);
    const want = entriesOf(values.map((each) => ({ ...each, key: each.key ?? null, isMarked: false })));
    count.values += want.size;
    if (!table) {
      missing.push(`${form}: the table`);
      continue;
    }
    if (declaredEmpty && !table.empty) missing.push(`${form}: declared empty`);
    const have = entriesOf(valuesOf(table));
    for (const [place, { value, key, concept }] of want) {
      const own = have.get(place);
      if (!own) missing.push(`${form}: ${place} = ${value}`);
      if (own?.value === value) count.right += 1;
      if (key === null && concept === undefined) continue;
      count.keyed += 1;
      if (own && (key === null || key === own.key) && (concept === undefined || concept === own.concept)) count.keyedRight += 1;
    }
    for (const [place, { value, isMarked }] of have) {
      const true_ = want.get(place)?.value;
      if (true_ === value) continue;
      wrong.push(`${form}: ${place} = ${value}, not ${true_ ?? 'there'}`);
      if (!isMarked) count.silent += 1;
    }
  }
  for (const table of rest) {
    const extra = [...entriesOf(valuesOf(table)).values()];
    if (extra.length === 0) continue;
    wrong.push(`${table.form}: a table too many`);
    count.silent += extra.filter(({ isMarked }) => !isMarked).length;
  }
  return { ...count, missing, wrong };
}

/** Forms without values by row and column, and tables of no known form. */
const FREE = /performance$|^other$/;

/** What a reader takes for sure, or as good as. */
const UNMARKED = new Set<string | null>(['proved', 'uncontradicted']);

/** A value with the key of its column where it is known. */
type AnyValue = Omit<TruthValue, 'key'> & { readonly key: string | null; readonly isMarked: boolean };

function valuesOf({ columns, rows }: DisclosureTable): AnyValue[] {
  const paths = new Map(columns.map(({ key, path: headers }) => [key, headers]));
  return rows.flatMap((row) =>
    Object.entries(row.cells).map(([key, { value, status }]) => ({
      row,
      column: paths.get(key) ?? [key],
      key,
      value,
      isMarked: !UNMARKED.has(status),
    })),
  );
}

/** `row | column` → value; a row printed twice gets a running number. */
function entriesOf(values: readonly AnyValue[]): Map<string, Entry> {
  const name = columnNames(values.map(({ column }) => column));
  const entries = new Map<string, Entry>();
  for (const { row, column, key, value, isMarked } of values) {
    if (value === null) continue;
    const label = words(row.code ?? row.name ?? '') || '·';
    let place = `${label} | ${name(column)}`;
    for (let i = 2; entries.has(place); i++) place = `${label} #${i} | ${name(column)}`;
    entries.set(place, { value: plain(value), isMarked, key, concept: row.concept });
  }
  return entries;
}

/** A column's path without the heads that all columns of its side share, and without 人员经费 over the 决算数 of a panel. */
function columnNames(paths: readonly (readonly string[])[]): (path: readonly string[]) => string {
  const parts = (headers: readonly string[]) => {
    const named = headers.map(words).filter((word) => word !== '');
    return /^(?:人员|公用)经费\/(?:决算数|金额)$/.test(named.slice(-2).join('/')) ? named.slice(-1) : named;
  };
  const sideOf = ([first]: readonly string[]) => (first === '收入' || first === '支出' ? first : '');
  const all = new Map(paths.map(parts).map((headers) => [headers.join('/'), headers]));
  const shared = new Map<string, number>();
  for (const side of new Set([...all.values()].map(sideOf))) {
    const own = [...all.values()].filter((headers) => sideOf(headers) === side);
    const shortest = Math.min(...own.map((headers) => headers.length)) - 1;
    const differ = Array.from({ length: shortest }, (_, i) => i).find((i) => own.some((headers) => headers[i] !== own[0]?.[i]));
    shared.set(side, differ ?? shortest);
  }
  return (headers) => {
    const named = parts(headers);
    return [sideOf(named), ...named.slice(shared.get(sideOf(named)))].join('/');
  };
}

/** Equal decimals are one string: 0.50 and 0.5, 0 and -0.00. */
const plain = (value: string) =>
  value
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');
