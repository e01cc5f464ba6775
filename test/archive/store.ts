import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { families } from '../../extractors/families.js';
import type { RunObserver } from '../../src/archive/run/observer.js';
import { openStore } from '../../src/archive/store/open.js';
import { recordDisclosure } from '../../src/archive/store/record.js';
import type { Store } from '../../src/archive/store/store.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { temporaryFolder } from '../cli/juesuan.js';

/** Observes nothing. */
export const silent: RunObserver = { rebuilt() {}, begin() {}, event() {}, skipped() {}, retry() {}, document() {}, end() {} };

/** A new store in a folder of its own, closed after the test. */
export async function newStore(): Promise<Store> {
  const store = await openStore(path.join(temporaryFolder(), 'store'));
  onTestFinished(() => store.close());
  return store;
}

/** Puts documents straight into a store, without child processes, as if a run had found them under these names. */
export async function put(
  store: Store,
  files: Readonly<Record<string, Uint8Array>>,
  published: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    const disclosure = await extractDisclosure(bytes, { name });
    await recordDisclosure(store, families, disclosure, { stamp: 'test', run: 1, quarantined: false });
    await store.database.run('INSERT INTO files (root, path, sha256, state, published_on) VALUES (?, ?, ?, ?, ?)', [
      '/archive',
      name,
      disclosure.source.sha256,
      '',
      published[name] ?? null,
    ]);
  }
}

/** The rows a query gives in a store that other processes write. */
export async function ask<Row>(store: string, sql: string): Promise<Row[]> {
  const opened = await openStore(store);
  try {
    return await opened.database.all<Row>(sql);
  } finally {
    await opened.close();
  }
}

/** Writes files into a new folder. */
export function folderOf(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
