/**
 * Real and forged documents against their truth. Runs only where JUESUAN_CORPUS names a folder of `<set>/<id>/truth.json` beside
 * `<id>.pdf`, and of `archive/*.pdf` without truth; is skipped elsewhere. JUESUAN_ONLY narrows it to ids with these letters.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Disclosure, DisclosureTable } from '../schemas/disclosure.js';
import { extractDisclosure, parseDisclosure } from '../src/index.js';

interface TruthValue {
  row: { code: string | null; name: string | null };
  column: string[];
  value: string | null;
}

interface Truth {
  /** The reason a broken or foreign input must fail for. */
  expect?: string;
  file?: string;
  tables?: { form: string | null; title: string | null; declaredEmpty?: boolean; values: TruthValue[] }[];
}

const corpus = process.env['JUESUAN_CORPUS'] ?? '';
const only = process.env['JUESUAN_ONLY'] ?? '';
/** ms: the slowest document of the archive takes a tenth of it alone. */
const PATIENCE = 300_000;

const foldersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory()) : [];
const documents = (corpus === '' ? [] : foldersIn(corpus))
  .flatMap((set) => foldersIn(path.join(corpus, set.name)).map((folder) => [set.name, folder.name] as const))
  .filter(([set, id]) => id.includes(only) && existsSync(path.join(corpus, set, id, 'truth.json')));
const archive = path.join(corpus, 'archive');
const archived =
  corpus !== '' && existsSync(archive) ? readdirSync(archive).filter((name) => name.endsWith('.pdf') && name.includes(only)) : [];

const extract = async (file: string) => extractDisclosure(new Uint8Array(readFileSync(file)), { name: path.basename(file) });

describe.each(documents)('%s %s', (set, id) => {
  const folder = path.join(corpus, set, id);
  const truth: Truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'));
  let found: Disclosure;
  beforeAll(async () => {
    found = await extract(path.join(folder, truth.file ?? `${id}.pdf`));
  }, PATIENCE);

  test('is valid, and every glyph is counted once', () => {
    expectSound(found);
  });

  test.runIf(truth.expect)(`fails: ${truth.expect}`, () => {
    expect(found.outcome).toMatchObject({ status: 'failed', reason: truth.expect, message: expect.stringMatching(/./) });
  });

  test.runIf(truth.tables)('has no wrong value', () => {
    expect(compare(truth, found).wrong).toEqual([]);
  });

  // Of a scan whatever is read must be right; of text all of it must be read.
  test.runIf(truth.tables && set !== 'scans')('has every value and every empty table', () => {
    expect(compare(truth, found).missing).toEqual([]);
  });
});

describe.skipIf(archived.length === 0)('archive', { timeout: PATIENCE }, () => {
  test.each(archived)('%s', async (name) => {
    const disclosure = await extract(path.join(archive, name));
    expectSound(disclosure);
    expect(disclosure.outcome.reason).not.toBe('internal');
  });
});

test.skipIf(corpus === '')('JUESUAN_CORPUS names a folder with documents', () => {
  expect(documents.length + archived.length).toBeGreaterThan(0);
});

function expectSound(disclosure: Disclosure): void {
  parseDisclosure(disclosure);
  const { glyphs, ...places } = disclosure.coverage;
  expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  const { status, reason, message } = disclosure.outcome;
  expect([status === 'ok', reason === null, message === null]).toEqual(Array(3).fill(status === 'ok'));
}

/** Values by form, row and column: those truth has and the output has not, and those the output has wrong or too many of. */
function compare(truth: Truth, { tables }: Disclosure): { missing: string[]; wrong: string[] } {
  const [missing, wrong]: [string[], string[]] = [[], []];
  const formless = new Set((truth.tables ?? []).filter((t) => t.form === null).map((t) => words(t.title ?? '')));
  const rest = tables.filter((t) => !FREE.test(t.form) && !formless.has(words(t.title ?? '')));
  for (const { form, declaredEmpty, values } of truth.tables ?? []) {
    if (form === null || FREE.test(form)) continue;
    const index = rest.findIndex((t) => t.form === form);
    const [table] = index < 0 ? [] : rest.splice(index, 1);
    if (!table) {
      missing.push(`${form}: the table`);
      continue;
    }
    if (declaredEmpty && !table.empty) missing.push(`${form}: declared empty`);
    const want = valueMap(values);
    const have = valueMap(valuesOf(table));
    for (const [key, value] of want) if (!have.has(key)) missing.push(`${form}: ${key} = ${value}`);
    for (const [key, value] of have) if (want.get(key) !== value) wrong.push(`${form}: ${key} = ${value}, not ${want.get(key) ?? 'there'}`);
  }
  for (const { form, rows } of rest) {
    if (rows.some((row) => Object.values(row.cells).some((cell) => cell.value !== null))) wrong.push(`${form}: a table too many`);
  }
  return { missing, wrong };
}

/** Forms without values by row and column, and tables of no known form. */
const FREE = /performance$|^other$/;

function valuesOf({ columns, rows }: DisclosureTable): TruthValue[] {
  const paths = new Map(columns.map(({ key, path: headers }) => [key, headers]));
  return rows.flatMap((row) => Object.entries(row.cells).map(([key, { value }]) => ({ row, column: paths.get(key) ?? [key], value })));
}

/** `row | column` → value; a row printed twice gets a running number. */
function valueMap(values: readonly TruthValue[]): Map<string, string> {
  const name = columnNames(values.map(({ column }) => column));
  const map = new Map<string, string>();
  for (const { row, column, value } of values) {
    if (value === null) continue;
    const label = words(row.code ?? row.name ?? '') || '·';
    let key = `${label} | ${name(column)}`;
    for (let i = 2; map.has(key); i++) key = `${label} #${i} | ${name(column)}`;
    map.set(key, plain(value));
  }
  return map;
}

/** A column's path without the heads that all columns of its side share, and without 人员经费 over the 决算数 of a panel. */
function columnNames(paths: readonly string[][]): (path: readonly string[]) => string {
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

const words = (text: string) => text.normalize('NFKC').replace(/[\s“”"„‟〝〞'‘’，,、．。.：:；;·•…⋯]+/gu, '');

/** Equal decimals are one string: 0.50 and 0.5, 0 and -0.00. */
const plain = (value: string) =>
  value
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');
