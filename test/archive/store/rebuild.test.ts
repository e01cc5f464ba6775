import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { FolderFiles } from '../../../src/archive/store/json-files.js';
import { lockStore } from '../../../src/archive/store/lock.js';
import { openStore } from '../../../src/archive/store/open.js';
import { rebuildStore } from '../../../src/archive/store/rebuild.js';
import type { Store } from '../../../src/archive/store/store.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { put } from '../store.js';

const TABLES = ['documents', 'tables', '"values"', 'findings', 'key_figures', 'indicators'];

/** Every row that is made from a document, whatever id it has. */
async function rowsOf(store: Store): Promise<unknown> {
  const rows = await Promise.all(
    TABLES.map((table) =>
      store.database.all<Record<string, unknown>>(
        table === 'documents'
          ? 'SELECT * FROM documents ORDER BY sha256'
          : `SELECT d.sha256 AS of, t.* FROM ${table} t JOIN documents d ON d.id = t.document`,
      ),
    ),
  );
  const withoutId = ({ id: _, document: __, run: ___, ...row }: Record<string, unknown>) => JSON.stringify(row);
  return rows.map((table) => table.map(withoutId).sort());
}

/** A store of three documents, one of them unreadable, and its rows. */
async function storeFolder(): Promise<{ folder: string; file: string; rows: unknown; hashes: string[] }> {
  const folder = path.join(temporaryFolder(), 'store');
  const store = await openStore(folder);
  await put(store, {
    'a.pdf': draw({ department: '甲县档案馆', year: 2021 }),
    'b.pdf': draw({ department: '乙县档案馆', year: 2022, units: ['乙县档案馆（本级）'] }),
    'web.pdf': Buffer.from('<html>404</html>'),
  });
  const rows = await rowsOf(store);
  const hashes = (await store.database.all<{ sha256: string }>('SELECT sha256 FROM documents ORDER BY name')).map(({ sha256 }) => sha256);
  await store.database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  await store.close();
  return { folder, file: path.join(folder, 'archive.sqlite'), rows, hashes };
}

async function opened(folder: string): Promise<Store> {
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  return store;
}

test.each([
  ['of 0 bytes', (file: string) => truncateSync(file), true],
  ['that is gone', (file: string) => rmSync(file), false],
  ['that is no database', (file: string) => writeFileSync(file, 'x'.repeat(9000)), true],
  [
    'with a page overwritten',
    (file: string) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 8192), Buffer.alloc(60000, 7)])),
    true,
  ],
])('a database %s is put aside, and every row is made again from the JSON, stamp and all', async (_case, damage, isKept) => {
  const { folder, file, rows } = await storeFolder();
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  damage(file);
  expect(await rebuildStore(folder, families)).toEqual({ documents: 3, damaged: [], setAside: isKept ? `${file}.damaged` : null });
  expect(existsSync(`${file}.damaged`)).toBe(isKept);
  expect(await rowsOf(await opened(folder))).toEqual(rows);
});

test('a database that can be used is kept: which files there were, and rows that are missing come back', async () => {
  const { folder, rows, hashes } = await storeFolder();
  const store = await opened(folder);
  for (const table of ['"values"', 'findings', 'key_figures', 'indicators', 'tables']) await store.database.run(`DELETE FROM ${table}`);
  await store.database.run('DELETE FROM documents WHERE sha256 = ?', [hashes[0] ?? '']);
  expect(await rebuildStore(folder, families)).toEqual({ documents: 3, damaged: [], setAside: null });
  expect(await rowsOf(store)).toEqual(rows);
  expect(await store.database.all('SELECT path FROM files ORDER BY path')).toEqual([
    { path: 'a.pdf' },
    { path: 'b.pdf' },
    { path: 'web.pdf' },
  ]);
});

test('a JSON that is damaged, or of another document, is put aside: its document is one without JSON', async () => {
  const { folder, hashes } = await storeFolder();
  const [cut = '', other = '', whole = ''] = hashes;
  const files = new FolderFiles(path.join(folder, 'json'));
  const pathOf = (hash: string) => path.join(files.folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.json.gz`);
  truncateSync(pathOf(cut), 100);
  writeFileSync(pathOf(other), readFileSync(pathOf(whole)));
  expect(await rebuildStore(folder, families)).toEqual({ documents: 1, damaged: [cut, other].sort(), setAside: null });
  const store = await opened(folder);
  expect(await store.json.missing(store.database)).toEqual([cut, other].sort());
  expect(existsSync(`${pathOf(cut)}.damaged`)).toBe(true);
});

test('a plain JSON of an older version tells no stamp: the database does, or else its document is read again', async () => {
  const { folder, file, hashes } = await storeFolder();
  const files = new FolderFiles(path.join(folder, 'json'));
  for (const hash of hashes) {
    const kept = await files.keptJson(hash);
    await files.setAside(hash);
    mkdirSync(path.join(files.folder, hash.slice(0, 2), hash.slice(2, 4)), { recursive: true });
    writeFileSync(path.join(files.folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.json`), kept?.json ?? '');
  }
  await rebuildStore(folder, families);
  const store = await opened(folder);
  expect(await store.database.all('SELECT DISTINCT stamp FROM documents')).toEqual([{ stamp: 'test' }]);
  await store.close();
  // Now each has its stamp with it.
  rmSync(file);
  await rebuildStore(folder, families);
  expect(await (await opened(folder)).database.all('SELECT DISTINCT stamp FROM documents')).toEqual([{ stamp: 'test' }]);
});

test('a store on which a run is on is not rebuilt', async () => {
  const { folder } = await storeFolder();
  const unlock = lockStore(folder);
  await expect(rebuildStore(folder, families)).rejects.toThrow('another juesuan archive is running');
  unlock();
});
