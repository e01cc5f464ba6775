/** What the pipeline costs beside the bare engines, without OCR: all read the same pages in one process, each of them first in its turn. */
import { availableParallelism } from 'node:os';
import { extractDisclosure } from '../src/pipeline.js';
import type { EngineChoice } from '../src/read/pdf/policy.js';
import { readWithPdfium } from './bare-pdfium.js';
import { readWithPdfjs } from './bare-pdfjs.js';
import type { BenchDocument } from './documents.js';
import { pagesPerSecond } from './throughput.js';

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

async function readWithPipeline(bytes: Uint8Array, engine: EngineChoice): Promise<number | null> {
  const { source, outcome } = await extractDisclosure(bytes, { ocr: 'off', engine });
  const isRead = outcome.status !== 'failed' || outcome.reason === 'no-tables' || outcome.reason === 'no-text';
  return isRead ? source.pages : null;
}

/** Measures and prints the engines, bare and in the pipeline, over the documents that all of them can read. */
export async function printEngines(given: readonly BenchDocument[]): Promise<void> {
  const pdfjs = contender('bare pdf.js', readWithPdfjs);
  const pdfium = contender('bare PDFium', readWithPdfium);
  const contenders = [
    pdfjs,
    pdfium,
    pipeline('juesuan', 'auto'),
    pipeline('juesuan --engine pdfium', 'pdfium'),
    pipeline('juesuan --engine pdfjs', 'pdfjs'),
    pipeline('juesuan --engine both', 'both'),
  ];
  const documents: BenchDocument[] = [];
  for (const document of given) if (await canAllRead(contenders, document)) documents.push(document);
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
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
    const rate = await pagesPerSecond({ jobs, onOneCore: jobs > 1 && jobs >= availableParallelism() }, documents, rounds, 'off');
    console.log(`juesuan, ${jobs} ${jobs === 1 ? 'worker ' : 'workers'} ${rate.toFixed(0).padStart(8)} pages/s`);
  }
}

/** It warms them up on the way. */
async function canAllRead(contenders: readonly Contender[], { bytes, pages }: BenchDocument): Promise<boolean> {
  const counts = [];
  for (const { read } of contenders) counts.push(await read(bytes));
  return counts.every((count) => count === pages);
}
