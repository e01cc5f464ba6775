import { applyTo, type Matrix } from '../../paint/matrix.js';
import { isOneBox, type Subpath } from '../../paint/paths.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** FPDF_SEGMENT_*: a curve is three segments, the last of which ends it. */
const CURVE = 1;
const MOVE = 2;

/** The subpaths of a path object in page space. */
export function pathSubpaths(pdfium: Pdfium, path: Pointer, matrix: Matrix): Subpath[] {
  const { api } = pdfium;
  return segmentsToSubpaths(pdfium, api.FPDFPath_CountSegments(path), (i) => api.FPDFPath_GetPathSegment(path, i), matrix);
}

function segmentsToSubpaths(pdfium: Pdfium, count: number, segmentAt: (index: number) => Pointer, matrix: Matrix): Subpath[] {
  const { api } = pdfium;
  const subpaths: Subpath[] = [];
  let points: (readonly [x: number, y: number])[] = [];
  let curved = false;
  const end = (closed: boolean) => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  for (let i = 0; i < count; i++) {
    const segment = segmentAt(i);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type === MOVE) end(false);
    if (type === CURVE) curved = true;
    points.push(pointAt(pdfium, segment, matrix));
    if (!api.FPDFPathSegment_GetClose(segment)) continue;
    const start = points[0];
    end(true);
    if (start) points.push(start);
  }
  end(false);
  return subpaths;
}

/** Whether each of an object's clip paths is one upright box: what `Clips` gives is then all that they leave open. */
export function isClippedByBoxes(pdfium: Pdfium, object: Pointer, matrix: Matrix): boolean {
  const { api } = pdfium;
  const handle = api.FPDFPageObj_GetClipPath(object);
  const paths = handle === 0 ? 0 : api.FPDFClipPath_CountPaths(handle);
  for (let path = 0; path < paths; path++) {
    const count = api.FPDFClipPath_CountPathSegments(handle, path);
    if (!isOneBox(segmentsToSubpaths(pdfium, count, (i) => api.FPDFClipPath_GetPathSegment(handle, path, i), matrix))) return false;
  }
  return true;
}

/** Where a segment ends, in page space. */
export function pointAt(pdfium: Pdfium, segment: Pointer, matrix: Matrix): readonly [x: number, y: number] {
  const { api, scratch } = pdfium;
  api.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
  return applyTo(matrix, pdfium.float(0), pdfium.float(1));
}
