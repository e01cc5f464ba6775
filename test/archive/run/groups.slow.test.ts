import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docx, EXPENDITURE, p, xlsx } from '../../read/office.js';
import { newStoreFolder, night } from '../nights.js';
import { ask, folderOf } from '../store.js';

const TABLE = xlsx([
  {
    name: '支出',
    rows: [['支出决算表'], ['编制单位：大石县财政局', null, '2023年度', null, null, null, null, '单位：万元'], ...EXPENDITURE],
  },
]);
const TEXT = docx(p('一、支出决算情况说明') + p('2023年度本年支出合计200.50万元。'));

const documents = (store: string) =>
  ask(store, 'SELECT name, status FROM documents ORDER BY name').then((rows) => rows.map((row) => Object.values(row as object)));

test('a text and a workbook of one group are one document; a lost database gets it back; a damaged file is named, and the rest is read', {
  timeout: 120_000,
}, async () => {
  const folder = folderOf({ '表.xlsx': TABLE, '说明.docx': TEXT, 'manifest.csv': 'file,group\n说明.docx,1\n表.xlsx,1\n' });
  const store = newStoreFolder();
  expect(await night(folder, store)).toMatchObject({ code: 0, summary: { files: { found: 2 }, documents: { extracted: 1, failed: 0 } } });
  expect(await documents(store)).toEqual([['说明.docx + 表.xlsx', 'ok']]);
  expect(await ask(store, "SELECT message FROM findings WHERE rule = 'PROSE-AMOUNT'")).toHaveLength(1);

  for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(store, `archive.sqlite${suffix}`), { force: true });
  expect(await night(folder, store, '--rebuild')).toMatchObject({
    code: 0,
    summary: { documents: { extracted: 0 }, files: { asBefore: 2 } },
  });
  expect(await documents(store)).toEqual([['说明.docx + 表.xlsx', 'ok']]);

  writeFileSync(path.join(folder, '表.xlsx'), TABLE.subarray(0, 900));
  const damaged = await night(folder, store);
  expect(damaged).toMatchObject({ code: 1, summary: { documents: { extracted: 0, failed: 3 } } });
  expect(damaged.stderr).toContain('manifest.csv: provenance: group "1": not read as one document, but each file by itself: 表.xlsx: ');
  expect(await night(folder, store)).toMatchObject({
    code: 1,
    summary: { documents: { extracted: 0, failed: 0 }, files: { asBefore: 2 } },
  });
});
