import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { damageOf } from '../../../../src/read/pdf/file/damage.js';
import { asRead, engines, helvetica, readAll } from '../conformance/engines.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';

const FLATE = '/Filter /FlateDecode';
const packed = deflateSync(helvetica(20, 30, 'B').repeat(50));
const broken = packed.subarray(0, packed.length / 2);

/** The pages that are damaged, of two; the second has these entries. */
function damaged(draw: (pdf: TinyPdf) => PageEntries): number[] {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  pdf.page(helvetica(20, 30, 'B'), draw(pdf));
  const damage = damageOf(pdf.bytes(), 2);
  return [1, 2].filter((page) => damage.of(page) !== null);
}

/** The object is in the file, and the page does not name it. */
const nothingOf = (_reference: string) => '';

const FORM = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${FLATE}`;
const annotation = (pdf: TinyPdf, subtype: string) =>
  pdf.add(`<< /Type /Annot /Subtype /${subtype} /Rect [0 0 9 9] /AP << /N ${pdf.stream(FORM, broken)} >> >>`);

test.each<[string, (pdf: TinyPdf) => PageEntries]>([
  ['an object that nothing names', (pdf) => ({ entries: nothingOf(pdf.stream(FLATE, broken)) })],
  ['an attachment', (pdf) => ({ entries: nothingOf(pdf.stream(`/Type /EmbeddedFile ${FLATE}`, broken)) })],
  ['the look of a comment', (pdf) => ({ entries: `/Annots [${annotation(pdf, 'FreeText')}]` })],
  ['a thumbnail', (pdf) => ({ entries: `/Thumb ${pdf.stream(FLATE, broken)}` })],
  ['nothing: a stream without data', (pdf) => ({ resources: `/XObject << /Fm ${pdf.stream(FORM, '')} >>` })],
])('no page needs %s', (_, draw) => {
  expect(damaged(draw)).toEqual([]);
});

test.each<[string, (pdf: TinyPdf) => PageEntries]>([
  ['a form', (pdf) => ({ resources: `/XObject << /Fm ${pdf.stream(FORM, broken)} >>` })],
  ['a Unicode map', (pdf) => ({ fonts: `/T ${pdf.add(`<< /Type /Font /ToUnicode ${pdf.stream(FLATE, broken)} >>`)}` })],
  ['a filled-in field', (pdf) => ({ entries: `/Annots ${pdf.add(`[${annotation(pdf, 'Widget')}]`)}` })],
])('the page that names it needs %s', (_, draw) => {
  expect(damaged(draw)).toEqual([2]);
});

test('of a file whose pages are not found every page is damaged', () => {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  pdf.stream(FLATE, broken);
  expect(damageOf(pdf.bytes(), 2).of(1)).not.toBeNull();
});

test('of a broken stream of objects that does not even tell which, the pages that lack some are damaged; all where it may hold newer versions', () => {
  const held = (entries: PageEntries) => (pdf: TinyPdf) => {
    pdf.stream(`/Type /ObjStm /N 1 /First 4 ${FLATE}`, Buffer.from('no flate at all'));
    return entries;
  };
  expect(damaged(held({}))).toEqual([]);
  expect(damaged(held({ fonts: '/T 1000 0 R' }))).toEqual([2]);
  expect(damaged(held({ entries: '/X (startxref)' }))).toEqual([1, 2]);
});

test.each(engines)('%s reads the page beside a broken attachment', async (_, reader) => {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  pdf.stream(`/Type /EmbeddedFile ${FLATE}`, broken);
  expect(asRead((await readAll(reader, pdf.bytes()))[0]).glyphs.map(({ text }) => text)).toEqual(['A']);
});

/** One object, number 1,000, in a stream of objects that ends early. */
function heldObject(draw: (pdf: TinyPdf) => PageEntries): number[] {
  return damaged((pdf) => {
    const objects = deflateSync(`1000 0 ${Array.from({ length: 200 }, (_, i) => `(${i * i})`).join(' ')}`);
    pdf.stream(`/Type /ObjStm /N 1 /First 7 ${FLATE}`, objects.subarray(0, objects.length / 2));
    return draw(pdf);
  });
}

test('of a broken stream of objects whose head can be read, the pages that need one of them are damaged', () => {
  expect(heldObject(() => ({}))).toEqual([]);
  expect(heldObject(() => ({ fonts: '/T 1000 0 R' }))).toEqual([2]);
});

test('a broken stream that no page needs is told, one that a page needs is not told twice', () => {
  const told = (reference: (stream: string) => string) => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'A'), { resources: reference(pdf.stream(FORM, broken)) });
    return damageOf(pdf.bytes(), 1).remarks.map(({ rule }) => rule.id);
  };
  expect(told(() => '')).toEqual(['STREAM-BROKEN']);
  expect(told((form) => `/XObject << /Fm ${form} >>`)).toEqual([]);
});
