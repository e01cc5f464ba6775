import { describe, expect, test } from 'vitest';
import { extractDisclosure } from '../../../src/index.js';
import { helvetica } from './conformance/engines.js';
import { TinyPdf } from './tiny-pdf.js';

/** The known difference: the name of a Type 3 glyph tells pdf.js what it is; PDFium goes by its code, and has no Unicode for it. */
function named(before = ''): TinyPdf {
  const pdf = new TinyPdf();
  const square = pdf.stream('', '10 0 0 0 8 8 d1 0 0 8 8 re f');
  const shape = `/FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /five ${square} >>`;
  const codes = '/Encoding << /Differences [97 /five] >> /FirstChar 97 /LastChar 97 /Widths [10]';
  const fonts = `/T3 ${pdf.add(`<< /Type /Font /Subtype /Type3 ${shape} ${codes} /Resources << >> >>`)}`;
  pdf.page(`${before}${helvetica(20, 30, 'Total')} BT /T3 10 Tf 20 60 Td (a) Tj ET`, { fonts });
  return pdf;
}

test.each([
  ['both', true],
  ['auto', true],
  ['pdfium', false],
  ['pdfjs', false],
] as const)('a glyph that only the second engine can name, --engine %s', async (engine, isSaid) => {
  const { findings, sections } = await extractDisclosure(named().bytes(), { engine, ocr: 'off' });
  const said = findings.filter(({ rule }) => rule === 'ENGINES-DISAGREE').map(({ message }) => message);
  expect(said).toEqual(isSaid ? ['第1页表外文字，两个引擎识读不一：与第二引擎相比，少读「5」，请对照原件。'] : []);
  expect(sections.map(({ text }) => text).join()).not.toContain(engine === 'pdfjs' ? '\ufffd' : '5');
});

describe('a page that PDFium cannot read', () => {
  /** PDFium takes a page without its type for none. */
  const document = () => {
    const pdf = new TinyPdf();
    pdf.page(helvetica(20, 30, 'whole'));
    const fonts = pdf.add('<< /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>');
    const contents = pdf.stream('', helvetica(20, 30, 'untyped'));
    pdf.kid(pdf.add(`<< /MediaBox [0 0 200 100] /Resources << /Font ${fonts} >> /Contents ${contents} >>`));
    return pdf.bytes();
  };

  test('is read by the other engine, and its text is there', async () => {
    const { pages, sections } = await extractDisclosure(document());
    expect(pages.map(({ method, reason }) => [method, reason])).toEqual([
      ['text', null],
      ['text', null],
    ]);
    expect(sections.map(({ text }) => text).join()).toContain('untyped');
  });

  test('is named where only PDFium is asked', async () => {
    const { pages } = await extractDisclosure(document(), { engine: 'pdfium' });
    expect(pages.map(({ reason }) => reason)).toEqual([null, 'damaged']);
  });
});

test('what the second engine says stands among the findings in their order, not before them', async () => {
  const pdf = named('/Pattern cs /None scn ');
  pdf.kid(pdf.add('null'));
  const { findings } = await extractDisclosure(pdf.bytes(), { ocr: 'off', engine: 'both' });
  expect(findings.map(({ rule }) => rule)).toEqual(['PAGE-UNREAD', 'READ-ONCE']);
});

test('a page in doubt that the second engine cannot read either stays as it is, and says that nobody confirmed it', async () => {
  const pdf = named('/Pattern cs /None scn ');
  const rules = async (engine: 'both' | 'pdfium') =>
    (await extractDisclosure(pdf.bytes(), { engine, ocr: 'off' })).findings.filter(({ rule }) => rule === 'READ-ONCE');
  expect(await rules('both')).toMatchObject([{ severity: 'info', message: '第1页存疑，第二个引擎未能识读，未经复核。' }]);
  expect(await rules('pdfium')).toEqual([]);
});

test('of a page in doubt the letters alone are asked for: operators that pdf.js does not understand cost nothing', async () => {
  const { findings } = await extractDisclosure(named('/Pattern cs /None scn ').bytes(), { ocr: 'off' });
  expect(findings.map(({ message }) => message)).toContain('第1页表外文字，两个引擎识读不一：与第二引擎相比，少读「5」，请对照原件。');
});
