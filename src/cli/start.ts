/** `npm start`: extracts the samples into out/ and prints what they hold. One of them is broken on purpose, so a failed document is no failure of this program. */
import { availableParallelism } from 'node:os';
import { summaryTable } from '../emit/summary.js';
import { extract } from './extract.js';

const flags = { out: 'out', format: ['json', 'csv', 'xlsx'], ocr: 'auto', engine: 'auto', jobs: availableParallelism() } as const;

const results = await extract(['samples'], flags, () => {});
process.stdout.write(`\n${summaryTable(results.map(({ summary }) => summary))}\nThe results are in ${flags.out}/.\n`);
