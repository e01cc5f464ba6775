import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.js';
import { ResultTakenError } from '../../src/base/files.js';
import { FORMATS, type Format, type OpenPictures, writeResults as writeDocument } from '../../src/emit/results.js';
import type { Pictures } from '../../src/picture/pictures.js';
import { NotOnPage } from '../../src/picture/pictures.js';
import { disclosure, grid, table } from './fixture.js';
import { written } from './written.js';

const writeResults = (to: string, result: Disclosure, formats: readonly Format[], openPictures?: OpenPictures) =>
  writeDocument(to, written(result), formats, openPictures);

let folder = '';
let stem = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juesuan-results-'));
  stem = join(folder, 'a');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const one = disclosure();
/** The same document, read by a better version: other bytes. */
const oneBetter = disclosure({ tables: one.tables.slice(0, 1) });
const other = disclosure({ source: { ...one.source, sha256: 'b'.repeat(64) }, tables: one.tables.slice(1) });

function failed(tables: Disclosure['tables']): Disclosure {
  return disclosure({ outcome: { status: 'failed', reason: 'no-tables', message: 'No form of a final account was found.' }, tables });
}

async function untouched(attempt: () => Promise<unknown>): Promise<void> {
  const before = await contents();
  await expect(attempt()).rejects.toThrow(ResultTakenError);
  expect(await contents()).toEqual(before);
}

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const)));
}

test('every format asked for, and no other', async () => {
  expect(await writeResults(stem, one, ['xlsx', 'csv'])).toEqual([`${stem}.values.csv`, `${stem}.xlsx`]);
  expect((await readdir(folder)).toSorted()).toEqual(['a.values.csv', 'a.xlsx']);
  expect(await writeResults(stem, one, ['json'])).toEqual([`${stem}.json`]);
});

test('a report closes the document it takes its pictures from, also where it cannot be written', async () => {
  const closed: string[] = [];
  const crop = async () => Promise.reject(new NotOnPage('the document has 1 pages, there is no page 9'));
  const open = async () => ({ crop, close: async () => void closed.push('closed') }) as unknown as Pictures;
  await writeResults(stem, disclosure(), ['html'], open);
  expect(closed).toEqual(['closed']);
  const broken = disclosure({ tables: [table({ pages: undefined as unknown as number[] })] });
  await expect(writeResults(`${stem}2`, broken, ['html'], open)).rejects.toThrow();
  expect(closed).toEqual(['closed', 'closed']);
});

test('the same document again replaces its results', async () => {
  await writeResults(stem, one, FORMATS);
  const first = await contents();
  await writeResults(stem, oneBetter, FORMATS);
  expect(await contents()).not.toEqual(first);
  await writeResults(stem, one, FORMATS);
  expect(await contents()).toEqual(first);
});

test('another document never replaces a result, whatever its format', async () => {
  await writeResults(stem, one, ['json']);
  await untouched(() => writeResults(stem, other, ['json']));
  await untouched(() => writeResults(stem, other, ['csv']));
  await untouched(() => writeResults(stem, other, ['xlsx']));
});

test('CSV alone: the same again is fine, anything else is refused, and a JSON settles whose it is', async () => {
  await writeResults(stem, one, ['csv']);
  await writeResults(stem, one, ['csv']);
  await untouched(() => writeResults(stem, oneBetter, ['csv']));
  await untouched(() => writeResults(stem, other, ['csv']));
  await untouched(() => writeResults(stem, other, FORMATS));
  await writeResults(stem, one, ['json']);
  await writeResults(stem, oneBetter, ['csv']);
});

test('XLSX alone is guarded like CSV', async () => {
  await writeResults(stem, one, ['xlsx']);
  await writeResults(stem, one, ['xlsx']);
  await untouched(() => writeResults(stem, other, ['xlsx']));
  await untouched(() => writeResults(stem, other, ['json']));
});

test('a file of somebody else in the way is refused, with a way out', async () => {
  await writeFile(`${stem}.values.csv`, 'mine');
  await untouched(() => writeResults(stem, one, ['json', 'csv']));
  await expect(writeResults(stem, one, ['csv'])).rejects.toThrow(/Choose another --out/);
});

test('a failed document always gets its JSON, and no empty CSV that looks like a success', async () => {
  expect(await writeResults(stem, failed([]), ['csv', 'xlsx'])).toEqual([`${stem}.json`]);
  expect(await writeResults(stem, failed(one.tables), ['xlsx'])).toEqual([`${stem}.json`, `${stem}.xlsx`]);
});

test('a format that cannot be rendered leaves none behind', async () => {
  const overlapping = table({ grid: grid(1, [[{ text: 'a', columnSpan: 2 }, 'b']]) });
  await expect(writeResults(stem, disclosure({ tables: [overlapping] }), FORMATS)).rejects.toThrow('Grid: two cells in one place');
  expect(await readdir(folder)).toEqual([]);
});
