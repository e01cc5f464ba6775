import type { PictureFile } from '../../../model/sheet.js';
import { PdfFile } from '../../ofd/print/pdf-file.js';
import { addPicture } from '../../ofd/print/pictures.js';

/** pt. Paper around a picture, for the frame of its table may be its edge: 40 px as it is read, so that its own pixels are not blurred more than they must be. */
export const PICTURE_MARGIN = 14.4;

/** A picture as it is shown, on a page with paper around it, which PDFium can draw; null where it is of a format that nothing here reads. */
export function pictureToPdf({ bytes, width, height, crop: [left, top, right, bottom] }: PictureFile): Uint8Array | null {
  const [across, down] = [1 - left - right, 1 - top - bottom];
  if (!(across > 0 && down > 0)) return null;
  const pdf = new PdfFile();
  const picture = addPicture(pdf, bytes);
  if (picture === null) return null;
  const [wholeWidth, wholeHeight] = [width / across, height / down];
  const margin = PICTURE_MARGIN;
  const placed = [wholeWidth, 0, 0, wholeHeight, margin - left * wholeWidth, margin - bottom * wholeHeight].map(n).join(' ');
  const shown = `${n(margin)} ${n(margin)} ${n(width)} ${n(height)} re W n`;
  const content = pdf.addStream('', Buffer.from(`q ${shown} ${placed} cm /I Do Q`, 'latin1'));
  const size = `[0 0 ${n(width + 2 * margin)} ${n(height + 2 * margin)}]`;
  const page = pdf.add(`<< /Type /Page /MediaBox ${size} /Contents ${content} /Resources << /XObject << /I ${picture} >> >> >>`);
  const tree = pdf.add(`<< /Type /Pages /Count 1 /Kids [${page}] >>`);
  return pdf.toBytes(pdf.add(`<< /Type /Catalog /Pages ${tree} >>`));
}

/** A number of a PDF, which knows no exponents. */
const n = (value: number): string => String(Number(value.toFixed(3)));
