/**
 * What was drawn is what is read, value by value, or it is flagged: for documents from random layouts, and for those kept because they were
 * once read wrongly (`npm run fuzz -- --keep SEED:INDEX`).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptLayouts } from '../../samples/random/kept.js';
import { judge } from '../../samples/random/law.js';
import { layouts, layoutText, type RandomLayout } from '../../samples/random/layout.js';

/** On a failure fast-check prints the path behind it: `npm run fuzz -- --show SEED:PATH`. */
const SEED = 1;
const DOCUMENTS = 25;

const kept = keptLayouts();

async function misses(layout: RandomLayout): Promise<string[]> {
  return (await judge(layout)).misses.map(({ kind, text }) => `${kind} ${text}`);
}

test('documents from random layouts', { timeout: 180_000 }, async () => {
  // Those known to be read wrongly are below, each as a failing test of its own; others are drawn in their place.
  const known = new Set(kept.filter((one) => one.known !== null).map(({ layout }) => JSON.stringify(layout)));
  const law = fc.asyncProperty(layouts, async (layout) => {
    fc.pre(!known.has(JSON.stringify(layout)));
    expect(await misses(layout), layoutText(layout)).toEqual([]);
  });
  await fc.assert(law, { seed: SEED, numRuns: DOCUMENTS, endOnFailure: true });
});

describe('kept', () => {
  for (const { found, layout } of kept.filter((one) => one.known === null)) {
    test(`${found} ${layoutText(layout)}`, async () => {
      expect(await misses(layout)).toEqual([]);
    });
  }

  // Where one of these no longer fails, the reader has learnt it: set its `known` to null in samples/random/kept.json.
  for (const { found, known, layout } of kept.filter((one) => one.known !== null)) {
    test.fails(`${found} ${known}: ${layoutText(layout)}`, async () => {
      expect(await misses(layout)).toEqual([]);
    });
  }
});
