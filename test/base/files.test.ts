import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guardSame, ResultTakenError, writeWhole } from '../../src/base/files.js';
import { toJson } from '../../src/emit/json.js';
import { disclosure } from '../emit/fixture.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juesuan-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is written whole, in a folder that is made, over what was there', async () => {
  const path = join(folder, '部门', 'a.json');
  await writeWhole(path, 'first');
  await writeWhole(path, new TextEncoder().encode('第二'));
  expect(await readFile(path, 'utf8')).toBe('第二');
  expect(await readdir(join(folder, '部门'))).toEqual(['a.json']);
});

test('a failure leaves the target as it was and no temporary file', async () => {
  const path = join(folder, 'a.json');
  await mkdir(join(path, 'a folder in the way'), { recursive: true });
  await expect(writeWhole(path, 'text')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.json']);
  expect(await readdir(path)).toEqual(['a folder in the way']);
});

test('a name as long as a name can be is no obstacle', async () => {
  const path = join(folder, `${'决'.repeat(83)}.json`);
  await writeWhole(path, 'text');
  expect(await readFile(path, 'utf8')).toBe('text');
});

test('many writers of one file leave one whole file', async () => {
  const path = join(folder, 'a.json');
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
  await Promise.all(texts.map((text) => writeWhole(path, text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder)).toEqual(['a.json']);
});

test('a result is same, absent, or another document’s', async () => {
  const path = join(folder, 'a.json');
  expect(await guardSame(path, 'a'.repeat(64))).toBe('absent');
  await writeWhole(path, toJson(disclosure()));
  expect(await guardSame(path, 'a'.repeat(64))).toBe('same');
  const refusal = guardSame(path, 'b'.repeat(64));
  await expect(refusal).rejects.toThrow(ResultTakenError);
  await expect(refusal).rejects.toThrow(/a\.json holds the result of another document \(sha256 aaaaaaaaaaaa…\)/);
});

test.each(['', '{', 'null', '[]', '"text"', '{"source":null}', '{"source":{"sha256":1}}', '{"name":"package"}'])(
  'JSON that is no result (%s) is not ours to overwrite',
  async (text) => {
    const path = join(folder, 'a.json');
    await writeFile(path, text);
    await expect(guardSame(path, 'a'.repeat(64))).rejects.toThrow(/holds no result of juesuan/);
    expect(await readFile(path, 'utf8')).toBe(text);
  },
);
