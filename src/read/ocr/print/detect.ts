import { type Raster, type Rect, scaleRect } from '../picture/raster.js';

/** Pixels of a picture. The detector's memory grows with its area, by some 200 bytes a pixel. */
const LARGEST = 600_000;
/** The detector's sides are multiples of this. */
const MULTIPLE = 32;
/** ImageNet's mean and deviation, by which the detector was taught. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;
/** Probability from which a pixel is print; mean probability from which an area is. */
const PIXEL = 0.3;
const AREA = 0.55;
/** The detector was taught lines shrunk by this share; they are widened again. */
const UNCLIP = 1.6;
/** px of the detector's picture. Areas less wide or less high are no print. */
const SMALLEST = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture as the detector wants it: three equal channels, bounded size. */
export function detectorInput(picture: Raster): Size & { data: Float32Array } {
  const ratio = Math.min(1, Math.sqrt(LARGEST / (picture.width * picture.height)));
  const side = (n: number) => Math.max(MULTIPLE, Math.round((n * ratio) / MULTIPLE) * MULTIPLE);
  const [width, height] = [side(picture.width), side(picture.height)];
  const grey = scaleRect(picture, { x0: 0, y0: 0, x1: picture.width, y1: picture.height }, width, height);
  const data = new Float32Array(3 * width * height);
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < grey.length; i++) data[c * grey.length + i] = ((grey[i] ?? 0) / 255 - (MEAN[c] ?? 0)) / (DEVIATION[c] ?? 1);
  }
  return { width, height, data };
}

/** The detector's map of probabilities → the boxes of the lines, in pixels of the picture. */
export function probabilitiesToRects(map: Float32Array, { width, height }: Size, picture: Size): Rect[] {
  const seen = new Uint8Array(width * height);
  const rects: Rect[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) <= PIXEL) continue;
    const area = grow(map, seen, width, height, start);
    const [w, h] = [area.x1 - area.x0, area.y1 - area.y0];
    if (Math.min(w, h) < SMALLEST || area.sum / area.count < AREA) continue;
    const widen = (w * h * UNCLIP) / (2 * (w + h));
    const [sx, sy] = [picture.width / width, picture.height / height];
    rects.push({
      x0: Math.max(0, Math.round((area.x0 - widen) * sx)),
      y0: Math.max(0, Math.round((area.y0 - widen) * sy)),
      x1: Math.min(picture.width, Math.round((area.x1 + widen) * sx)),
      y1: Math.min(picture.height, Math.round((area.y1 + widen) * sy)),
    });
  }
  return rects;
}

/** The area of print around a pixel, diagonals included. */
function grow(map: Float32Array, seen: Uint8Array, width: number, height: number, start: number) {
  const area = { x0: width, y0: height, x1: 0, y1: 0, sum: 0, count: 0 };
  const stack = [start];
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    area.x0 = Math.min(area.x0, x);
    area.x1 = Math.max(area.x1, x + 1);
    area.y0 = Math.min(area.y0, y);
    area.y1 = Math.max(area.y1, y + 1);
    area.sum += map[at] ?? 0;
    area.count++;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (seen[next] || (map[next] ?? 0) <= PIXEL) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return area;
}

/** In heights of the line: between parts of it that the detector saw apart, such as the dashes of `- 12 -`. */
const APART = 1;

/** Boxes beside each other on one line, and no further apart than the line is high, are one. */
export function joinBeside(rects: readonly Rect[]): Rect[] {
  const joined: Rect[] = [];
  for (const rect of rects.toSorted((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const index = joined.findIndex((line) => isBeside(line, rect));
    const line = joined[index];
    if (line) {
      joined[index] = {
        x0: Math.min(line.x0, rect.x0),
        y0: Math.min(line.y0, rect.y0),
        x1: Math.max(line.x1, rect.x1),
        y1: Math.max(line.y1, rect.y1),
      };
    } else joined.push(rect);
  }
  return joined;
}

/** Share of the height of the higher one, from its top and its bottom, in which the middle of the other must not stand. */
const OFF_LINE = 1 / 4;

/** The middle of the lower one stands at the height of the other. */
function isBeside(line: Rect, rect: Rect): boolean {
  const [high, low] = line.y1 - line.y0 >= rect.y1 - rect.y0 ? [line, rect] : [rect, line];
  const height = high.y1 - high.y0;
  const middle = (low.y0 + low.y1) / 2;
  const isLevel = middle > high.y0 + height * OFF_LINE && middle < high.y1 - height * OFF_LINE;
  return isLevel && rect.x0 - line.x1 <= height * APART && line.x0 - rect.x1 <= height * APART;
}
