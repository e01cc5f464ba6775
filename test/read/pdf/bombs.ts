import { deflateSync } from 'node:zlib';
import { helvetica } from './conformance/engines.js';
import { type PageEntries, TinyPdf } from './tiny-pdf.js';

/** Draws what a page needs, and gives its content and entries; null where it has added the page itself. */
type Draw = (pdf: TinyPdf) => { readonly content: string; readonly entries?: PageEntries } | null;

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 200 100]';
const LINE = '0 0 9 9 re f\n';

/** The number of the object that is added next. */
const upcoming = (pdf: TinyPdf): number => Number.parseInt(pdf.add('null'), 10) + 1;

const drawing = (form: string) => ({ content: '/F Do', entries: { resources: `/XObject << /F ${form} >>` } });

/** A form that draws `inner`, so often. */
const formOf = (pdf: TinyPdf, inner: string, times: number) =>
  pdf.stream(`${FORM} /Resources << /XObject << /F ${inner} >> >>`, '/F Do '.repeat(times));

/** Forms within forms, `depth` of them, each drawing the next so often. */
function laughs(times: number, depth: number, content = LINE): Draw {
  return (pdf) => {
    let form = pdf.stream(FORM, content);
    for (let i = 0; i < depth; i++) form = formOf(pdf, form, times);
    return drawing(form);
  };
}

const selfDrawing: Draw = (pdf) => drawing(formOf(pdf, `${upcoming(pdf)} 0 R`, 20));

function flate(pdf: TinyPdf, data: Buffer, times = 1): null {
  let packed = data;
  for (let i = 0; i < times; i++) packed = deflateSync(packed, { level: 6 });
  pdf.addPage(`/Contents ${pdf.stream(`/Filter [${'/FlateDecode '.repeat(times)}]`, packed)}`);
  return null;
}

/** A Type 3 font with one letter, `a`. */
const type3 = (pdf: TinyPdf, letter: string, inner: string) =>
  pdf.add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /a ${letter} >> ` +
      `/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [10] /Resources << /Font << ${inner} >> >> >>`,
  );
const LETTERS = '10 0 0 0 8 8 d1 BT /T3 10 Tf (aaaaaaaaaa) Tj ET';
const inType3 = (font: string) => ({ content: 'BT /T3 10 Tf 20 60 Td (aaaa) Tj ET', entries: { fonts: `/T3 ${font}` } });

const tiling = (pdf: TinyPdf, content: string, patterns: string) =>
  pdf.stream(
    `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << ${patterns} >> >>`,
    content,
  );
const FILLED = '/Pattern cs /P scn 0 0 200 100 re f ';
const filledWith = (pattern: string) => ({
  content: `${FILLED}${helvetica(20, 30, 'B')}`,
  entries: { resources: `/Pattern << /P ${pattern} >>` },
});

/**
 * Pages of a few hundred bytes to a few hundred kilobytes that exhaust who reads them carelessly, by what they are, with the reason for which
 * they come back unread; null where they can be read in time. Each stands between two sound pages, `A` and `Z`.
 */
export const bombs: readonly (readonly [name: string, reason: string | null, draw: Draw])[] = [
  ['a form that draws itself many times', 'too-large', selfDrawing],
  ['a form that draws itself once', null, (pdf) => drawing(formOf(pdf, `${upcoming(pdf)} 0 R`, 1))],
  [
    'two forms that draw each other',
    'too-large',
    (pdf) => {
      const first = upcoming(pdf);
      formOf(pdf, `${first + 1} 0 R`, 5);
      return drawing(formOf(pdf, `${first} 0 R`, 5));
    },
  ],
  [
    'a form without resources that draws itself by the name it has on the page',
    'too-large',
    (pdf) => drawing(pdf.stream(FORM, '/F Do '.repeat(3))),
  ],
  ['forms within forms, ten times each', 'too-large', laughs(10, 20)],
  ['forms within forms, twice each', 'too-large', laughs(2, 60)],
  ['forms within forms that draw nothing', 'too-large', laughs(10, 8, ' ')],
  ['a handful of forms within forms', null, laughs(3, 3)],
  [
    'a stamp that draws itself',
    'too-large',
    (pdf) => {
      const form = formOf(pdf, `${upcoming(pdf)} 0 R`, 20);
      const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 200 100] /AP << /N ${form} >> >>`);
      return { content: helvetica(20, 30, 'B'), entries: { entries: `/Annots [${stamp}]` } };
    },
  ],
  [
    '300,000 stamps',
    'too-large',
    (pdf) => {
      const look = pdf.stream(FORM, LINE);
      const stamp = pdf.add(`<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 200 100] /AP << /N ${look} >> >>`);
      return { content: '', entries: { entries: `/Annots [${`${stamp} `.repeat(300_000)}]` } };
    },
  ],
  ['a Type 3 letter drawn with itself', 'too-large', (pdf) => inType3(type3(pdf, pdf.stream('', LETTERS), `/T3 ${upcoming(pdf)} 0 R`))],
  [
    'Type 3 letters within letters',
    'too-large',
    (pdf) => {
      let font = type3(pdf, pdf.stream('', `10 0 0 0 8 8 d1 ${LINE}`), '');
      for (let i = 0; i < 8; i++) font = type3(pdf, pdf.stream('', LETTERS), `/T3 ${font}`);
      return inType3(font);
    },
  ],
  ['a pattern filled with itself', null, (pdf) => filledWith(tiling(pdf, FILLED.repeat(10), `/P ${upcoming(pdf)} 0 R`))],
  [
    'patterns within patterns',
    null,
    (pdf) => {
      let pattern = tiling(pdf, LINE, '');
      for (let i = 0; i < 10; i++) pattern = tiling(pdf, FILLED.repeat(10), `/P ${pattern}`);
      return filledWith(pattern);
    },
  ],
  ['a page without bounds', null, () => ({ content: helvetica(20, 30, 'B'), entries: { mediaBox: '-1e38 -1e38 1e38 1e38' } })],
  ['200 MB of blanks', 'out-of-memory', (pdf) => flate(pdf, Buffer.alloc(200_000_000, ' '))],
  ['200 MB of blanks, compressed twice', 'out-of-memory', (pdf) => flate(pdf, Buffer.alloc(200_000_000, ' '), 2)],
  ['a million rectangles', 'out-of-memory', (pdf) => flate(pdf, Buffer.from(LINE.repeat(1_000_000)))],
  ['250,000 rectangles', 'too-large', (pdf) => flate(pdf, Buffer.from(LINE.repeat(250_000)))],
  [
    'a content that is named 3,000 times',
    'out-of-memory',
    (pdf) => {
      const content = pdf.stream('/Filter /FlateDecode', deflateSync(LINE.repeat(100_000)));
      pdf.addPage(`/Contents [${`${content} `.repeat(3000)}]`);
      return null;
    },
  ],
  [
    'a stream of objects that holds 200 MB',
    null,
    (pdf) => {
      const objects = Buffer.concat([Buffer.from('1000 0 '), Buffer.alloc(200_000_000, ' ')]);
      pdf.stream('/Type /ObjStm /N 1 /First 8 /Filter /FlateDecode', deflateSync(objects));
      return { content: helvetica(20, 30, 'B') };
    },
  ],
  [
    'a stream of objects within itself',
    null,
    (pdf) => {
      const own = `${upcoming(pdf)} 0 R`;
      pdf.stream(`/Type /ObjStm /N 1 /First 8 /Extends ${own}`, '1000 0 << /Type /ObjStm >>');
      return { content: helvetica(20, 30, 'B'), entries: { entries: `/X ${own}` } };
    },
  ],
];

/** A document of three pages, the bomb in the middle. */
export function withBomb(draw: Draw): Uint8Array {
  const pdf = new TinyPdf();
  pdf.page(helvetica(20, 30, 'A'));
  const page = draw(pdf);
  if (page) pdf.page(page.content, page.entries);
  pdf.page(helvetica(20, 30, 'Z'));
  return pdf.bytes();
}

/** A page tree in which ten nodes name one below ten times each, ten levels deep: ten thousand million pages. */
export function endlessTree(): Uint8Array {
  const pdf = new TinyPdf();
  let node = pdf.add('<< /Type /Page /MediaBox [0 0 200 100] >>');
  for (let i = 0; i < 10; i++) node = pdf.add(`<< /Type /Pages /Count ${10 ** (i + 1)} /Kids [${`${node} `.repeat(10)}] >>`);
  pdf.catalog = `/Pages ${node}`;
  return pdf.bytes();
}
