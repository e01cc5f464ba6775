import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawSamples, SAMPLES_FOLDER, sampleFiles } from '../../samples/draw.js';

const drawn = drawSamples().flatMap((sample) => [...sampleFiles(sample)]);

test('drawing the samples twice gives identical bytes', () => {
  const again = drawSamples().flatMap((sample) => [...sampleFiles(sample)]);
  expect(again.map(([name]) => name)).toEqual(drawn.map(([name]) => name));
  for (const [index, [name, bytes]] of drawn.entries()) expect(Buffer.compare(bytes, again[index]?.[1] ?? Buffer.alloc(0)), name).toBe(0);
});

test.for(drawn)('%s in the repository is what the script draws', ([name, bytes]) => {
  expect(Buffer.compare(bytes, readFileSync(join(SAMPLES_FOLDER, name)))).toBe(0);
});

test('no sample is larger than 200 KB', () => {
  for (const [name, bytes] of drawn) if (name.endsWith('.pdf')) expect(bytes.length, name).toBeLessThan(200_000);
});
