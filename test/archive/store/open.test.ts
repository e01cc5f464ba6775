import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openExisting, openStore } from '../../../src/archive/store/open.js';
import { Sqlite } from '../../../src/archive/store/sqlite.js';
import { locationOf, readAccess } from '../../../src/archive/store/sqlite-access.js';
import type { Store } from '../../../src/archive/store/store.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { put } from '../store.js';
import { TO_SCHEMA_3 } from './older.js';

/** A store with a document, closed. */
async function storeFolder(): Promise<string> {
  const folder = path.join(temporaryFolder(), 'store');
  const store = await openStore(folder);
  await put(store, { 'a.pdf': draw({ department: '甲县档案馆', year: 2021 }) });
  await close(store);
  return folder;
}

/** Closes a store as the end of its process does: all that was written is in the file then. */
async function close(store: Store): Promise<void> {
  await store.database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  await store.close();
}

async function refusal(opening: Promise<Store>): Promise<string> {
  return await opening.then(
    async (store) => {
      await store.close();
      return 'opened';
    },
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

test.each([
  ['of 0 bytes', (file: string) => truncateSync(file), 'is empty, but '],
  ['that is gone', (file: string) => rmSync(file), 'is missing, but '],
])('a database %s beside results is no empty store: the error says how to restore it', async (_case, damage, words) => {
  const folder = await storeFolder();
  damage(path.join(folder, 'archive.sqlite'));
  for (const open of [openStore, openExisting]) {
    const told = await refusal(open(folder));
    expect(told).toContain(`StoreError: ${path.join(folder, 'archive.sqlite')} ${words}`);
    expect(told).toContain('juesuan archive --rebuild');
  }
});

test('a database whose pages are overwritten is damaged, and the error says how to restore it', async () => {
  const folder = await storeFolder();
  writeFileSync(path.join(folder, 'archive.sqlite'), Buffer.alloc(8192, 7));
  expect(await refusal(openStore(folder))).toContain('juesuan archive --rebuild');
});

test('a folder json that is gone is no empty store; its rows are still there to be read', async () => {
  const folder = await storeFolder();
  rmSync(path.join(folder, 'json'), { recursive: true });
  expect(await refusal(openStore(folder))).toMatch(
    /^StoreError: .*json is missing, but the store has documents: .*juesuan archive --rebuild/,
  );
  expect(await refusal(openExisting(folder))).toBe('opened');
});

test('a store that was killed before it had anything, and a folder without one, are new', async () => {
  const folder = temporaryFolder();
  expect(await refusal(openExisting(folder))).toContain('there is no store in');
  writeFileSync(path.join(folder, 'archive.sqlite'), '');
  expect(await refusal(openExisting(folder))).toContain('there is no store in');
  expect(await refusal(openStore(folder))).toBe('opened');
});

test('a store that is opened to be read cannot be written', async () => {
  const folder = await storeFolder();
  const store = await openExisting(folder);
  onTestFinished(() => store.close());
  expect(await store.database.all('SELECT name FROM documents')).toEqual([{ name: 'a.pdf' }]);
  await expect(store.database.run("UPDATE documents SET name = 'b'")).rejects.toThrow('it may not be written');
});

test('who may not write a folder reads the database without a file beside it, unless another has put some there', async () => {
  const folder = await storeFolder();
  const file = path.join(folder, 'archive.sqlite');
  const [before, files] = [statSync(file).mtimeMs, readdirSync(folder)];
  expect(readAccess(file)).toBe('read');
  // Whoever runs the test: nothing may be written below /proc.
  expect(readAccess('/proc/self/stat')).toBe('read-still');
  const still = new Sqlite(file, 'read-still');
  expect(await still.read((session) => session.all('SELECT name FROM documents'))).toEqual([{ name: 'a.pdf' }]);
  expect(readdirSync(folder)).toEqual(files);
  await still.close();
  expect(statSync(file).mtimeMs).toBe(before);
  expect(locationOf('/a b/百分之%?.sqlite', 'read-still')).toBe('file:///a%20b/%E7%99%BE%E5%88%86%E4%B9%8B%25%3F.sqlite?immutable=1');
});

test('a database that is written while it is read without locks is not trusted', async () => {
  const folder = await storeFolder();
  const file = path.join(folder, 'archive.sqlite');
  const still = new Sqlite(file, 'read-still');
  onTestFinished(() => still.close());
  const reading = still.read(async (session) => {
    const writer = new Sqlite(file);
    await writer.run("UPDATE documents SET name = 'b'");
    // The last to close it takes the WAL into the file.
    await writer.all('PRAGMA wal_checkpoint(TRUNCATE)');
    await writer.close();
    return await session.all('SELECT name FROM documents');
  });
  await expect(reading).rejects.toThrow('was written while it was read: try again');
});

test('a store of an older schema is brought up to date by who may write it, before it is read', async () => {
  const folder = await storeFolder();
  const store = await openStore(folder);
  await store.database.script(TO_SCHEMA_3);
  await close(store);
  // Seen as somebody else sees it.
  const still = new Sqlite(path.join(folder, 'archive.sqlite'), 'read-still');
  expect(await still.all('SELECT max(version) AS at FROM schema_versions')).toEqual([{ at: 3 }]);
  await still.close();
  const read = await openExisting(folder);
  onTestFinished(() => read.close());
  expect(await read.database.all('SELECT max(version) AS at FROM schema_versions')).toEqual([{ at: 6 }]);
  expect(existsSync(path.join(folder, 'lock.sqlite'))).toBe(false);
});

test('an empty database is no store', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'other'));
  const other = new Sqlite(path.join(folder, 'archive.sqlite'));
  await other.script('CREATE TABLE something (x)');
  await other.close();
  expect(await refusal(openExisting(folder))).toContain('there is no store in this database');
});
