import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { finish, start, temporaryFolder } from './juesuan.js';

test.skipIf(!existsSync('/proc/self/cmdline'))('the list of processes does not show the password of a store', async () => {
  // A server that never answers: the command waits for it.
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const place = server.address();
  if (typeof place !== 'object' || place === null) throw new Error('the server has no port');
  const asked = new Promise((resolve) => server.once('connection', resolve));
  const child = start(['report', `postgres://writer:zqzq@127.0.0.1:${place.port}/archive`], temporaryFolder());
  const ended = finish(child);
  await asked;
  const title = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  child.kill('SIGKILL');
  await ended;
  expect(title).toBe('juesuan report');
});
