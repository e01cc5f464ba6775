import type { OcrEngines } from '../engines/port.js';
import { type Ink, toInk } from '../picture/ink.js';
import { blankRaster, grown, type Raster, type Rect } from '../picture/raster.js';
import type { PixelCells } from '../ruling/cells.js';
import { joinBeside } from './detect.js';
import type { PrintLine } from './line.js';
import { overlookedPrint } from './overlooked.js';
import { linesInCell } from './print-lines.js';

/** The lines of print in the cells, and those outside that the detector sees. */
export async function findLines(level: Raster, ink: Ink, cells: PixelCells, dpi: number, engines: OcrEngines): Promise<PrintLine[]> {
  const inside = cells.cells.flatMap((_, i) => linesInCell(ink, cells, i + 1, dpi));
  const outside = withoutCells(level, cells);
  const found: PrintLine[] = [];
  for (const band of freeBands(ink, cells, dpi)) {
    const strip = blankRaster(level.width, band.y1 - band.y0 + 2 * AROUND);
    strip.data.set(outside.data.subarray(band.y0 * level.width, band.y1 * level.width), AROUND * level.width);
    const seen: Rect[] = [];
    for (const rect of joinBeside((await engines.detect(strip)).map((r) => toItsEnds(r, strip, dpi)))) {
      const [y0, y1] = [Math.max(band.y0, rect.y0 + band.y0 - AROUND), Math.min(band.y1, rect.y1 + band.y0 - AROUND)];
      if (y1 <= y0) continue;
      const crop = { ...rect, y0, y1 };
      seen.push(crop);
      found.push({ ...placed(ink, cells, crop), cell: 0 });
    }
    found.push(...overlookedPrint(ink, cells, band, seen, dpi).map((print) => ({ ...print, cell: 0, overlooked: true })));
  }
  return [...inside, ...found];
}

/** In heights of a box: one that is no wider shows a digit or two, of which the detector may have seen a part. */
const NARROW = 1.4;
/** In heights: how far such print may reach beyond its box, and the white around it that the recogniser was taught. */
const BEYOND = 0.25;
const WHITE_BESIDE = 0.35;

/** Where the print of a box is, and the crop to read it from: the box, unless it shows a digit or two, which want white around them. */
function placed(ink: Ink, cells: PixelCells, box: Rect): { ink: Rect; crop: Rect } {
  const height = box.y1 - box.y0;
  if (box.x1 - box.x0 > height * NARROW) return { ink: inkIn(ink, cells, box), crop: box };
  const print = inkIn(ink, cells, grown(box, height * BEYOND, ink));
  return { ink: print, crop: grown(print, (print.y1 - print.y0) * WHITE_BESIDE, ink) };
}

/** The picture with its cells and ruling lines painted over. */
function withoutCells(level: Raster, { owner }: PixelCells): Raster {
  const data = Uint8Array.from(level.data);
  for (let at = 0; at < data.length; at++) if (owner[at] !== 0) data[at] = 255;
  return { ...level, data };
}

/** In heights of the line. Ink no further away goes on with it. */
const GOES_ON = 0.8;
/** Share of that reach left white beyond the print that was added: as much as the detector leaves on its own. */
const WHITE = 1 / 4;

/** A box of the detector, to the ends of the print: it misses dashes and thin signs there. */
function toItsEnds(rect: Rect, strip: Raster, dpi: number): Rect {
  const { width, bits } = toInk(rowsOf(strip, rect), dpi);
  const reach = Math.round((rect.y1 - rect.y0) * GOES_ON);
  const hasInk = (x: number) => {
    for (let at = x; at < bits.length; at += width) if (bits[at]) return true;
    return false;
  };
  let [x0, x1] = [rect.x0, rect.x1];
  for (let x = rect.x1; x < Math.min(width, x1 + reach); x++) if (hasInk(x)) x1 = x + 1;
  for (let x = rect.x0 - 1; x >= Math.max(0, x0 - reach); x--) if (hasInk(x)) x0 = x;
  const margin = Math.round(reach * WHITE);
  return { ...rect, x0: x0 < rect.x0 ? Math.max(0, x0 - margin) : x0, x1: x1 > rect.x1 ? Math.min(width, x1 + margin) : x1 };
}

/** The rows of a box, in their full width. */
const rowsOf = ({ width, data }: Raster, { y0, y1 }: Rect): Raster => ({
  width,
  height: y1 - y0,
  data: data.subarray(y0 * width, y1 * width),
});

/** px. White above and below a band: the detector overlooks print at the edge of its picture. */
const AROUND = 40;
/** Inch. Higher bands of an A4 page are more than the detector takes at full size: see `LARGEST` in `detect.ts`. */
const BAND = 1.25;
/** Inch. White between two bands. */
const PAUSE = 0.04;
/** Inch of ink in a row of pixels, below which the row is white: two pixels at 200 dpi are dust. */
const LEAST_INK = 0.01;
/** px above and below the ink of a band that belong to it: the grey edges of its letters, which are no ink. */
const EDGE = 8;

/** Bands of the page with ink outside the cells, cut where no ink is. */
function freeBands({ width, height, bits }: Ink, { owner }: PixelCells, dpi: number): Rect[] {
  const bands: Rect[] = [];
  let [start, last] = [-1, -1];
  const close = () => {
    if (start >= 0) bands.push({ x0: 0, x1: width, y0: Math.max(0, start - EDGE), y1: Math.min(height, last + 1 + EDGE) });
    start = -1;
  };
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++) if (bits[y * width + x] && owner[y * width + x] === 0) count++;
    if (count > dpi * LEAST_INK) {
      if (start >= 0 && y - last > dpi * PAUSE && y - start > (dpi * BAND) / 2) close();
      if (start < 0) start = y;
      last = y;
      if (y - start > dpi * BAND) close();
    }
  }
  close();
  return bands;
}

/** px of ink in a row, below which the row is no part of the print: single pixels are noise. */
const LEAST_PIXELS = 2;

/** The part of a crop in which there is ink; all of it where there is none. */
function inkIn({ width, bits }: Ink, { owner }: PixelCells, crop: Rect): Rect {
  let [x0, y0, x1, y1] = [crop.x1, crop.y1, crop.x0, crop.y0];
  for (let y = crop.y0; y < crop.y1; y++) {
    let count = 0;
    for (let x = crop.x0; x < crop.x1; x++) {
      if (!bits[y * width + x] || owner[y * width + x] !== 0) continue;
      count++;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
    }
    if (count < LEAST_PIXELS) continue;
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y + 1);
  }
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : crop;
}
