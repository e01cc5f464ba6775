/** What writing a result costs: `npm run bench:files -- FILE...`. Each document is read once, then written in every format. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FORMATS, render } from '../src/emit/results.js';
import { extractWithDraft } from '../src/pipeline.js';
import { toWritten } from '../src/workers/written.js';

for (const file of process.argv.slice(2)) {
  const document = toWritten(await extractWithDraft(new Uint8Array(await readFile(file)), { name: path.basename(file) }));
  const cells = document.disclosure.tables.reduce((sum, table) => sum + table.grid.cells.length, 0);
  console.log(`${path.basename(file)}: ${cells} cells`);
  for (const format of FORMATS) {
    const start = performance.now();
    const { length } = await render(document, format);
    console.log(`  ${format} ${(performance.now() - start).toFixed(0)} ms, ${Math.round(length / 1024)} KB`);
  }
}
