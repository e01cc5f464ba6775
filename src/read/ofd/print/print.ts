/** The page of an OFD as a PDF of one page, which PDFium can draw: marks → content → file. */
import { PageError } from '../../errors.js';
import { boxThrough } from '../../paint/matrix.js';
import type { Faces } from '../faces.js';
import type { Mark, PictureMark } from '../marks.js';
import type { OfdPackage } from '../package.js';
import { CHINESE, LATIN, marksToContent } from './content.js';
import { PdfFile } from './pdf-file.js';
import { addPicture } from './pictures.js';

/** Share of the page from which on a picture may hold what somebody wants to read: a page without it would look whole. */
const LARGE = 0.06;

/** What a page is printed with. */
export interface Print {
  readonly ofd: OfdPackage;
  readonly faces: Faces | null;
  /** pt. */
  readonly width: number;
  readonly height: number;
}

/** @throws PageError where a large picture is missing or of a format that nothing here reads */
export function marksToPdf(marks: readonly Mark[], { ofd, faces, width, height }: Print): Uint8Array {
  const pdf = new PdfFile();
  const pictures = new Map<string, string | null>();
  const alphas = new Set<number>();
  const names: string[] = [];
  const picture = (mark: PictureMark): string | null => {
    const file = mark.media?.file ?? '';
    let name = pictures.get(file);
    if (name === undefined) {
      const bytes = ofd.readable(file);
      const added = bytes && addPicture(pdf, bytes);
      name = added === null ? null : `I${names.length}`;
      if (name !== null) names.push(`/${name} ${added}`);
      pictures.set(file, name);
    }
    if (name === null && shareOf(mark, width, height) >= LARGE)
      throw new PageError(`the picture ${file || 'of an object'} cannot be drawn`);
    return name;
  };
  const alpha = (value: number): string => {
    const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
    alphas.add(percent);
    return `A${percent}`;
  };
  const content = pdf.addStream('', Buffer.from(marksToContent(marks, height, { faces, picture, alpha }), 'latin1'));
  const states = [...alphas].map((percent) => `/A${percent} << /ca ${percent / 100} /CA ${percent / 100} >>`);
  const resources =
    `<< /Font << /${LATIN} ${addLatin(pdf)} /${CHINESE} ${addChinese(pdf)} >> /ExtGState << ${states.join(' ')} >> ` +
    `/XObject << ${names.join(' ')} >> >>`;
  const size = `[0 0 ${width} ${height}]`;
  const page = pdf.add(`<< /Type /Page /MediaBox ${size} /Contents ${content} /Resources ${resources} >>`);
  const tree = pdf.add(`<< /Type /Pages /Count 1 /Kids [${page}] >>`);
  return pdf.toBytes(pdf.add(`<< /Type /Catalog /Pages ${tree} >>`));
}

/** Of the page that a picture covers. */
function shareOf({ matrix }: PictureMark, width: number, height: number): number {
  const [x0, y0, x1, y1] = boxThrough(matrix, 0, 0, 1, 1);
  return ((x1 - x0) * (y1 - y0)) / (width * height);
}

/** PDFium brings it, and its digits are as wide as those of Chinese faces. */
const addLatin = (pdf: PdfFile): string => pdf.add('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>');

/** A Chinese face that is not embedded: PDFium leaves its letters blank. */
function addChinese(pdf: PdfFile): string {
  const descriptor = pdf.add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 ' +
      '/CapHeight 700 /StemV 80 >>',
  );
  const face = pdf.add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor ${descriptor} ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>',
  );
  return pdf.add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [${face}] >>`);
}
