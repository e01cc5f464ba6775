import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { walk } from '../../src/base/walk.js';
import { folderOf } from '../archive/store.js';
import { asNobody } from './as-nobody.js';

test('every file at any depth, sorted; hidden ones are left out, links are listed and not followed', async () => {
  const folder = folderOf({ 'b/2.pdf': '', 'a.pdf': '', 'b/c/3.txt': '', '.hidden/4.pdf': '', 'b/._2.pdf': '' });
  symlinkSync('.', path.join(folder, 'circle'));
  expect(await walk(folder)).toEqual({ files: ['a.pdf', 'b/2.pdf', 'b/c/3.txt', 'circle'], unreadable: [] });
});

test.skipIf(process.platform !== 'linux')('names in GBK bytes, of files and folders', async () => {
  const folder = folderOf({ '决算.pdf': '' });
  const gbk = (...parts: string[]) => Buffer.concat([Buffer.from(`${folder}/`), ...parts.map((part) => Buffer.from(part, 'latin1'))]);
  mkdirSync(gbk('\xbe\xf6'));
  writeFileSync(gbk('\xbe\xf6/\xcb\xe3.pdf'), '');
  writeFileSync(gbk('\xbe\xf6\xcb\xe3.pdf'), '');
  expect((await walk(folder)).files).toEqual(['决[GBK]/算[GBK].pdf', '决算.pdf', '决算[GBK].pdf']);
});

test.skipIf(process.platform === 'win32')('a folder that cannot be listed is told; the rest is', async () => {
  const folder = folderOf({ 'a/1.pdf': '', 'b/2.pdf': '', 'b/c/3.pdf': '' });
  chmodSync(folder, 0o755);
  chmodSync(path.join(folder, 'b/c'), 0o000);
  onTestFinished(() => chmodSync(path.join(folder, 'b/c'), 0o755));
  expect(await asNobody(() => walk(folder))).toEqual({
    files: ['a/1.pdf', 'b/2.pdf'],
    unreadable: [{ path: 'b/c', reason: 'permission-denied', message: 'permission denied' }],
  });
  renameSync(path.join(folder, 'a'), path.join(folder, 'moved'));
  expect((await walk(path.join(folder, 'a'))).unreadable).toEqual([{ path: '', reason: 'not-there', message: 'it is no longer there' }]);
});

test('it ends as soon as it is told to', async () => {
  const stop = AbortSignal.abort();
  await expect(walk(folderOf({ 'a.pdf': '' }), stop)).rejects.toBe(stop.reason);
});
