import { PageError } from '../../errors.js';
import { type Matrix, multiply, multiplyBy } from '../../paint/matrix.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** The displayed page: its size in pt, the degrees of /Rotate, and the way from user space to it (crop box, /Rotate and user unit applied). */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly viewport: Matrix;
}

/** @param unit points in one unit of user space @throws PageError when PDFium knows no box of the page */
export function pageGeometry(pdfium: Pdfium, page: Pointer, unit: number): Geometry {
  const { api, scratch } = pdfium;
  if (!api.FPDF_GetPageBoundingBox(page, scratch)) throw new PageError('PDFium gives no box for this page');
  const [x0, y1, x1, y0] = [round(pdfium.float(0)), round(pdfium.float(1)), round(pdfium.float(2)), round(pdfium.float(3))];
  const rotation = (((api.FPDFPage_GetRotation(page) % 4) + 4) % 4) * 90;
  const [width, height] = [round((x1 - x0) * unit), round((y1 - y0) * unit)];
  const sideways = rotation % 180 !== 0;
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    rotation,
    viewport: multiply([unit, 0, 0, unit, 0, 0], viewportOf(rotation, x0, y0, x1, y1)),
  };
}

function viewportOf(rotation: number, x0: number, y0: number, x1: number, y1: number): Matrix {
  switch (rotation) {
    case 90:
      return [0, 1, 1, 0, -y0, -x0];
    case 180:
      return [-1, 0, 0, 1, x1, -y0];
    case 270:
      return [0, -1, -1, 0, y1, x1];
    default:
      return [1, 0, 0, -1, -x0, y1];
  }
}

/** pt, to 0.0001: PDFium keeps boxes as 32-bit floats. */
const round = (n: number) => Math.round(n * 10_000) / 10_000;

/** The matrix that PDFium left in the scratch memory first, then `outer`. */
export const multiplyByScratch = (outer: Matrix, pdfium: Pdfium): Matrix =>
  multiplyBy(outer, pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3), pdfium.float(4), pdfium.float(5));
