import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { DocumentPool } from '../../src/workers/document-pool.js';
import { MEGABYTE } from '../../src/workers/limits.js';
import { temporaryFolder } from '../cli/juesuan.js';
import { bombs, endlessTree, withBomb } from '../read/pdf/bombs.js';

/** Half of what a document may take, and a quarter of the time in which a page must be done. */
const limits = { memory: 700 * MEGABYTE, silence: 30_000 };

let documents: DocumentPool;

beforeAll(() => {
  documents = new DocumentPool({ jobs: 1, limits, entry: new URL('../../dist/src/workers/child.js', import.meta.url) });
});

afterAll(() => documents.close());

async function outcomeOf(name: string, bytes: Uint8Array) {
  const file = path.join(temporaryFolder(), `${name}.pdf`);
  writeFileSync(file, bytes);
  const result = await documents.extract({ path: file, name: `${name}.pdf`, options: {}, destination: { to: 'caller', format: 'json' } });
  return parseDisclosure(JSON.parse(result.data ?? 'null'));
}

describe('a page that exhausts who reads it ends in time, within 700 MB, and costs no other page', () => {
  test.each(bombs)('%s', async (name, reason, draw) => {
    const { pages, sections, outcome } = await outcomeOf(name, withBomb(draw));
    expect(outcome.reason).toBe('no-tables');
    expect(pages.map((page) => page.reason)).toEqual([null, reason, null]);
    const text = sections.map((section) => section.text).join();
    expect(text).toContain('A');
    expect(text).toContain('Z');
  });

  test('a tree of ten thousand million pages', async () => {
    expect((await outcomeOf('tree', endlessTree())).outcome.reason).toMatch(/too-large|damaged/);
  });
});
