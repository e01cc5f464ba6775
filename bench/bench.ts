/**
 * What reading costs: `npm run bench [-- FOLDER...]` measures what users run, on documents of text; `--ocr off` the engines beside each
 * other. Folders: else JUESUAN_CORPUS, else the samples. V8 runs as in child processes where every core has one
 * (src/workers/v8-flags.ts; package.json has what must be on the command line).
 */
import { parseArgs } from 'node:util';
import { optimizeLate } from '../src/workers/v8-flags.js';
import { printDefaultCost } from './default-cost.js';
import { benchDocuments } from './documents.js';
import { printEngines } from './engines.js';

optimizeLate();
const { user, system } = process.cpuUsage();
const { values, positionals } = parseArgs({ options: { ocr: { type: 'string' } }, allowPositionals: true });
const documents = await benchDocuments(positionals.length > 0 ? positionals : [process.env['JUESUAN_CORPUS'] ?? 'samples']);
if (values.ocr === 'off') await printEngines(documents);
else await printDefaultCost(documents, (user + system) / 1000);
