import type { OcrEngines } from '../engines/port.js';
import { stepsToLetters } from '../print/ctc.js';
import { type QuarterTurn, type Raster, type Rect, turnRaster } from './raster.js';

/** Lines of print that are read both ways up, to find which is right. */
const LINES = 12;
/** px. Shorter ones have too few letters. */
const SHORTEST = 60;
/** Times its other side that a box is longer, to be a line of print that stands or lies: boxes of single letters are neither. */
const OBLONG = 1.5;

/**
 * How far a page has to be turned clockwise for its print to stand upright: lines of print are wider than high, and read better than
 * upside down. A page without print stays as it is.
 */
export async function uprightTurn(picture: Raster, engines: OcrEngines): Promise<QuarterTurn> {
  const rects = await engines.detect(picture);
  if (rects.length === 0) return 0;
  const lengthIn = (isLong: (r: Rect) => boolean) => rects.filter(isLong).reduce((sum, r) => sum + Math.max(r.x1 - r.x0, r.y1 - r.y0), 0);
  const isSideways = lengthIn((r) => r.y1 - r.y0 > OBLONG * (r.x1 - r.x0)) > lengthIn((r) => r.x1 - r.x0 > OBLONG * (r.y1 - r.y0));
  const level = isSideways ? turnRaster(picture, 90) : picture;
  const lines = (isSideways ? rects.map((r) => turnedRect(r, picture.height)) : rects)
    .filter((r) => r.x1 - r.x0 >= SHORTEST)
    .toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .slice(0, LINES);
  const flipped = lines.map((r) => ({ x0: level.width - r.x1, y0: level.height - r.y1, x1: level.width - r.x0, y1: level.height - r.y0 }));
  const upright = await certainty(level, lines, engines);
  const upsideDown = await certainty(turnRaster(level, 180), flipped, engines);
  const [forward, backward] = isSideways ? ([90, 270] as const) : ([0, 180] as const);
  return upsideDown > upright ? backward : forward;
}

const turnedRect = ({ x0, y0, x1, y1 }: Rect, height: number): Rect => ({ x0: height - y1, y0: x0, x1: height - y0, y1: x1 });

/** The mean of the squared probabilities of all letters read: print that is upside down gives few letters, and unsure ones. */
async function certainty(picture: Raster, lines: readonly Rect[], engines: OcrEngines): Promise<number> {
  const read = await engines.recognise(picture, lines);
  const letters = read.flatMap(stepsToLetters);
  return letters.reduce((sum, l) => sum + l.p ** 2, 0) / Math.max(1, letters.length);
}
