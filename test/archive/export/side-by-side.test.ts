import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { NO_FILTERS } from '../../../src/archive/export/resource.js';
import { sideBySide } from '../../../src/archive/export/side-by-side.js';
import { saveKeyFigures } from '../../../src/archive/store/across.js';
import type { Store } from '../../../src/archive/store/store.js';
import { figuresOf } from '../across/documents.js';
import { newStore } from '../store.js';

interface Given {
  readonly kind: string;
  readonly year?: number;
  readonly region?: string;
  readonly figures: readonly string[];
}

/** A store with these documents of one department. */
async function storeOf(...documents: readonly Given[]): Promise<Store> {
  const store = await newStore();
  for (const [index, { kind, year = 2025, region, figures }] of documents.entries()) {
    const id = index + 1;
    await store.database.run(
      `INSERT INTO documents (id, sha256, content, stamp, run, quarantined, name, bytes, media_type, status, kind, department, year, region_code)
       VALUES (?, ?, ?, 's', 1, 0, ?, 1, 'application/pdf', 'ok', ?, '甲县档案馆', ?, ?)`,
      [id, `sha${id}`, `content${id}`, `${id}.pdf`, kind, year, region ?? null],
    );
    await saveKeyFigures(store.database, figuresOf({ [id]: figures }).get(id) ?? []);
  }
  await compareAcross(store, families, 'stamp');
  return store;
}

async function lines(store: Store, filters: Partial<typeof NO_FILTERS> = {}) {
  const all: Record<string, unknown>[] = [];
  for await (const some of sideBySide.lines(store.database, { ...NO_FILTERS, ...filters }))
    for (const line of some) all.push(Object.fromEntries(sideBySide.columns.map(({ name }, i) => [name, line[i]])));
  return all;
}

const final: Given = {
  kind: '部门决算',
  figures: ['three-public - final.reception 0.90', 'general-public-expenditure function/2012604 total 30.00'],
};
const budget: Given = {
  kind: '部门预算',
  region: '410500',
  figures: [
    'budget-three-public total reception 58000 元',
    'budget-general-public-expenditure function/2012604 total 40.00',
    'budget-general-public-expenditure function/2012601 total 60.00',
  ],
};

test('one line for each figure of a department and year, in 元, whichever document prints it', async () => {
  const shared = { region_code: '410500', department: '甲县档案馆', year: 2025, rank: '部门' };
  expect(await lines(await storeOf(final, budget))).toMatchObject([
    { ...shared, concept: 'three-public/reception', name: '公务接待费', budget: '58000.00', final: '9000.00', final_document: 'sha1' },
    {
      concept: 'general-public-expenditure/function/2012601',
      name: '2012601 行政运行',
      budget: '600000.00',
      final: null,
      final_document: null,
    },
    { concept: 'general-public-expenditure/function/2012604', name: '2012604 档案馆', budget: '400000.00', final: '300000.00' },
  ]);
});

test('documents of another year, another rank or another region stand in lines of their own', async () => {
  for (const other of [
    { ...budget, year: 2026 },
    { ...budget, kind: '单位预算' },
  ]) {
    const found = await lines(await storeOf(final, other));
    expect(found.filter((line) => line['budget'] !== null && line['final'] !== null)).toEqual([]);
    expect(found).toHaveLength(5);
  }
  const regions = await lines(await storeOf({ ...final, region: '410600' }, budget));
  expect(regions.filter((line) => line['budget'] !== null && line['final'] !== null)).toEqual([]);
});

test('rivals are told, and none of them is chosen: a value only where they agree', async () => {
  const rival: Given = {
    kind: '部门预算',
    region: '410500',
    figures: ['budget-three-public total reception 58000 元', ...budget.figures.slice(1, 2).map((line) => line.replace('40.00', '41.00'))],
  };
  const found = await lines(await storeOf(final, budget, rival));
  expect(found).toMatchObject([
    {
      concept: 'three-public/reception',
      budget: '58000.00',
      budget_document: null,
      budget_rivals: 'sha2 sha3',
      final: '9000.00',
      final_document: 'sha1',
      final_rivals: null,
    },
    { concept: 'general-public-expenditure/function/2012601', budget: '600000.00', budget_document: null, budget_rivals: 'sha2 sha3' },
    {
      concept: 'general-public-expenditure/function/2012604',
      budget: null,
      budget_status: null,
      budget_document: null,
      budget_rivals: 'sha2 sha3',
    },
  ]);
});

test('a rival of unknown region is told as well', async () => {
  const found = await lines(await storeOf(final, budget, { kind: budget.kind, figures: budget.figures }));
  expect(found.map((line) => line['budget_rivals'])).toEqual(found.map(() => 'sha2 sha3'));
});

test('--form and --status choose figures', async () => {
  const store = await storeOf(final, budget);
  expect(await lines(store, { forms: ['three-public'] })).toMatchObject([
    { concept: 'three-public/reception', budget: null, final: '9000.00' },
  ]);
  expect(await lines(store, { statuses: ['contradicted'] })).toEqual([]);
});

test('a store of one family alone has nothing side by side', async () => {
  expect(await sideBySide.isThere?.((await storeOf(final)).database, NO_FILTERS)).toBe(false);
  expect(await sideBySide.isThere?.((await storeOf(final, budget)).database, NO_FILTERS)).toBe(true);
});
