import { describe, expect, test } from 'vitest';
import { CountedEngine } from '../../../../bench/counted-engine.js';
import { DisclosureError } from '../../../../src/base/errors.js';
import { PdfiumDocument } from '../../../../src/read/pdf/pdfium/document.js';
import { pdfiumEngine } from '../../../../src/read/pdf/pdfium/engine.js';
import { startPdfium } from '../../../../src/read/pdf/pdfium/library.js';
import { TinyPdf, ucs2 } from '../tiny-pdf.js';

/** A page with everything the adapter asks PDFium about: text read in two rounds, white text, marks, a form, an annotation, a picture; layers, if asked for. */
function fullPage(layers: boolean): Uint8Array {
  const pdf = new TinyPdf();
  const off = pdf.add('<< /Type /OCG /Name (off) >>');
  if (layers) pdf.catalog = `/OCProperties << /OCGs [${off}] /D << /OFF [${off}] >> >>`;
  const form = pdf.stream('/Type /XObject /Subtype /Form /BBox [0 0 50 50]', 'BT /Helv 10 Tf 5 5 Td (F) Tj ET 0 0 40 0.5 re f');
  const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [50 50 70 70] /F 4 /AP << /N ${form} >> >>`);
  const content = `${layers ? '/OC /Off BDC' : '/Span BMC'} BT /Helv 10 Tf 20 20 Td (A) Tj ET 0 5 5 5 re f EMC /Span << /ActualText (x) >> BDC BT /Helv 10 Tf 20 30 Td (B) Tj ET EMC
    q 0 0 100 100 re W n 10 50 m 150 50 l S Q /Fm Do BT /Song 10 Tf 20 70 Td ${ucs2('决')} Tj ET 1 g BT /Helv 10 Tf 150 80 Td (W) Tj ET q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 1 EI Q`;
  pdf.page(content, { resources: `/Properties << /Off ${off} >> /XObject << /Fm ${form} >>`, entries: `/Annots [${stamp}]` });
  return pdf.bytes();
}

const bytes = fullPage(true);
const plain = fullPage(false);

async function useIt(counted: CountedEngine): Promise<string> {
  try {
    const document = await PdfiumDocument.open(bytes, undefined, counted.engine);
    try {
      const page = await document.read(1);
      await document.render(1, { dpi: 20 });
      return 'problem' in page ? page.problem : 'read';
    } finally {
      await document.close();
    }
  } catch (cause) {
    return (cause as Error).message;
  }
}

describe('every handle goes back', () => {
  test('after reading and drawing', async () => {
    const counted = await CountedEngine.start();
    expect(await useIt(counted)).toBe('read');
    expect(counted.leaks).toEqual({});
  });

  test('whichever call fails', async () => {
    const sound = await CountedEngine.start();
    await useIt(sound);
    for (let failAt = 1; failAt <= sound.calls; failAt++) {
      const counted = await CountedEngine.start();
      counted.failAt = failAt;
      const outcome = await useIt(counted);
      expect([failAt, outcome, counted.leaks]).toEqual([failAt, expect.stringMatching(/^(?:injected|read)$/), {}]);
    }
  });

  test.each([
    ['damaged', new Uint8Array(Buffer.from('%PDF-1.5\nnothing here\nstartxref\n0\n%%EOF\n'))],
    ['empty', new Uint8Array(0)],
  ])('of a document that cannot be opened: %s', async (_, broken) => {
    const counted = await CountedEngine.start();
    await expect(PdfiumDocument.open(broken, undefined, counted.engine)).rejects.toBeInstanceOf(DisclosureError);
    expect(counted.leaks).toEqual({});
  });

  test('closing twice is closing once', async () => {
    const counted = await CountedEngine.start();
    const document = await PdfiumDocument.open(bytes, undefined, counted.engine);
    await document.close();
    const { calls } = counted;
    await document.close();
    expect(counted.calls).toBe(calls);
    expect(await document.read(1)).toMatchObject({ problem: 'the document is closed' });
  });
});

test("a page that PDFium takes for none is the document's fault, an error of our own is ours", async () => {
  const counted = await CountedEngine.start();
  const document = await PdfiumDocument.open(plain, undefined, counted.engine);
  expect(await document.read(2)).not.toHaveProperty('ours');
  counted.failAt = counted.calls + 10;
  expect(await document.read(1)).toMatchObject({ problem: 'injected', ours: true });
  await document.close();
});

describe('after a trap', () => {
  test('nothing of PDFium is called any more, and the other pages say so', async () => {
    const counted = await CountedEngine.start();
    const document = await PdfiumDocument.open(bytes, undefined, counted.engine);
    counted.failAt = counted.calls + 10;
    counted.failure = Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
    expect(await document.read(1)).toEqual({ number: 1, width: 200, height: 100, rotation: 0, problem: 'unreachable' });
    const { calls } = counted;
    expect(await document.read(1)).toMatchObject({ number: 1, problem: 'PDFium broke down on another page' });
    await document.close();
    expect(counted.calls).toBe(calls);
  });

  test('the next document gets an engine of its own', async () => {
    const before = await startPdfium();
    before.broken = true;
    const document = await pdfiumEngine.open(bytes, undefined);
    expect(await document.read(1)).not.toHaveProperty('problem');
    await document.close();
    const after = await startPdfium();
    expect(after).not.toBe(before);
    expect(await startPdfium()).toBe(after);
  });
});

test('a thousand documents leave memory as it was', async () => {
  const counted = await CountedEngine.start();
  await useIt(counted);
  const [heap, resident] = [counted.engine.heap.HEAPU8.length, process.memoryUsage().rss];
  for (let i = 0; i < 1000; i++) {
    const document = await PdfiumDocument.open(plain, undefined, counted.engine);
    await document.read(1);
    await document.close();
  }
  expect(counted.leaks).toEqual({});
  expect(counted.engine.heap.HEAPU8.length).toBe(heap);
  expect(process.memoryUsage().rss - resident).toBeLessThan(100_000_000);
});
