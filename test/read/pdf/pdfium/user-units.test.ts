import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { userUnitsOf } from '../../../../src/read/pdf/pdfium/user-units.js';

/** A file by its words: what is read here needs no cross-references. */
const file = (...objects: string[]) => Buffer.from(objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join(''), 'latin1');

const TREE = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>'];
const unitsOf = (bytes: Uint8Array) => [1, 2].map(userUnitsOf(bytes, 2));

test('each page has its own unit, 1 where it says none or one that makes no sense', () => {
  expect(unitsOf(file(...TREE, '<< /Type /Page /UserUnit 72 >>', '<< /Type /Page >>'))).toEqual([72, 1]);
  expect(unitsOf(file(...TREE, '<< /Type /Page /UserUnit 0 >>', '<< /Type /Page /UserUnit 1.5 >>'))).toEqual([1, 1.5]);
  expect(unitsOf(file(...TREE, '<< /Type /Page >>', '<< /Type /Page >>'))).toEqual([1, 1]);
});

test('pages in an object stream have theirs', () => {
  const words = ['<< /Type /Page /UserUnit 2 >>', '<< /Type /Page /UserUnit 5 0 R >>'];
  const head = `3 0 4 ${(words[0] ?? '').length + 1} `;
  const packed = deflateSync(`${head}${words.join(' ')}`).toString('latin1');
  const stream = `<< /Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
  expect(unitsOf(file(...TREE, 'null', 'null', '3', stream))).toEqual([2, 3]);
});

test('a file that names object streams without end is looked through once', () => {
  const named = '/ObjStm '.repeat(200_000);
  expect(unitsOf(file(...TREE, '<< /Type /Page >>', '<< /Type /Page >>', `<< ${named} >>\nstream\nx\nendstream`))).toEqual([1, 1]);
}, 5_000);

test('of a file whose pages are not found every unit is 1', () => {
  expect(unitsOf(file('<< /Type /Page /UserUnit 72 >>'))).toEqual([1, 1]);
});
