import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { compareAcross } from '../../../src/archive/across/across.js';
import { exportDataset } from '../../../src/archive/export/export.js';
import { unscaled } from '../../../src/archive/export/parquet.js';
import { NO_FILTERS } from '../../../src/archive/export/resource.js';
import type { Store } from '../../../src/archive/store/store.js';
import { SAMPLE, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { newStore, put } from '../store.js';

async function filled(): Promise<Store> {
  const store = await newStore();
  await put(store, {
    'a/2021.pdf': draw({ department: '桐柏县档案馆', year: 2021 }),
    'a/again.pdf': draw({ department: '桐柏县档案馆', year: 2021, size: 8.5 }),
    'beiguan.pdf': readFileSync(SAMPLE),
    'web.pdf': Buffer.from('<html>404</html>'),
  });
  await compareAcross(store, families, 'stamp');
  return store;
}

/** The field types of Table Schema, as strictly as they are meant. */
const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^.+$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

interface Described {
  name: string;
  path: string;
  format: string;
  bytes: number;
  hash: string;
  schema?: {
    fields: { name: string; type: string; constraints?: { required: boolean } }[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

function read(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(path.join(folder, name)), { bom: true, columns: true, record_delimiter: '\r\n' });
}

test('the CSV files are what datapackage.json says: columns, types, keys, references, sizes, hashes', async () => {
  const folder = temporaryFolder();
  await exportDataset(await filled(), folder, ['csv', 'parquet', 'xlsx'], NO_FILTERS);
  const { resources } = JSON.parse(readFileSync(path.join(folder, 'datapackage.json'), 'utf8')) as { resources: Described[] };
  expect(resources.map((resource) => resource.path).toSorted()).toEqual(
    readdirSync(folder)
      .filter((file) => file !== 'datapackage.json')
      .sort(),
  );
  for (const { path: file, format, bytes, hash, schema } of resources) {
    const content = readFileSync(path.join(folder, file));
    expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
    if (format !== 'csv' || !schema) continue;
    const lines = read(folder, file);
    const names = schema.fields.map(({ name }) => name);
    const [header] = parse(content, { bom: true, to_line: 1 }) as string[][];
    expect(header).toEqual(names);
    for (const line of lines) {
      for (const { name, type, constraints } of schema.fields) {
        const value = line[name] ?? '';
        if (value === '') expect([file, name, constraints?.required ?? false]).toEqual([file, name, false]);
        else expect(value).toMatch(TYPES[type] ?? /no such type/);
      }
    }
    const keys = lines.map((line) => JSON.stringify(schema.primaryKey.map((key) => line[key])));
    expect(new Set(keys).size).toBe(lines.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const target = resources.find(({ name }) => name === reference.resource);
      const there = new Set(read(folder, target?.path ?? '').map((line) => JSON.stringify(reference.fields.map((field) => line[field]))));
      for (const line of lines) expect(there).toContain(JSON.stringify(fields.map((field) => line[field])));
    }
  }
});

test('Parquet holds the same lines, and decimals to the last place', async () => {
  const folder = temporaryFolder();
  await exportDataset(await filled(), folder, ['csv', 'parquet'], NO_FILTERS);
  const file = await asyncBufferFromFile(path.join(folder, 'panel.parquet'));
  const metadata = await parquetMetadataAsync(file);
  expect(metadata.schema.find(({ name }) => name === 'value')).toMatchObject({ converted_type: 'DECIMAL', precision: 38, scale: 10 });
  const lines = read(folder, 'panel.csv');
  // The reader makes floats of decimals: it is given their bytes instead.
  const schema = metadata.schema.map(({ converted_type, ...element }) =>
    converted_type === 'DECIMAL' ? element : { ...element, ...(converted_type && { converted_type }) },
  );
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema } });
  expect(rows).toHaveLength(lines.length);
  for (const [index, row] of rows.entries()) {
    for (const [name, text] of Object.entries(lines[index] ?? {})) {
      const value = row[name];
      if (text === '') expect(value ?? null).toBeNull();
      else if (name === 'value' || name === 'yuan') expect(bigEndian(value)).toBe(unscaled(text));
      else expect(String(value)).toBe(text.replace(/^'/, ''));
    }
  }
});

/** Two's complement. */
function bigEndian(bytes: Uint8Array): bigint {
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}

test('a decimal is scaled exactly, or refused: never rounded', () => {
  expect(unscaled('-12.30')).toBe(-123_000_000_000n);
  expect(unscaled('-0.05')).toBe(-500_000_000n);
  expect(unscaled('9007199254740993.01')).toBe(90_071_992_547_409_930_100_000_000n);
  expect(() => unscaled('0.12345678901')).toThrow('is not rounded');
  expect(() => unscaled('1'.repeat(29))).toThrow('is not rounded');
});

test('every document is in documents.csv, the broken one too; a duplicate only where it is asked for', async () => {
  const store = await filled();
  const [without, including] = [temporaryFolder(), temporaryFolder()];
  await exportDataset(store, without, ['csv'], NO_FILTERS);
  await exportDataset(store, including, ['csv'], { ...NO_FILTERS, duplicates: true });
  const files = (folder: string) =>
    read(folder, 'documents.csv')
      .map((line) => `${line['file']} ${line['status']} ${line['standing']}`)
      .toSorted();
  expect(files(without)).toEqual(['a/2021.pdf ok sole', 'beiguan.pdf ok sole', 'web.pdf failed sole']);
  expect(files(including)).toEqual(['a/2021.pdf ok sole', 'a/again.pdf ok duplicate', 'beiguan.pdf ok sole', 'web.pdf failed sole']);
});

test('filters by region, year, form and status', async () => {
  const store = await filled();
  const only = async (filters: Partial<typeof NO_FILTERS>) => {
    const folder = temporaryFolder();
    await exportDataset(store, folder, ['csv'], { ...NO_FILTERS, ...filters });
    return read(folder, 'panel.csv');
  };
  const distinct = (lines: Record<string, string>[], name: string) => [...new Set(lines.map((line) => line[name]))].toSorted();
  expect(distinct(await only({ region: '4105' }), 'region_code')).toEqual(['410503']);
  expect(distinct(await only({ region: '410000' }), 'region_code')).toEqual(['410503', '411330']);
  expect(distinct(await only({ years: [2021] }), 'year')).toEqual(['2021']);
  expect(distinct(await only({ forms: ['income', 'three-public'] }), 'form')).toEqual(['income', 'three-public']);
  expect(distinct(await only({ statuses: ['contradicted'] }), 'status')).toEqual(['contradicted']);
  await expect(only({ region: '65' })).rejects.toThrow('no document of the store lies in the division 65');
});

test('the workbook has a sheet for each table, amounts as numbers', async () => {
  const folder = temporaryFolder();
  await exportDataset(await filled(), folder, ['xlsx'], { ...NO_FILTERS, years: [2021] });
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path.join(folder, 'panel.xlsx'));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['数据', '指标', '文件', '勾稽', '跨文件']);
  expect(workbook.getWorksheet('数据')?.getRow(2).getCell(12).value).toBe(160);
});
