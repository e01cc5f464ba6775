import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { describe, expect, test, vi } from 'vitest';
import { completedPicture } from '../../src/draw/completed-picture.js';
import { cropPicture, extractDisclosure, openPictures, type PagePicture } from '../../src/index.js';
import { boxOf } from '../../src/model/box.js';
import { NotOnPage, Pictures } from '../../src/picture/pictures.js';
import { isOurPng } from '../../src/picture/png.js';
import { openDocument, pagedOrThrow } from '../../src/read/containers.js';
import { PageError } from '../../src/read/errors.js';
import { PdfiumDocument } from '../../src/read/pdf/pdfium/document.js';
import { TinyPdf } from '../read/pdf/tiny-pdf.js';

/** Pages of 200 × 100 pt, red in the upper left quarter. */
function corner(pages = 1, rotate = 0): Uint8Array {
  const pdf = new TinyPdf();
  for (let n = 0; n < pages; n++) pdf.page('1 0 0 rg 0 50 100 50 re f', { rotate });
  return pdf.bytes();
}

const RED = [255, 0, 0];
const WHITE = [255, 255, 255];

function pixel({ png }: PagePicture, x: number, y: number): number[] {
  const { width, channels, data } = decode(png);
  const [first = 0, ...others] = data.subarray((y * width + x) * channels, (y * width + x + 1) * channels);
  return channels === 1 ? [first, first, first] : [first, ...others];
}

const SAMPLE = readFileSync('samples/beiguan-2024.pdf');

describe('a page', () => {
  test('is a PNG of the page as a person sees it', async () => {
    const pictures = await openPictures(corner(2, 90));
    const picture = await pictures.page(2, { dpi: 72 });
    expect([pictures.pages, picture.width, picture.height, picture.box]).toEqual([2, 100, 200, [0, 0, 100, 200]]);
    expect(pixel(picture, 98, 2)).toEqual(RED);
    expect(pixel(picture, 2, 2)).toEqual(WHITE);
    await pictures.close();
  });

  test('is the same bytes every time', async () => {
    const pictures = await openPictures(SAMPLE);
    const first = await pictures.page(8);
    await pictures.page(9);
    expect((await pictures.page(8)).png).toEqual(first.png);
    await pictures.close();
  });

  test('has fewer pixels per inch where there would be too many pixels', async () => {
    const pictures = await openPictures(corner());
    const { width, height, dpi } = await pictures.page(1, { dpi: 2400 });
    expect(width * height).toBeLessThan(16_100_000);
    expect(width / 200).toBeCloseTo(dpi / 72, 1);
    await pictures.close();
  });

  test.each([0, 3, 1.5, Number.NaN])('there is none with the number %d', async (number) => {
    const pictures = await openPictures(corner(2));
    await expect(pictures.page(number)).rejects.toThrow(`the document has 2 pages, there is no page ${number}`);
    await pictures.close();
  });
});

describe('a crop', () => {
  test('shows what the page shows there, pixel by pixel', async () => {
    const pictures = await openPictures(SAMPLE);
    const page = decode((await pictures.page(8, { dpi: 144 })).png);
    const crop = await pictures.crop(8, [300, 250, 340, 290], { dpi: 144 });
    const cut = decode(crop.png);
    expect([cut.width, cut.height]).toEqual([80, 80]);
    expect(cut.data.some((value) => value < 100)).toBe(true);
    const rows = Array.from({ length: 80 }, (_, y) => page.data.subarray((500 + y) * page.width + 600, (500 + y) * page.width + 680));
    expect(cut.data).toEqual(Uint8Array.from(rows.flatMap((row) => [...row])));
    await pictures.close();
  });

  test.each(['samples/beiguan-2024.pdf', 'samples/linhe-water-2023.pdf'])(
    'at the box of a value has the ink of the value: %s',
    async (file) => {
      const bytes = readFileSync(file);
      const { tables } = await extractDisclosure(bytes);
      const value = Object.values(tables[1]?.rows[0]?.cells ?? {})[0];
      if (!value) throw new Error('the sample has no such value');
      const { data } = decode((await cropPicture(bytes, value.page, boxOf(value))).png);
      const dark = data.filter((level) => level < 128).length;
      expect(dark / data.length).toBeGreaterThan(0.1);
    },
  );

  test('has a margin, as far as the page goes', async () => {
    const crop = await cropPicture(corner(), 1, [90, 40, 110, 60], { dpi: 72, margin: 5 });
    expect([crop.width, crop.height, crop.box]).toEqual([30, 30, [85, 35, 115, 65]]);
    expect([pixel(crop, 14, 14), pixel(crop, 15, 15)]).toEqual([RED, WHITE]);
    expect((await cropPicture(corner(), 1, [190, 90, 250, 120], { dpi: 72, margin: 5 })).box).toEqual([185, 85, 200, 100]);
  });

  test('takes memory for what it shows, however fine', async () => {
    const { dpi, width } = await cropPicture(corner(), 1, [90, 40, 91, 41], { dpi: 2400 });
    expect([dpi, width]).toEqual([2400, 34]);
  });

  test.each([
    [[10, 10, 10, 20], 'the box 10,10,10,20 is empty'],
    [[20, 10, 10, 20], 'the box 20,10,10,20 is empty'],
    [[0, 0, Number.NaN, 20], 'is empty'],
    [[200, 10, 210, 20], 'lies off page 1, which is 200 × 100 pt'],
    [[10, -20, 20, 0], 'lies off page 1'],
  ] as const)('of %j is refused', async (box, message) => {
    await expect(cropPicture(corner(), 1, box)).rejects.toThrow(message);
  });

  test('carries the words it was given, and is known as ours', async () => {
    const { png } = await cropPicture(corner(), 1, [0, 0, 10, 10], { words: { Page: '1' } });
    expect(decode(png).text).toEqual({ Software: 'juesuan', Page: '1' });
    expect(isOurPng(png)).toBe(true);
    expect(isOurPng(Buffer.from('tEXtSoftware\0juesuan', 'latin1'))).toBe(false);
  });
});

test("what goes wrong in drawing is the page's fault or ours, and never taken for a wrong box", async () => {
  const pictures = await openPictures(corner());
  const drawing = vi.spyOn(PdfiumDocument.prototype, 'withPage');
  for (const [error, reason] of [
    [new PageError('PDFium cannot load page 1'), 'damaged'],
    [new RangeError('Invalid array length'), 'internal'],
  ] as const) {
    drawing.mockImplementation(() => {
      throw error;
    });
    await expect(pictures.crop(1, [0, 0, 9, 9])).rejects.toMatchObject({ name: 'DisclosureError', reason });
  }
  drawing.mockRestore();
  await expect(pictures.crop(1, [0, 0, 0, 9])).rejects.toBeInstanceOf(NotOnPage);
  await pictures.close();
});

test.each([
  ['STSong, which a PDF need not embed', 'BT /Song 20 Tf 20 30 Td <51B37B97> Tj ET', true],
  ['Helvetica, which PDFium brings', 'BT /Helv 20 Tf 20 30 Td (12.30) Tj ET', false],
])('it is known where letters will be missing: %s', async (_, content, lacks) => {
  const pdf = new TinyPdf();
  pdf.page(content);
  const pictures = await openPictures(pdf.bytes());
  expect(pictures.lacksLetters(1)).toBe(lacks);
  await pictures.close();
});

test('the letters that a picture lacks are those that are blank in it, and no others', async () => {
  const pdf = new TinyPdf();
  pdf.page('BT /Song 20 Tf 20 30 Td <51B37B97> Tj /Helv 20 Tf 60 0 Td (12.30) Tj ET');
  const source = pagedOrThrow(await openDocument(pdf.bytes(), {}));
  const page = await source.read(1);
  const glyphs = 'problem' in page ? [] : page.glyphs;
  const pictures = await Pictures.of(source);
  const whole = await pictures.page(1);
  const missing = await pictures.missingLetters(1, glyphs, whole);
  expect(missing.map(({ text }) => text).join('')).toBe('决算');
  expect(await pictures.missingLetters(1, glyphs, await pictures.crop(1, [70, 0, 150, 100]))).toEqual([]);
  const drawing = completedPicture(whole, missing);
  expect(drawing).toContain('<image ');
  expect([...drawing.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(['决', '算']);
  await source.close();
});

test('what is no document, or locked, says so', async () => {
  await expect(openPictures(Buffer.from('<html></html>'))).rejects.toMatchObject({ reason: 'not-readable' });
  const pdf = new TinyPdf();
  pdf.page('1 0 0 rg 0 50 100 50 re f');
  const locked = pdf.bytes({ owner: 'o', user: 'u' });
  await expect(openPictures(locked)).rejects.toMatchObject({ reason: 'encrypted' });
  await expect(cropPicture(locked, 1, [0, 0, 9, 9], { password: 'x' })).rejects.toMatchObject({ reason: 'wrong-password' });
  expect(pixel(await cropPicture(locked, 1, [0, 0, 9, 9], { password: 'u' }), 1, 1)).toEqual(RED);
});
