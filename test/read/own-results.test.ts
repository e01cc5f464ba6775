import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { WorkbookWriter } from '../../src/emit/workbook/workbook.js';
import { isOwnResult } from '../../src/read/own-results.js';
import { temporaryFolder } from '../cli/juesuan.js';
import { EXPENDITURE, xlsx } from './office.js';

function ours(): Uint8Array {
  const workbook = new WorkbookWriter({ name: '宋体', size: 10 });
  workbook.add({ name: '甲', rows: [{ cells: [{ value: 1 }] }], widths: [] });
  return workbook.end();
}

const page = (head: string) => strToU8(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>juesuan</body></html>`);
const OURS = page('<meta name="generator" content="juesuan 0.1.0">');
const THEIRS = xlsx([{ name: 'juesuan', rows: EXPENDITURE }]);
const PROPERTIES = 'docProps/custom.xml';

async function isOwn(name: string, bytes: Uint8Array): Promise<boolean> {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return await isOwnResult(file);
}

describe('ours', () => {
  test.each([
    ['a workbook', 'a.xlsx', ours()],
    ['one under another name', '决算.XLS', ours()],
    ['one that a program has saved again', 'a.xlsx', new Uint8Array(write(read(ours()), { type: 'buffer', bookType: 'xlsx' }))],
    ['a report', 'a.html', OURS],
    ['a report under another name', 'a.HTM', OURS],
  ])('%s', async (_, name, bytes) => {
    expect(await isOwn(name, bytes)).toBe(true);
  });
});

describe('not ours', () => {
  test.each([
    ["a publisher's workbook that speaks of us", 'a.xlsx', THEIRS],
    [
      'one with properties of its own',
      'a.xlsx',
      zipSync({ ...unzipSync(THEIRS), [PROPERTIES]: strToU8('<property name="部门">juesuan</property>') }),
    ],
    ['properties too large to look through', 'a.xlsx', zipSync({ [PROPERTIES]: strToU8(`<property name="juesuan"/>${' '.repeat(1e6)}`) })],
    ['a page that speaks of us', 'a.html', page('<meta name="description" content="juesuan 0.1.0">')],
    ['a page of another generator', 'a.html', page('<meta name="generator" content="Microsoft Word 15">')],
    ['a workbook cut short', 'a.xlsx', ours().subarray(0, 900)],
    ['an empty file', 'a.xlsx', new Uint8Array()],
    ['a PDF, whatever is in it', 'a.pdf', OURS],
  ])('%s', async (_, name, bytes) => {
    expect(await isOwn(name, bytes)).toBe(false);
  });

  test('what cannot be read: that is told when it is read as a document', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'a.xlsx'));
    expect(await isOwnResult(path.join(folder, 'a.xlsx'))).toBe(false);
    expect(await isOwnResult(path.join(folder, 'none.xlsx'))).toBe(false);
  });
});
