import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/base/decode.js';
import { gbk, utf16 } from './encode.js';

const TEXT = 'file,department\n北关区.pdf,工业和信息化局\n';

describe('how a text was saved is found out', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`), 'UTF-8'],
    ['UTF-16, little end first', utf16(TEXT, 'LE'), 'UTF-16LE'],
    ['UTF-16, big end first', utf16(TEXT, 'BE'), 'UTF-16BE'],
    ['UTF-16 without its mark', utf16(TEXT, 'LE', false), 'UTF-16LE'],
    ['the same, big end first', utf16(TEXT, 'BE', false), 'UTF-16BE'],
    ['GBK', gbk(TEXT), 'GB18030'],
    ['GBK that happens to be UTF-8 in one line of three', gbk('联通\n北关区\n财政局\n'), 'GB18030'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toMatch(/^(file,department\n北关区\.pdf,工业和信息化局\n|联通\n北关区\n财政局\n)$/);
  });

  test('a single wrong byte does not make another encoding of a file', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xb1]), Buffer.from(`\n${TEXT}`)]);
    expect(decodeText(bytes)).toEqual({ encoding: 'UTF-8', text: `${TEXT}\uFFFD\n${TEXT}` });
  });

  test('an empty file, and one without a line of other than ASCII, are UTF-8', () => {
    expect(decodeText(new Uint8Array())).toEqual({ encoding: 'UTF-8', text: '' });
    expect(decodeText(Buffer.from('file\na.pdf\n')).encoding).toBe('UTF-8');
  });

  test('any text with a first line of Latin letters comes back from each encoding', () => {
    const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(han, { maxLength: 20 }), (lines) => {
        const text = `file,department,region\n${lines.map((codes) => `a.pdf,${String.fromCharCode(...codes)}\n`).join('')}`;
        for (const bytes of [Buffer.from(text), utf16(text, 'LE'), utf16(text, 'BE'), utf16(text, 'LE', false), utf16(text, 'BE', false)])
          expect(decodeText(bytes).text).toBe(text);
      }),
    );
  });
});
