import type { OcrEngines } from '../engines/port.js';
import { stepsToLetters } from '../print/ctc.js';
import { type QuarterTurn, type Raster, type Rect, shrunk, turnRaster } from './raster.js';

/** Lines of print that are read both ways up, to find which is right. */
const LINES = 12;
/** px. Shorter ones have too few letters. */
const SHORTEST = 60;
/** Times its other side that a box is longer, to be a line of print that stands or lies: boxes of single letters are neither. */
const OBLONG = 1.5;
/** Pixels of the picture in which lines are sought first: they need not be found exactly, and the time goes with the pixels. */
const SMALL = 250_000;
/** Lines that are read first, and in heights how much of each: where they leave no doubt, no more is read. */
const FEW = 4;
const START = 10;
/** How certain the letters of such lines are at least the right way up, and by how much less they are at least upside down. */
const CERTAIN = 0.6;
const LESS = 0.4;

/**
 * How far a page has to be turned clockwise for its print to stand upright: lines of print are wider than high, and read better than
 * upside down. A page without print stays as it is.
 */
export async function uprightTurn(picture: Raster, engines: OcrEngines): Promise<QuarterTurn> {
  const rects = await findRects(picture, engines);
  if (rects.length === 0) return 0;
  const lengthIn = (isLong: (r: Rect) => boolean) => rects.filter(isLong).reduce((sum, r) => sum + longSide(r), 0);
  const isSideways = lengthIn((r) => r.y1 - r.y0 > OBLONG * (r.x1 - r.x0)) > lengthIn((r) => r.x1 - r.x0 > OBLONG * (r.y1 - r.y0));
  const level = isSideways ? turnRaster(picture, 90) : picture;
  const lines = (isSideways ? rects.map((r) => turnedRect(r, picture.height)) : rects)
    .filter((r) => r.x1 - r.x0 >= SHORTEST)
    .toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .slice(0, LINES);
  const isUpsideDown = await readsBetterUpsideDown(level, lines, engines);
  const [forward, backward] = isSideways ? ([90, 270] as const) : ([0, 180] as const);
  return isUpsideDown ? backward : forward;
}

const longSide = ({ x0, x1, y0, y1 }: Rect): number => Math.max(x1 - x0, y1 - y0);

/** Boxes of lines: from a small picture, where it shows enough of them. */
async function findRects(picture: Raster, engines: OcrEngines): Promise<Rect[]> {
  const small = shrunk(picture, SMALL);
  const { by } = small;
  const rects = (await engines.detect(small)).map(({ x0, x1, y0, y1 }) => ({ x0: x0 * by, x1: x1 * by, y0: y0 * by, y1: y1 * by }));
  return rects.filter((r) => longSide(r) >= SHORTEST).length >= LINES ? rects : engines.detect(picture);
}

const turnedRect = ({ x0, y0, x1, y1 }: Rect, height: number): Rect => ({ x0: height - y1, y0: x0, x1: height - y0, y1: x1 });

/** Whether lines read better in the picture turned upside down: the starts of some, where these are clear, or else all. */
async function readsBetterUpsideDown(level: Raster, lines: readonly Rect[], engines: OcrEngines): Promise<boolean> {
  const turned = turnRaster(level, 180);
  const certainties = async (crops: readonly Rect[]) => {
    const upright = await certainty(level, crops, engines);
    const flipped = crops.map((r) => ({
      x0: level.width - r.x1,
      y0: level.height - r.y1,
      x1: level.width - r.x0,
      y1: level.height - r.y0,
    }));
    return { upright, upsideDown: await certainty(turned, flipped, engines) };
  };
  const starts = lines.slice(0, FEW).map((r) => ({ ...r, x1: Math.min(r.x1, r.x0 + START * (r.y1 - r.y0)) }));
  const first = await certainties(starts);
  const isClear = Math.max(first.upright, first.upsideDown) >= CERTAIN && Math.abs(first.upright - first.upsideDown) >= LESS;
  const { upright, upsideDown } = isClear ? first : await certainties(lines);
  return upsideDown > upright;
}

/** The mean of the squared probabilities of all letters read: print that is upside down gives few letters, and unsure ones. */
async function certainty(picture: Raster, lines: readonly Rect[], engines: OcrEngines): Promise<number> {
  const read = await engines.recognise(picture, lines);
  const letters = read.flatMap(stepsToLetters);
  return letters.reduce((sum, l) => sum + l.p ** 2, 0) / Math.max(1, letters.length);
}
