import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { FolderFiles } from '../../../src/archive/store/json-files.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import { toJson } from '../../../src/emit/json.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { newStore } from '../store.js';

const HASH = `abcd${'0'.repeat(60)}`;

test('the JSON of a document is a tenth of its size, and the same when it is read', async () => {
  const files = new FolderFiles(path.join(temporaryFolder(), 'json'));
  const json = toJson(await extractDisclosure(draw({ department: '甲县档案馆', year: 2021 }), { name: 'a.pdf' }));
  await files.write(HASH, json, { stamp: '1 ocr=auto', quarantined: false });
  expect(await files.keptJson(HASH)).toEqual({ json, made: { stamp: '1 ocr=auto', quarantined: false } });
  const [name] = readdirSync(path.join(files.folder, 'ab', 'cd'));
  expect(name).toBe(`${HASH}.json.gz`);
});

test('a plain JSON of an older version is read, and goes when its document is read again', async () => {
  const files = new FolderFiles(path.join(temporaryFolder(), 'json'));
  const plain = path.join(files.folder, 'ab', 'cd', `${HASH}.json`);
  mkdirSync(path.dirname(plain), { recursive: true });
  writeFileSync(plain, '{"a":"决算"}');
  expect(await files.keptJson(HASH)).toEqual({ json: '{"a":"决算"}', made: null });
  expect(await files.hashes()).toEqual([HASH]);
  await files.write(HASH, '{"b":1}', { stamp: 's', quarantined: false });
  expect(existsSync(plain)).toBe(false);
  expect(await files.keptJson(HASH)).toMatchObject({ json: '{"b":1}' });
  expect(await files.hashes()).toEqual([HASH]);
});

test('missing is a JSON that is not there or empty, compressed or plain', async () => {
  const store = await newStore();
  const files = store.json;
  if (!(files instanceof FolderFiles)) throw new Error('no store in a folder');
  const hashes: string[] = [];
  for (const year of [2021, 2022, 2023]) {
    const disclosure = await extractDisclosure(draw({ department: '甲县档案馆', year }), { name: `${year}.pdf` });
    await recordDisclosure(store, families, disclosure, { stamp: 's', run: 1, quarantined: false });
    hashes.push(disclosure.source.sha256);
  }
  expect(await files.missing(store.database)).toEqual([]);
  const [plain = '', empty = '', gone = ''] = hashes;
  const pathOf = (hash: string, suffix: string) => path.join(files.folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}${suffix}`);
  await files.setAside(plain);
  writeFileSync(pathOf(plain, '.json'), '{}');
  writeFileSync(pathOf(empty, '.json.gz'), '');
  await files.setAside(gone);
  expect(await files.missing(store.database)).toEqual([empty, gone].sort());
});
