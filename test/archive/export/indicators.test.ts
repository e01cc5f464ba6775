import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { exportDataset } from '../../../src/archive/export/export.js';
import { NO_FILTERS } from '../../../src/archive/export/resource.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Store } from '../../../src/archive/store/store.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { disclosure } from '../../emit/fixture.js';
import { readSample } from '../../read-sample.js';
import { newStore } from '../store.js';

type Line = Record<string, string>;

/** Documents straight into a store. */
async function stored(...names: string[]): Promise<Store> {
  const store = await newStore();
  for (const name of names) {
    const result = await readSample(name);
    await recordDisclosure(store, families, result, { stamp: 'test', run: 1, quarantined: false });
  }
  return store;
}

async function exported(store: Store): Promise<Line[] | null> {
  const out = temporaryFolder();
  const written = await exportDataset(store, out, ['csv'], NO_FILTERS);
  if (!written.includes(path.join(out, 'indicators.csv'))) return null;
  return parse(readFileSync(path.join(out, 'indicators.csv')), { bom: true, columns: true });
}

test('one line per document and indicator, the same whatever the layout', async () => {
  const lines = (await exported(await stored('beiguan-2024', 'qinghe-culture-2022', 'tongbai-market-2020'))) ?? [];
  const keys = lines.map(({ document, indicator }) => `${document} ${indicator}`);
  expect(new Set(keys).size).toBe(lines.length);
  const of = (indicator: string) => lines.filter((line) => line['indicator'] === indicator);
  expect(of('total-expenditure')).toHaveLength(3);
  // Items are columns in the one, rows in the other.
  expect(of('three-public/reception').map(({ region_name, yuan, value, unit }) => ({ region_name, yuan, value, unit }))).toEqual(
    expect.arrayContaining([
      { region_name: '北关区', yuan: '0.00', value: '0', unit: '万元' },
      { region_name: '清河县', yuan: '8600.00', value: '0.86', unit: '万元' },
    ]),
  );
});

test('what is contradicted says so and names its findings; what is not printed has no value and is no zero', async () => {
  const { findings } = await readSample('beiguan-2024');
  const lines = (await exported(await stored('beiguan-2024'))) ?? [];
  const basic = lines.find(({ indicator }) => indicator === 'basic-expenditure');
  expect(basic).toMatchObject({ status: 'contradicted', value: '395.87', yuan: '3958700.00', origin: 'table' });
  for (const index of basic?.['findings']?.split(' ') ?? []) expect(findings[Number(index)]?.severity).not.toBe('info');
  expect(basic?.['findings']).not.toBe('');
  const missing = lines.filter(({ status }) => status === 'not-printed');
  expect(missing.length).toBeGreaterThan(0);
  for (const line of missing) expect(line).toMatchObject({ value: '', yuan: '', text: '', page: '' });
});

test('a document of no family has none, and a store of which an older version has read a document has no such file', async () => {
  const store = await stored('beiguan-2024');
  const bare = disclosure();
  const other = {
    ...bare,
    document: { ...bare.document, kind: 'other' as const },
    tables: bare.tables.filter(({ form }) => form === 'other'),
  };
  await recordDisclosure(store, families, other, { stamp: 'test', run: 1, quarantined: false });
  const lines = (await exported(store)) ?? [];
  expect(new Set(lines.map(({ document }) => document)).size).toBe(1);
  await store.database.run('DELETE FROM indicators');
  expect(await exported(store)).toBeNull();
});
