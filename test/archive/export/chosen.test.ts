import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { exportDataset } from '../../../src/archive/export/export.js';
import { type Filters, NO_FILTERS } from '../../../src/archive/export/resource.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Store } from '../../../src/archive/store/store.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { disclosure, grid, printed, row, table } from '../../emit/fixture.js';
import { newStore } from '../store.js';

interface Given {
  readonly file: string;
  readonly value: string;
  readonly published?: string;
  readonly more?: Partial<Disclosure>;
}

/** 收入决算表 with one total, and a table of no known form beside it. */
function documentOf({ value, more }: Given, index: number): Disclosure {
  const cells = grid(1, [['合计', value]]);
  const income = table({
    ...{ form: 'income', title: '收入决算表', grid: cells },
    columns: [{ key: 'total', path: ['本年收入合计'], ordinal: null }],
    rows: [row('合计', { total: printed(cells, 0, 1, value, { yuan: '10000.00' }) }, { concept: 'total', kind: 'total' })],
  });
  const assets = [
    [{ text: '资产', columnSpan: 2 }, null, '说明'],
    ['车辆', '1,234.50', ''],
    ['账号', '1'.repeat(40), '0.123456789012'],
  ];
  const about = { kind: '部门决算' as const, department: '甲县档案馆', departmentId: '000000-甲县档案馆', year: 2024 };
  return disclosure({
    source: { name: 'x.pdf', sha256: String(index).repeat(64), bytes: 1, mediaType: 'application/pdf', pages: 1, producer: null },
    outcome: { status: 'ok', reason: null, message: null },
    document: { ...about, region: { code: '410503', name: '北关区', path: ['河南省', '安阳市', '北关区'] } },
    tables: [income, table({ title: '国有资产情况表', grid: grid(2, assets) })],
    ...{ sections: [], findings: [] },
    ...more,
  });
}

async function storeOf(...given: readonly Given[]): Promise<Store> {
  const store = await newStore();
  for (const [index, each] of given.entries()) {
    const result = documentOf(each, index + 1);
    await recordDisclosure(store, families, result, { stamp: 'test', run: 1, quarantined: false });
    const sql = "INSERT INTO files (root, path, sha256, state, published_on) VALUES ('/a', ?, ?, '', ?)";
    await store.database.run(sql, [each.file, result.source.sha256, each.published ?? null]);
  }
  await compareAcross(store, families, 'stamp');
  return store;
}

async function exported(store: Store, filters: Partial<Filters> = {}) {
  const folder = temporaryFolder();
  await exportDataset(store, folder, ['csv', 'parquet'], { ...NO_FILTERS, ...filters });
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(path.join(folder, name)), { bom: true, columns: true, record_delimiter: '\r\n' });
  return {
    folder,
    read,
    files: readdirSync(folder),
    about: JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8')).description,
  };
}

const filesIn = (lines: readonly Record<string, string>[]) => lines.map(({ file }) => file);

describe('of several editions of one account', () => {
  const first = { file: 'a.pdf', value: '1.00', published: '2024-09-01' };
  const second = {
    file: 'b.pdf',
    value: '1.00',
    published: '2024-10-01',
    more: { sections: [{ heading: '二', level: 1, pages: [1], text: '更正' }] },
  };

  test('the panel holds the last alone, so that no sum counts twice; documents names the others', async () => {
    const { read, about } = await exported(await storeOf(second, first));
    expect(filesIn(read('panel.csv'))).toEqual(['b.pdf']);
    expect(
      read('documents.csv')
        .map(({ file, standing, replaced }) => [file, standing, replaced])
        .toSorted(),
    ).toEqual([
      ['a.pdf', 'earlier', '1'],
      ['b.pdf', 'latest', '0'],
    ]);
    expect(about).toContain('it holds the last by published_on, else by retrieved_on');
  });

  test('of rivals, which no day tells apart, too: the last by path', async () => {
    const { read } = await exported(await storeOf({ ...first, published: '2024-10-01' }, second));
    expect(read('documents.csv').map(({ standing }) => standing)).toEqual(['rival', 'rival']);
    expect(filesIn(read('panel.csv'))).toEqual(['b.pdf']);
  });

  test('all are there where they are asked for, and the data package says so', async () => {
    const { read, about } = await exported(await storeOf(first, second), { allEditions: true });
    expect(filesIn(read('panel.csv')).toSorted()).toEqual(['a.pdf', 'b.pdf']);
    expect(about).toContain('All editions of an account');
  });

  test('two that hardly agree in a value are perhaps of two departments: none stands for the other', async () => {
    const { read } = await exported(await storeOf(first, { ...second, value: '7.00' }));
    expect(read('store-findings.csv').map(({ rule }) => rule)).toContain('SAME-NAME');
    expect(filesIn(read('panel.csv')).toSorted()).toEqual(['a.pdf', 'b.pdf']);
  });
});

describe('--cells', () => {
  const one = { file: 'a.pdf', value: '1.00' };

  test('has every printed cell of a table of no known form, with its numbers, spans and boxes', async () => {
    const { read, files } = await exported(await storeOf(one), { forms: ['other'], cells: true });
    expect(files).not.toContain('panel.csv');
    const cells = read('cells.csv');
    expect(
      cells.map(({ row: r, column, row_span, column_span, text, number, unit, page }) => [
        r,
        column,
        row_span,
        column_span,
        text,
        number,
        unit,
        page,
      ]),
    ).toEqual([
      ['0', '0', '1', '2', '资产', '', '万元', '2'],
      ['0', '2', '1', '1', '说明', '', '万元', '2'],
      ['1', '0', '1', '1', '车辆', '', '万元', '2'],
      ['1', '1', '1', '1', '1,234.50', '1234.50', '万元', '2'],
      ['1', '2', '1', '1', '', '', '万元', '2'],
      ['2', '0', '1', '1', '账号', '', '万元', '2'],
      ['2', '1', '1', '1', '1'.repeat(40), '', '万元', '2'],
      ['2', '2', '1', '1', '0.123456789012', '', '万元', '2'],
    ]);
    expect(cells[0]).toMatchObject({ table: '1', x0: '50', y0: '120', x1: '190', y1: '140', title: '国有资产情况表', form: 'other' });
  });

  test('of all tables without --form, beside the panel', async () => {
    const { read, files } = await exported(await storeOf(one), { cells: true });
    expect([...new Set(read('cells.csv').map(({ form }) => form))]).toEqual(['income', 'other']);
    expect(files).toContain('panel.csv');
  });
});

describe('a dataset without a value is not written: the reason is', () => {
  test.each<[Partial<Filters>, string]>([
    [{ forms: ['other'] }, 'ask for their cells with --cells'],
    [{ region: '99' }, 'no division has the code 99'],
    [{ region: '65' }, 'no document of the store lies in the division 65'],
    [{ years: [2031] }, 'no document of the store is of 2031'],
    [{ region: '4105', years: [2031] }, 'no document of the store that lies in the division 4105 is of 2031'],
    [{ forms: ['three-public'] }, 'the one document that is chosen holds no value in a table of the form three-public'],
    [{ statuses: ['contradicted'] }, 'holds no value with the status contradicted'],
    [{ cells: true, statuses: ['proved'] }, '--status chooses values'],
  ])('%o', async (filters, reason) => {
    const store = await storeOf({ file: 'a.pdf', value: '1.00' });
    const folder = temporaryFolder();
    await expect(exportDataset(store, folder, ['csv'], { ...NO_FILTERS, ...filters })).rejects.toThrow(reason);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an empty store', async () => {
    await expect(exportDataset(await newStore(), temporaryFolder(), ['csv'], NO_FILTERS)).rejects.toThrow('the store holds no document');
  });
});
