/** A night that is killed twenty times. With PostgreSQL too where JUESUAN_POSTGRES names one: the test makes a database of its own there. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { juesuan, start, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { folderOf } from '../store.js';

const KILLS = 20;
/** Documents of the night: each kill comes after two more of them. */
const DOCUMENTS = 2 * KILLS + 2;
/** ms. From a document that is done to the kill: another moment of the next one each time, a document takes some 100. */
const DELAYS = [0, 20, 45, 70, 110];

const server = process.env['JUESUAN_POSTGRES'] ?? '';

function night(): Record<string, Uint8Array> {
  const years = Array.from({ length: DOCUMENTS / 2 }, (_, index) => 2000 + index);
  // Two departments, and carried-forward balances that disagree: there is something to compare at the end.
  return Object.fromEntries(
    ['甲县档案馆', '乙县档案馆'].flatMap((department, index) =>
      years.map((year) => [`${index}/${year}.pdf`, draw({ department, year, opening: `${10 + index}.00` })]),
    ),
  );
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The hash of every file of the dataset. */
async function dataset(store: string): Promise<Record<string, string>> {
  const out = temporaryFolder();
  expect(await juesuan(['export', store, '--out', out, '--format', 'csv,parquet', '--duplicates'], out)).toMatchObject({ code: 0 });
  return Object.fromEntries(readdirSync(out).map((file) => [file, hashOf(path.join(out, file))]));
}

/** Runs until so many documents are done, and a moment longer; gives how many were, and how the run ended. */
async function killedAfter(folder: string, store: string, wanted: number, delay: number, whole: boolean) {
  const child = start(['archive', folder, '--store', store, '--log', 'json', '--jobs', '2'], folder);
  let said = '';
  const done = () => said.split('"kind":"document"').length - 1;
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text) => {
      said += text;
      if (said.includes('"kind":"begin"') && done() >= wanted) resolve();
    });
    void closed.then(() => resolve());
  });
  await setTimeout(delay);
  // The process alone, whose children then go on for a moment; or all of them, as when the power goes.
  if (child.pid !== undefined) process.kill(whole ? -child.pid : child.pid, 'SIGKILL');
  return { signal: await closed, done: done() };
}

async function killedNight(store: string): Promise<void> {
  const folder = folderOf(night());
  const calm = path.join(temporaryFolder(), 'store');
  expect(await juesuan(['archive', folder, '--store', calm, '--quiet'], folder)).toMatchObject({ code: 0 });
  const finished: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // The first comes before any document is done.
    const { signal, done } = await killedAfter(folder, store, kill === 0 ? 0 : 2, DELAYS[kill % DELAYS.length] ?? 0, kill % 2 === 0);
    expect(signal).toBe('SIGKILL');
    finished.push(done);
  }
  const last = await juesuan(['archive', folder, '--store', store, '--log', 'json'], folder);
  expect(last.code).toBe(0);
  const { extracted, quarantined, skipped } = JSON.parse(last.stderr.trim().split('\n').at(-1) ?? '{}');
  console.info(`documents finished before each of ${KILLS} kills: ${finished.join(' ')}; after the last: ${extracted}`);
  expect(quarantined).toBe(0);
  expect(extracted + skipped).toBe(DOCUMENTS);
  // Spread over the whole night: something was done between nearly all kills, and something was left at the end.
  expect(finished.filter((done) => done > 0).length).toBeGreaterThanOrEqual(KILLS - 4);
  expect(extracted).toBeGreaterThan(0);
  expect(await dataset(store)).toEqual(await dataset(calm));
}

test('SQLite: killed 20 times over the whole night, the dataset is that of a calm one, byte for byte', { timeout: 1_200_000 }, async () => {
  await killedNight(path.join(temporaryFolder(), 'store'));
});

test.skipIf(server === '')('PostgreSQL: the same', { timeout: 1_200_000 }, async () => {
  await killedNight(await newDatabase());
});

/** An empty database beside the one that other tests use. */
async function newDatabase(): Promise<string> {
  const name = `juesuan_kills_${process.pid}`;
  const ask = async (sql: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await ask(`CREATE DATABASE ${name}`);
  onTestFinished(() => ask(`DROP DATABASE ${name} WITH (FORCE)`));
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
