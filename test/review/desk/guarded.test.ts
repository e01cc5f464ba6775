/** Who may drop documents on the desk; desk.slow.test.ts has what becomes of them. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Start } from '../../../src/review/view.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { ask, cookieOf, get, own, post } from '../asking.js';
import { serveHere } from '../serving.js';

const BYTES = { 'content-type': 'application/octet-stream' };
const FILE = '/api/desk/files?batch=1&path=a.pdf';

const desk = (stateFolder: string | null = null) =>
  serveHere({ find: async (place) => ({ problem: `no such file or folder: ${place}` }), stateFolder });

test('uploads without the token, by another name, or from another page are refused, and nothing is kept', async () => {
  const serving = await desk();
  const good = { ...own(serving), ...BYTES };
  const wrong: Record<string, string>[] = [
    { ...BYTES, origin: serving.origin },
    { ...BYTES, cookie: cookieOf(serving) },
    { ...good, cookie: `${cookieOf(serving)}x` },
    { ...good, origin: 'http://evil.example' },
    { ...good, origin: 'null' },
    { ...good, host: 'evil.example' },
    { ...good, 'sec-fetch-site': 'cross-site' },
    { ...good, 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of wrong) expect((await ask(serving.origin, FILE, headers, '%PDF-')).status).toBe(403);
  const withToken = `${FILE}&token=${serving.token}`;
  expect((await ask(serving.origin, withToken, { ...BYTES, origin: serving.origin }, '%PDF-')).status).toBe(403);
  expect((await get<Start>(serving, '/api/start')).documents).toEqual([]);
});

test('what is no upload is refused', async () => {
  const serving = await desk();
  const send = async (target: string, headers: Record<string, string>, body = 'x') =>
    (await ask(serving.origin, target, { ...own(serving), ...headers }, body)).status;
  expect(await send(FILE, { 'content-type': 'text/plain' })).toBe(415);
  expect(await send(FILE, { 'content-type': 'multipart/form-data; boundary=x' })).toBe(415);
  expect(await send('/api/desk/files?path=a.pdf', BYTES)).toBe(400);
  expect(await send('/api/desk/files?batch=..&path=a.pdf', BYTES)).toBe(400);
  expect(await send('/api/desk/files?batch=1', BYTES)).toBe(400);
  expect(await send(`/api/desk/files?batch=1&path=${'a'.repeat(5000)}`, BYTES)).toBe(400);
  expect(await send('/api/desk/files?batch=1&path=a.exe', BYTES)).toBe(422);
  expect(await send('/api/desk/files?batch=1&path=..%2F..', BYTES)).toBe(422);
  expect((await ask(serving.origin, FILE, own(serving))).status).toBe(404);
  expect((await post(serving, '/api/desk/open', { path: 1 })).status).toBe(400);
  expect((await post(serving, '/api/desk/open', { path: 'x'.repeat(5000) })).status).toBe(400);
  expect((await post(serving, '/api/desk/other', {})).status).toBe(404);
  expect((await get<Start>(serving, '/api/start')).documents).toEqual([]);
});

test('a file that says it is too large is refused before it comes', async () => {
  const serving = await desk();
  const reply = await ask(serving.origin, FILE, { ...own(serving), ...BYTES, 'content-length': '500000001' }, 'x').catch(() => null);
  // The connection may be cut before the answer is read.
  if (reply) expect([reply.status, JSON.parse(reply.body).problem]).toEqual([413, 'too-large']);
  expect((await get<Start>(serving, '/api/start')).documents).toEqual([]);
});

test('a path that leads to nothing says so, and is not remembered', async () => {
  const state = path.join(temporaryFolder(), 'juesuan');
  const serving = await desk(state);
  expect(JSON.parse((await post(serving, '/api/desk/open', { path: '/nowhere' })).body)).toEqual({
    problem: 'no such file or folder: /nowhere',
  });
  expect((await get<Start>(serving, '/api/start')).desk?.recent).toEqual([]);
});

test('where documents are named on the command line alone, nothing can be dropped', async () => {
  const serving = await serveHere();
  expect((await get<Start>(serving, '/api/start')).desk).toBeNull();
  expect((await ask(serving.origin, FILE, { ...own(serving), ...BYTES }, '%PDF-')).status).toBe(404);
});
