import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/archive/store/open.js';
import { temporaryFolder } from '../../cli/juesuan.js';

test('a store is migrated once, and one of a newer version is refused', async () => {
  const folder = path.join(temporaryFolder(), 'store');
  for (let times = 0; times < 2; times++) {
    const store = await openStore(folder);
    expect(await store.database.all('SELECT version FROM schema_versions')).toEqual([
      { version: 1 },
      { version: 2 },
      { version: 3 },
      { version: 4 },
    ]);
    await store.close();
  }
  const store = await openStore(folder);
  await store.database.run('INSERT INTO schema_versions (version) VALUES (99)');
  await store.close();
  await expect(openStore(folder)).rejects.toThrow('made by a newer version of juesuan (schema 99)');
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
