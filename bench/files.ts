/** What writing a result costs: `npm run bench:files -- FILE...`. Each document is read once, then written in every format. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FORMATS, render } from '../src/emit/results.js';
import { extractDisclosure } from '../src/pipeline.js';

for (const file of process.argv.slice(2)) {
  const disclosure = await extractDisclosure(new Uint8Array(await readFile(file)), { name: path.basename(file) });
  const cells = disclosure.tables.reduce((sum, table) => sum + table.grid.cells.length, 0);
  console.log(`${path.basename(file)}: ${cells} cells`);
  for (const format of FORMATS) {
    const start = performance.now();
    const { length } = await render(disclosure, format);
    console.log(`  ${format} ${(performance.now() - start).toFixed(0)} ms, ${Math.round(length / 1024)} KB`);
  }
}
