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
  return [1, 2].filter((page) => damage(page) !== null);
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

test('of a file whose pages are not found, or whose objects are in the broken stream, every page is damaged', () => {
  expect(damaged((pdf) => ({ entries: nothingOf(pdf.stream(`/Type /ObjStm /N 1 /First 4 ${FLATE}`, broken)) }))).toEqual([1, 2]);
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  pdf.stream(FLATE, broken);
  expect(damageOf(pdf.bytes(), 2)(1)).not.toBeNull();
});

test.each(engines)('%s reads the page beside a broken attachment', async (_, reader) => {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  pdf.stream(`/Type /EmbeddedFile ${FLATE}`, broken);
  expect(asRead((await readAll(reader, pdf.bytes()))[0]).glyphs.map(({ text }) => text)).toEqual(['A']);
});
