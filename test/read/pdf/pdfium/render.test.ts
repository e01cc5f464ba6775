import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../src/read/container.js';
import { PdfiumDocument } from '../../../../src/read/pdf/pdfium/document.js';
import { rendered } from '../rendered.js';
import { type PageEntries, TinyPdf } from '../tiny-pdf.js';

function drawn(content: string, entries: PageEntries = {}): Uint8Array {
  const pdf = new TinyPdf();
  pdf.page(content, entries);
  return pdf.bytes();
}

const at = ({ width, rgba }: Picture, x: number, y: number) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];

const RED = [255, 0, 0, 255];
const WHITE = [255, 255, 255, 255];

describe('a page as pixels', () => {
  const corner = drawn('1 0 0 rg 0 50 100 50 re f');

  test.each([
    [72, 200, 100],
    [36, 100, 50],
    [150, 417, 208],
  ])('at %i dpi it measures %i × %i', async (dpi, width, height) => {
    const picture = await rendered(corner, 1, { dpi });
    expect([picture.width, picture.height, picture.rgba.length]).toEqual([width, height, width * height * 4]);
    expect(at(picture, 1, 1)).toEqual(RED);
    expect(at(picture, width - 2, 1)).toEqual(WHITE);
    expect(at(picture, 1, height - 2)).toEqual(WHITE);
  });

  test('/Rotate and the crop box are applied', async () => {
    const picture = await rendered(drawn('1 0 0 rg 0 50 100 50 re f', { rotate: 90, cropBox: '50 0 200 100' }), 1, { dpi: 72 });
    expect([picture.width, picture.height]).toEqual([100, 150]);
    expect(at(picture, 98, 2)).toEqual(RED);
    expect(at(picture, 2, 2)).toEqual(WHITE);
  });

  test('letters leave ink, annotations too', async () => {
    const pdf = new TinyPdf();
    const look = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 10 10]', '1 0 0 rg 0 0 10 10 re f');
    const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [150 50 170 70] /F 4 /AP << /N ${look} >> >>`);
    pdf.page('BT /Helv 40 Tf 20 30 Td (H) Tj ET', { entries: `/Annots [${stamp}]` });
    const picture = await rendered(pdf.bytes(), 1, { dpi: 72 });
    expect(at(picture, 160, 40)).toEqual(RED);
    expect(at(picture, 26, 55).slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('an open document can be read and drawn in turns', async () => {
    const document = await PdfiumDocument.open(corner);
    const first = await document.render(1, { dpi: 20 });
    expect(await document.read(1)).toMatchObject({ fills: [[0, 0, 100, 50]] });
    expect(await document.render(1, { dpi: 20 })).toEqual(first);
    await document.close();
  });

  test('a page that is not there, or would be too large, is an error', async () => {
    await expect(rendered(corner, 2, { dpi: 72 })).rejects.toThrow('PDFium cannot load page 2');
    await expect(rendered(corner, 1, { dpi: 20_000 })).rejects.toThrow('too large');
    await expect(rendered(new Uint8Array(8), 1, { dpi: 72 })).rejects.toMatchObject({ reason: 'damaged' });
  });

  test('a locked document is drawn with its password', async () => {
    const pdf = new TinyPdf();
    pdf.page('1 0 0 rg 0 50 100 50 re f');
    const locked = pdf.bytes({ owner: 'o', user: 'u' });
    await expect(rendered(locked, 1, { dpi: 72 })).rejects.toMatchObject({ reason: 'encrypted' });
    expect(at(await rendered(locked, 1, { dpi: 72, password: 'u' }), 1, 1)).toEqual(RED);
  });
});
