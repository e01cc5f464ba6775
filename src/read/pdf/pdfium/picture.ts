import type { Picture } from '../../container.js';
import { OutOfPixels } from '../../errors.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** Pixels of a picture. A0 at 300 dpi has 139 million; more would fill PDFium's memory. */
const MAX_PIXELS = 150_000_000;
/** FPDFBitmap_BGRA, written as RGBA under the flag FPDF_REVERSE_BYTE_ORDER. */
const FORMAT = 4;
const REVERSE_BYTE_ORDER = 0x10;
/** FPDF_ANNOT: with annotations. */
const ANNOTATIONS = 0x01;

/** What to draw a page on, and with. */
export interface Canvas {
  /** px. The whole page is as large. */
  readonly width: number;
  readonly height: number;
  /** The part of it to draw; all of it where it is missing. */
  readonly part?: PicturePart;
  /** `0xAARRGGBB`, with as much red as blue: PDFium fills and draws in different byte orders. */
  readonly ground: number;
  readonly annotations: boolean;
}

/** A rectangle of pixels, from the top left. */
export interface PicturePart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws an open page, stretched to the canvas, or a part of it. @throws OutOfPixels, OutOfEngineMemory when the picture is too large */
export function drawPage(pdfium: Pdfium, page: Pointer, { ground, annotations, part, ...whole }: Canvas): Picture {
  const { left, top, width, height } = part ?? { left: 0, top: 0, ...whole };
  if (width * height > MAX_PIXELS) throw new OutOfPixels(`a picture of ${width} × ${height} pixels is too large`);
  const { api } = pdfium;
  const bytes = width * height * 4;
  const buffer = pdfium.allocate(bytes);
  return pdfium.guard(
    () => {
      const bitmap = api.FPDFBitmap_CreateEx(width, height, FORMAT, buffer, width * 4);
      if (bitmap === 0) throw new OutOfPixels(`PDFium cannot draw ${width} × ${height} pixels`);
      pdfium.guard(
        () => {
          api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground);
          const flags = REVERSE_BYTE_ORDER | (annotations ? ANNOTATIONS : 0);
          api.FPDF_RenderPageBitmap(bitmap, page, -left, -top, whole.width, whole.height, 0, flags);
        },
        () => api.FPDFBitmap_Destroy(bitmap),
      );
      return { width, height, rgba: pdfium.heap.HEAPU8.slice(buffer, buffer + bytes) };
    },
    () => api.free(buffer),
  );
}
