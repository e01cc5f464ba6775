import { renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import { FileVersion } from '../../src/review/version.js';
import { temporaryFolder } from '../cli/juesuan.js';

const hash = (text: string) => sha256Of(Buffer.from(text));

test('a file replaced by one of the same size and time is another version', async () => {
  const file = path.join(temporaryFolder(), 'a.pdf');
  writeFileSync(file, 'one');
  const version = new FileVersion(file);
  expect(await version.sha256()).toBe(hash('one'));
  const { atime, mtime } = statSync(file);
  writeFileSync(`${file}.new`, 'two');
  utimesSync(`${file}.new`, atime, mtime);
  renameSync(`${file}.new`, file);
  expect(await version.sha256()).toBe(hash('two'));
});

test('a file that is gone has no version; back again, it has', async () => {
  const file = path.join(temporaryFolder(), 'a.pdf');
  writeFileSync(file, 'one');
  const version = new FileVersion(file);
  await version.sha256();
  unlinkSync(file);
  expect(await version.sha256()).toBeNull();
  writeFileSync(file, 'two');
  expect(await version.sha256()).toBe(hash('two'));
});
