/** Where the engines are known to differ: the list above `pdfiumEngine`, case by case. Should one of these fail, the list is out of date. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Page, UnreadPage } from '../../../../src/model/page.js';
import { PdfSource } from '../../../../src/read/pdf/source.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';
import { engines, helvetica, readAll } from './engines.js';

/** The first page of a drawn document, in the order of `engines`: pdf.js, PDFium. */
function readByAll(pdf: TinyPdf): Promise<(Page | UnreadPage | undefined)[]> {
  return Promise.all(engines.map(async ([, reader]) => (await readAll(reader, pdf.bytes()))[0]));
}

function drawn(content: string, entries: PageEntries = {}): TinyPdf {
  const pdf = new TinyPdf();
  pdf.page(content, entries);
  return pdf;
}

const textOf = (page: Page | UnreadPage | undefined) => (!page || 'problem' in page ? 'unread' : page.glyphs.map((g) => g.text).join(''));

/** A Type 1 font that maps code `41` to `unicode`. */
function mapped(pdf: TinyPdf, unicode: string): string {
  const head = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def';
  const map = `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <${unicode}> endbfchar endcmap end end`;
  return pdf.add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${pdf.stream('', `${head} ${map}`)} >>`);
}

/** A Type 3 font whose code 97 draws the glyph of that name. */
function type3(pdf: TinyPdf, name: string): string {
  const square = pdf.stream('', '10 0 0 0 8 8 d1 0 0 8 8 re f');
  const shape = `/FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /${name} ${square} >>`;
  const codes = `/Encoding << /Differences [97 /${name}] >> /FirstChar 97 /LastChar 97 /Widths [10]`;
  return pdf.add(`<< /Type /Font /Subtype /Type3 ${shape} ${codes} /Resources << >> >>`);
}

test('advances: thousandths of the em drift by less than half a point over a long line', async () => {
  const pdf = new TinyPdf();
  const widths = `/FirstChar 49 /LastChar 49 /Widths [553.7]`;
  const font = pdf.add(`<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${widths} >>`);
  pdf.page(`BT /Own 10 Tf 0 30 Td (${'1'.repeat(30)}) Tj ET`, { fonts: `/Own ${font}` });
  const [exact, rounded] = (await readByAll(pdf)).map((page) => (page && 'glyphs' in page ? page.glyphs.at(-1)?.x : undefined));
  expect(exact).toBeCloseTo(29 * 5.537, 1);
  expect(rounded).not.toBe(exact);
  expect(Math.abs((rounded ?? 0) - (exact ?? 0))).toBeLessThan(0.5);
});

test('images: pdf.js sees a frame where nothing is painted, and misses the picture that is', async () => {
  const pdf = new TinyPdf();
  const head = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray';
  const picture = pdf.stream(head, Buffer.from([0, 80, 160, 240]));
  pdf.page('q 50 0 0 20 10 10 cm Q q 1 0 0 rg 50 0 0 20 100 10 cm /Im Do Q', { resources: `/XObject << /Im ${picture} >>` });
  expect((await readByAll(pdf)).map((page) => page && 'images' in page && page.images)).toEqual([[[10, 70, 60, 90]], [[100, 70, 150, 90]]]);
});

test('ligatures: a character in pdf.js, its letters in PDFium', async () => {
  const pdf = new TinyPdf();
  pdf.page('BT /Own 10 Tf 20 30 Td (A) Tj ET', { fonts: `/Own ${mapped(pdf, 'fb01')}` });
  const pages = await readByAll(pdf);
  expect(pages.map(textOf)).toEqual(['\ufb01', 'fi']);
  expect(pages.map((page) => page && 'glyphs' in page && page.glyphs.length)).toEqual([1, 1]);
});

test('codes without Unicode: PDFium says so, pdf.js goes by the name of the glyph', async () => {
  for (const [name, guess] of [
    ['a', 'a'],
    ['five', '5'],
  ] as const) {
    const pdf = new TinyPdf();
    pdf.page('BT /T3 10 Tf 20 30 Td (a) Tj ET', { fonts: `/T3 ${type3(pdf, name)}` });
    expect((await readByAll(pdf)).map(textOf)).toEqual([guess, '\ufffd']);
  }
});

test('broken content: PDFium reads on where pdf.js gives up the page', async () => {
  const pages = await readByAll(drawn(`/Pattern cs /None scn ${helvetica(20, 30, 'lost')}`));
  expect(pages.map(textOf)).toEqual(['unread', 'lost']);
});

test('a compressed stream that is cut off: with both the page that needs it is given up', async () => {
  const pdf = new TinyPdf();
  const packed = deflateSync(Array.from({ length: 999 }, (_, i) => helvetica(20, 30, String(i * i))).join(''));
  pdf.addPage(`/Contents ${pdf.stream('/Filter /FlateDecode', packed.subarray(0, packed.length / 2))}`);
  pdf.page(helvetica(20, 30, 'whole'));
  for (const engine of ['pdfjs', 'pdfium'] as const) {
    const source = await PdfSource.open(engine, { bytes: pdf.bytes(), remarks: [] }, undefined);
    expect([await source.read(1), await source.read(2)].map(textOf)).toEqual(['unread', 'whole']);
    await source.close();
  }
});

test('letters in one place of one text object: two in pdf.js, one in PDFium', async () => {
  expect((await readByAll(drawn('BT /Helv 10 Tf 20 30 Td [(A) 667 (A)] TJ ET'))).map(textOf)).toEqual(['AA', 'A']);
});

test('gradients: a rule filled with one is a rule in pdf.js alone', async () => {
  const pdf = new TinyPdf();
  const colours = '/Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>';
  const gradient = pdf.add(
    `<< /Type /Pattern /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 100 0] ${colours} >> >>`,
  );
  pdf.page('/Pattern cs /P scn 10 50 80 0.5 re f', { resources: `/Pattern << /P ${gradient} >>` });
  expect((await readByAll(pdf)).map((page) => page && 'rules' in page && page.rules.length)).toEqual([1, 0]);
});

test('a producer named in the trailer itself, against the standard, is known to pdf.js alone', async () => {
  const pdf = new TinyPdf();
  pdf.info = '/Producer (WPS)';
  pdf.page('');
  const producers = engines.map(async ([, reader]) => {
    const document = await reader.open(pdf.bytes(), undefined);
    await document.close();
    return document.producer;
  });
  expect(await Promise.all(producers)).toEqual(['WPS', null]);
});
