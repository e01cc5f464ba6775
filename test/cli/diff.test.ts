import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.js';
import { toJson } from '../../src/emit/json.js';
import { disclosure, grid, printed, row, table } from '../emit/fixture.js';
import { inProcess } from './in-process.js';
import { temporaryFolder } from './juesuan.js';

const cells = grid(1, [['合计', '1.00']]);
const income = table({
  ...{ form: 'income', grid: cells },
  columns: [{ key: 'total', path: ['本年收入合计'], ordinal: null }],
  rows: [row('合计', { total: printed(cells, 0, 1, '1.00') }, { concept: 'total', kind: 'total' })],
});

/** Results of documents with these tables. */
function folderWith(results: Readonly<Record<string, Disclosure['tables']>>): string {
  const folder = temporaryFolder();
  for (const [name, tables] of Object.entries(results))
    writeFileSync(path.join(folder, name), toJson(disclosure({ tables, sections: [], findings: [] })));
  return folder;
}

test('two documents without anything comparable are not alike: exit code 2, and which has nothing', async () => {
  const folder = folderWith({ 'a.json': [table({ grid: cells })], 'b.json': [], 'c.json': [income] });
  const nothing = await inProcess(['diff', 'a.json', 'b.json'], folder);
  expect(nothing.code).toBe(2);
  expect(nothing.stdout).toBe('');
  expect(nothing.stderr).toContain('there is nothing to compare: no value of a table of a known form in a.json and in b.json');
  expect(await inProcess(['diff', 'c.json', 'b.json', '--format', 'json'], folder)).toMatchObject({ code: 2, stdout: '' });
  expect(await inProcess(['diff', 'c.json', 'c.json'], folder)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1处相同，0处不同'),
  });
});
