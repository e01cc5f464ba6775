import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDepartments } from '../../../src/archive/run/departments-file.js';
import { departmentIdOf } from '../../../src/books/department-id.js';
import { gbk } from '../../base/encode.js';
import { temporaryFolder } from '../../cli/juesuan.js';

/** A store's folder with this table of departments. */
function storeWith(csv: string | Buffer): string {
  const location = path.join(temporaryFolder(), 'store');
  mkdirSync(location, { recursive: true });
  writeFileSync(path.join(location, 'departments.csv'), csv);
  return location;
}

const HEAD = 'region_code,name,department\n';

test('departments.csv in the store says what departments are also called, before what is published', async () => {
  const location = storeWith(`\uFEFF${HEAD}410503,北关区信息化办公室,北关区工业和信息化局\n,某某局,卫健委\n`);
  const given = await readDepartments({ location });
  expect(departmentIdOf('安阳市北关区信息化办公室', '410503', given?.aliases)).toBe('410503-工业和信息化局');
  expect(departmentIdOf('某某局', null, given?.aliases)).toBe('000000-卫生健康委员会');
});

test('no table: none; one that was asked for must be there', async () => {
  const location = path.join(temporaryFolder(), 'store');
  expect(await readDepartments({ location })).toBeNull();
  await expect(readDepartments({ location, departments: path.join(location, 'mine.csv') })).rejects.toThrow('cannot be read');
});

test('it may be saved as a spreadsheet here saves it: GBK, with tabs', async () => {
  const given = await readDepartments({ location: storeWith(gbk(`${HEAD},退役办,退役军人事务局\n`.replaceAll(',', '\t'))) });
  expect(departmentIdOf('退役办', null, given?.aliases)).toBe('000000-退役军人事务局');
});

test('a line that cannot be used is named', async () => {
  await expect(readDepartments({ location: storeWith(`${HEAD}410503,甲局,\n`) })).rejects.toThrow('line 2 needs a name');
  await expect(readDepartments({ location: storeWith(`${HEAD},甲局,乙局\n4105,甲局,乙局\n`) })).rejects.toThrow('line 3: 4105');
});
