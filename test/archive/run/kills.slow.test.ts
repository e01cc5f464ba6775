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
/** Documents of the night: three from one kill to the next. */
const DOCUMENTS = 3 * (KILLS + 1);
/** ms. From a document that is done to the kill: another moment of the next one each time. */
const DELAYS = [0, 15, 30, 45, 60];

const server = process.env['JUESUAN_POSTGRES'] ?? '';

function night(): Record<string, Uint8Array> {
  const years = Array.from({ length: DOCUMENTS / 3 }, (_, index) => 2000 + index);
  // Three departments, and carried-forward balances that disagree: there is something to compare at the end.
  return Object.fromEntries(
    ['甲县档案馆', '乙县档案馆', '丙县档案馆'].flatMap((department, index) =>
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

/**
 * Runs until only so many documents are left, and a moment longer; gives how many this run has finished, and how it ended. What a run before
 * had in hand its children may have finished after it.
 */
async function killedAt(folder: string, store: string, left: number, delay: number, whole: boolean) {
  const child = start(['archive', folder, '--store', store, '--log', 'json', '--jobs', '1'], folder);
  let said = '';
  const done = () => said.split('"kind":"document"').length - 1;
  const pending = () => Number(/"kind":"begin".*"pending":(\d+)/.exec(said)?.[1] ?? Number.POSITIVE_INFINITY);
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text) => {
      said += text;
      if (pending() - done() <= left) resolve();
    });
    void closed.then(() => resolve());
  });
  await setTimeout(delay);
  // All processes at once, as when the power goes; or the parent alone, whose child then goes on for a moment.
  if (whole && child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  child.kill('SIGKILL');
  return { signal: await closed, done: done() };
}

async function killedNight(store: string): Promise<void> {
  const folder = folderOf(night());
  const calm = path.join(temporaryFolder(), 'store');
  expect(await juesuan(['archive', folder, '--store', calm, '--quiet'], folder)).toMatchObject({ code: 0 });
  const finished: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const left = (DOCUMENTS * (KILLS - kill)) / (KILLS + 1);
    const { signal, done } = await killedAt(folder, store, left, DELAYS[kill % DELAYS.length] ?? 0, kill % 2 === 0);
    expect(signal).toBe('SIGKILL');
    finished.push(done);
  }
  const last = await juesuan(['archive', folder, '--store', store, '--log', 'json'], folder);
  expect(last.code).toBe(0);
  const { extracted, quarantined, skipped } = JSON.parse(last.stderr.trim().split('\n').at(-1) ?? '{}');
  console.info(`documents finished before each of ${KILLS} kills: ${finished.join(' ')}; after the last: ${extracted}`);
  expect(quarantined).toBe(0);
  expect(extracted + skipped).toBe(DOCUMENTS);
  expect(finished.filter((done) => done > 0).length).toBeGreaterThanOrEqual(KILLS - 4);
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
