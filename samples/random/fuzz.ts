/**
 * Reads random documents and tells where what was drawn is neither what is read nor flagged:
 * `npm run fuzz -- [--budget] [--number 500] [--seed 1] [--results FOLDER]`: final accounts, or budgets. Prints seed, layout and first misses of
 * each failing document; exit code 1 where there is one. FOLDER takes what is read of each, for `npm run contradictions`.
 *
 * One document is named by `SEED:INDEX`, or by the seed and the path that fast-check prints: `--show SEED:INDEX` draws it to out/ and prints
 * all its misses; `--simplify SEED:INDEX` looks for the plainest layout that is still read wrongly; `--keep SEED:INDEX` adds it to kept.json,
 * which the property test reads too, with `--known WORDS` where it is still read wrongly. `--budget` goes with each of them where the place is
 * one among budgets.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { extractDisclosure } from '../../src/pipeline.js';
import { randomDocument } from './document.js';
import { keep } from './kept.js';
import { judge, type Verdict } from './law.js';
import { budgetLayouts, layoutAt, layouts, layoutText, placeOf, type RandomLayout } from './layout.js';

/** Misses printed of a failing document. */
const SHOWN = 4;
/** ms */
const SIMPLIFYING = 180_000;

const { values } = parseArgs({
  options: {
    number: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string' },
    simplify: { type: 'string' },
    keep: { type: 'string' },
    known: { type: 'string' },
    budget: { type: 'boolean', default: false },
    results: { type: 'string' },
  },
});

const drawn = values.budget ? budgetLayouts : layouts;

if (values.keep !== undefined) keepOne(values.keep, values.known ?? null);
else if (values.show !== undefined) await showOne(values.show);
else if (values.simplify !== undefined) await simplify(values.simplify);
else await fuzz(Number(values.seed), Number(values.number), values.results);

async function fuzz(seed: number, number: number, results: string | undefined): Promise<void> {
  const total = { documents: 0, failing: 0, values: 0, right: 0, doubted: 0, flagged: 0 };
  const kinds = new Map<string, number>();
  for (const [index, layout] of fc.sample(drawn, { seed, numRuns: number }).entries()) {
    const verdict = await judge(layout);
    if (results !== undefined) await writeResult(results, `${seed}-${index}`, layout);
    total.documents += 1;
    for (const name of ['values', 'right', 'doubted', 'flagged'] as const) total[name] += verdict[name];
    for (const { kind } of verdict.misses) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (verdict.misses.length === 0) continue;
    total.failing += 1;
    print(`${seed}:${index}`, layout, verdict, SHOWN);
  }
  const { documents, failing, values, right, doubted, flagged } = total;
  console.log(`${documents} documents, ${values} values: ${right} right (${doubted} of them flagged), ${flagged} not right but flagged`);
  console.log(`${failing} documents silently wrong: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'nothing'}`);
  if (failing > 0) process.exitCode = 1;
}

async function writeResult(folder: string, name: string, layout: RandomLayout): Promise<void> {
  const disclosure = await extractDisclosure(randomDocument(layout).bytes, { name: `${name}.pdf`, ocr: 'off' });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(disclosure));
}

async function showOne(place: string): Promise<void> {
  const layout = layoutAt(place, drawn);
  const file = `out/fuzz-${values.budget ? 'budget-' : ''}${place.replaceAll(':', '-')}.pdf`;
  mkdirSync('out', { recursive: true });
  writeFileSync(file, randomDocument(layout).bytes);
  const verdict = await judge(layout);
  print(place, layout, verdict, verdict.misses.length);
  console.log(file);
  if (verdict.misses.length > 0) process.exitCode = 1;
}

async function simplify(place: string): Promise<void> {
  const { seed, path } = placeOf(place);
  const law = fc.asyncProperty(drawn, async (layout) => (await judge(layout)).misses.length === 0);
  const { counterexamplePath } = await fc.check(law, { seed, path, interruptAfterTimeLimit: SIMPLIFYING });
  if (counterexamplePath === null) console.log(`${place} is read rightly`);
  else await showOne(`${seed}:${counterexamplePath}`);
}

function keepOne(place: string, known: string | null): void {
  keep({ found: values.budget ? `budget ${place}` : place, known, layout: layoutAt(place, drawn) });
  console.log(`${place} kept`);
}

function print(place: string, layout: RandomLayout, { values, right, flagged, misses }: Verdict, shown: number): void {
  console.log(`${place} ${layoutText(layout)}`);
  console.log(`  ${values} values, ${right} right, ${flagged} flagged, ${misses.length} misses`);
  for (const { kind, text } of misses.slice(0, shown)) console.log(`    ${kind} ${text}`);
}
