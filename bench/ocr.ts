/**
 * What a scanned page costs, and what plain tesseract.js makes of it: `npm run bench:ocr -- FILE...`. Documents are read in this
 * process, one after the other; the figures are seconds and CPU seconds for a page that needed OCR, and the peak of the memory.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { extractDisclosure } from '../src/pipeline.js';
import { unmixRed } from '../src/read/ocr/picture/unmix.js';
import { PdfiumDocument } from '../src/read/pdf/pdfium/document.js';

const MEGABYTE = 1024 * 1024;
/** What both read at. */
const DPI = 200;
const AMOUNT = /-?\d[\d,]*\.\d+/g;

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
}

async function measure<T>(work: () => Promise<T>): Promise<Cost & { result: T }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

/** The whole page read by plain tesseract.js: its texts that look like amounts. */
async function plainAmounts(bytes: Uint8Array, pages: readonly number[]): Promise<string[]> {
  const data = path.join(path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: data, cacheMethod: 'none', gzip: true });
  // As its own command line reads a page: columns and blocks found first. As one block, its default here, it finds no amount in a table.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  const document = await PdfiumDocument.open(bytes);
  try {
    const found: string[] = [];
    for (const number of pages) {
      const { width, height, data: grey } = unmixRed(await document.render(number, { dpi: DPI }));
      const image = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
      found.push(...((await worker.recognize(image)).data.text.match(AMOUNT) ?? []));
    }
    return found;
  } finally {
    await document.close();
    await worker.terminate();
  }
}

/** How many of `wanted` are among `found`, each counted once. */
function shared(wanted: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return wanted.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('bench: name scanned PDFs');
for (const file of files) {
  const bytes = new Uint8Array(await readFile(file));
  const { result, seconds, cpu } = await measure(() => extractDisclosure(bytes));
  const pages = result.pages.filter((page) => page.method === 'ocr').map((page) => page.number);
  const cells = result.tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)));
  const amounts = cells.filter((cell) => cell.method === 'ocr' && cell.value !== null && cell.text.includes('.')).map((cell) => cell.text);
  const unread = cells.filter((cell) => cell.status === 'unreadable').length;
  const plain = await measure(() => plainAmounts(bytes, pages));
  const perPage = (n: number) => (n / Math.max(1, pages.length)).toFixed(1);
  console.log(`${path.basename(file)}: ${pages.length} pages by OCR, ${amounts.length} amounts, ${unread} unreadable`);
  console.log(`  juesuan    ${perPage(seconds)} s and ${perPage(cpu)} CPU s a page`);
  console.log(`  tesseract  ${perPage(plain.seconds)} s a page; ${shared(amounts, plain.result)} of these amounts`);
}
console.log(`peak memory ${Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE)} MB`);
