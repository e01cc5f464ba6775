/**
 * How right the results are: `npm run accuracy [-- FOLDER... --ocr off]`, folders of documents with truth (bench/accuracy/truth.ts says in
 * which form), else the samples. Prints one table, a line per folder: values, wrong ones that no status marks, keys, contradictions, false
 * errors, ms of processor time for a page; then the worst documents. What is wrong without a mark makes the exit code 1.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { extractDisclosure } from '../src/pipeline.js';
import { type Contradictions, compareFindings } from './accuracy/contradictions.js';
import { type DocumentWithTruth, documentsWithTruth } from './accuracy/truth.js';
import { type Comparison, compareValues } from './accuracy/values.js';

interface Scored {
  readonly id: string;
  readonly values: Comparison;
  readonly contradictions: Contradictions;
  /** Whether a document that must fail failed for its reason; one that must not did not. */
  readonly endsRightly: boolean;
  readonly pages: number;
  readonly ms: number;
}

/** Of a document of which nobody says what contradicts itself in it. */
const UNJUDGED: Contradictions = { planted: 0, found: 0, pinpointed: 0, unexplained: [] };

/** Documents told of each folder, and lines told of each. */
const WORST = 5;
const LINES = 3;

const { values: flags, positionals } = parseArgs({ options: { ocr: { type: 'string' } }, allowPositionals: true });
const ocr = flags.ocr === 'off' ? 'off' : 'auto';
const folders = positionals.length > 0 ? positionals : ['samples'];

async function score({ id, file, truth }: DocumentWithTruth): Promise<Scored> {
  const bytes = new Uint8Array(readFileSync(file));
  const before = process.cpuUsage();
  const disclosure = await extractDisclosure(bytes, { name: path.basename(file), ocr });
  const { user, system } = process.cpuUsage(before);
  const { status, reason } = disclosure.outcome;
  const { expect, orExpect } = truth;
  const failsRightly = status === 'failed' && (reason === expect || reason === orExpect);
  return {
    id,
    values: failsRightly ? compareValues({}, { ...disclosure, tables: [] }) : compareValues(truth, disclosure),
    contradictions: truth.injected ? compareFindings(truth.injected, disclosure) : UNJUDGED,
    endsRightly: failsRightly || (expect === undefined && status !== 'failed'),
    pages: Math.max(1, disclosure.pages.length),
    ms: (user + system) / 1000,
  };
}

const sum = (scored: readonly Scored[], of: (one: Scored) => number) => scored.reduce((total, one) => total + of(one), 0);
const isPerfect = ({ values: { missing, wrong }, endsRightly }: Scored) => missing.length + wrong.length === 0 && endsRightly;

const COLUMNS: readonly (readonly [string, (scored: readonly Scored[]) => string])[] = [
  ['documents', (all) => String(all.length)],
  ['perfect', (all) => String(all.filter(isPerfect).length)],
  ['values', (all) => String(sum(all, ({ values }) => values.values))],
  ['right', (all) => String(sum(all, ({ values }) => values.right))],
  ['silent', (all) => String(sum(all, ({ values }) => values.silent))],
  ['keys', (all) => `${sum(all, ({ values }) => values.keyedRight)}/${sum(all, ({ values }) => values.keyed)}`],
  ['planted', (all) => String(sum(all, ({ contradictions }) => contradictions.planted))],
  ['found', (all) => String(sum(all, ({ contradictions }) => contradictions.found))],
  ['pinpointed', (all) => String(sum(all, ({ contradictions }) => contradictions.pinpointed))],
  ['unexplained', (all) => String(sum(all, ({ contradictions }) => contradictions.unexplained.length))],
  ['ms/page', (all) => (sum(all, ({ ms }) => ms) / sum(all, ({ pages }) => pages)).toFixed(1)],
];

const lineOf = (name: string, cells: readonly string[]) => `| ${[name, ...cells].join(' | ')} |\n`;

process.stdout.write(
  lineOf(
    'folder',
    COLUMNS.map(([title]) => title),
  ),
);
process.stdout.write(
  lineOf(
    '---',
    COLUMNS.map(() => '---'),
  ),
);
const worst: string[] = [];
let silent = 0;
for (const folder of folders) {
  const scored: Scored[] = [];
  for (const document of documentsWithTruth(folder)) scored.push(await score(document));
  if (scored.length === 0) throw new Error(`no documents with truth in ${folder}`);
  const name = path.basename(folder);
  process.stdout.write(
    lineOf(
      name,
      COLUMNS.map(([, of]) => of(scored)),
    ),
  );
  silent += sum(scored, ({ values }) => values.silent);
  const weight = ({ values, contradictions }: Scored) => values.missing.length + values.wrong.length + contradictions.unexplained.length;
  const bad = scored.filter((one) => weight(one) > 0 || !one.endsRightly).toSorted((a, b) => weight(b) - weight(a));
  for (const { id, values, contradictions, endsRightly } of bad.slice(0, WORST)) {
    const lines = [
      ...(endsRightly ? [] : ['ends otherwise than it must']),
      ...values.wrong,
      ...values.missing,
      ...contradictions.unexplained,
    ];
    worst.push(`${name}/${id}: ${lines.length}`, ...lines.slice(0, LINES).map((line) => `    ${line}`));
  }
}
if (worst.length > 0) process.stdout.write(`\nThe worst:\n${worst.join('\n')}\n`);
if (silent > 0) process.exitCode = 1;
