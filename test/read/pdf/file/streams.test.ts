import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasBrokenStream } from '../../../../src/read/pdf/file/streams.js';
import { TinyPdf } from '../tiny-pdf.js';

const text = Array.from({ length: 200 }, (_, i) => `BT /Helv 10 Tf 20 30 Td (${i * i}) Tj ET `).join('');
const packed = deflateSync(text);

function withStream(entries: string, data: Buffer, trailer = ''): Uint8Array {
  const pdf = new TinyPdf();
  pdf.info = trailer;
  pdf.page(text);
  pdf.addPage(`/Contents ${pdf.stream(entries, data)}`);
  return pdf.bytes();
}

const garbled = Buffer.from(packed);
garbled.fill(0xff, 60, 90);

test.each([
  ['cut off', packed.subarray(0, packed.length / 2)],
  ['garbled', garbled],
  ['no flate at all', Buffer.from('plain text')],
])('a compressed stream that is %s breaks a file', (_, data) => {
  expect(hasBrokenStream(withStream('/Filter /FlateDecode', data))).toBe(true);
  expect(hasBrokenStream(withStream('/Filter [/FlateDecode]', data))).toBe(true);
});

test.each([
  ['sound', '/Filter /FlateDecode', packed],
  ['not compressed', '', Buffer.from(text)],
  ['compressed in another way', '/Filter /ASCIIHexDecode', Buffer.from('3040>')],
  ['compressed twice', '/Filter [/ASCII85Decode /FlateDecode]', Buffer.from('plain text')],
  ['a picture', '/Filter /FlateDecode /Subtype /Image /Width 9 /Height 9', garbled],
  ['a font', '/Filter /FlateDecode /Length1 900', garbled],
])('a stream that is %s does not', (_, entries, data) => {
  expect(hasBrokenStream(withStream(entries, data))).toBe(false);
});

test('of an encrypted file nothing can be said', () => {
  expect(hasBrokenStream(withStream('/Filter /FlateDecode', garbled, '/Encrypt 9 0 R'))).toBe(false);
});

test('a file of no PDF is no broken PDF', () => {
  for (const bytes of ['', 'stream', '>>stream', '/FlateDecode>> stream']) expect(hasBrokenStream(Buffer.from(bytes))).toBe(false);
});
