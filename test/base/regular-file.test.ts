import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashRegular, readRegular } from '../../src/base/regular-file.js';
import { sha256Of } from '../../src/base/sha256.js';
import { temporaryFolder } from '../cli/juesuan.js';

const onPosix = test.skipIf(process.platform === 'win32');

/** Why a file cannot be read, and what is said; it is told the same whether it is read or hashed. */
async function whyNot(file: string): Promise<string> {
  const [read, hashed] = await Promise.all([
    readRegular(file, 1000).catch((error) => `${error.reason}: ${error.message}`),
    hashRegular(file, 1000).catch((error) => `${error.reason}: ${error.message}`),
  ]);
  expect(hashed).toEqual(read);
  return String(read);
}

onPosix('only regular files are read, and nothing waits: a pipe, links to devices, a socket, a folder', async () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [path.join(folder, 'pipe.pdf')]);
  symlinkSync('pipe.pdf', path.join(folder, 'to-pipe.pdf'));
  symlinkSync('/dev/zero', path.join(folder, 'endless.pdf'));
  symlinkSync('/dev/tty', path.join(folder, 'terminal.pdf'));
  mkdirSync(path.join(folder, 'folder.pdf'));
  const server = createServer().listen(path.join(folder, 'socket.pdf'));
  onTestFinished(() => void server.close());
  for (const name of ['pipe.pdf', 'to-pipe.pdf', 'endless.pdf', 'terminal.pdf', 'folder.pdf', 'socket.pdf'])
    expect(await whyNot(path.join(folder, name)), name).toBe('no-regular-file: it is no regular file');
});

onPosix('links that lead nowhere or in a circle', async () => {
  const folder = temporaryFolder();
  symlinkSync('nowhere', path.join(folder, 'dangling.pdf'));
  symlinkSync('circle.pdf', path.join(folder, 'circle.pdf'));
  expect(await whyNot(path.join(folder, 'dangling.pdf'))).toBe('not-there: it is no longer there');
  expect(await whyNot(path.join(folder, 'circle.pdf'))).toBe('not-there: its links lead in a circle');
});

test('a file larger than asked for is refused before it is read: a terabyte without contents', async () => {
  const file = path.join(temporaryFolder(), 'sparse.pdf');
  writeFileSync(file, '');
  truncateSync(file, 1e12);
  expect(await whyNot(file)).toBe('too-large: it has 1,000,000 MB; the limit is 0 MB');
});

test('a file is read and hashed whole, an empty one too', async () => {
  const file = path.join(temporaryFolder(), 'a.pdf');
  for (const bytes of [Buffer.alloc(3_000_000, '%PDF'), Buffer.alloc(0)]) {
    writeFileSync(file, bytes);
    expect(Buffer.from(await readRegular(file, 3_000_000)).equals(bytes)).toBe(true);
    expect(await hashRegular(file, 3_000_000)).toEqual({
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      head: new Uint8Array(bytes.subarray(0, 4096)),
    });
  }
});

test('hashing ends as soon as it is told to', async () => {
  const file = path.join(temporaryFolder(), 'sparse.pdf');
  writeFileSync(file, '');
  truncateSync(file, 1e12);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20);
  await expect(hashRegular(file, 2e12, stop.signal)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});
