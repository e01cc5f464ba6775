import type { Box } from '../../../model/glyph.js';
import { intersect, type Matrix } from '../../paint/matrix.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';
import { pointAt } from './shapes.js';

/**
 * What the clip paths of objects leave open of a box, each path by its bounds; for objects of one page or form, as long as the page is open.
 * Objects drawn under one clip share its paths, points and all: these are read once, and known again by the address of the first.
 */
export class Clips {
  private readonly bounds = new Map<Pointer, Box>();

  /** @param matrix from the space the objects lie in to page space @param open in page space, what is open to them all */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly matrix: Matrix,
    private readonly open: Box,
  ) {}

  /** What is open to an object. */
  of(object: Pointer): Box {
    const { api } = this.pdfium;
    const clip = api.FPDFPageObj_GetClipPath(object);
    const paths = clip === 0 ? 0 : api.FPDFClipPath_CountPaths(clip);
    let { open } = this;
    for (let path = 0; path < paths; path++) {
      const bounds = this.boundsOf(clip, path);
      if (bounds) open = intersect(bounds, open);
    }
    return open;
  }

  /** null for a path without points: it clips nothing. */
  private boundsOf(clip: Pointer, path: number): Box | null {
    const first = this.pdfium.api.FPDFClipPath_GetPathSegment(clip, path, 0);
    if (first === 0) return null;
    let bounds = this.bounds.get(first);
    if (!bounds) {
      bounds = this.readBounds(clip, path);
      this.bounds.set(first, bounds);
    }
    return bounds;
  }

  private readBounds(clip: Pointer, path: number): Box {
    const { pdfium } = this;
    const { api } = pdfium;
    const count = api.FPDFClipPath_CountPathSegments(clip, path);
    let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      const [x, y] = pointAt(pdfium, api.FPDFClipPath_GetPathSegment(clip, path, i), this.matrix);
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
    return [x0, y0, x1, y1];
  }
}
