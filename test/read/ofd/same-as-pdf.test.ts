import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bothWays, comparable, displaced } from './same.js';

test.each([
  ['tongbai-market-2020', 'boundary'],
  ['shanyin-court-2021', 'matrix'],
] as const)('%s as OFD gives what it gives as PDF, placed by %s', async (stem, placing) => {
  const { pdf, ofd } = await bothWays(new Uint8Array(readFileSync(`samples/${stem}.pdf`)), placing);
  expect(comparable(ofd)).toEqual(comparable(pdf));
  expect(displaced(pdf, ofd)).toEqual([]);
  expect(ofd.source).toMatchObject({ mediaType: 'application/ofd', producer: 'tests' });
});
