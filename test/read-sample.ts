import { readFileSync } from 'node:fs';
import type { Disclosure } from '../schemas/disclosure.js';
import { extractDisclosure } from '../src/pipeline.js';

/** Samples by stem, as they were read; test files that share a worker share them. */
const readings = new Map<string, Promise<Disclosure>>();

/** What `samples/<stem>.pdf` gives without options. Each worker reads a sample once; every caller has a copy to change as it likes. */
export async function readSample(stem: string): Promise<Disclosure> {
  const reading = readings.get(stem) ?? extractDisclosure(sampleBytes(stem), { name: `${stem}.pdf` });
  readings.set(stem, reading);
  return structuredClone(await reading);
}

function sampleBytes(stem: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../samples/${stem}.pdf`, import.meta.url)));
}
