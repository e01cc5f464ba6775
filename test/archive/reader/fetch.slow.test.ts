import type { lookup as systemLookup } from 'node:dns';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FetchOptions, fetchDocument } from '../../../src/archive/reader/fetch.js';
import { sha256Of } from '../../../src/base/sha256.js';
import { temporaryFolder } from '../../cli/juesuan.js';

const PDF = Buffer.from('%PDF-1.7 the document');
const LIMITS = { bytes: 1000, total: 5000, idle: 5000 };

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What becomes of a download: `fetched`, or why it is not, with the sentence. */
async function fetched(url: string, more: Partial<FetchOptions> = {}): Promise<string> {
  const file = path.join(temporaryFolder(), 'document.pdf');
  try {
    await fetchDocument(url, file, { sha256: sha256Of(PDF), limits: LIMITS, stop: new AbortController().signal, ...more });
    expect(readFileSync(file).equals(PDF)).toBe(true);
    return 'fetched';
  } catch (error) {
    if (!(error instanceof Error && 'reason' in error)) throw error;
    return `${error.reason}: ${error.message}`;
  }
}

test('a document is fetched, whatever type the server gives it', async () => {
  for (const type of ['application/pdf', 'text/html', undefined]) {
    const place = await serve((_, response) => response.writeHead(200, type ? { 'content-type': type } : {}).end(PDF));
    expect(await fetched(`${place}/a.pdf`)).toBe('fetched');
  }
});

test('refused, unreachable, and what the server answers are different reasons', async () => {
  expect(await fetched('http://127.0.0.1:9/a.pdf')).toBe('refused: nothing listens there');
  expect(await fetched('http://nowhere.invalid/a.pdf')).toMatch(/^unreachable: the server cannot be reached/);
  for (const status of [204, 403, 404, 500, 503]) {
    const place = await serve((_, response) => response.writeHead(status).end());
    expect(await fetched(`${place}/a.pdf`)).toBe(`http-${status}: the server answers ${status}`);
  }
  const broken = await serve((request) => request.socket.destroy());
  expect(await fetched(`${broken}/a.pdf`)).toMatch(/^unreachable: /);
  const cut = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('%PDF', () => response.destroy());
  });
  expect(await fetched(`${cut}/a.pdf`)).toMatch(/^unreachable: /);
});

test('other bytes: a changed document, or no document at all', async () => {
  const changed = await serve((_, response) => response.end('%PDF-1.7 another'));
  expect(await fetched(changed)).toBe('changed: other bytes lie there than in the folder');
  const login = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Log in'));
  expect(await fetched(login)).toBe('wrong-type: the server sends an HTML page (text/html)');
  const empty = await serve((_, response) => response.end());
  expect(await fetched(empty)).toBe('wrong-type: the server sends no PDF (no type)');
});

test('redirects stay on the host and port that the URL names', async () => {
  const asked: string[] = [];
  const other = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end(PDF);
  });
  const to = new Map([
    ['/same', '/document'],
    ['/twice', '/same'],
    ['/other', `${other}/document`],
    ['/metadata', 'http://169.254.169.254/latest/'],
    ['/name', `${other.replace('127.0.0.1', 'localhost')}/document`],
    ['/file', 'file:///etc/passwd'],
    ['/circle', '/circle'],
    ['/nowhere', 'http://'],
  ]);
  const place = await serve((request, response) => {
    const location = to.get(request.url ?? '');
    if (location === undefined) response.end(PDF);
    else response.writeHead(302, { location }).end();
  });
  expect(await fetched(`${place}/same`)).toBe('fetched');
  expect(await fetched(`${place}/twice`)).toBe('fetched');
  for (const from of ['/other', '/metadata', '/name', '/file', '/nowhere'])
    expect(await fetched(place + from), from).toMatch(/^redirected: it is redirected to /);
  expect(await fetched(`${place}/circle`)).toBe('redirected: it is redirected more than 5 times');
  expect(asked).toEqual([]);
});

/** A DNS that gives these addresses, one after the other. */
function answering(...addresses: string[]): typeof systemLookup {
  let asked = 0;
  const lookup = (_name: string, _options: unknown, done: (error: null, found: { address: string; family: number }[]) => void) => {
    const address = addresses[Math.min(asked, addresses.length - 1)] ?? '';
    asked += 1;
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
  return lookup as unknown as typeof systemLookup;
}

test('a name on the internet that leads into the own network is not connected to, at the first or at any later look', async () => {
  const asked: string[] = [];
  const place = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: '/again' }).end();
  });
  const { port } = new URL(place);
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', '10.0.0.1', '100.64.0.1', 'fe80::1'])
    expect(await fetched(`http://example.org:${port}/a.pdf`, { lookup: answering(address) }), address).toMatch(/^forbidden-address: /);
  expect(asked).toEqual([]);
  // A private name may lead there; what it leads to next is looked at again.
  expect(await fetched(`http://nas.local:${port}/a.pdf`, { lookup: answering('127.0.0.1', '169.254.169.254') })).toMatch(
    /^forbidden-address: /,
  );
  expect(asked).toEqual(['/a.pdf']);
});

test('limits: bytes announced or sent, time in all, time without a byte', async () => {
  const announced = await serve((_, response) => response.writeHead(200, { 'content-length': '1001' }).write('%PDF'));
  expect(await fetched(announced)).toMatch(/^too-large: /);
  const endless = await serve((_, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(100)), 1);
    response.on('close', () => clearInterval(timer));
  });
  expect(await fetched(endless)).toMatch(/^too-large: /);
  const silent = await serve(() => {});
  expect(await fetched(silent, { limits: { ...LIMITS, idle: 100 } })).toBe('too-slow: nothing came within 0.1 s');
  const dripping = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  });
  expect(await fetched(dripping, { limits: { ...LIMITS, idle: 100, total: 400 } })).toBe('too-slow: it was not fetched within 0.4 s');
});

test('a run that is stopped ends a download at once, or does not begin it', async () => {
  const stop = new AbortController();
  const silent = await serve((_, response) => {
    response.write('%PDF');
    setTimeout(() => stop.abort(), 50);
  });
  expect(await fetched(silent, { stop: stop.signal })).toBe('stopped: the run was stopped');
  expect(await fetched(silent, { stop: stop.signal })).toBe('stopped: the run was stopped');
});

test('what cannot be written is no fault of the server', async () => {
  const place = await serve((_, response) => response.end(PDF));
  const file = path.join(temporaryFolder(), 'missing', 'document.pdf');
  const options = { sha256: sha256Of(PDF), limits: LIMITS, stop: new AbortController().signal };
  await expect(fetchDocument(place, file, options)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(existsSync(file)).toBe(false);
});
