import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameToText, pathToText, shownName, systemPath, toUrlPath } from '../../src/base/file-name.js';

/** 决算 in GB18030. */
const GBK = Buffer.from('bef6cbe3', 'hex');
const named = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
/** The bytes the system gets for a name. */
const bytesOf = (text: string) => Buffer.from(systemPath(text));

test('a name in UTF-8 is itself, whatever it holds', () => {
  for (const name of ['决算.pdf', 'a b.PDF', '[附件1] 决算（公开）.pdf', '\uFEFFbom.pdf', '�.pdf', '[GBK', '𠮷.pdf']) {
    expect(nameToText(Buffer.from(name))).toBe(name);
    expect(systemPath(name)).toBe(name);
  }
});

test('a name in GBK bytes reads as it was meant, is no other name, and leads back to its bytes', () => {
  expect(nameToText(named(GBK, '.pdf'))).toBe('决算[GBK].pdf');
  expect(nameToText(named(GBK, '.PDF.meta.json'))).toBe('决算[GBK].PDF.meta.json');
  expect(nameToText(named(GBK, ' v1.2 final.pdf'))).toBe('决算 v1.2 final[GBK].pdf');
  expect(bytesOf('决算[GBK].pdf')).toEqual(named(GBK, '.pdf'));
  expect(bytesOf('a/决算[GBK]/决算.pdf')).toEqual(named('a/', GBK, '/决算.pdf'));
  // The second byte of 誠 is a backslash.
  expect(nameToText(Buffer.from('d55c2e706466', 'hex'))).toBe('誠[GBK].pdf');
});

test('what is neither UTF-8 nor GB18030 has its bytes in its name', () => {
  expect(nameToText(Buffer.from('ff2e706466', 'hex'))).toBe('�[bytes ff].pdf');
  expect(bytesOf('�[bytes ff].pdf')).toEqual(Buffer.from('ff2e706466', 'hex'));
});

test('a name that looks like such a text is another one', () => {
  const real = Buffer.from('决算[GBK].pdf');
  expect(nameToText(real)).not.toBe('决算[GBK].pdf');
  expect(bytesOf(nameToText(real))).toEqual(real);
  expect(Buffer.from(systemPath(pathToText('/a[GBK]/决算[GBK].pdf')))).toEqual(Buffer.from('/a[GBK]/决算[GBK].pdf'));
});

/** Bytes that names have: letters, stops, brackets, and pieces of UTF-8 and GB18030. */
const name = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 3 }),
      fc.constantFrom('决', '[GBK]', '[bytes ff]', '.pdf', '.', '�').map((text) => Buffer.from(text)),
      fc.constant(GBK),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Buffer.concat(parts).filter((byte) => byte !== 0 && byte !== 0x2f))
  .map((bytes) => Buffer.from(bytes));

test('every name leads back to its bytes, so that no two are one; and is a text that can be written', () => {
  fc.assert(
    fc.property(name, (bytes) => {
      const text = nameToText(bytes);
      expect(bytesOf(text).equals(bytes)).toBe(true);
      expect(Buffer.from(text).toString()).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('a person and a URL get such a name without its mark', () => {
  expect(shownName('a/决算[GBK].pdf')).toBe('a/决算.pdf');
  expect(shownName('决算.pdf')).toBe('决算.pdf');
  expect(toUrlPath('a b/决算[GBK].pdf')).toBe('a%20b/%BE%F6%CB%E3.pdf');
  expect(toUrlPath('决.pdf')).toBe('%E5%86%B3.pdf');
});
