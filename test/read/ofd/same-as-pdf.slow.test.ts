import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDocument } from '../../../samples/random/document.js';
import { budgetLayouts, layouts } from '../../../samples/random/layout.js';
import type { Placing } from './ofd-file.js';
import { bothWays, comparable, displaced } from './same.js';

const PLACINGS: readonly Placing[] = ['boundary', 'matrix', 'letters'];
const stems = readdirSync('samples').filter((name) => name.endsWith('.pdf') && !name.startsWith('broken'));

async function expectSame(pdf: Uint8Array, placing: Placing): Promise<void> {
  const read = await bothWays(pdf, placing);
  expect(comparable(read.ofd)).toEqual(comparable(read.pdf));
  expect(displaced(read.pdf, read.ofd)).toEqual([]);
}

test.each(stems.map((stem, i) => [stem, PLACINGS[i % PLACINGS.length] ?? 'boundary'] as const))(
  'the sample %s as OFD gives what it gives as PDF, placed by %s',
  (stem, placing) => expectSame(new Uint8Array(readFileSync(`samples/${stem}`)), placing),
);

test('a random document as OFD gives what it gives as PDF', { timeout: 300_000 }, async () => {
  const anyLayout = fc.oneof(layouts, budgetLayouts);
  await fc.assert(
    fc.asyncProperty(anyLayout, fc.constantFrom(...PLACINGS), async (layout, placing) => {
      await expectSame(randomDocument(layout).bytes, placing);
    }),
    { numRuns: 12, seed: 83101, endOnFailure: true, verbose: 0 },
  );
});
