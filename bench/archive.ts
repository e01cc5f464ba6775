/**
 * What an archive costs: `npm run bench:archive -- run|kills|copies|simulated FOLDER... [--number N] [--jobs N] [--ocr WHEN]`, or `poisoned`.
 *
 * run: one worker, two workers, a run without changes. kills: N times killed at random moments, then a run to the end: the same dataset,
 * byte for byte? copies: N altered copies of the documents, and a tenth as many, read: does the time grow as they do, the memory not? simulated:
 * N documents whose reading is simulated: the store, the dataset and the report at that size.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { poisonedDocuments } from './archive/poisoned.js';
import { type Ran, run, start } from './archive/processes.js';
import { simulate } from './archive/simulate.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { number: { type: 'string', default: '20' }, jobs: { type: 'string', default: '2' }, ocr: { type: 'string', default: 'auto' } },
});
const [mode = '', ...folders] = positionals;
const number = Number(values.number);
const work = mkdtempSync(path.join(tmpdir(), 'juesuan-bench-'));
const store = (name: string) => path.join(work, name);

async function archive(name: string, from: readonly string[], jobs: string): Promise<Ran> {
  const ran = await run(['archive', ...from, '--store', store(name), '--jobs', jobs, '--ocr', values.ocr, '--log', 'json']);
  if (ran.code !== 0) throw new Error(`bench: archive ended with ${ran.code}\n${ran.stderr}`);
  return ran;
}

/** The last line of a run's log. */
function end({ stderr }: Ran): Record<string, number> {
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');
}

function print(what: string, ran: Ran): void {
  const { extracted = 0, failed = 0, quarantined = 0, pages = 0 } = end(ran);
  const documents = extracted + failed + quarantined;
  const cpu = ran.cpu.at(-1)?.seconds.toFixed(1) ?? '0';
  const rate = `${(documents / ran.seconds).toFixed(2)} documents/s, ${(pages / ran.seconds).toFixed(1)} pages/s`;
  console.log(
    `${what}: ${ran.seconds.toFixed(2)} s, ${cpu} CPU s, ${documents} documents, ${pages} pages, ${rate}, peak ${Math.max(0, ...ran.memory)} MB`,
  );
}

async function runs(): Promise<void> {
  const one = await archive('one', folders, '1');
  print('1 worker', one);
  const two = await archive('two', folders, '2');
  print('2 workers', two);
  const again = await archive('two', folders, '2');
  console.log(`no change: ${again.seconds.toFixed(2)} s, ${(two.seconds / again.seconds).toFixed(0)} times faster`);
  console.log(`2 workers: ${(one.seconds / two.seconds).toFixed(2)} times the documents/s of one`);
  console.log(`memory over time, MB: ${sample(two.memory).join(' ')}`);
}

/** Of the time a calm run takes: the longest that a killed one lives. */
const SHARE = 0.5;

async function kills(): Promise<void> {
  const calm = await archive('calm', folders, values.jobs);
  print('undisturbed', calm);
  for (let kill = 1; kill <= number; kill++) {
    const child = start(['archive', ...folders, '--store', store('killed'), '--jobs', values.jobs, '--ocr', values.ocr, '--quiet']);
    const closed = new Promise((resolve) => child.once('close', resolve));
    // Long enough for some documents, too short for all.
    await Promise.race([setTimeout(Math.random() * calm.seconds * 1000 * SHARE), closed]);
    child.kill('SIGKILL');
    await closed;
  }
  print(`after ${number} kills`, await archive('killed', folders, values.jobs));
  const [left, right] = [await datasetOf('calm'), await datasetOf('killed')];
  console.log(left === right ? `the same dataset, byte for byte: ${left}` : `DIFFERENT datasets: ${left} ${right}`);
  if (left !== right) process.exitCode = 1;
}

/** The hash of every file of the dataset. */
async function datasetOf(name: string): Promise<string> {
  const out = path.join(work, `${name}-dataset`);
  await run(['export', store(name), '--out', out, '--format', 'csv,parquet', '--duplicates']);
  const hash = createHash('sha256');
  for (const file of readdirSync(out).sort()) hash.update(file).update(readFileSync(path.join(out, file)));
  return hash.digest('hex');
}

/** Each copy ends in a comment of its own: other bytes, the same document. */
async function copies(): Promise<void> {
  const originals = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => path.join(folder, file)),
  );
  const folder = path.join(work, 'copies');
  mkdirSync(folder);
  const make = (from: number, to: number) => {
    for (let copy = from; copy < to; copy++) {
      const original = originals[copy % originals.length];
      if (original === undefined) throw new Error('bench: no PDF');
      const bytes = Buffer.concat([readFileSync(original), Buffer.from(`\n% copy ${copy}\n`)]);
      writeFileSync(path.join(folder, `${String(copy).padStart(6, '0')}.pdf`), bytes);
    }
  };
  // Copies of one document are read one after the other, for they go by size: only whole runs compare.
  const tenth = Math.round(number / 10);
  make(0, tenth);
  print(`${tenth} copies`, await archive('tenth', [folder], values.jobs));
  make(tenth, number);
  const ran = await archive('copies', [folder], values.jobs);
  print(`${number} copies`, ran);
  console.log(`memory over time, MB: ${sample(ran.memory).join(' ')}`);
  print('no change', await archive('copies', [folder], values.jobs));
}

/** Twenty of them, evenly. */
function sample(numbers: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(numbers.length / 20));
  return numbers.filter((_, index) => index % step === 0);
}

/** The store at the size of an archive: everything but the reading. */
async function simulated(): Promise<void> {
  await archive('read', folders, values.jobs);
  const { folder, store: large } = await simulate(work, store('read'), number, Number(values.jobs));
  const again = await run(['archive', folder, '--store', large, '--log', 'json']);
  print('no change', again);
  for (const format of ['csv', 'parquet']) {
    const { seconds, memory, code } = await run(['export', large, '--out', store(`dataset-${format}`), '--format', format]);
    console.log(`export ${format}: exit ${code}, ${seconds.toFixed(1)} s, peak ${Math.max(0, ...memory)} MB`);
  }
  const { seconds, memory, code } = await run(['report', large, '--html', store('report.html')]);
  console.log(`report: exit ${code}, ${seconds.toFixed(1)} s, peak ${Math.max(0, ...memory)} MB`);
}

/** Bombs: the run must end, with a reason for each. */
async function poisoned(): Promise<void> {
  const folder = path.join(work, 'poisoned');
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(poisonedDocuments(1))) writeFileSync(path.join(folder, name), bytes);
  const ran = await archive('poisoned', [folder], values.jobs);
  print('poisoned', ran);
  for (const line of ran.stderr.split('\n').filter((text) => text.includes('"kind":"document"'))) {
    const { path: file, status, reason, message, ms } = JSON.parse(line);
    console.log(`${path.basename(file)}: ${status} ${reason ?? ''} ${message ?? ''} (${(ms / 1000).toFixed(1)} s)`);
  }
}

const MODES: Readonly<Record<string, () => Promise<void>>> = { run: runs, kills, copies, simulated, poisoned };
const chosen = MODES[mode];
if (!chosen || (folders.length === 0 && mode !== 'poisoned'))
  throw new Error('bench: run, kills, copies or simulated, then folders; or poisoned');
try {
  await chosen();
} finally {
  rmSync(work, { recursive: true, force: true });
}
