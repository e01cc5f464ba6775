/**
 * Past one machine: needs a PostgreSQL of its own in JUESUAN_POSTGRES, as `.ci/with-postgres` starts it; without, these tests skip themselves.
 * They empty the database.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Queue } from '../../../src/archive/reader/queue.js';
import { openStore } from '../../../src/archive/store/open.js';
import { Postgres } from '../../../src/archive/store/postgres.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { withJudgements } from '../../../src/triage/edit.js';
import { finish, juesuan, SAMPLE, start, temporaryFolder } from '../../cli/juesuan.js';
import { readSample } from '../../read-sample.js';
import { draw } from '../drawn.js';
import { folderOf } from '../store.js';

const url = process.env['JUESUAN_POSTGRES'] ?? '';

async function ask<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function years(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`a ${2000 + index}.pdf`, draw({ department: '桐柏县档案馆', year: 2000 + index })]),
  );
}

function lastLine(stderr: string): Record<string, number> {
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');
}

async function dataset(store: string): Promise<Record<string, string>> {
  const out = temporaryFolder();
  expect(await juesuan(['export', store, '--out', out, '--format', 'csv,parquet'], out)).toMatchObject({ code: 0 });
  return Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(path.join(out, file)).toString('base64')]));
}

/** The connections that the server has not done with, but for the one that asks. */
const OTHERS = `SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;

describe.skipIf(url === '')('a store in PostgreSQL', () => {
  beforeEach(async () => {
    await ask('DROP SCHEMA IF EXISTS juesuan_queue CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  });

  test('the queue gives the largest document out first, whenever it was put in', async () => {
    const store = await openStore(url);
    onTestFinished(() => store.close());
    if (!(store.database instanceof Postgres)) throw new Error('not a PostgreSQL store');
    const queue = await Queue.open(store.database);
    onTestFinished(() => queue.close());
    const job = (sha256: string, bytes: number) => ({
      path: sha256,
      name: sha256,
      sha256,
      bytes,
      stamp: '',
      run: 1,
      options: {},
      corrections: null,
      destination: { to: 'caller' as const, format: 'json' as const },
    });
    await queue.enqueue([job('small', 2_000), job('middle', 50_000)]);
    await queue.enqueue([job('large', 900_000_000), job('tiny', 0)]);
    const claimed = [await queue.claim(), await queue.claim(), await queue.claim(), await queue.claim()];
    expect(claimed.map((one) => one?.job.sha256)).toEqual(['large', 'middle', 'small', 'tiny']);
  });

  test('--store is all that changes: the same dataset as from a folder, byte for byte; a second run reads nothing', {
    timeout: 90_000,
  }, async () => {
    const { source, findings } = await readSample('beiguan-2024');
    const judged = { finding: 1, was: null, now: { state: 'confirmed', note: '已电话核实' } } as const;
    const triage = JSON.stringify(withJudgements(null, source, findings, [judged], { by: '张三', on: '2026-01-31' }));
    const sample = { 'b.pdf': readFileSync(SAMPLE), 'b.triage.json': triage };
    const folder = folderOf({ ...years(2), ...sample, 'web.pdf': '<html>404</html>' });
    const sqlite = path.join(temporaryFolder(), 'store');
    const [one] = [await juesuan(['archive', folder, '--store', sqlite, '--log', 'json'], folder)];
    const two = await juesuan(['archive', folder, '--store', url, '--log', 'json'], folder);
    expect(one.code).toBe(0);
    expect(two.code).toBe(0);
    expect({ ...lastLine(two.stderr), time: 0, ms: 0 }).toEqual({ ...lastLine(one.stderr), time: 0, ms: 0 });
    const written = await dataset(url);
    expect(written).toEqual(await dataset(sqlite));
    expect(Buffer.from(written['judgements.csv'] ?? '', 'base64').toString('utf8')).toContain('confirmed,已电话核实,张三,2026-01-31,1,');
    expect(lastLine((await juesuan(['archive', folder, '--store', url, '--log', 'json'], folder)).stderr)).toMatchObject({
      skipped: 4,
      extracted: 0,
    });
    expect(await juesuan(['report', url], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('Run 2: done') });
  });

  test('a worker on another machine dies → the others take its documents over → nothing', { timeout: 120_000 }, async () => {
    const folder = folderOf(years(10));
    const worker = start(['work', '--store', url, '--jobs', '2', '--log', 'json'], folder);
    // It makes the tables and waits.
    await queueIsThere();
    const run = start(['archive', folder, '--store', url, '--jobs', '1', '--log', 'json'], folder);
    const ran = finish(run);
    await claimsOf(2);
    worker.kill('SIGKILL');
    const { code, stderr } = await ran;
    expect(code).toBe(0);
    expect(lastLine(stderr)).toMatchObject({ files: 10, extracted: 10, postponed: 0 });
    expect(await ask('SELECT COUNT(*)::int AS documents, COUNT(DISTINCT sha256)::int AS hashes FROM documents')).toEqual([
      { documents: 10, hashes: 10 },
    ]);
    expect(await ask("SELECT state, COUNT(*)::int AS n FROM juesuan_queue.job WHERE name = 'documents' GROUP BY state")).toEqual([
      { state: 'completed', n: 10 },
    ]);
    expect(await ask('SELECT * FROM claims')).toEqual([]);
    expect(await ask('SELECT document, table_index, row_index, column_key FROM "values" GROUP BY 1, 2, 3, 4 HAVING COUNT(*) > 1')).toEqual(
      [],
    );
  });

  test('documents by URL: a worker that does not have the folder fetches them', { timeout: 90_000 }, async () => {
    const files = years(2);
    const folder = folderOf(files);
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(files[decodeURIComponent(path.basename(request.url ?? ''))]);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const prefix = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/`;
    const { code, stderr } = await juesuan(['archive', folder, '--store', url, '--url', prefix, '--log', 'json'], folder);
    expect(code).toBe(0);
    expect(lastLine(stderr)).toMatchObject({ extracted: 2, postponed: 0 });
    expect(asked.toSorted()).toEqual(['/bucket/a%202000.pdf', '/bucket/a%202001.pdf']);
  });

  test('corrections go with the job: a worker that fetches the document has them, and asks for no other file', {
    timeout: 90_000,
  }, async () => {
    const files = years(1);
    const bytes = files['a 2000.pdf'] ?? new Uint8Array();
    const { tables } = await extractDisclosure(bytes);
    const cell = tables.flatMap(({ rows }) => rows).find(({ concept }) => concept === 'total-income')?.cells['income'];
    const entry = {
      kind: 'cell',
      page: cell?.page,
      box: cell?.box,
      was: { text: cell?.text },
      now: { text: '161.00' },
      reason: '看过',
      by: '张三',
    };
    const document = { name: 'a 2000.pdf', sha256: createHash('sha256').update(bytes).digest('hex') };
    const corrections = { $schema: 'corrections.schema.json', schemaVersion: '1', document, corrections: [entry] };
    const folder = folderOf({ ...files, 'a 2000.corrections.json': JSON.stringify(corrections) });
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(bytes);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const prefix = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await juesuan(['archive', folder, '--store', url, '--url', prefix, '--log', 'json'], folder);
    expect(asked).toEqual(['/a%202000.pdf']);
    expect(await ask(`SELECT text FROM "values" WHERE status = 'corrected'`)).toEqual([{ text: '161.00' }]);
  });

  test('no worker can get at a file → after three tries it is left for the next run → give the workers the folder, or --url', {
    timeout: 90_000,
  }, async () => {
    const folder = folderOf(years(1));
    const { code, stderr } = await juesuan(['archive', folder, '--store', url, '--url', 'http://127.0.0.1:9/', '--log', 'json'], folder);
    expect(code).toBe(1);
    // However often it was tried, by whichever worker.
    expect(lastLine(stderr)).toMatchObject({ files: 1, extracted: 0, postponed: 1, reasons: { postponed: { refused: 1 } } });
    expect(lastLine((await juesuan(['archive', folder, '--store', url, '--log', 'json'], folder)).stderr)).toMatchObject({ extracted: 1 });
  });

  test('the PostgreSQL server goes away → asked once more after five seconds, then as where the disk is full → see to the server; the next run reads the rest', {
    timeout: 180_000,
  }, async () => {
    const folder = folderOf(years(6));
    const line = await lineTo(new URL(url));
    const run = start(['archive', folder, '--store', line.url, '--jobs', '1', '--log', 'json'], folder);
    const ran = finish(run);
    await until(async () => (await ask("SELECT 1 FROM pg_tables WHERE tablename = 'documents'")).length > 0);
    await until(async () => (await ask('SELECT 1 FROM documents')).length > 0);
    line.cut();
    const { code, stderr } = await ran;
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^juesuan: The store cannot be used: its server does not answer/);
    // What was sent before the line was cut may still be at work in the server.
    await until(async () => (await ask(OTHERS)).length === 0);
    const [before] = await ask<{ n: number; quarantined: number }>(
      'SELECT COUNT(*)::int AS n, COALESCE(SUM(quarantined), 0)::int AS quarantined FROM documents',
    );
    expect(before?.quarantined).toBe(0);
    const rest = lastLine((await juesuan(['archive', folder, '--store', url, '--log', 'json'], folder)).stderr);
    expect(rest).toMatchObject({ extracted: 6 - (before?.n ?? 0), quarantined: 0, postponed: 0 });
  });

  test('the PostgreSQL server is not there → one line without its password, exit code 2 → see to the server or the address', async () => {
    const { code, stderr } = await juesuan(['report', 'postgres://somebody:secret@127.0.0.1:9/x'], temporaryFolder());
    expect(code).toBe(2);
    expect(stderr).toContain('postgres://somebody@127.0.0.1:9/x cannot be reached');
    expect(stderr).not.toContain('secret');
  });
});

/** A line to a server that can be cut, and the store's URL through it. */
async function lineTo(server: URL): Promise<{ url: string; cut: () => void }> {
  const sockets = new Set<Socket>();
  const line = createTcpServer((socket) => {
    const there = connect(Number(server.port), server.hostname);
    for (const end of [socket, there]) sockets.add(end.on('error', () => {}));
    socket.pipe(there).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const cut = () => {
    line.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(cut);
  return { url: Object.assign(new URL(server), { host: `127.0.0.1:${(line.address() as AddressInfo).port}` }).href, cut };
}

async function queueIsThere(): Promise<void> {
  await until(async () => (await ask("SELECT 1 FROM pg_tables WHERE tablename = 'claims'")).length > 0);
}

/** Resolves when so many documents are in hand: the run itself has one at most. */
async function claimsOf(wanted: number): Promise<void> {
  await until(async () => (await ask('SELECT worker FROM claims')).length >= wanted);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(50);
}
