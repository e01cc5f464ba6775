import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { CONTRADICTIONS, checkWhole, contradict, isAbout } from '../../bench/contradict.js';
import { seeded } from '../../bench/mutate.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { extractDisclosure } from '../../src/index.js';

/** Samples that contradict themselves nowhere. */
const SAMPLES = ['linhe-water-2023', 'qinghe-culture-2022', 'shanyin-court-2021', 'tongbai-market-2020'];
const RUNS = 40;

let documents: Disclosure[] = [];

beforeAll(async () => {
  const folder = path.join(import.meta.dirname, '..', '..', 'samples');
  documents = await Promise.all(SAMPLES.map((name) => extractDisclosure(new Uint8Array(readFileSync(path.join(folder, `${name}.pdf`))))));
});

test('the samples contradict themselves nowhere', () => {
  expect(documents.flatMap((document) => checkWhole(document, document))).toEqual([]);
});

/** Kinds that the roundings of a rate hide now and then: 82.04 of 3447.20 is 2.44 % as 82.40 is. */
const HIDDEN: Partial<Record<(typeof CONTRADICTIONS)[number], number>> = {
  change: 0.7,
  'change-rate': 0.9,
  budget: 0.8,
  'table-figure': 0.9,
};

/** Told in none of the samples; test/check/prose/checks breaks them. */
const UNTOLD: readonly string[] = ['comparison', 'count', 'visits', 'year-before'];

test.each(CONTRADICTIONS.filter((kind) => !UNTOLD.includes(kind)))(
  '%s: found, in its cell or sentence, and nothing else is called an error',
  (kind) => {
    const random = seeded(7);
    const made = Array.from({ length: RUNS }, (_, run) => {
      const document = documents[run % documents.length];
      const contradicted = document && contradict(document, kind, random);
      return document && contradicted ? [{ document, contradicted }] : [];
    }).flat();
    const outcomes = made.map(({ document, contradicted }) => {
      const raised = checkWhole(document, contradicted);
      const about = raised.filter((finding) => isAbout(finding, contradicted, false));
      return {
        isFound: about.length > 0,
        strays: raised.filter((f) => f.severity === 'error' && !about.includes(f)).map((f) => f.message),
      };
    });
    const found = outcomes.filter(({ isFound }) => isFound).length;
    expect(found / outcomes.length).toBeGreaterThanOrEqual(HIDDEN[kind] ?? 1);
    expect(outcomes.flatMap(({ strays }) => strays)).toEqual([]);
  },
);
