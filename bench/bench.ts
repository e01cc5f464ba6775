/**
 * What the pipeline costs beside the bare engines: `npm run bench [-- FOLDER]`. All read the same pages in one process, one document
 * after the other, each of them first in its turn; then child processes do the same documents, as `juesuan extract` has them.
 */
import { readFile } from 'node:fs/promises';
import { findInputs } from '../src/cli/inputs.js';
import { extractDisclosure } from '../src/pipeline.js';
import type { EngineChoice } from '../src/read/pdf/policy.js';
import { DocumentPool } from '../src/workers/document-pool.js';
import { readWithPdfium } from './bare-pdfium.js';
import { readWithPdfjs } from './bare-pdfjs.js';

/** Small folders are read again until so many pages are measured: below, two runs differ by more than a tenth. */
const ENOUGH_PAGES = 400;

interface Contender {
  readonly name: string;
  /** Reads a document and gives its pages; null where it cannot. */
  readonly read: (bytes: Uint8Array) => Promise<number | null>;
  ms: number;
}

const contender = (name: string, read: Contender['read']): Contender => ({ name, read, ms: 0 });
const pipeline = (name: string, engine: EngineChoice) => contender(name, (bytes) => readWithPipeline(bytes, engine));

const pdfjs = contender('bare pdf.js', readWithPdfjs);
const pdfium = contender('bare PDFium', readWithPdfium);
const usual = pipeline('juesuan', 'auto');
const contenders = [
  pdfjs,
  pdfium,
  usual,
  pipeline('juesuan --engine pdfium', 'pdfium'),
  pipeline('juesuan --engine pdfjs', 'pdfjs'),
  pipeline('juesuan --engine both', 'both'),
];

async function readWithPipeline(bytes: Uint8Array, engine: EngineChoice): Promise<number | null> {
  const { source, outcome } = await extractDisclosure(bytes, { ocr: 'off', engine });
  const isRead = outcome.status !== 'failed' || outcome.reason === 'no-tables' || outcome.reason === 'no-text';
  return isRead ? source.pages : null;
}

interface Document {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The documents all can read. It warms them up on the way. */
async function readableDocuments(folder: string): Promise<Document[]> {
  const documents: Document[] = [];
  for (const { path } of await findInputs([folder])) {
    const bytes = new Uint8Array(await readFile(path));
    const counts = [];
    for (const { read } of contenders) counts.push(await read(bytes));
    const [pages] = counts;
    if (pages != null && counts.every((count) => count === pages)) documents.push({ path, bytes, pages });
  }
  return documents;
}

/** Pages per second of child processes, their start included once. */
async function pagesPerSecond(jobs: number, documents: readonly Document[], rounds: number): Promise<number> {
  const pool = new DocumentPool({ jobs });
  const [first] = documents;
  const extract = ({ path }: Document) =>
    pool.extract({ path, name: path, options: { ocr: 'off' }, destination: { to: 'caller', format: 'json' } });
  // Children start and load what they need.
  if (first) await Promise.all(Array.from({ length: jobs }, () => extract(first)));
  const start = performance.now();
  await Promise.all(Array.from({ length: rounds }, () => documents.map(extract)).flat());
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return (rounds * sum(documents.map(({ pages }) => pages))) / seconds;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

const folder = process.argv[2] ?? process.env['JUESUAN_CORPUS'] ?? 'samples';
const documents = await readableDocuments(folder);
if (documents.length === 0) throw new Error(`bench: no readable PDF in ${folder}`);
const pages = sum(documents.map((document) => document.pages));
const rounds = Math.ceil(ENOUGH_PAGES / pages);

let turn = 0;
for (let round = 0; round < rounds; round++) {
  for (const { bytes } of documents) {
    for (let i = 0; i < contenders.length; i++) {
      const each = contenders[(turn + i) % contenders.length];
      if (!each) continue;
      const start = performance.now();
      await each.read(bytes);
      each.ms += performance.now() - start;
    }
    turn++;
  }
}

console.log(`\n${documents.length} documents, ${rounds * pages} pages read by each\n`);
console.log(`${''.padEnd(24)} ms/page  of pdf.js  of PDFium`);
for (const { name, ms } of contenders) {
  const ratios = [ms / pdfjs.ms, ms / pdfium.ms].map((ratio) => ratio.toFixed(2).padStart(9));
  console.log(`${name.padEnd(24)} ${(ms / (rounds * pages)).toFixed(1).padStart(7)}  ${ratios.join('  ')}`);
}
console.log('');
for (const jobs of [1, 2]) {
  const rate = await pagesPerSecond(jobs, documents, rounds);
  console.log(`juesuan, ${jobs} ${jobs === 1 ? 'worker ' : 'workers'} ${rate.toFixed(0).padStart(8)} pages/s`);
}
