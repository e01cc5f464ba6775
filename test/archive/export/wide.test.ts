import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { exportDataset } from '../../../src/archive/export/export.js';
import { regionOf } from '../../../src/archive/export/region.js';
import { type Filters, NO_FILTERS } from '../../../src/archive/export/resource.js';
import { wideTables } from '../../../src/archive/export/wide.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { disclosure, grid, printed, row, table } from '../../emit/fixture.js';
import { newStore } from '../store.js';

/** 收入决算表 in a unit, with a column of no known key, and 绩效自评 with a rate and words. */
function documentOf(unit: '万元' | null): Disclosure {
  const cells = grid(1, [['208', '社会保障和就业支出', '12.30', '2.00', '1.00', '3.00']]);
  const yuan = (value: string) => (unit ? `${value.replace('.', '')}00.00` : null);
  const money = (column: number, value: string, status: 'proved' | 'contradicted' = 'proved') =>
    printed(cells, 0, column, value, { yuan: yuan(value), status });
  const column = (key: string) => ({ key, path: [key], ordinal: null });
  const income: DisclosureTable = table({
    ...{ form: 'income', title: '收入决算表', unit, grid: cells },
    columns: ['total', 'fiscal', '债务收入'].map(column),
    rows: [
      row(
        '社会保障和就业支出',
        { total: money(2, '12.30'), fiscal: money(3, '2.00', 'contradicted'), 债务收入: money(4, '1.00') },
        { concept: 'function/208', code: '208', level: '类' },
      ),
    ],
  });
  const goals = grid(2, [['年度资金总额', '10.00', '5.00', '50%', '≥90%']]);
  const performance: DisclosureTable = table({
    ...{ form: 'project-performance', title: '项目支出绩效自评表', unit, grid: goals },
    columns: ['budget-full', 'executed', 'rate', 'target'].map(column),
    rows: [
      row('年度资金总额', {
        'budget-full': printed(goals, 0, 1, '10.00', { yuan: yuan('10.00') }),
        executed: printed(goals, 0, 2, '5.00', { yuan: yuan('5.00') }),
        rate: printed(goals, 0, 3, '50', { percent: true }),
        target: printed(goals, 0, 4, null),
      }),
    ],
  });
  return disclosure({ tables: [income, performance], findings: [], sections: [] });
}

async function exported(unit: '万元' | null, filters: Partial<Filters> = { wide: true }) {
  const store = await newStore();
  const folder = temporaryFolder();
  try {
    const result = documentOf(unit);
    await recordDisclosure(store, families, result, { stamp: 'test', run: 1, quarantined: false });
    await store.database.run("INSERT INTO files (root, path, sha256, state) VALUES ('/a', 'a.pdf', ?, '')", [result.source.sha256]);
    await compareAcross(store, families, 'stamp');
    await exportDataset(store, folder, ['csv', 'parquet', 'xlsx'], { ...NO_FILTERS, ...filters });
  } finally {
    await store.close();
  }
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(path.join(folder, `${name}.csv`)), { columns: true, bom: true });
  return { files: readdirSync(folder), read };
}

test('a row of a form is a line, its columns are the keys, its money in 元', async () => {
  const { read } = await exported('万元');
  expect(read('wide-income')).toMatchObject([
    {
      ...{ region_code: '410503', region_name: '北关区', province: '河南省', city: '安阳市' },
      ...{ year: '2024', concept: 'function/208', code: '208', total: '123000.00', fiscal: '20000.00', other: '' },
      ...{ doubtful: 'fiscal', unlisted: '1', table: '0', row: '0' },
    },
  ]);
});

test('a rate is a number, words are words; where the unit is unknown no money is told', async () => {
  const about = { rate: '50', target: '≥90%' };
  const known = (await exported('万元')).read('wide-project-performance');
  expect(known).toMatchObject([{ ...about, 'budget-full': '100000.00', executed: '50000.00', unit: '万元' }]);
  const unknown = (await exported(null)).read('wide-project-performance');
  expect(unknown).toMatchObject([{ ...about, 'budget-full': '', executed: '', unit: '' }]);
});

test('only forms that are there and asked for have a table, and none without --wide', async () => {
  const wide = (files: readonly string[]) => files.filter((file) => /^wide-.*csv$/.test(file)).toSorted();
  expect(wide((await exported('万元')).files)).toEqual(['wide-income.csv', 'wide-project-performance.csv']);
  expect(wide((await exported('万元', { wide: true, forms: ['income'] })).files)).toEqual(['wide-income.csv']);
  expect(wide((await exported('万元', {})).files)).toEqual([]);
});

test('the panel says in which province and city a department is', async () => {
  const [line] = (await exported('万元')).read('panel');
  expect(line).toMatchObject({
    region_code: '410503',
    region_name: '北关区',
    province: '河南省',
    city: '安阳市',
    department_id: '410503-工业和信息化局',
  });
});

test.each([
  ['110105', ['朝阳区', '北京市', null]],
  ['410500', ['安阳市', '河南省', '安阳市']],
  ['410000', ['河南省', '河南省', null]],
  ['999999', [null, null, null]],
  [null, [null, null, null]],
])('the names of %s', (code, names) => {
  expect(regionOf(code)).toEqual(names);
});

test('names of tables and of their columns are unique, and sheets can bear the titles', () => {
  const unique = (names: readonly string[]) => expect(new Set(names).size).toBe(names.length);
  unique(wideTables.map(({ name }) => name));
  unique(wideTables.map(({ title }) => title.slice(0, 31)));
  for (const { columns, title } of wideTables) {
    unique(columns.map(({ name }) => name));
    expect(title).not.toMatch(/[\\/?*[\]:]/);
  }
});
