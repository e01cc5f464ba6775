/** A damaged store, and one that somebody may only read, as an operator meets them. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, finish, juesuan, type Ran, ROOT, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask, folderOf } from '../store.js';

const years = () =>
  folderOf(Object.fromEntries([2021, 2022, 2023].map((year) => [`${year}.pdf`, draw({ department: '甲县档案馆', year })])));

const archive = (folder: string, store: string, ...more: string[]) =>
  juesuan(['archive', folder, '--store', store, '--ocr', 'off', '--log', 'json', ...more], folder);

const counts = ({ stderr }: Ran): Record<string, number> => JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function dataset(store: string): Promise<Record<string, string>> {
  const out = temporaryFolder();
  expect(await juesuan(['export', store, '--out', out], out)).toMatchObject({ code: 0 });
  return Object.fromEntries(readdirSync(out).map((file) => [file, hashOf(path.join(out, file))]));
}

test('the database of a store is empty, missing or damaged → every command refuses it, exit code 2 → put a copy back, or juesuan archive --rebuild makes its rows again from the JSON', {
  timeout: 90_000,
}, async () => {
  const folder = years();
  const store = path.join(temporaryFolder(), 'store');
  await archive(folder, store);
  const before = await dataset(store);
  truncateSync(path.join(store, 'archive.sqlite'));
  for (const args of [
    ['archive', folder, '--store', store],
    ['report', store],
    ['export', store],
  ]) {
    const { code, stderr, stdout } = await juesuan(args, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('juesuan archive --rebuild');
  }
  const rebuilt = await archive(folder, store, '--rebuild');
  expect(rebuilt.code).toBe(0);
  expect(rebuilt.stderr).toContain('"kind":"rebuilt","documents":3');
  expect(counts(rebuilt)).toMatchObject({ extracted: 0, skipped: 3 });
  expect(await dataset(store)).toEqual(before);
});

test('JSON of the store is gone → that of single documents is told and made again by the run; without any the run refuses the store → put a copy back, or juesuan archive --rebuild reads the documents again', {
  timeout: 90_000,
}, async () => {
  const folder = years();
  const store = path.join(temporaryFolder(), 'store');
  await archive(folder, store);
  const json = path.join(store, 'json');
  const all = filesBelow(json);
  rmSync(path.join(json, all[0] ?? ''));
  expect((await juesuan(['report', store], folder)).stdout).toMatch(/JSON is missing from the store.*\(1\)\n {2}20\d\d\.pdf/);
  const again = await archive(folder, store);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain('"kind":"lost"');
  expect(counts(again)).toMatchObject({ renewed: 1, extracted: 1, skipped: 2, lost: 0 });
  expect(filesBelow(json)).toEqual(all);

  rmSync(json, { recursive: true });
  const refused = await archive(folder, store);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('juesuan archive --rebuild') });
  rmSync(path.join(folder, '2021.pdf'));
  const rebuilt = await archive(folder, store, '--rebuild');
  expect(counts(rebuilt)).toMatchObject({ gone: 1, extracted: 2, lost: 1 });
  expect(rebuilt.code).toBe(1);
  expect(await ask(store, 'SELECT COUNT(*) AS n FROM documents')).toEqual([{ n: 3 }]);
});

/** The command line as the user nobody; null where this user cannot become another. */
async function asNobody(args: readonly string[], cwd: string): Promise<Ran | null> {
  const program = [process.execPath, path.join(ROOT, 'bin', 'juesuan.mjs')];
  const become = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  if (spawnSync('setpriv', [...become, ...program, '--version']).status !== 0) return null;
  return await finish(spawn('setpriv', [...become, ...program, ...args], { cwd }));
}

test('who may only read the store opens it → report and export work, and leave nothing in it → nothing', { timeout: 90_000 }, async ({
  skip,
}) => {
  const folder = years();
  const home = temporaryFolder();
  chmodSync(home, 0o755);
  const store = path.join(home, 'store');
  await archive(folder, store);
  const before = await dataset(store);
  chmodSync(path.join(store, 'archive.sqlite'), 0o444);
  chmodSync(store, 0o555);
  const state = () => [readdirSync(store), statSync(store).mtimeMs, statSync(path.join(store, 'archive.sqlite')).mtimeMs];
  const untouched = state();
  const out = temporaryFolder();
  if (process.getuid?.() === 0) chownSync(out, 65534, 65534);
  const reported = await asNobody(['report', store], out);
  if (reported === null) return skip('this user cannot become another');
  expect(reported).toMatchObject({ code: 0, stdout: expect.stringContaining('3 documents'), stderr: '' });
  expect(await asNobody(['export', store, '--out', 'dataset'], out)).toMatchObject({ code: 0, stderr: '' });
  const names = readdirSync(path.join(out, 'dataset'));
  expect(Object.fromEntries(names.map((file) => [file, hashOf(path.join(out, 'dataset', file))]))).toEqual(before);
  expect(await asNobody(['archive', folder, '--store', store], out)).toMatchObject({ code: 2 });
  expect(state()).toEqual(untouched);
});
