/**
 * What the pipeline costs beside the bare parser: `npm run bench [-- FOLDER]`. Both read the same pages in one process,
 * one document after the other, taking turns at who comes first.
 */
import { readFile } from 'node:fs/promises';
import { findInputs } from '../src/cli/inputs.js';
import { extractDisclosure } from '../src/pipeline.js';
import { readWithPdfjs } from './bare-pdfjs.js';

/** Small folders are read again until so many pages are measured: below, two runs differ by more than a tenth. */
const ENOUGH_PAGES = 400;

interface Contender {
  readonly name: string;
  /** Reads a document and gives its pages; null where it cannot. */
  readonly read: (bytes: Uint8Array) => Promise<number | null>;
  ms: number;
  pages: number;
}

const bare: Contender = { name: 'bare pdf.js', read: readWithPdfjs, ms: 0, pages: 0 };
const whole: Contender = { name: 'juesuan', read: readWithPipeline, ms: 0, pages: 0 };

async function readWithPipeline(bytes: Uint8Array): Promise<number | null> {
  const { source, outcome } = await extractDisclosure(bytes, { ocr: 'off' });
  const isRead = outcome.status !== 'failed' || outcome.reason === 'no-tables' || outcome.reason === 'no-text';
  return isRead ? source.pages : null;
}

/** The documents both can read. It warms both up on the way. */
async function readableDocuments(folder: string): Promise<Uint8Array[]> {
  const documents: Uint8Array[] = [];
  for (const { path } of await findInputs([folder])) {
    const bytes = new Uint8Array(await readFile(path));
    const [ours, theirs] = [await whole.read(bytes), await bare.read(bytes)];
    if (ours !== null && ours === theirs) documents.push(bytes);
  }
  return documents;
}

async function measure(contender: Contender, bytes: Uint8Array): Promise<void> {
  const start = performance.now();
  const pages = await contender.read(bytes);
  contender.ms += performance.now() - start;
  contender.pages += pages ?? 0;
}

function print(documents: number): void {
  const perPage = ({ ms, pages }: Contender) => ms / pages;
  console.log(`\n${documents} documents, ${bare.pages} pages read by each\n`);
  for (const contender of [bare, whole]) console.log(`${contender.name.padEnd(12)} ${perPage(contender).toFixed(1).padStart(8)} ms/page`);
  console.log(`${'ratio'.padEnd(12)} ${(perPage(whole) / perPage(bare)).toFixed(2).padStart(8)}`);
}

const folder = process.argv[2] ?? process.env['JUESUAN_CORPUS'] ?? 'samples';
const documents = await readableDocuments(folder);
if (documents.length === 0) throw new Error(`bench: no readable PDF in ${folder}`);

let turn = 0;
while (bare.pages < ENOUGH_PAGES) {
  for (const bytes of documents) {
    const [first, second] = turn++ % 2 === 0 ? [bare, whole] : [whole, bare];
    await measure(first, bytes);
    await measure(second, bytes);
  }
  // An odd number of documents: the next round starts with the other one.
  if (documents.length % 2 === 0) turn++;
}
print(documents.length);
