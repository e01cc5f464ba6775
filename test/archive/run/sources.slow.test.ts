/** Nights as an operator has them: what lies in the folder, or is to be fetched, is not what it should be. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runArchive } from '../../../src/archive/run/run.js';
import { filesBelow, finish, juesuan, ROOT, resultIn, start, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask, folderOf, silent } from '../store.js';

const document = (year: number) => draw({ department: '桐柏县档案馆', year });
const newStore = () => path.join(temporaryFolder(), 'store');
const onPosix = test.skipIf(process.platform === 'win32');
/** ms within which a signal ends a run. */
const SOON = 2000;

/** One night; what it says on stdout, for a program that watches it. */
async function night(folder: string, store: string, ...more: string[]) {
  const { code, stdout, stderr } = await juesuan(
    ['archive', folder, '--store', store, '--summary', 'json', '--jobs', '1', ...more],
    folder,
  );
  return { code, stderr, summary: JSON.parse(stdout) };
}

onPosix(
  'a pipe, a link to a device and a file beyond all limits do not hold up the night: they are told',
  { timeout: 60_000 },
  async () => {
    const folder = folderOf({ 'a.pdf': document(2021), 'huge.pdf': '' });
    execFileSync('mkfifo', [path.join(folder, 'pipe.pdf'), path.join(folder, 'a.corrections.json'), path.join(folder, 'manifest.csv')]);
    symlinkSync('/dev/zero', path.join(folder, 'endless.pdf'));
    truncateSync(path.join(folder, 'huge.pdf'), 1e12);
    const store = newStore();
    for (const extracted of [1, 0]) {
      const { code, summary } = await night(folder, store);
      expect({ code, summary }).toMatchObject({
        code: 1,
        summary: {
          exitCode: 1,
          state: 'done',
          problems: ['3 files or folders cannot be read: 2 no-regular-file, 1 too-large'],
          files: { found: 4, unreadable: 3 },
          documents: { extracted },
          reasons: { unreadable: { 'no-regular-file': 2, 'too-large': 1 } },
        },
      });
    }
  },
);

/** Whether a run has made its store and is about to search the folders. */
async function hasBegun(store: string): Promise<boolean> {
  if (!existsSync(path.join(store, 'lock.sqlite'))) return false;
  return (await ask(store, 'SELECT id FROM runs')).length > 0;
}

/** How a run that got this signal ended, and how long after. */
async function endOf(child: ReturnType<typeof start>, signal: NodeJS.Signals) {
  const ended = finish(child);
  const sent = performance.now();
  child.kill(signal);
  const { code, stdout } = await ended;
  return { code, ms: performance.now() - sent, summary: stdout === '' ? null : JSON.parse(stdout) };
}

onPosix('SIGTERM ends searching the folders', { timeout: 90_000 }, async () => {
  const folder = temporaryFolder();
  for (let index = 0; index < 100; index += 1) {
    mkdirSync(path.join(folder, String(index)));
    for (let file = 0; file < 60; file += 1) closeSync(openSync(path.join(folder, String(index), `${file}.pdf`), 'w'));
  }
  const store = newStore();
  const run = start(['archive', folder, '--store', store, '--summary', 'json'], folder);
  while (!(await hasBegun(store))) await setTimeout(10);
  const { code, ms, summary } = await endOf(run, 'SIGTERM');
  expect({ code, summary }).toMatchObject({ code: 143, summary: { state: 'stopped', exitCode: 143, files: { gone: 0, missing: 0 } } });
  expect(ms).toBeLessThan(SOON);
});

onPosix('SIGINT ends hashing', { timeout: 90_000 }, async () => {
  const folder = temporaryFolder();
  for (let index = 0; index < 40; index += 1) {
    const file = path.join(folder, `${index}.pdf`);
    writeFileSync(file, '');
    truncateSync(file, 1_900_000_000);
  }
  const run = start(['archive', folder, '--store', newStore(), '--summary', 'json', '--log', 'json'], folder);
  // It has listed the files, and hashes them.
  await new Promise<void>((resolve) => run.stderr?.on('data', (text) => String(text).includes('"kind":"begin"') && resolve()));
  const { code, ms, summary } = await endOf(run, 'SIGINT');
  expect({ code, summary }).toMatchObject({ code: 130, summary: { state: 'stopped', files: { found: 40 }, documents: { postponed: 0 } } });
  expect(ms).toBeLessThan(SOON);
});

onPosix(
  'a signal ends a run even while the system keeps something it was asked, such as the address of a name',
  { timeout: 60_000 },
  async () => {
    const folder = folderOf({ 'a.pdf': document(2021) });
    // Stands for a resolver that does not answer: it keeps one of the threads that must end before a process does.
    execFileSync('mkfifo', [path.join(folder, 'nobody-writes')]);
    const stuck = path.join(folder, 'stuck.cjs');
    writeFileSync(
      stuck,
      `if (process.argv[2] === 'archive') require('node:fs').open(${JSON.stringify(path.join(folder, 'nobody-writes'))}, 'r', () => {});`,
    );
    const place = await serve((_, response) => response.write('%PDF-1.7'));
    vi.stubEnv('NODE_OPTIONS', `--require ${stuck}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const store = newStore();
    const run = start(['archive', folder, '--store', store, '--url', place, '--summary', 'json'], folder);
    while (!(await hasBegun(store))) await setTimeout(10);
    const { ms, summary } = await endOf(run, 'SIGTERM');
    expect(summary).toMatchObject({ state: 'stopped', exitCode: 143 });
    expect(run.signalCode).toBe('SIGTERM');
    expect(ms).toBeLessThan(SOON);
  },
);

/** A child that never comes to an end, and hears nothing. */
const DEAF = `
const { serve } = await import(${JSON.stringify(`file://${path.join(ROOT, 'dist/src/workers/serve.js')}`)});
await serve(async () => { for (;;); });
`;

onPosix('a signal ends a document that is being read, when a second has not been enough', { timeout: 60_000 }, async () => {
  const [folder, child] = [folderOf({ 'a.pdf': document(2021) }), path.join(temporaryFolder(), 'child.mjs')];
  writeFileSync(child, DEAF);
  const [stop, kill] = [new AbortController(), new AbortController()];
  const run = runArchive(
    { folders: [folder], location: newStore(), document: {}, retry: false },
    { jobs: 1, observer: silent, stop: stop.signal, kill: kill.signal, entry: new URL(`file://${child}`) },
  );
  await setTimeout(5000);
  stop.abort();
  kill.abort();
  const killed = performance.now();
  expect(await run).toMatchObject({ extracted: 0, postponed: 1, reasons: { postponed: { stopped: 1 } } });
  expect(performance.now() - killed).toBeLessThan(SOON / 2);
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('--url with nothing listening: no document is said to have changed, and the night is not good', { timeout: 60_000 }, async () => {
  const folder = folderOf({ '1.pdf': document(2021), '2.pdf': document(2022), '3.pdf': document(2023) });
  const store = newStore();
  const { code, summary, stderr } = await night(folder, store, '--url', 'http://user:secret@127.0.0.1:9/');
  expect({ code, summary }).toMatchObject({
    code: 1,
    summary: {
      problems: ['3 documents could not be had: 3 refused'],
      documents: { extracted: 0, postponed: 3 },
      reasons: { postponed: { refused: 3 } },
    },
  });
  expect(stderr).not.toContain('secret');
  expect(await ask(store, "SELECT path, note FROM events WHERE kind = 'postponed' ORDER BY path")).toEqual(
    ['1.pdf', '2.pdf', '3.pdf'].map((file) => ({ path: file, note: 'refused: nothing listens there' })),
  );
  expect(await night(folder, store)).toMatchObject({ code: 0, summary: { documents: { extracted: 3, postponed: 0 } } });
});

test('what the server does is counted by reason; what has changed there is left without alarm where others were read', {
  timeout: 60_000,
}, async () => {
  const good = document(2021);
  const folder = folderOf({ 'good.pdf': good, 'changed.pdf': document(2022), 'gone.pdf': document(2023), 'moved.pdf': document(2024) });
  const place = await serve((request, response) => {
    if (request.url === '/good.pdf') response.end(good);
    else if (request.url === '/changed.pdf') response.end('%PDF-1.7 another');
    else if (request.url === '/moved.pdf') response.writeHead(301, { location: 'http://169.254.169.254/' }).end();
    else response.writeHead(404).end();
  });
  const { code, summary } = await night(folder, newStore(), '--url', place);
  expect({ code, summary }).toMatchObject({
    code: 1,
    summary: {
      problems: ['2 documents could not be had: 1 http-404, 1 redirected'],
      documents: { extracted: 1, postponed: 3 },
      reasons: { postponed: { changed: 1, 'http-404': 1, redirected: 1 } },
    },
  });
});

/** Folders for documents that were fetched by this test's programs. */
const fetchedFolders = (temporary: string) => readdirSync(temporary).filter((name) => name.startsWith('juesuan-fetched-'));

onPosix('SIGTERM ends a download at once; what a killed night leaves of one, the next removes', { timeout: 60_000 }, async () => {
  const folder = folderOf({ 'a.pdf': document(2021) });
  let asked = 0;
  const place = await serve((_, response) => {
    asked += 1;
    response.write('%PDF-1.7');
  });
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const store = newStore();
  const begin = async () => {
    const [run, already] = [start(['archive', folder, '--store', store, '--url', place, '--summary', 'json'], folder), asked];
    while (asked === already) await setTimeout(20);
    return run;
  };
  const killed = await begin();
  expect(fetchedFolders(temporary)).toHaveLength(1);
  killed.kill('SIGKILL');
  await finish(killed);
  expect(fetchedFolders(temporary)).toHaveLength(1);

  const stopped = await begin();
  expect(fetchedFolders(temporary)).toHaveLength(1);
  const { code, ms, summary } = await endOf(stopped, 'SIGTERM');
  expect({ code, summary }).toMatchObject({ code: 143, summary: { state: 'stopped', reasons: { postponed: { stopped: 1 } } } });
  expect(ms).toBeLessThan(SOON);
  expect(fetchedFolders(temporary)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'names in GBK bytes: read once, told as they were meant, beside the same name in UTF-8',
  {
    timeout: 90_000,
  },
  async () => {
    const folder = folderOf({ '决算.pdf': document(2021) });
    const gbk = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('bef6cbe32e706466', 'hex')]);
    writeFileSync(gbk, document(2022));
    const store = newStore();
    expect(await night(folder, store)).toMatchObject({ code: 0, summary: { files: { found: 2, new: 2 }, documents: { extracted: 2 } } });
    expect(await ask(store, 'SELECT path FROM files ORDER BY path')).toEqual([{ path: '决算.pdf' }, { path: '决算[GBK].pdf' }]);
    expect(await ask(store, 'SELECT name, year FROM documents ORDER BY year')).toEqual([
      { name: '决算.pdf', year: 2021 },
      { name: '决算.pdf', year: 2022 },
    ]);
    expect(await night(folder, store)).toMatchObject({ code: 0, summary: { files: { asBefore: 2 }, documents: { extracted: 0 } } });

    const out = temporaryFolder();
    expect((await juesuan(['extract', folder, '--out', out], out)).code).toBe(0);
    expect(filesBelow(out)).toEqual(['决算.json', '决算[GBK].json']);
    expect(resultIn(out, '决算[GBK].json')).toMatchObject({ source: { name: '决算.pdf' }, document: { year: 2022 } });
    const one = await juesuan(['extract', path.join(folder, '决算[GBK].pdf'), '--out', '-'], out);
    expect(JSON.parse(one.stdout).document.year).toBe(2022);

    // Corrections beside it lie under the same bytes.
    renameSync(gbk, Buffer.concat([gbk.subarray(0, -4), Buffer.from('2.pdf')]));
    writeFileSync(Buffer.concat([gbk.subarray(0, -4), Buffer.from('2.corrections.json')]), '{}');
    expect((await night(folder, store, '--allow-gone')).summary).toMatchObject({ files: { new: 1, gone: 1 }, documents: { renewed: 1 } });
    expect(await ask(store, "SELECT rule FROM findings WHERE rule LIKE 'CORRECTION%'")).toEqual([{ rule: 'CORRECTIONS-UNUSABLE' }]);
  },
);

test('--dry-run says what a night would read and why, and writes nothing; the night then does that', { timeout: 90_000 }, async () => {
  const folder = folderOf({ 'a.pdf': document(2021), 'b.pdf': document(2022), 'copy.pdf': document(2022), 'web.pdf': '<html>404</html>' });
  const store = newStore();
  const dry = async (...more: string[]) => {
    const { code, stdout } = await juesuan(['archive', folder, '--store', store, '--dry-run', ...more], folder);
    return { code, stdout };
  };
  expect(await dry()).toEqual({ code: 0, stdout: '4 files: 1 as before, 0 gone\n3 documents would be read\n  3 new\n' });
  expect(filesBelow(path.dirname(store))).toEqual([]);
  await night(folder, store);

  writeFileSync(path.join(folder, 'a.pdf'), document(2023));
  writeFileSync(path.join(folder, 'b.corrections.json'), '{}');
  writeFileSync(path.join(folder, 'c.pdf'), document(2024));
  rmSync(path.join(folder, 'copy.pdf'));
  const rows = await ask(store, 'SELECT * FROM files ORDER BY path');
  const { stdout } = await dry('--summary', 'json');
  expect(JSON.parse(stdout)).toEqual({
    files: 4,
    read: { changed: 1, corrections: 1, new: 1 },
    asBefore: 1,
    gone: 1,
    missing: [],
    unreadable: {},
  });
  expect(JSON.parse((await dry('--summary', 'json', '--ocr', 'off')).stdout).read).toEqual({ changed: 1, new: 1, stamp: 2 });
  expect(await ask(store, 'SELECT * FROM files ORDER BY path')).toEqual(rows);
  expect(await ask(store, 'SELECT id FROM runs')).toEqual([{ id: 1 }]);
  expect((await night(folder, store)).summary).toMatchObject({
    files: { changed: 1, new: 1, gone: 1 },
    documents: { extracted: 3, renewed: 1 },
  });

  for (const name of ['a.pdf', 'b.pdf', 'c.pdf', 'web.pdf']) rmSync(path.join(folder, name));
  expect(await dry()).toMatchObject({ code: 1, stdout: expect.stringContaining('4 of 4 files are not there') });
});

test('--summary json of a run that breaks off says why', async () => {
  const folder = temporaryFolder();
  const { code, stdout } = await juesuan(['archive', 'nowhere', '--store', 'store', '--summary', 'json'], folder);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ state: 'failed', exitCode: 2, problems: ['no such folder: nowhere'], files: null });
});
