/** A signal ends a run within two seconds, in whatever it does. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runArchive } from '../../../src/archive/run/run.js';
import { finish, ROOT, start, temporaryFolder } from '../../cli/juesuan.js';
import { document, newStoreFolder, serve } from '../nights.js';
import { ask, folderOf, silent } from '../store.js';

const onPosix = test.skipIf(process.platform === 'win32');
/** ms within which a signal ends a run. */
const SOON = 2000;

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
  const store = newStoreFolder();
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
  const run = start(['archive', folder, '--store', newStoreFolder(), '--summary', 'json', '--log', 'json'], folder);
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
    const store = newStoreFolder();
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

onPosix(
  'SIGTERM while documents are read → what is not done within a second is left to the next run, exit code 143 → nothing',
  { timeout: 60_000 },
  async () => {
    const [folder, child] = [folderOf({ 'a.pdf': document(2021) }), path.join(temporaryFolder(), 'child.mjs')];
    writeFileSync(child, DEAF);
    const [stop, kill] = [new AbortController(), new AbortController()];
    const run = runArchive(
      { folders: [folder], location: newStoreFolder(), document: {}, retry: false },
      { jobs: 1, observer: silent, stop: stop.signal, kill: kill.signal, entry: new URL(`file://${child}`) },
    );
    await setTimeout(5000);
    stop.abort();
    kill.abort();
    const killed = performance.now();
    expect(await run).toMatchObject({ extracted: 0, postponed: 1, reasons: { postponed: { stopped: 1 } } });
    expect(performance.now() - killed).toBeLessThan(SOON / 2);
  },
);

/** Folders for documents that were fetched by this test's programs. */
const fetchedFolders = (temporary: string) => readdirSync(temporary).filter((name) => name.startsWith('juesuan-fetched-'));

onPosix(
  'SIGTERM while documents are fetched → downloads end at once; what a killed night leaves of one, the next removes → nothing',
  { timeout: 60_000 },
  async () => {
    const folder = folderOf({ 'a.pdf': document(2021) });
    let asked = 0;
    const place = await serve((_, response) => {
      asked += 1;
      response.write('%PDF-1.7');
    });
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const store = newStoreFolder();
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
  },
);
