/** A disk that fills up in the night: nothing of it is a document's fault. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runArchive } from '../../../src/archive/run/run.js';
import { StoreFailure } from '../../../src/archive/store/failure.js';
import { finish, juesuan, ROOT, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask, folderOf, silent } from '../store.js';

const documents = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.pdf`, draw({ department: '甲县档案馆', year: 2001 + index })]));

/** A child for which the disk is full as soon as it writes a file. */
const FULL_DISK = `
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
fs.writeFile = async () => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
};
syncBuiltinESMExports();
await import(${JSON.stringify(`file://${path.join(ROOT, 'dist/src/archive/reader/child.js')}`)});
`;

const CHILD = new URL(`file://${path.join(ROOT, 'dist/src/archive/reader/child.js')}`);

test('the disk of the store is full → the run ends with that reason and exit code 1, no document is blamed → make room; the next run reads the rest', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf(documents(3));
  const child = path.join(temporaryFolder(), 'child.mjs');
  writeFileSync(child, FULL_DISK);
  const location = path.join(temporaryFolder(), 'store');
  const options = { folders: [folder], location, document: { ocr: 'off' as const }, retry: false };
  const failed = runArchive(options, { jobs: 2, observer: silent, entry: new URL(`file://${child}`) });
  await expect(failed).rejects.toThrow(StoreFailure);
  await expect(failed).rejects.toThrow('its disk is full');
  expect(await ask(location, 'SELECT * FROM documents')).toEqual([]);
  expect(await ask(location, 'SELECT state FROM runs')).toEqual([{ state: 'failed' }]);
  expect(await runArchive(options, { jobs: 2, observer: silent, entry: CHILD })).toMatchObject({ extracted: 3, quarantined: 0 });
});

/** Blocks of 512 bytes, as POSIX counts them: less than the database needs for three documents. */
const FILE_LIMIT = 600;

test('the store reaches a quota or a limit of file sizes → as where the disk is full → raise the limit; the next run reads the rest', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf(documents(12));
  const store = path.join(temporaryFolder(), 'store');
  const args = [path.join(ROOT, 'bin', 'juesuan.mjs'), 'archive', folder, '--store', store, '--ocr', 'off', '--jobs', '1'];
  const limited = spawn('sh', ['-c', `ulimit -f ${FILE_LIMIT} && exec "$0" "$@"`, process.execPath, ...args]);
  const { code, stderr } = await finish(limited);
  expect(code).toBe(1);
  expect(stderr).toMatch(/juesuan: The store cannot be used: .+\n$/);
  expect(await ask(store, 'SELECT * FROM documents WHERE quarantined = 1')).toEqual([]);
  expect((await juesuan(args.slice(1), folder)).code).toBe(0);
  expect(await ask(store, 'SELECT COUNT(*) AS n FROM documents WHERE quarantined = 0')).toEqual([{ n: 12 }]);
});

/** A disk of one megabyte, where the system lets us have one; else null. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

test('a real disk that is full: the same', { timeout: 60_000 }, async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('no disk may be mounted here');
  const folder = folderOf(documents(24));
  const store = path.join(disk, 'store');
  const args = ['archive', folder, '--store', store, '--ocr', 'off'];
  const { code, stderr } = await juesuan(args, folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/juesuan: The store cannot be used: its disk is full/);
  spawnSync('mount', ['-o', 'remount,size=64m', disk]);
  expect((await juesuan(args, folder)).code).toBe(0);
  expect(await ask(store, 'SELECT quarantined, COUNT(*) AS n FROM documents GROUP BY quarantined')).toEqual([{ quarantined: 0, n: 24 }]);
});
