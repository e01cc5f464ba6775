import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { insideOf } from '../../src/read/archives.js';
import { localNames, readZip } from '../../src/read/office-zip.js';
import { zipOf } from './office.js';

const reasonOf = (read: () => unknown): unknown => {
  try {
    read();
    return null;
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
};

/** The name of the first file in the archive's headers, written over with bytes of the same length. */
function renamed(zip: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.set(to, at);
  return new Uint8Array(bytes);
}

test('files are listed and read, folders are not files', () => {
  const zip = readZip(zipOf({ 'a/b.xml': '<a/>', 'c.bin': new Uint8Array([1, 2]) }));
  expect(zip.entries).toEqual(['a/b.xml', 'c.bin']);
  expect(zip.text('a/b.xml')).toBe('<a/>');
  expect(zip.bytes('c.bin')).toEqual(new Uint8Array([1, 2]));
  expect(zip.bytes('missing')).toBeNull();
});

test('backslashes part folders, and a slash at the beginning is none', () => {
  expect(readZip(zipOf({ 'Doc_0\\Page.xml': 'x' })).text('Doc_0/Page.xml')).toBe('x');
  expect(readZip(zipOf({ '/a.xml': 'x' })).entries).toEqual(['a.xml']);
});

test('names of Chinese Windows, which nothing marks, are read', () => {
  const gbk = new Uint8Array([0xbe, 0xf6, 0xcb, 0xe3, ...Buffer.from('.xlsx')]);
  const zip = renamed(zipOf({ 'abcd.xlsx': 'x' }), 'abcd.xlsx', gbk);
  expect(readZip(zip).entries).toEqual(['决算.xlsx']);
  expect(readZip(zip).text('决算.xlsx')).toBe('x');
});

test('an archive that would burst, has too many files, or is packed too well is refused before it is unpacked', () => {
  const limits = { entries: 10, bytes: 1000, ratio: 10 };
  expect(reasonOf(() => readZip(zipOf({ a: 'x'.repeat(1001) }), limits))).toBe('too-large');
  expect(reasonOf(() => readZip(zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`f${i}`, '']))), limits))).toBe('too-large');
  const bomb = zipOf({ bomb: new Uint8Array(11_000_000) });
  expect(reasonOf(() => readZip(bomb, { entries: 10, bytes: 1e9, ratio: 100 }))).toBe('too-large');
});

test('what breaks off is damaged, and its names are known all the same', () => {
  const zip = zipOf({ 'xl/workbook.xml': 'x'.repeat(100), 'xl/styles.xml': 'y' });
  const cut = zip.subarray(0, zip.length - 100);
  expect(reasonOf(() => readZip(cut))).toBe('damaged');
  expect(localNames(cut)[0]).toBe('xl/workbook.xml');
});

test('a file that is not what was packed is damaged, never read as something else', () => {
  const zip = zipSync({ 'a.xml': [Buffer.from('<v>1234.56</v>'), { level: 0 }] });
  zip[Buffer.from(zip).indexOf('1234.56')] = 0x39;
  expect(reasonOf(() => readZip(zip).text('a.xml'))).toBe('damaged');
});

test('encrypted files are called so', () => {
  const zip = zipOf({ a: 'x' });
  zip[6] = 1;
  expect(reasonOf(() => readZip(zip))).toBe('encrypted');
});

test('a ZIP says what is inside, without the leavings of a Mac', () => {
  const zip = zipOf({ '附件1.xlsx': 'x', '__MACOSX/._附件1.xlsx': 'x', '.DS_Store': 'x', '说明/附件2.docx': 'x' });
  expect(insideOf(zip, 'application/zip')).toBe(' It holds 2 files: 附件1.xlsx, 说明/附件2.docx. Pass --unpack to extract what is in it.');
  expect(insideOf(zipOf({}), 'application/zip')).toBe('');
  expect(insideOf(new Uint8Array([1]), 'image/png')).toBe('');
});
