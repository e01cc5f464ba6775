import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFetchedFolder, sweepFetchedFolders } from '../../../src/archive/reader/fetched-folder.js';

/** A folder as a process with this id would have left it, here or on another machine. */
async function folderOfProcess(pid: number, machine?: string): Promise<string> {
  const own = await makeFetchedFolder();
  await rm(own, { recursive: true });
  const [, here = '', random = ''] = /^juesuan-fetched-(\w+)-\d+-(\w+)$/.exec(path.basename(own)) ?? [];
  const folder = path.join(tmpdir(), `juesuan-fetched-${machine ?? here}-${pid}-${random}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'document.pdf'), 'x');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('what a killed process left is removed at once, what another machine left when it is old, and nothing that is in use', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const own = await makeFetchedFolder();
  onTestFinished(() => rm(own, { recursive: true, force: true }));
  const killed = await folderOfProcess(dead);
  const elsewhere = await folderOfProcess(dead, 'another_machine');
  const old = await folderOfProcess(dead, 'a_third_machine');
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(old, yesterday, yesterday);
  await sweepFetchedFolders();
  expect([own, killed, elsewhere, old].map((folder) => existsSync(folder))).toEqual([true, false, true, false]);
});
