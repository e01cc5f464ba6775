/** What the default costs on documents of text, beside bare PDFium and the pipeline without OCR: processor time, document by document. */

import { availableParallelism, loadavg } from 'node:os';
import { sortBy } from '../src/base/group.js';
import { at } from '../src/base/invariant.js';
import type { ExtractOptions } from '../src/pipeline/options.js';
import { extractDisclosure } from '../src/pipeline.js';
import { readWithPdfium } from './bare-pdfium.js';
import type { BenchDocument } from './documents.js';
import { pagesPerSecond } from './throughput.js';

/** Each document is read so many times by each; the median counts. */
const ROUNDS = 3;

/** ms of processor time, all threads of the process, for a page of a document. */
interface Cost {
  readonly document: BenchDocument;
  readonly bare: number;
  readonly textOnly: number;
  readonly usual: number;
}

/** Documents that workers read while their speed is measured: what the first ones cost more does not show. */
const ENOUGH_DOCUMENTS = 1000;

/** Measures and prints, the dearest document first. `loading`: ms of processor time until the modules were there. Documents of which OCR reads a page are left out, and counted. */
export async function printDefaultCost(documents: readonly BenchDocument[], loading: number): Promise<void> {
  const smallest = at(
    sortBy(documents, ({ pages }) => [pages]),
    0,
  );
  const first = await processorTime(() => extractDisclosure(smallest.bytes, { ocr: 'off' }));
  const ofText: BenchDocument[] = [];
  for (const document of documents) if (await isText(document)) ofText.push(document);
  const costs: Cost[] = [];
  for (const document of ofText) costs.push(await costOf(document));
  const byRatio = costs.toSorted((a, b) => b.usual / b.bare - a.usual / a.bare);
  const pages = sum(ofText.map((document) => document.pages));
  console.log(
    `\n${ofText.length} documents of text, ${pages} pages; ${documents.length - ofText.length} left out: OCR reads them, or nothing does`,
  );
  console.log(`ms of processor time for a page, median of ${ROUNDS}\n`);
  console.log('pages  bare PDFium  OCR off  default  of bare PDFium');
  for (const { document, ...cost } of byRatio) console.log(`${lineOf(document.pages, cost)}  ${document.name}`);
  const weighted = (each: (cost: Cost) => number) => sum(costs.map((cost) => each(cost) * cost.document.pages)) / pages;
  const all = { bare: weighted(({ bare }) => bare), textOnly: weighted(({ textOnly }) => textOnly), usual: weighted(({ usual }) => usual) };
  console.log(`\n${lineOf(pages, all)}  all, weighted by pages`);
  const warm = await processorTime(() => extractDisclosure(smallest.bytes, { ocr: 'off' }));
  console.log(`\na process: ${loading.toFixed(0)} ms to start and load, ${(first - warm).toFixed(0)} ms more for its first document`);
  const rounds = Math.ceil(ENOUGH_DOCUMENTS / ofText.length);
  const load = loadavg()[0]?.toFixed(2);
  const alone = await pagesPerSecond({ jobs: 1, onOneCore: false }, ofText, rounds, 'auto');
  const one = await pagesPerSecond({ jobs: 1, onOneCore: true }, ofText, rounds, 'auto');
  const two = await pagesPerSecond({ jobs: 2, onOneCore: availableParallelism() <= 2 }, ofText, rounds, 'auto');
  console.log(`1 worker, V8's threads on other cores ${alone.toFixed(0).padStart(6)} pages/s`);
  console.log(`1 worker on one core                  ${one.toFixed(0).padStart(6)} pages/s`);
  console.log(`2 workers                             ${two.toFixed(0).padStart(6)} pages/s`);
  console.log(`two workers: ${(two / alone).toFixed(2)} and ${(two / one).toFixed(2)} times one; load of the machine before: ${load}`);
}

const lineOf = (pages: number, { bare, textOnly, usual }: Omit<Cost, 'document'>): string =>
  [
    String(pages).padStart(5),
    bare.toFixed(2).padStart(11),
    textOnly.toFixed(2).padStart(7),
    usual.toFixed(2).padStart(7),
    (usual / bare).toFixed(2).padStart(14),
  ].join('  ');

/** Is it read, and none of it by OCR? Warms up what reads it on the way. */
async function isText({ bytes }: BenchDocument): Promise<boolean> {
  const { outcome, pages } = await extractDisclosure(bytes);
  await extractDisclosure(bytes, { ocr: 'off' });
  return (outcome.status !== 'failed' || outcome.reason === 'no-tables') && pages.every(({ method }) => method !== 'ocr');
}

async function costOf(document: BenchDocument): Promise<Cost> {
  const pipeline = (options: ExtractOptions) => () => extractDisclosure(document.bytes, options);
  const contenders = [() => readWithPdfium(document.bytes), pipeline({ ocr: 'off' }), pipeline({})];
  const times: number[][] = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length;
      times[index]?.push(await processorTime(contenders[index] ?? (() => Promise.resolve())));
    }
  }
  const [bare = 0, textOnly = 0, usual = 0] = times.map((own) => median(own) / document.pages);
  return { document, bare, textOnly, usual };
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
