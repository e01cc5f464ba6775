import { describe, expect, test, vi } from 'vitest';
import { pdf } from '../../../src/read/pdf/container.js';
import { pdfiumEngine } from '../../../src/read/pdf/pdfium/engine.js';
import { startPdfium } from '../../../src/read/pdf/pdfium/library.js';
import { PdfSource } from '../../../src/read/pdf/source.js';
import { page } from '../../builders.js';
import { TinyPdf } from './tiny-pdf.js';

function square(): Uint8Array {
  const tiny = new TinyPdf();
  tiny.page('1 0 0 rg 0 0 50 50 re f');
  return tiny.bytes();
}

const RED = [255, 0, 0, 255];

/** The lower left pixel of the first page as its source draws it. */
async function corner(source: PdfSource): Promise<number[]> {
  const { width, height, rgba } = await (await source.renderer()).render(1, { dpi: 72 });
  return [...rgba.subarray((height - 1) * width * 4, (height - 1) * width * 4 + 4)];
}

describe('an open PDF', () => {
  test('is opened once to be read and drawn by PDFium', async () => {
    const opened = vi.spyOn(pdfiumEngine, 'open');
    const source = await PdfSource.open('pdfium', { bytes: square(), remarks: [] }, undefined);
    expect(await source.read(1)).toMatchObject({ fills: [[0, 50, 50, 100]] });
    expect([await corner(source), await corner(source)]).toEqual([RED, RED]);
    await source.close();
    expect(opened).toHaveBeenCalledTimes(1);
  });

  test('that pdf.js reads is opened in PDFium when it is first drawn', async () => {
    const opened = vi.spyOn(pdfiumEngine, 'open');
    const source = await PdfSource.open('pdfjs', { bytes: square(), remarks: [] }, undefined);
    expect(await source.read(1)).toMatchObject({ fills: [[0, 50, 50, 100]] });
    expect(opened).not.toHaveBeenCalled();
    expect([await corner(source), await corner(source)]).toEqual([RED, RED]);
    expect(opened).toHaveBeenCalledTimes(1);
    await source.close();
  });

  test('can be read and drawn again after PDFium crashed on another page', async () => {
    const source = await PdfSource.open('pdfium', { bytes: square(), remarks: [] }, undefined);
    (await startPdfium()).broken = true;
    expect(await source.read(1)).toMatchObject({ fills: [[0, 50, 50, 100]] });
    (await startPdfium()).broken = true;
    expect(await corner(source)).toEqual(RED);
    await source.close();
  });
});

describe('the second reader', () => {
  const doubtful = page({ mute: 1 });

  test('is pdf.js where it is wanted, for the pages in doubt or all of them', () => {
    const asked = (engine: 'auto' | 'both') => pdf.second?.({ engine })?.pagesToRead([page(), { ...doubtful, number: 2 }], new Set());
    expect([asked('auto'), asked('both')]).toEqual([[2], [1, 2]]);
  });

  test('is none where one engine was chosen', () => {
    expect([pdf.second?.({ engine: 'pdfium' }), pdf.second?.({ engine: 'pdfjs' })]).toEqual([null, null]);
  });

  test('reads the same page', async () => {
    const second = await pdf.second?.({ engine: 'both' })?.open(square(), {});
    expect(await second?.read(1)).toMatchObject({ fills: [[0, 50, 50, 100]] });
    await second?.close();
  });
});
