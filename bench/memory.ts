/**
 * Does memory stay flat? `npm run bench:memory [-- FOLDER]`: a thousand documents in one process, the folder's over and over, each
 * the whole way; then every document once with PDFium's handles counted.
 */
import { readFile } from 'node:fs/promises';
import { DisclosureError } from '../src/base/errors.js';
import { findInputs } from '../src/cli/inputs.js';
import { extractDisclosure } from '../src/pipeline.js';
import { PdfiumDocument } from '../src/read/pdf/pdfium/document.js';
import { startPdfium } from '../src/read/pdf/pdfium/library.js';
import { CountedEngine } from './counted-engine.js';

const DOCUMENTS = 1000;
const STEP = 100;
const MEGABYTE = 1024 * 1024;

const folder = process.argv[2] ?? process.env['JUESUAN_CORPUS'] ?? 'samples';
const { inputs } = await findInputs([folder]);

async function report(done: number): Promise<void> {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const engine = (await startPdfium()).heap.HEAPU8.length;
  const megabytes = [rss, heapUsed, arrayBuffers, engine].map((bytes) => (bytes / MEGABYTE).toFixed(0).padStart(10));
  console.log(`${String(done).padStart(9)}${megabytes.join('')}`);
}

console.log(`${inputs.length} documents of ${folder}, over and over; MB\n\ndocuments  resident   JS heap   buffers    PDFium`);
for (let done = 0; done < DOCUMENTS; done++) {
  const input = inputs[done % inputs.length];
  if (!input) throw new Error(`bench: no PDF in ${folder}`);
  await extractDisclosure(new Uint8Array(await readFile(input.path)), { ocr: 'off' });
  if ((done + 1) % STEP === 0) await report(done + 1);
}

const counted = await CountedEngine.start();
let pages = 0;
for (const { path } of inputs) {
  const bytes = new Uint8Array(await readFile(path));
  const document = await PdfiumDocument.open(bytes, undefined, counted.engine).catch((cause: unknown) => {
    if (cause instanceof DisclosureError) return null;
    throw cause;
  });
  for (let number = 1; number <= (document?.pages ?? 0); number++) await document?.read(number);
  pages += document?.pages ?? 0;
  await document?.close();
}
const left = Object.entries(counted.leaks).map(([name, count]) => `${count} of ${name}`);
console.log(`\nhandles left after ${pages} pages: ${left.length > 0 ? left.join(', ') : 'none'}`);
