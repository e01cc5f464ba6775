import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MUTATIONS, type Mutation, mutate, seeded } from '../../bench/mutate.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { DisclosureTable } from '../../schemas/disclosure.js';
import { checkTables } from '../../src/check/check.js';
import { extractDisclosure } from '../../src/index.js';

/** Samples that contradict themselves nowhere. */
const SAMPLES = ['linhe-water-2023', 'qinghe-culture-2022', 'shanyin-court-2021', 'tongbai-market-2020'];
const RUNS = 60;

let documents: DisclosureTable[][] = [];

beforeAll(async () => {
  const folder = path.join(import.meta.dirname, '..', '..', 'samples');
  const extracted = SAMPLES.map((name) => extractDisclosure(new Uint8Array(readFileSync(path.join(folder, `${name}.pdf`)))));
  documents = (await Promise.all(extracted)).map(({ tables }) => tables);
});

test.each(SAMPLES.map((name, i) => [name, i] as const))('%s agrees with itself, and nine of ten values are proved', (_, i) => {
  const { tables, findings } = checkTables(documents[i] ?? [], finalAccounts);
  expect(findings.filter((f) => f.severity !== 'info')).toEqual([]);
  const cells = tables.filter((t) => !t.form.endsWith('-performance')).flatMap((t) => t.rows.flatMap((row) => Object.values(row.cells)));
  const amounts = cells.filter((cell) => cell.value !== null && Number(cell.value) !== 0);
  expect(amounts.filter((cell) => cell.status === 'proved').length / amounts.length).toBeGreaterThan(0.9);
});

/** What a mutation made wrong, and what the checks said of it. */
function outcomes(mutation: Mutation) {
  const random = seeded(1);
  return Array.from({ length: RUNS }, (_, run) => {
    const tables = documents[run % documents.length] ?? [];
    const mutated = mutate(tables, mutation, random);
    if (!mutated) return [];
    const checked = checkTables(mutated.tables, finalAccounts);
    const named = new Set(checked.findings.flatMap((f) => f.cells.map((c) => `${c.table} ${c.row} ${c.column}`)));
    return mutated.wrong.map(({ row, column }) => {
      const status = checked.tables[mutated.table]?.rows[row]?.cells[column]?.status;
      return { status, isFlagged: status === 'contradicted' || named.has(`${mutated.table} ${row} ${column}`) };
    });
  }).flat();
}

describe('wrong readings', () => {
  test.each(['swap-digits', 'lose-sign-or-digit'] as const)('%s: no wrong value passes for proved', (mutation) => {
    const wrong = outcomes(mutation);
    expect(wrong.length).toBeGreaterThan(RUNS / 2);
    expect(wrong.filter((value) => value.status === 'proved')).toEqual([]);
  });

  test.each(MUTATIONS.filter((m) => m !== 'drop-row').map((m) => [m]))(
    '%s: of a hundred wrong values at most five pass unflagged',
    (mutation) => {
      const wrong = outcomes(mutation);
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong.filter((value) => !value.isFlagged).length).toBeLessThanOrEqual(0.05 * wrong.length);
    },
  );
});
