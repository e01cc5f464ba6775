/** What writing a result costs: `npm run bench:files -- FILE...`. Each document is read once, then written in every format. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toCsv } from '../src/emit/csv.js';
import { toHtml } from '../src/emit/html/html.js';
import { toJson } from '../src/emit/json.js';
import { toXlsx } from '../src/emit/xlsx/xlsx.js';
import { extractDisclosure } from '../src/pipeline.js';

for (const file of process.argv.slice(2)) {
  const disclosure = await extractDisclosure(new Uint8Array(await readFile(file)), { name: path.basename(file) });
  const cells = disclosure.tables.reduce((sum, table) => sum + table.grid.cells.length, 0);
  const formats = {
    json: async () => toJson(disclosure).length,
    csv: async () => toCsv(disclosure).length,
    xlsx: async () => (await toXlsx(disclosure)).length,
    html: async () => (await toHtml(disclosure)).length,
  };
  console.log(`${path.basename(file)}: ${cells} cells`);
  for (const [format, write] of Object.entries(formats)) {
    const start = performance.now();
    const length = await write();
    console.log(`  ${format} ${(performance.now() - start).toFixed(0)} ms, ${Math.round(length / 1024)} KB`);
  }
}
