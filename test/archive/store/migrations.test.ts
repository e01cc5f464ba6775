import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/archive/store/open.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { TO_SCHEMA_3 } from './older.js';

test('a store was written by a newer version → it is refused, exit code 2 → update juesuan on this machine', async () => {
  const folder = path.join(temporaryFolder(), 'store');
  for (let times = 0; times < 2; times++) {
    const store = await openStore(folder);
    expect(await store.database.all('SELECT version FROM schema_versions')).toEqual([1, 2, 3, 4, 5, 6].map((version) => ({ version })));
    await store.close();
  }
  const store = await openStore(folder);
  await store.database.run('INSERT INTO schema_versions (version) VALUES (99)');
  await store.close();
  await expect(openStore(folder)).rejects.toThrow('made by a newer version of juesuan (schema 99)');
});

test('what was quarantined because a child could not write the store is read again; what died otherwise is not', async () => {
  const folder = path.join(temporaryFolder(), 'store');
  const store = await openStore(folder);
  const died = (how: string) =>
    `The process that read the document ended unexpectedly (${how}). This is a bug in juesuan: please report it.`;
  for (const [name, reason, message] of [
    ['full disk', 'internal', died('exit code 1')],
    ['a file too large for the system', 'internal', died('SIGXFSZ')],
    ['a bug', 'internal', died('SIGSEGV')],
    ['a hang', 'timed-out', 'The document was given up: no page was finished within 120 s.'],
  ]) {
    await store.database.run(
      `INSERT INTO documents (sha256, stamp, run, quarantined, name, bytes, media_type, status, reason, message, kind)
       VALUES (?, 'now', 1, 1, ?, 1, 'application/pdf', 'failed', ?, ?, 'other')`,
      [name ?? '', name ?? '', reason ?? '', message ?? ''],
    );
  }
  // As schema 3 had left it.
  await store.database.script(TO_SCHEMA_3);
  await store.close();
  mkdirSync(path.join(folder, 'json'));
  const migrated = await openStore(folder);
  onTestFinished(() => migrated.close());
  expect(await migrated.database.all("SELECT name FROM documents WHERE stamp <> 'now' ORDER BY name")).toEqual([
    { name: 'a file too large for the system' },
    { name: 'full disk' },
  ]);
});

test('values that an older version has recorded are kept; those of a document without pages have no box', async () => {
  const folder = path.join(temporaryFolder(), 'store');
  const store = await openStore(folder);
  await store.database.script(TO_SCHEMA_3);
  const insert = `INSERT INTO documents (id, sha256, stamp, run, quarantined, name, bytes, media_type, status, kind)
    VALUES (1, 'f00', 'now', 1, 0, 'a.pdf', 1, 'application/pdf', 'ok', 'other')`;
  await store.database.script(insert);
  const columns = 'document, table_index, row_index, column_index, row_kind, column_key, column_path, text, page, x0, y0, x1, y1, method';
  const value = (row: number, box: string) =>
    store.database.run(`INSERT INTO "values" (${columns}) VALUES (1, 0, ?, 0, 'item', 'total', '合计', '1.00', 9, ${box}, 'text')`, [row]);
  await value(0, '1, 2, 3, 4.5');
  await store.close();
  mkdirSync(path.join(folder, 'json'));
  const migrated = await openStore(folder);
  onTestFinished(() => migrated.close());
  await migrated.database.run(
    `INSERT INTO "values" (${columns}) VALUES (1, 0, 1, 0, 'item', 'total', '合计', '2.00', 1, ?, ?, ?, ?, 'text')`,
    [null, null, null, null],
  );
  expect(await migrated.database.all('SELECT text, page, x0, y1 FROM "values" ORDER BY row_index')).toEqual([
    { text: '1.00', page: 9, x0: 1, y1: 4.5 },
    { text: '2.00', page: 1, x0: null, y1: null },
  ]);
});

test('a transaction that fails leaves nothing, and the next one works', async () => {
  const store = await openStore(path.join(temporaryFolder(), 'store'));
  const write = (name: string, fails: boolean) =>
    store.database.write(async (session) => {
      await session.run("INSERT INTO settings (name, value) VALUES (?, '')", [name]);
      if (fails) throw new Error('in the middle');
    });
  await expect(write('a', true)).rejects.toThrow('in the middle');
  await Promise.all([write('b', false), write('c', false)]);
  expect(await store.database.all('SELECT name FROM settings ORDER BY name')).toEqual([{ name: 'b' }, { name: 'c' }]);
  await store.close();
});

test('a text with U+0000 is stored whole: SQLite would end it there', async () => {
  const store = await openStore(path.join(temporaryFolder(), 'store'));
  await store.database.insert('settings', ['name', 'value'], [['a', '12\0.30 \u{1F600}']]);
  expect(await store.database.all('SELECT value FROM settings')).toEqual([{ value: '12\uFFFD.30 \u{1F600}' }]);
  await store.close();
});
