import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rarNames } from '../../src/read/rar.js';

const two = (number: number) => [number & 255, number >> 8];
const four = (number: number) => [...two(number & 0xffff), ...two(number >>> 16)];

/** A file of RAR 4 that is stored. */
function file4(name: readonly number[], content: readonly number[]): number[] {
  const size = 32 + name.length;
  const rest = [...four(content.length), ...four(content.length), 2, ...four(0), ...four(0), 20, 0x30, ...two(name.length), ...four(0)];
  return [0, 0, 0x74, ...two(0x8000), ...two(size), ...rest, ...name, ...content];
}

const HEAD_4 = [...Buffer.from('526172211a0700', 'hex'), ...[0, 0, 0x73, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0]];
const GBK = [0xbe, 0xf6, 0xcb, 0xe3];

test('the files of a RAR of version 4 are named, also in the letters of Chinese Windows', () => {
  const bytes = [...HEAD_4, ...file4([...GBK, ...Buffer.from('\\a.xls')], [1, 2, 3]), ...file4([...Buffer.from('说明.docx')], [])];
  expect(rarNames(new Uint8Array(bytes))).toEqual(['决算/a.xls', '说明.docx']);
});

test('the files of a RAR of version 5 are named', () => {
  const name = [...Buffer.from('决算.pdf')];
  const block = (type: number, fields: readonly number[], data: readonly number[] = []) => {
    const flags = data.length > 0 ? [2, data.length] : [0];
    const inside = [type, ...flags, ...fields];
    return [...four(0), inside.length, ...inside, ...data];
  };
  const bytes = [
    ...Buffer.from('526172211a070100', 'hex'),
    ...block(1, [0]),
    ...block(2, [0, 3, 0, 0, 0, name.length, ...name], [1, 2, 3]),
  ];
  expect(rarNames(new Uint8Array([...bytes, ...block(2, [0, 0, 0, 0, 0, 5, ...Buffer.from('b.xls')])]))).toEqual(['决算.pdf', 'b.xls']);
});

test('any bytes give a list, never an error', () => {
  const heads = fc.constantFrom([...Buffer.from('526172211a0700', 'hex')], [...Buffer.from('526172211a070100', 'hex')]);
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 300 }), (head, rest) => {
      expect(Array.isArray(rarNames(new Uint8Array([...head, ...rest])))).toBe(true);
    }),
  );
});
