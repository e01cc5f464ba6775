import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../src/base/errors.js';
import { isDocumentName, openDocument, pagedOrThrow, stemOf, UNNAMED } from '../../src/read/containers.js';
import { mediaTypeOf } from '../../src/read/sniff.js';
import { ofdFile, text } from './ofd/ofd-file.js';
import { zipOf } from './office.js';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));

/** The beginning of an old Office file whose directory, in its first sector, has these names. */
function ole(...names: readonly string[]): Uint8Array {
  const file = Buffer.alloc(1024 + 512);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0xfffffffe, 48 + 28);
  names.forEach((name, i) => {
    file.write(name, 512 + i * 128, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, 512 + i * 128 + 64);
  });
  return new Uint8Array(file);
}

const END = 'startxref\n9\n%%EOF\n';

/** The reason for which the bytes are refused and its sentence; `null` where they pass, and an engine sees that they are damaged. */
async function refusal(file: Uint8Array): Promise<{ reason: string; message: string } | null> {
  const error = await openDocument(file, {}).catch((cause: unknown) => cause);
  if (!(error instanceof DisclosureError)) throw error;
  return error.reason === 'damaged' ? null : { reason: error.reason, message: error.message };
}

describe('what passes as a PDF', () => {
  test('a header and an end', async () => {
    expect(await refusal(bytes(`%PDF-1.7\n...\n${END}`))).toBeNull();
    expect(mediaTypeOf(bytes('%PDF-1.7'))).toBe('application/pdf');
  });

  test('up to 1,024 bytes may stand before the header', async () => {
    const headerAfter = (count: number) => bytes(`${' '.repeat(count)}%PDF-1.4\n${END}`);
    expect(await refusal(headerAfter(1024 - '%PDF-'.length))).toBeNull();
    expect((await refusal(headerAfter(1024 - '%PDF-'.length + 1)))?.reason).toBe('not-readable');
  });

  test('a page of HTML that the server appended does not matter', async () => {
    expect(await refusal(bytes(`%PDF-1.4\n${'x'.repeat(9000)}${END}<html>${'y'.repeat(3000)}</html>`))).toBeNull();
  });

  test('one of startxref and %%EOF is enough of an end', async () => {
    expect(await refusal(bytes('%PDF-1.4\n... startxref\n9\n%%E'))).toBeNull();
    expect(await refusal(bytes('%PDF-1.4\n... %%EOF'))).toBeNull();
  });

  test('a view into a larger buffer is read by itself', async () => {
    const whole = bytes(`<html></html>%PDF-1.4\n${END}<html>`);
    expect(await refusal(whole.subarray(13, whole.length - 6))).toBeNull();
    expect(mediaTypeOf(whole.subarray(0, 13))).toBe('text/html');
  });
});

describe('what passes as an OFD', () => {
  test('a ZIP that holds OFD.xml, whatever it is called', async () => {
    const file = ofdFile({ pages: [text('合计')] });
    expect(mediaTypeOf(file)).toBe('application/ofd');
    const source = pagedOrThrow(await openDocument(file, { engine: 'both' }));
    expect([source.pages, source.producer]).toEqual([1, 'tests']);
    expect((await refusal(file.subarray(0, file.length - 40)))?.reason).toBe('truncated');
  });
});

describe('what does not', () => {
  test('an empty file is called empty', async () => {
    expect(await refusal(new Uint8Array())).toEqual({ reason: 'empty-file', message: 'The file is empty (0 bytes).' });
  });

  test('a PDF without its end is truncated, also where an early part (linearized) has an end of its own', async () => {
    expect((await refusal(bytes('%PDF-1.4\n1 0 obj\n<< /Type')))?.reason).toBe('truncated');
    expect((await refusal(bytes(`%PDF-1.4\n${END}${'x'.repeat(5000)}`)))?.reason).toBe('truncated');
  });

  test('bytes that nobody knows are named so', async () => {
    expect(await refusal(bytes('hello'))).toEqual({
      reason: 'not-readable',
      message: 'This is no document that can be read: it does not begin like a PDF, a Word or Excel file or a web page.',
    });
    expect(mediaTypeOf(bytes('hello'))).toBe('application/octet-stream');
    expect(mediaTypeOf(new Uint8Array())).toBe('application/octet-stream');
  });

  test.each([
    ['a web page in one file (MHTML)', 'multipart/related', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    ['an XML document', 'application/xml', bytes('<?xml version="1.0"?><error/>')],
    ['a Word, Excel or PowerPoint document of the old format', 'application/x-ole-storage', hex('d0cf11e0a1b11ae10000')],
    ['a PNG picture', 'image/png', hex('89504e470d0a1a0a')],
    ['a JPEG picture', 'image/jpeg', hex('ffd8ffe0')],
    ['a TIFF picture', 'image/tiff', hex('49492a0008')],
    ['a TIFF picture', 'image/tiff', hex('4d4d002a00')],
    ['a GIF picture', 'image/gif', bytes('GIF89a')],
    ['a RAR archive', 'application/vnd.rar', hex('526172211a0700')],
    ['an RTF document', 'application/rtf', bytes('{\\rtf1\\ansi')],

    [
      'a PowerPoint presentation',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      zipOf({ '[Content_Types].xml': 'x', 'ppt/presentation.xml': 'x' }),
    ],
    ['a ZIP archive', 'application/zip', zipOf({ 'empty/': '' })],
    ['a PowerPoint presentation of the old format', 'application/vnd.ms-powerpoint', ole('PowerPoint Document')],
  ])('%s is named: %s', async (name, mediaType, file) => {
    expect(mediaTypeOf(file)).toBe(mediaType);
    expect(await refusal(file)).toEqual({ reason: 'not-readable', message: `This is no document that can be read but ${name}.` });
  });

  test.each([
    bytes('\xef\xbb\xbf \r\n<!DOCTYPE html><title>404</title>'),
    bytes('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'),
    bytes('<script>location="/login"</script>'),
  ])('an HTML page without tables is a notice, no document', async (file) => {
    expect(mediaTypeOf(file)).toBe('text/html');
    expect(await refusal(file)).toMatchObject({ reason: 'not-readable', message: expect.stringContaining('an HTML page (网页)') });
  });

  test('a ZIP names what is inside', async () => {
    expect((await refusal(zipOf({ 'a.pdf': 'x' })))?.message).toBe(
      'This is no document that can be read but a ZIP archive. It holds 1 file: a.pdf. Pass --unpack to extract what is in it.',
    );
  });

  test('what is packed in a ZIP does not tell what the ZIP is, also where it is not compressed', () => {
    const stored = zipSync({ 'a.docx': [zipOf({ 'word/document.xml': 'x' }), { level: 0 }] });
    expect(mediaTypeOf(stored)).toBe('application/zip');
  });

  test('a workbook that breaks off is truncated, no archive', async () => {
    const file = zipOf({ 'xl/workbook.xml': 'x'.repeat(500), 'xl/styles.xml': 'y' });
    expect(mediaTypeOf(file.subarray(0, file.length - 90))).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect((await refusal(file.subarray(0, file.length - 90)))?.reason).toBe('truncated');
  });

  test.each([
    ['application/msword', 'WordDocument'],
    ['application/vnd.ms-excel', 'Workbook'],
    ['application/vnd.ms-excel', 'Book'],
  ])('an old Office file is told by its streams: %s', (mediaType, stream) => {
    expect(mediaTypeOf(ole('Root Entry', stream, 'Embedded', stream === 'WordDocument' ? 'Workbook' : 'WordDocument'))).toBe(mediaType);
  });

  test('a document of today that is locked within an old file is encrypted', async () => {
    expect((await refusal(ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage')))?.reason).toBe('encrypted');
  });

  test('any bytes pass or are refused with a reason, never with an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (file) => {
        expect((await refusal(file))?.reason ?? 'pdf').toMatch(/^(?:empty-file|not-readable|truncated|pdf)$/);
      }),
    );
  });
});

describe('a document is known by its name', () => {
  test.each([
    ['a.pdf', 'a'],
    ['folder/总表.PDF', 'folder/总表'],
    ['a.pdf.pdf', 'a.pdf'],
    ['.pdf', ''],
    ['a/总表.ofd', 'a/总表'],
    ['a.XLSX', 'a'],
    ['a.doc', 'a'],
    ['page.htm', 'page'],
  ])('%s', (name, stem) => {
    expect(isDocumentName(name)).toBe(true);
    expect(stemOf(name)).toBe(stem);
  });

  test.each(['a.txt', 'pdf', 'apdf', 'a.pdf.txt', ''])('%s is none', (name) => {
    expect(isDocumentName(name)).toBe(false);
    expect(stemOf(name)).toBe(name);
  });

  test('one without a name is called document.pdf', () => {
    expect(UNNAMED).toBe('document.pdf');
  });
});

test('no other file spells how documents are called, except in words for people', () => {
  const root = path.resolve(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const codeOf = (file: string) => readFileSync(path.join(root, file), 'utf8').replace(/^\s*(?:\/\*)?\*.*$/gm, '');
  for (const kind of ['pdf', 'ofd']) {
    const spelt = new RegExp(`\\\\\\.${kind}|\\.${kind}['"\`]`);
    expect(files.filter((file) => spelt.test(codeOf(file)))).toEqual([path.join('read', kind, 'container.ts')]);
  }
});
