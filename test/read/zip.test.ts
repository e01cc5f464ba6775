import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../src/base/errors.js';
import { readZip, type ZipLimits } from '../../src/read/zip.js';

const text = (words: string) => new TextEncoder().encode(words);
const pack = (files: Zippable) => zipSync(files, { mtime: new Date('2025-01-01T00:00:00Z') });

/** The reason for which a file of a package is refused, or the package. */
async function reasonOf(bytes: Uint8Array, name: string, limits?: Partial<ZipLimits>) {
  try {
    (await readZip(bytes, limits)).bytes(name);
    return null;
  } catch (cause) {
    if (cause instanceof DisclosureError) return cause.reason;
    throw cause;
  }
}

/** The package with every `from` in it written as `to`, which is as long. */
function rewritten(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf(from); at >= 0; at = file.indexOf(from, at + 1)) file.write(to, at, 'latin1');
  return file;
}

/** The package with bytes set in every header of its directory; offsets from the header's start. */
function withDirectory(bytes: Uint8Array, set: (file: Buffer, header: number) => void): Uint8Array {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 1)) set(file, at);
  return file;
}

describe('a package', () => {
  test('gives its files by their names, folders none', async () => {
    const zip = await readZip(pack({ 'a.xml': text('甲'), d: { 'b.bin': [text('乙'), { level: 0 }] }, e: {} }));
    expect(zip.entries).toEqual(['a.xml', 'd/b.bin']);
    expect([zip.text('a.xml'), zip.text('d/b.bin'), zip.has('d/b.bin'), zip.has('e')]).toEqual(['甲', '乙', true, false]);
  });

  test('text in UTF-16 is known by its mark', async () => {
    const zip = await readZip(pack({ a: Buffer.from('\ufeff甲', 'utf16le') }));
    expect(zip.text('a')).toBe('甲');
  });

  test('names with backslashes, absolute names and those that point out of it are names like others', async () => {
    const zip = await readZip(pack({ 'Doc_0\\a.xml': text('1'), '/etc/passwd': text('2'), '../../b': text('3') }));
    expect(zip.entries).toEqual(['Doc_0/a.xml', 'etc/passwd', '../../b']);
  });

  test('a file that is not in it, or twice, is damage', async () => {
    expect(await reasonOf(pack({ a: text('1') }), 'b')).toBe('damaged');
    expect(await reasonOf(rewritten(pack({ aa: text('1'), bb: text('2') }), 'bb', 'aa'), 'aa')).toBe('damaged');
  });

  test('one that lacks its end is truncated', async () => {
    const whole = pack({ a: text('1'.repeat(1000)) });
    expect(await reasonOf(whole.subarray(0, whole.length - 30), 'a')).toBe('truncated');
  });

  test('bytes that are not those that were packed are damage, whether they are packed or stored', async () => {
    const stored = pack({ a: [text('22.45'), { level: 0 }] });
    expect(await reasonOf(rewritten(stored, '22.45', '92.45'), 'a')).toBe('damaged');
    const packed = pack({ a: text('22.45'.repeat(100)) });
    packed[40] = 255 - (packed[40] ?? 0);
    expect(await reasonOf(packed, 'a')).toBe('damaged');
  });

  test('an encrypted file is told from a damaged one', async () => {
    const locked = withDirectory(pack({ a: text('1') }), (file, header) => file.writeUInt16LE(1, header + 8));
    expect(await reasonOf(locked, 'a')).toBe('encrypted');
    const strongly = withDirectory(pack({ a: text('1') }), (file, header) => file.writeUInt16LE(0x41, header + 8));
    expect(await reasonOf(strongly, 'a')).toBe('encrypted');
  });
});

describe('limits', () => {
  const bomb = pack({ a: new Uint8Array(20_000_000) });

  test('of the ratio, of a file, of all files and of their number', async () => {
    expect(await reasonOf(bomb, 'a')).toBe('too-large');
    expect(await reasonOf(bomb, 'a', { ratio: 2000 })).toBeNull();
    expect(await reasonOf(pack({ a: text('12345') }), 'a', { entryBytes: 4 })).toBe('too-large');
    expect(await reasonOf(pack({ a: text('1'), b: text('2') }), 'a', { entries: 1 })).toBe('too-large');
    const zip = await readZip(pack({ a: text('123'), b: text('456') }), { bytes: 5 });
    expect([zip.text('a'), zip.text('a')]).toEqual(['123', '123']);
    expect(() => zip.text('b')).toThrow(/more than 5 bytes/);
  });

  test('a file that unpacks to more than it says is stopped there', async () => {
    const lying = withDirectory(bomb, (file, header) => file.writeUInt32LE(100, header + 24));
    expect(await reasonOf(lying, 'a')).toBe('damaged');
  });
});
