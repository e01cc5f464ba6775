import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { boxOf } from '../../../src/model/box.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { juesuan, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask, folderOf } from '../store.js';

const bytes = draw({ department: '桐柏县档案馆', year: 2021 });
const other = draw({ department: '桐柏县档案馆', year: 2022 });
let place: { page: number; box: readonly number[]; text: string };

beforeAll(async () => {
  const { tables } = await extractDisclosure(bytes);
  const cell = tables.flatMap(({ rows }) => rows).find(({ concept }) => concept === 'total-income')?.cells['income'];
  if (!cell) throw new Error('the drawn document has a total');
  place = { ...cell, box: boxOf(cell) };
});

/** A corrections file that reads the total as `text`. */
function corrections(text: string, of = bytes): string {
  const { page, box } = place;
  const entry = { kind: 'cell', page, box, was: { text: place.text }, now: { text }, reason: '印件清楚', by: '张三' };
  const document = { name: 'a.pdf', sha256: createHash('sha256').update(of).digest('hex') };
  return JSON.stringify({ $schema: 'corrections.schema.json', schemaVersion: '1', document, corrections: [entry] });
}

async function archive(folder: string, store: string): Promise<Record<string, number>> {
  const { stderr } = await juesuan(['archive', folder, '--store', store, '--log', 'json'], temporaryFolder());
  const counts: Record<string, number> = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');
  expect(counts['kind']).toBe('end');
  return counts;
}

const correctedIn = async (store: string) =>
  (await ask<{ text: string }>(store, `SELECT text FROM "values" WHERE status = 'corrected'`)).map(({ text }) => text);

test('a new, changed or removed corrections file makes its document new again, and no other', { timeout: 120_000 }, async () => {
  const folder = folderOf({ 'in/a.pdf': bytes, 'in/b.pdf': other });
  const file = path.join(folder, 'in/a.corrections.json');
  const store = path.join(temporaryFolder(), 'store');
  expect(await archive(folder, store)).toMatchObject({ files: 2, extracted: 2 });

  writeFileSync(file, corrections('161.00'));
  expect(await archive(folder, store)).toMatchObject({ files: 2, new: 0, changed: 0, renewed: 1, extracted: 1, skipped: 1 });
  expect(await correctedIn(store)).toEqual(['161.00']);
  expect(await archive(folder, store)).toMatchObject({ renewed: 0, extracted: 0, skipped: 2 });

  writeFileSync(file, corrections('162.00'));
  expect(await archive(folder, store)).toMatchObject({ renewed: 1, extracted: 1, skipped: 1 });
  expect(await correctedIn(store)).toEqual(['162.00']);

  rmSync(file);
  expect(await archive(folder, store)).toMatchObject({ renewed: 1, extracted: 1, skipped: 1 });
  expect(await correctedIn(store)).toEqual([]);
  expect(await archive(folder, store)).toMatchObject({ renewed: 0, extracted: 0, skipped: 2 });
});

test('a document in several places is read once, with the corrections that lie beside any of them', { timeout: 120_000 }, async () => {
  const folder = folderOf({ 'a/one.pdf': bytes, 'b/two.pdf': bytes, 'b/two.corrections.json': corrections('161.00') });
  const store = path.join(temporaryFolder(), 'store');
  expect(await archive(folder, store)).toMatchObject({ files: 2, extracted: 1, skipped: 1 });
  expect(await correctedIn(store)).toEqual(['161.00']);
  expect(await archive(folder, store)).toMatchObject({ renewed: 0, extracted: 0, skipped: 2 });
});

test('a document that was published anew does not take the corrections of the old one, and says so', { timeout: 60_000 }, async () => {
  const folder = folderOf({ 'a.pdf': other, 'a.corrections.json': corrections('161.00') });
  const store = path.join(temporaryFolder(), 'store');
  await archive(folder, store);
  expect(await correctedIn(store)).toEqual([]);
  expect(await ask(store, "SELECT rule FROM findings WHERE rule LIKE 'CORRECTION%'")).toEqual([{ rule: 'CORRECTIONS-UNUSABLE' }]);
});
