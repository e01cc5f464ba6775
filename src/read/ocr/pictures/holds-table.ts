import { POINTS_PER_INCH } from '../../../base/points.js';
import type { Box, Glyph } from '../../../model/glyph.js';
import type { Page } from '../../../model/page.js';
import type { Picture, Renderer } from '../../container.js';
import { tablePictures } from '../needs.js';
import { toGrey } from '../picture/grey.js';
import { toInk } from '../picture/ink.js';
import { blankRaster, erase, type Raster, tiltRaster } from '../picture/raster.js';
import { skewOf } from '../picture/skew.js';
import { unmixRed } from '../picture/unmix.js';
import { floodCells } from '../ruling/cells.js';
import { findRuling } from '../ruling/ruling.js';
import { mayHoldGrid } from './grid-lines.js';

/** px. The longer side of a thumbnail; and its pixels per inch, at least and at most: the rows of a table must stay apart, however large it is. */
const THUMBNAIL = 400;
const COARSEST = 60;
const FINEST = 100;
/** Cells from which on ruling lines are a table: frames and diagrams have fewer. */
const TABLE = 6;
/** Inch of paper around a picture: the frame of its table may be its edge. */
const MARGIN = 0.2;

/**
 * Does one of a page's large pictures show a table? Found without any engine, the cheapest question first: photographs, charts and diagrams
 * show in a thumbnail; only what may be a grid is drawn as it lies on the page, and its cells are counted.
 * @throws PageError
 */
export async function picturesHoldTable(page: Page, renderer: Pick<Renderer, 'render'>, dpi: number): Promise<boolean> {
  const shown = page.glyphs.filter(({ state }) => state === 'shown');
  for (const box of tablePictures(page)) {
    const draw = async (at: number, greyOf: (picture: Picture) => Raster): Promise<Raster> => {
      const picture = greyOf(await renderer.render(page.number, { dpi: at, box }));
      eraseGlyphs(picture, shown, box, at);
      return withMargin(picture, Math.round(at * MARGIN));
    };
    // Under a seal a line is still darker than what is beside it: in a thumbnail no seal need vanish.
    if (!mayHoldGrid(await draw(thumbnailDpi(box), toGrey))) continue;
    if (holdsTable(await draw(dpi, unmixRed), dpi)) return true;
  }
  return false;
}

function thumbnailDpi([x0, y0, x1, y1]: Box): number {
  const fitting = (THUMBNAIL * POINTS_PER_INCH) / Math.max(x1 - x0, y1 - y0);
  return Math.max(COARSEST, Math.min(FINEST, fitting));
}

/** What is written on a picture is no part of it. @param box pt, what the picture shows of the page */
function eraseGlyphs(picture: Raster, glyphs: readonly Glyph[], [left, top]: Box, dpi: number): void {
  const scale = dpi / POINTS_PER_INCH;
  for (const {
    box: [x0, y0, x1, y1],
  } of glyphs) {
    erase(picture, { x0: (x0 - left) * scale, y0: (y0 - top) * scale, x1: (x1 - left) * scale, y1: (y1 - top) * scale });
  }
}

function withMargin({ width, height, data }: Raster, margin: number): Raster {
  const wide = blankRaster(width + 2 * margin, height + 2 * margin);
  for (let y = 0; y < height; y++) wide.data.set(data.subarray(y * width, (y + 1) * width), (y + margin) * wide.width + margin);
  return wide;
}

function holdsTable(picture: Raster, dpi: number): boolean {
  const asItLies = toInk(picture, dpi);
  const tilt = skewOf(asItLies);
  const level = tilt === 0 ? asItLies : toInk(tiltRaster(picture, -tilt), dpi);
  const { cells } = floodCells(findRuling(level, dpi), level.width, level.height, dpi);
  return cells.length >= TABLE;
}
