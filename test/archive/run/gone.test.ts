import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { RunEvent, RunResult } from '../../../src/archive/run/events.js';
import { archiveFolders } from '../../../src/archive/run/folders.js';
import { problemsOf } from '../../../src/archive/run/problems.js';
import type { Store } from '../../../src/archive/store/store.js';
import { asNobody } from '../../base/as-nobody.js';
import { folderOf, newStore, silent } from '../store.js';

interface Told {
  readonly result: RunResult;
  readonly events: readonly RunEvent[];
}

/** A run that reads nothing: what it makes of the files is what is asked. */
async function run(store: Store, folder: string, allowGone = false): Promise<Told> {
  const events: RunEvent[] = [];
  const reader = { submit: async () => {}, settle: async () => {}, drain: async () => [], close: async () => {} };
  const result = await archiveFolders(
    { folders: [folder], location: 'store', document: { ocr: 'off' }, retry: false, allowGone },
    { store, reader, observer: { ...silent, event: (event) => events.push(event) }, families, stop: new AbortController().signal },
  );
  return { result, events: events.filter(({ kind }) => kind !== 'new') };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(2, '0')}.pdf`);
const folderWith = (count: number) => folderOf(Object.fromEntries(names(count).map((name) => [name, name])));

async function goneIn(store: Store): Promise<number> {
  const [row] = await store.database.all<{ n: number }>('SELECT COUNT(*) AS n FROM files WHERE gone > 0');
  return row?.n ?? 0;
}

test('a share is not mounted → nothing counts as gone, the run says why, exit code 1 → mount it; --allow-gone where its files are gone indeed', async () => {
  const [store, folder] = [await newStore(), folderWith(58)];
  await run(store, folder);
  for (const name of names(58)) rmSync(path.join(folder, name));
  const { result, events } = await run(store, folder);
  expect(result).toMatchObject({ files: 0, gone: 0, missing: [{ root: folder, missing: 58, of: 58 }] });
  expect(problemsOf(result)).toEqual([
    `${folder}: 58 of 58 files are not there, and none of them counts as gone: is it mounted? --allow-gone if this is right`,
  ]);
  expect(events).toEqual([{ kind: 'missing', root: folder, path: './', sha256: null, note: expect.stringContaining('58 of 58') }]);
  expect(await goneIn(store)).toBe(0);

  const allowed = await run(store, folder, true);
  expect(allowed.result).toMatchObject({ gone: 58, missing: [] });
  expect(problemsOf(allowed.result)).toEqual([]);
  expect(await goneIn(store)).toBe(58);
});

test('more than a tenth of a folder, and at least three files, are missing at once → nothing counts as gone, exit code 1 → --allow-gone where that is right', async () => {
  const [store, folder] = [await newStore(), folderWith(30)];
  await run(store, folder);
  for (const name of names(4)) rmSync(path.join(folder, name));
  expect((await run(store, folder)).result).toMatchObject({ gone: 0, missing: [{ missing: 4, of: 30 }] });
  writeFileSync(path.join(folder, '03.pdf'), '03.pdf');
  expect((await run(store, folder)).result).toMatchObject({ gone: 3, missing: [] });
  expect(await goneIn(store)).toBe(3);
});

test('of a small archive two files may go at once, but not the last', async () => {
  const [store, folder] = [await newStore(), folderWith(3)];
  await run(store, folder);
  for (const name of names(2)) rmSync(path.join(folder, name));
  expect((await run(store, folder)).result).toMatchObject({ gone: 2, missing: [] });
  rmSync(path.join(folder, '02.pdf'));
  expect((await run(store, folder)).result).toMatchObject({ gone: 0, missing: [{ missing: 1, of: 1 }] });
});

test('a folder without any document is told even the first time', async () => {
  const { result } = await run(await newStore(), folderOf({ 'notes.txt': 'none' }));
  expect(problemsOf(result)).toEqual([expect.stringContaining('no document lies in it')]);
});

test.skipIf(process.platform === 'win32')(
  'a folder cannot be listed → it is told, the rest is read, nothing in it is gone, exit code 1 → give the right to read it',
  async () => {
    const [store, folder] = [await newStore(), folderOf({ 'a/1.pdf': '1', 'a/b/2.pdf': '2', 'c/3.pdf': '3' })];
    await run(store, folder);
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, 'a'), 0o000);
    onTestFinished(() => chmodSync(path.join(folder, 'a'), 0o755));
    writeFileSync(path.join(folder, 'c/4.pdf'), '4');
    const { result, events } = await asNobody(() => run(store, folder));
    expect(result).toMatchObject({
      files: 2,
      new: 1,
      gone: 0,
      unreadable: 1,
      missing: [],
      reasons: { unreadable: { 'permission-denied': 1 } },
    });
    expect(events).toEqual([{ kind: 'unreadable', root: folder, path: 'a/', sha256: null, note: 'permission denied' }]);
    expect(problemsOf(result)).toEqual(['1 files or folders cannot be read: 1 permission-denied']);
    expect(await goneIn(store)).toBe(0);
  },
);

test.skipIf(process.platform === 'win32')('a whole folder that cannot be listed does not stop the others', async () => {
  const [closed, open] = [folderOf({ '1.pdf': '1' }), folderOf({ '2.pdf': '2' })];
  const store = await newStore();
  await run(store, closed);
  chmodSync(closed, 0o000);
  onTestFinished(() => chmodSync(closed, 0o755));
  chmodSync(open, 0o755);
  mkdirSync(path.join(open, 'empty'));
  expect((await asNobody(() => run(store, closed))).result).toMatchObject({ files: 0, gone: 0, unreadable: 1, missing: [] });
  expect((await asNobody(() => run(store, open))).result).toMatchObject({ files: 1, unreadable: 0 });
});

test.skipIf(process.platform === 'win32')(
  'a file cannot be read tonight → it is told every night, keeps its document, exit code 1 → see to its permissions or disk',
  async () => {
    const [store, folder] = [await newStore(), folderOf({ '1.pdf': '1', '2.pdf': '2' })];
    await run(store, folder);
    const hashes = 'SELECT path, sha256 FROM files ORDER BY path';
    const before = await store.database.all(hashes);
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, '1.pdf'), 0o000);
    for (let nights = 0; nights < 2; nights += 1) {
      const { result, events } = await asNobody(() => run(store, folder));
      expect(result).toMatchObject({ unreadable: 1, changed: 0, gone: 0, reasons: { unreadable: { 'permission-denied': 1 } } });
      expect(events).toEqual([{ kind: 'unreadable', root: folder, path: '1.pdf', sha256: null, note: 'permission denied' }]);
      expect(await store.database.all(hashes)).toEqual(before);
    }
    chmodSync(path.join(folder, '1.pdf'), 0o644);
    expect((await run(store, folder)).events).toEqual([]);
  },
);
