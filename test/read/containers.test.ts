import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DisclosureError } from '../../src/base/errors.js';
import { isDocumentName, openDocument, stemOf, UNNAMED } from '../../src/read/containers.js';
import { mediaTypeOf } from '../../src/read/sniff.js';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));

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

describe('what does not', () => {
  test('an empty file is called empty', async () => {
    expect(await refusal(new Uint8Array())).toEqual({ reason: 'empty-file', message: 'The file is empty (0 bytes).' });
  });

  test('a PDF without its end is truncated, also where an early part (linearized) has an end of its own', async () => {
    expect((await refusal(bytes('%PDF-1.4\n1 0 obj\n<< /Type')))?.reason).toBe('truncated');
    expect((await refusal(bytes(`%PDF-1.4\n${END}${'x'.repeat(5000)}`)))?.reason).toBe('truncated');
  });

  test('bytes that nobody knows are no PDF', async () => {
    expect(await refusal(bytes('hello'))).toEqual({
      reason: 'not-readable',
      message: 'This is not a PDF: the file does not begin with %PDF.',
    });
    expect(mediaTypeOf(bytes('hello'))).toBe('application/octet-stream');
    expect(mediaTypeOf(new Uint8Array())).toBe('application/octet-stream');
  });

  test.each([
    ['an HTML page', 'text/html', bytes('\xef\xbb\xbf \r\n<!DOCTYPE html><title>404</title>')],
    ['an HTML page', 'text/html', bytes('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">')],
    ['an HTML page', 'text/html', bytes('<script>location="/login"</script>')],
    ['an XML document', 'application/xml', bytes('<?xml version="1.0"?><error/>')],
    ['a Word, Excel or PowerPoint document of the old format', 'application/x-ole-storage', hex('d0cf11e0a1b11ae10000')],
    ['a PNG picture', 'image/png', hex('89504e470d0a1a0a')],
    ['a JPEG picture', 'image/jpeg', hex('ffd8ffe0')],
    ['a TIFF picture', 'image/tiff', hex('49492a0008')],
    ['a TIFF picture', 'image/tiff', hex('4d4d002a00')],
    ['a GIF picture', 'image/gif', bytes('GIF89a')],
    ['a RAR archive', 'application/vnd.rar', hex('526172211a0700')],
    ['an RTF document', 'application/rtf', bytes('{\\rtf1\\ansi')],
    ['an OFD document', 'application/ofd', bytes('PK\x03\x04...OFD.xml')],
    [
      'a Word document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes('PK\x03\x04...[Content_Types].xml...word/document.xml'),
    ],
    ['an Excel workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes('PK\x03\x04...xl/workbook.xml')],
    [
      'a PowerPoint presentation',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      bytes('PK\x03\x04...ppt/presentation.xml'),
    ],
    ['a ZIP archive', 'application/zip', bytes('PK\x03\x04...a.pdf')],
  ])('%s is named: %s', async (name, mediaType, file) => {
    expect(mediaTypeOf(file)).toBe(mediaType);
    expect(await refusal(file)).toEqual({ reason: 'not-readable', message: `This is not a PDF but ${name}.` });
  });

  test('a directory far behind the first entry still tells what a ZIP container is', () => {
    expect(mediaTypeOf(bytes(`PK\x03\x04${'x'.repeat(50_000)}xl/workbook.xml`))).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
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
  expect(files.filter((file) => /\\\.pdf|\.pdf['"`]/.test(codeOf(file)))).toEqual([path.join('read', 'pdf', 'container.ts')]);
});
