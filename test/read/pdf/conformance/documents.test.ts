/**
 * Both engines over whole documents: every PDF of `samples/`, and where JUESUAN_CORPUS names a folder every PDF below it.
 * JUESUAN_ONLY narrows the corpus to paths with these letters.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DisclosureError } from '../../../../src/base/errors.js';
import type { Page, UnreadPage } from '../../../../src/model/page.js';
import type { PdfEngine } from '../../../../src/read/pdf/engine.js';
import { differences } from './compare.js';
import { engines, readAll } from './engines.js';

const samples = fileURLToPath(new URL('../../../../samples/', import.meta.url));
const corpus = process.env['JUESUAN_CORPUS'] ?? '';
const only = process.env['JUESUAN_ONLY'] ?? '';
/** ms: the slowest document of the archive takes a tenth of it alone. */
const PATIENCE = 300_000;

const pdfsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pdf$/i.test(name))
    .toSorted();

/** The pages, or why there are none. */
const readOrSay = (reader: PdfEngine, bytes: Uint8Array): Promise<(Page | UnreadPage)[] | string> =>
  readAll(reader, bytes).catch((cause: DisclosureError) => cause.reason);

async function expectAgreement(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const [first, ...others] = await Promise.all(engines.map(([, reader]) => readOrSay(reader, bytes)));
  for (const other of others) {
    if (typeof first === 'string' || typeof other === 'string') expect(other).toEqual(first);
    else if (first && other) expect(differences(first, other)).toEqual([]);
  }
}

describe('every sample is one document to all engines', () => {
  test.each(pdfsIn(samples))('%s', (name) => expectAgreement(path.join(samples, name)));
});

const documents = corpus === '' ? [] : pdfsIn(corpus).filter((name) => name.includes(only));

describe.skipIf(documents.length === 0)('every document of the corpus is one to all engines', { timeout: PATIENCE }, () => {
  test.each(documents)('%s', (name) => expectAgreement(path.join(corpus, name)));
});
