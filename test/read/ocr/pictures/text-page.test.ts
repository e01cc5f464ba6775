import { expect, test } from 'vitest';
import type { Page } from '../../../../src/model/page.js';
import { extractDisclosure } from '../../../../src/pipeline.js';
import type { Raster } from '../../../../src/read/ocr/picture/raster.js';
import { blankRaster } from '../../../../src/read/ocr/picture/raster.js';
import { picturesHoldTable } from '../../../../src/read/ocr/pictures/holds-table.js';
import { PdfiumDocument } from '../../../../src/read/pdf/pdfium/document.js';
import { TinyPdf } from '../../pdf/tiny-pdf.js';
import { post, stroke, table } from '../drawn-table.js';

/** The grey picture as an image object that fills the upper half of a page of text. */
function pageWith(raster: Raster, alpha?: Raster): Uint8Array {
  const pdf = new TinyPdf();
  const size = `/Width ${raster.width} /Height ${raster.height} /ColorSpace /DeviceGray /BitsPerComponent 8`;
  const mask = alpha ? `/SMask ${pdf.stream(`/Type /XObject /Subtype /Image ${size}`, Buffer.from(alpha.data))}` : '';
  const image = pdf.stream(`/Type /XObject /Subtype /Image ${size} ${mask}`, Buffer.from(raster.data));
  pdf.page('q 360 0 0 200 20 190 cm /P Do Q BT /Helv 10 Tf 20 20 Td (text below a picture) Tj ET', {
    mediaBox: '0 0 400 400',
    resources: `/XObject << /P ${image} >>`,
  });
  return pdf.bytes();
}

/** Three rows and four columns that fill the picture to its edges. */
function fullTable(): Raster {
  const raster = blankRaster(900, 500);
  for (const y of [0, 165, 330, 497]) stroke(raster, 0, 900, 3, () => y);
  for (const x of [0, 225, 450, 675, 898]) post(raster, x, 0, 500);
  return raster;
}

async function ask<T>(bytes: Uint8Array, use: (page: Page, document: PdfiumDocument) => T | Promise<T>): Promise<T> {
  const document = await PdfiumDocument.open(bytes);
  try {
    const page = await document.read(1);
    if ('problem' in page) throw new Error(page.problem);
    return await use(page, document);
  } finally {
    await document.close();
  }
}

test('a picture of a table whose frame is the edge of the picture is one; four cells are none', async () => {
  const holds = (raster: Raster) => ask(pageWith(raster), (page, document) => picturesHoldTable(page, document, 200));
  expect(await holds(fullTable())).toBe(true);
  expect(await holds(table())).toBe(false);
});

test('what a thumbnail shows for certain is not drawn larger', async () => {
  const drawn: number[] = [];
  const watch = (raster: Raster) =>
    ask(pageWith(raster), async (page, document) => {
      const render: PdfiumDocument['render'] = (number, options) => {
        drawn.push(Math.round(options.dpi));
        return document.render(number, options);
      };
      return await picturesHoldTable(page, { render }, 200);
    });
  expect(await watch(blankRaster(900, 500))).toBe(false);
  expect(drawn).toEqual([80]);
  expect(await watch(fullTable())).toBe(true);
  expect(drawn).toEqual([80, 80, 200]);
});

test('a picture is what shows of it: a table in its mask alone is one', async () => {
  const black = { ...blankRaster(900, 500), data: new Uint8Array(900 * 500) };
  const mask = { ...fullTable(), data: fullTable().data.map((value) => 255 - value) };
  expect(await ask(pageWith(black, mask), (page, document) => picturesHoldTable(page, document, 200))).toBe(true);
});

test('what became of the pictures stands in pages[]', async () => {
  const [page] = (await extractDisclosure(pageWith(table()))).pages;
  expect(page).toMatchObject({ method: 'text', pictures: 'ignored' });
  const [unasked] = (await extractDisclosure(pageWith(table()), { ocr: 'off' })).pages;
  expect(unasked).not.toHaveProperty('pictures');
});
