import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extractDisclosure } from '../../src/pipeline.js';
import { filesBelow, juesuan, SAMPLE, temporaryFolder } from './juesuan.js';

const bytes = readFileSync(SAMPLE);
const sha256 = createHash('sha256').update(bytes).digest('hex');
let entry: Record<string, unknown>;

beforeAll(async () => {
  const { tables } = await extractDisclosure(new Uint8Array(bytes));
  const table = tables.find(({ form }) => form === 'expenditure');
  const cell = table?.rows.find(({ concept }) => concept === 'total')?.cells['basic'];
  if (!cell) throw new Error('the sample has a total');
  const { page, box, text } = cell;
  entry = { kind: 'cell', page, box, was: { text }, now: { text: '307.87' }, reason: '看\u202e过印件', by: '张三', on: '2026-01-31' };
});

/** A folder with the sample and corrections beside it. */
function folderWith(corrections: readonly unknown[]): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'in'));
  copyFileSync(SAMPLE, path.join(folder, 'in/a.pdf'));
  const file = { $schema: 'corrections.schema.json', schemaVersion: '1', document: { name: 'a.pdf', sha256 }, corrections };
  writeFileSync(path.join(folder, 'in/a.corrections.json'), JSON.stringify(file));
  return folder;
}

describe('juesuan corrections', () => {
  test('lists what is applied and what is refused, as text and as json; a refused one makes the exit code 1', async () => {
    const folder = folderWith([entry, { ...entry, was: { text: '1' } }]);
    const text = await juesuan(['corrections', 'in/a.pdf'], folder);
    expect(text.code).toBe(1);
    expect(text.stdout.split('\n')).toEqual([
      '1  已采用  第9页单元格，「395.87」改为「307.87」  理由：看过印件  （张三，2026-01-31）',
      '2  未采用  第9页单元格，「1」改为「307.87」  理由：看过印件  （张三，2026-01-31）  该格现在读作「395.87」，作更正时是「1」'.replace(
        '该格现在读作「395.87」，作更正时是「1」',
        '同一处已有另一条更正',
      ),
      '',
    ]);
    const json = await juesuan(['corrections', 'in/a.pdf', '--format', 'json'], folder);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { number: 1, state: 'applied', why: null, correction: entry },
      { number: 2, state: 'refused' },
    ]);
  });

  test('--test-case gives the place, what was read and what is right', async () => {
    const { stdout, code } = await juesuan(['corrections', 'in/a.pdf', '--test-case', '1'], folderWith([entry]));
    expect(code).toBe(0);
    const { page, box, was, now, reason } = entry;
    expect(JSON.parse(stdout)).toEqual({
      ...{ document: { name: 'a.pdf', sha256 }, kind: 'cell', page, box },
      ...{ read: was, expected: now, why: reason },
    });
  });

  test('without a corrections file, or for a number that is none: wrong usage', async () => {
    const folder = folderWith([entry]);
    copyFileSync(SAMPLE, path.join(folder, 'in/b.pdf'));
    expect((await juesuan(['corrections', 'in/b.pdf'], folder)).code).toBe(2);
    expect((await juesuan(['corrections', 'in/a.pdf', '--test-case', '2'], folder)).code).toBe(2);
  });
});

test('extract applies the corrections beside a document, and takes the file itself for no document', async () => {
  const folder = folderWith([entry]);
  const { code } = await juesuan(['extract', 'in', 'in/*', '--quiet', '--format', 'json,csv,xlsx'], folder);
  expect(code).toBe(0);
  expect(filesBelow(path.join(folder, 'out'))).toEqual(['a.json', 'a.values.csv', 'a.xlsx']);
  const cells = JSON.parse(readFileSync(path.join(folder, 'out/a.json'), 'utf8')).tables.flatMap(
    ({ rows }: { rows: { cells: Record<string, { status: string }> }[] }) => rows.flatMap((row) => Object.values(row.cells)),
  );
  expect(cells.filter(({ status }: { status: string }) => status === 'corrected')).toHaveLength(1);
});
