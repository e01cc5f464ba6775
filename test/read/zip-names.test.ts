import { describe, expect, test } from 'vitest';
import { insideOf } from '../../src/read/archives.js';
import { readZip } from '../../src/read/zip.js';
import { zipNames } from '../../src/read/zip-names.js';
import { zipOf } from './office.js';

/** The name of the first file, in its header and in the directory, written over with bytes of the same length. */
function renamed(zip: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.set(to, at);
  return new Uint8Array(bytes);
}

describe('names of files in a ZIP', () => {
  test('folders are not files; backslashes part folders, and a slash at the beginning is none', () => {
    expect(zipNames(zipOf({ 'a/': '', 'a/b.xml': '<a/>', 'Doc_0\\Page.xml': 'x', '/c.xml': 'x' }))).toEqual([
      'a/b.xml',
      'Doc_0/Page.xml',
      'c.xml',
    ]);
  });

  test('names of Chinese Windows, which nothing marks, are read, and lead to the files', async () => {
    const gbk = new Uint8Array([0xbe, 0xf6, 0xcb, 0xe3, ...Buffer.from('.xlsx')]);
    const zip = renamed(zipOf({ 'abcd.xlsx': 'x' }), 'abcd.xlsx', gbk);
    expect(zipNames(zip)).toEqual(['决算.xlsx']);
    expect((await readZip(zip)).text('决算.xlsx')).toBe('x');
  });

  test('where the directory is missing, those before the files', () => {
    const zip = zipOf({ 'xl/workbook.xml': 'x'.repeat(100), 'xl/styles.xml': 'y' });
    expect(zipNames(zip.subarray(0, zip.length - 100))[0]).toBe('xl/workbook.xml');
  });

  test('a ZIP in a ZIP is one file', () => {
    expect(zipNames(zipOf({ 'a.zip': zipOf({ 'word/document.xml': 'x' }) }))).toEqual(['a.zip']);
  });
});

test('a ZIP says what is inside, without the leavings of a Mac', () => {
  const zip = zipOf({ '附件1.xlsx': 'x', '__MACOSX/._附件1.xlsx': 'x', '.DS_Store': 'x', '说明/附件2.docx': 'x' });
  expect(insideOf(zip, 'application/zip')).toBe(' It holds 2 files: 附件1.xlsx, 说明/附件2.docx. Pass --unpack to extract what is in it.');
  expect(insideOf(zipOf({}), 'application/zip')).toBe('');
  expect(insideOf(new Uint8Array([1]), 'image/png')).toBe('');
});
