import { readJbig2 } from './jbig2.js';
import { jpegFrame } from './jpeg.js';
import type { PdfFile } from './pdf-file.js';
import { readPng } from './png.js';

/** Pixels of a picture. A0 at 300 dpi has 139 million, scans of pages some 10. */
const MOST_PIXELS = 150_000_000;

/**
 * A picture as an object of a PDF: JPEG and JBIG2 as they are, PNG unpacked.
 * @returns how others refer to it; null where it is of another format, damaged or too large
 */
export const addPicture = (pdf: PdfFile, bytes: Uint8Array): string | null =>
  addJpeg(pdf, bytes) ?? addJbig2(pdf, bytes) ?? addPng(pdf, bytes);

const GREY = '/DeviceGray';
const COLOURS: ReadonlyMap<number, string> = new Map([
  [1, GREY],
  [3, '/DeviceRGB'],
  [4, '/DeviceCMYK'],
]);

const picture = (width: number, height: number, colours: string, bits: number) =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colours} /BitsPerComponent ${bits}`;

function addJpeg(pdf: PdfFile, bytes: Uint8Array): string | null {
  const frame = jpegFrame(bytes);
  const colours = COLOURS.get(frame?.channels ?? 0);
  if (!frame || colours === undefined || frame.width * frame.height > MOST_PIXELS) return null;
  return pdf.addStream(`${picture(frame.width, frame.height, colours, 8)} /Filter /DCTDecode`, bytes, true);
}

function addJbig2(pdf: PdfFile, bytes: Uint8Array): string | null {
  const found = readJbig2(bytes);
  if (!found || found.width * found.height > MOST_PIXELS) return null;
  return pdf.addStream(`${picture(found.width, found.height, GREY, 1)} /Filter /JBIG2Decode`, found.segments, true);
}

function addPng(pdf: PdfFile, bytes: Uint8Array): string | null {
  const found = readPng(bytes, MOST_PIXELS);
  if (!found) return null;
  const { width, height, channels, colour, alpha } = found;
  const mask = alpha ? ` /SMask ${pdf.addStream(picture(width, height, GREY, 8), alpha)}` : '';
  return pdf.addStream(`${picture(width, height, COLOURS.get(channels) ?? GREY, 8)}${mask}`, colour);
}
