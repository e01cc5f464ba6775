/** Files that other readers open: each is damaged in one way, and read as far as anything of it is there. */
import { deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { DisclosureError } from '../../../src/base/errors.js';
import { extractDisclosure } from '../../../src/index.js';
import { pdfiumEngine } from '../../../src/read/pdf/pdfium/engine.js';
import type { EngineChoice } from '../../../src/read/pdf/policy.js';
import { helvetica } from './conformance/engines.js';
import { type Lock, type PageEntries, TinyPdf } from './tiny-pdf.js';

/** Two pages, `Alpha` and `Beta`; the second has these entries. */
function twoPages(draw: (pdf: TinyPdf) => PageEntries = () => ({}), lock?: Lock): string {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'Alpha'));
  pdf.page(helvetica(20, 30, 'Beta'), draw(pdf));
  return Buffer.from(pdf.bytes(lock)).toString('latin1');
}

const whole = twoPages();
const locked = twoPages(undefined, { owner: 'o', user: '' });
const before = (words: string, file = whole) => file.slice(0, file.lastIndexOf(words));
const FLATE = '/Filter /FlateDecode';
const packed = deflateSync(helvetica(20, 30, 'B').repeat(50));
const broken = packed.subarray(0, packed.length / 2);
const withKid = (kid: string) => {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'Alpha'));
  pdf.page(helvetica(20, 30, 'Beta'));
  pdf.kid(kid);
  return Buffer.from(pdf.bytes()).toString('latin1');
};

/** What is read of a file: the reasons of its pages, its text, and what is said of the file. */
async function readingOf(file: string) {
  const { pages, sections, findings, outcome } = await extractDisclosure(new Uint8Array(Buffer.from(file, 'latin1')), { ocr: 'off' });
  const text = sections.map((section) => section.text).join(' ');
  return { outcome, text, reasons: pages.map(({ reason }) => reason), rules: [...new Set(findings.map(({ rule }) => rule))] };
}

test.each<[kind: string, file: string, rules: string[]]>([
  ['without startxref', before('startxref'), ['TRUNCATED-TAIL']],
  ['without cross-references', before('xref\n0'), ['TRUNCATED-TAIL']],
  ['without %%EOF', before('%%EOF'), []],
  ['without its end, locked with an empty password', before('startxref', locked), ['TRUNCATED-TAIL']],
  ['locked with an empty password', locked, []],
  ['with the answer of a server before it', `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n${whole}`, []],
  ['with a comment of HTML before it', `<!-- served -->\n${whole}`, []],
  ['with 900 bytes before it', 'x'.repeat(900) + whole, []],
  ['filled up with zeros', whole + '\0'.repeat(6000), []],
  ['of a nonsensical version', whole.replace('%PDF-1.5', '%PDF-x.y'), []],
  [
    'with cross-references that are off',
    whole.replace(/\n(\d{10}) 00000 n/g, (_, at) => `\n${String(Number(at) + 7).padStart(10, '0')} 00000 n`),
    [],
  ],
  ['with startxref beyond its end', whole.replace(/startxref\n\d+/, 'startxref\n999999'), []],
  ['with lengths that are too long', whole.replace(/\/Length (\d+)/g, (_, length) => `/Length ${Number(length) + 40}`), []],
  ['without endobj', whole.replaceAll('endobj\n', ''), []],
  ['without endstream', whole.replaceAll('endstream\n', ''), []],
  ['without a root', whole.replace('/Root 1 0 R', ''), ['FILE-REPAIRED']],
  ['with a root that is a font', whole.replace('/Root 1 0 R', '/Root 3 0 R'), ['FILE-REPAIRED']],
  ['with a root that is not there', whole.replace('/Root 1 0 R', '/Root 77 0 R'), ['FILE-REPAIRED']],
  ['without a trailer', whole.replace(/trailer\n.*\n/, ''), ['FILE-REPAIRED']],
  ['whose catalog names no pages', whole.replace('/Pages 2 0 R', ''), ['FILE-REPAIRED']],
  ['that counts fewer pages than it has', whole.replace('/Count 2', '/Count 1'), ['FILE-REPAIRED']],
  ['that counts no pages', whole.replace('/Count 2', ''), []],
  ['whose pages have no type', whole.replaceAll('/Type /Page /Parent', '/Parent'), []],
  ['whose page tree has no type', whole.replace('/Type /Pages', ''), []],
  ['whose pages name a parent that is not there', whole.replaceAll('/Parent 2 0 R', '/Parent 88 0 R'), []],
  ['with a revision that was cut off', `${whole}\n4 0 obj\n<< /Type /Font /Subty`, []],
  [
    'with a broken attachment',
    twoPages((pdf) => {
      pdf.stream(`/Type /EmbeddedFile ${FLATE}`, broken);
      return {};
    }),
    ['STREAM-BROKEN'],
  ],
  [
    'with a broken review comment',
    twoPages((pdf) => {
      const look = pdf.stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${FLATE}`, broken);
      return { entries: `/Annots [${pdf.add(`<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /AP << /N ${look} >> >>`)}]` };
    }),
    ['STREAM-BROKEN'],
  ],
])('a file %s: both pages are read', async (_, file, rules) => {
  expect(await readingOf(file)).toMatchObject({ text: 'Alpha Beta', reasons: [null, null], rules });
});

test.each<[kind: string, file: string, text: string, reasons: (string | null)[]]>([
  ['cut off in its last page', whole.slice(0, whole.lastIndexOf('endobj') - 20), 'Alpha', [null, 'truncated']],
  [
    'with a broken form',
    twoPages((pdf) => ({ resources: `/XObject << /F ${pdf.stream(`/Subtype /Form /BBox [0 0 9 9] ${FLATE}`, broken)} >>` })),
    'Alpha',
    [null, 'damaged'],
  ],
  ['without the content of its last page', whole.replace(/(.*)\/Contents \d+ 0 R/s, '$1/Contents 98 0 R'), 'Alpha', [null, 'damaged']],
  ['with a page that is nothing', withKid('null'), 'Alpha Beta', [null, null, 'damaged']],
  ['with a page that is not there', withKid('99 0 R'), 'Alpha Beta', [null, null, 'damaged']],
  ['whose page tree is a page of itself', withKid('2 0 R'), 'Alpha Beta', [null, null, 'damaged']],
  ['that counts more pages than it has', whole.replace('/Count 2', '/Count 3'), 'Alpha Beta', [null, null, 'damaged']],
])('a file %s: what is missing is told page by page', async (_, file, text, reasons) => {
  expect(await readingOf(file)).toMatchObject({ text, reasons });
});

test('a PDF has no page tree → its pages are read, FILE-REPAIRED and partial → download it again', async () => {
  expect(await readingOf(whole.replace('2 0 obj\n<< /Type /Pages', '2 0 xbj\n<< /Type /Pages'))).toMatchObject({
    text: 'Alpha Beta',
    reasons: [null, null],
    rules: ['FILE-REPAIRED'],
  });
});

test('a PDF is cut off in its middle → its whole pages are read, the others truncated → download it again', async () => {
  expect((await readingOf(whole.slice(0, whole.length / 2))).outcome.reason).toBe('truncated');
});

test('one PDF engine cannot open a document → the other reads it → nothing', async () => {
  vi.spyOn(pdfiumEngine, 'open').mockRejectedValue(new DisclosureError('damaged', 'The PDF is damaged.'));
  const file = new Uint8Array(Buffer.from(whole, 'latin1'));
  const read = async (engine: EngineChoice) => (await extractDisclosure(file, { ocr: 'off', engine })).pages.length;
  expect([await read('auto'), await read('both'), await read('pdfjs'), await read('pdfium')]).toEqual([2, 2, 2, 0]);
});
