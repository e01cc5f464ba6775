/**
 * Real and forged documents against their truth. Runs only where JUESUAN_CORPUS names a folder of `<set>/<id>/truth.json` beside
 * `<id>.pdf`, and of `archive/*.pdf` without truth; is skipped elsewhere. JUESUAN_ONLY narrows it to ids with these letters.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Truth } from '../bench/accuracy/truth.js';
import { compareValues } from '../bench/accuracy/values.js';
import type { Disclosure } from '../schemas/disclosure.js';
import { extractDisclosure, parseDisclosure } from '../src/index.js';

const corpus = process.env['JUESUAN_CORPUS'] ?? '';
const only = process.env['JUESUAN_ONLY'] ?? '';
/** ms: the slowest document of the archive takes a tenth of it alone. */
const PATIENCE = 300_000;

const foldersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory()) : [];
const documents = (corpus === '' ? [] : foldersIn(corpus))
  .flatMap((set) => foldersIn(path.join(corpus, set.name)).map((folder) => [set.name, folder.name] as const))
  .filter(([set, id]) => id.includes(only) && existsSync(path.join(corpus, set, id, 'truth.json')));
const archive = path.join(corpus, 'archive');
const archived =
  corpus !== '' && existsSync(archive) ? readdirSync(archive).filter((name) => name.endsWith('.pdf') && name.includes(only)) : [];

const extract = async (file: string) => extractDisclosure(new Uint8Array(readFileSync(file)), { name: path.basename(file) });

describe.each(documents)('%s %s', (set, id) => {
  const folder = path.join(corpus, set, id);
  const truth: Truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'));
  let found: Disclosure;
  beforeAll(async () => {
    found = await extract(path.join(folder, truth.file ?? `${id}.pdf`));
  }, PATIENCE);

  test('is valid, and every glyph is counted once', () => {
    expectSound(found);
  });

  test.runIf(truth.expect)(`fails: ${truth.expect}`, () => {
    expect(found.outcome).toMatchObject({ status: 'failed', reason: truth.expect, message: expect.stringMatching(/./) });
  });

  test.runIf(truth.tables)('has no wrong value', () => {
    expect(compareValues(truth, found).wrong).toEqual([]);
  });

  // Of a scan whatever is read must be right; of text all of it must be read.
  test.runIf(truth.tables && set !== 'scans')('has every value and every empty table', () => {
    expect(compareValues(truth, found).missing).toEqual([]);
  });
});

describe.skipIf(archived.length === 0)('archive', { timeout: PATIENCE }, () => {
  test.each(archived)('%s', async (name) => {
    const disclosure = await extract(path.join(archive, name));
    expectSound(disclosure);
    expect(disclosure.outcome.reason).not.toBe('internal');
  });
});

test.skipIf(corpus === '')('JUESUAN_CORPUS names a folder with documents', () => {
  expect(documents.length + archived.length).toBeGreaterThan(0);
});

function expectSound(disclosure: Disclosure): void {
  parseDisclosure(disclosure);
  const { glyphs, ...places } = disclosure.coverage;
  expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  const { status, reason, message } = disclosure.outcome;
  expect([status === 'ok', reason === null, message === null]).toEqual(Array(3).fill(status === 'ok'));
}
