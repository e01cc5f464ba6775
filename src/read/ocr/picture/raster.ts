/** A grey picture: rows from the top, one byte a pixel, 0 black. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels; the right and lower ends are outside. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export type QuarterTurn = 0 | 90 | 180 | 270;

const PAPER = 255;

export const blankRaster = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(PAPER),
});

/** Turns a picture clockwise. */
export function turnRaster({ width, height, data }: Raster, by: QuarterTurn): Raster {
  if (by === 0) return { width, height, data };
  const sideways = by !== 180;
  const turned = blankRaster(sideways ? height : width, sideways ? width : height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [tx, ty] = by === 90 ? [height - 1 - y, x] : by === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      turned.data[ty * turned.width + tx] = data[y * width + x] ?? PAPER;
    }
  }
  return turned;
}

/** Turns a picture about its middle by a small angle (degrees clockwise); its size stays, what comes in from outside is paper. */
export function tiltRaster(raster: Raster, degrees: number): Raster {
  const { width, height, data } = raster;
  const tilted = blankRaster(width, height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - cx, y - cy];
      const [sx, sy] = [cx + dx * cos + dy * sin, cy - dx * sin + dy * cos];
      const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
      if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) continue;
      const [fx, fy, at] = [sx - ix, sy - iy, iy * width + ix];
      const top = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const bottom = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      tilted.data[y * width + x] = Math.round(top * (1 - fy) + bottom * fy);
    }
  }
  return tilted;
}

/** A part of a picture, scaled to `width` × `height`: averaged where it shrinks, interpolated where it grows. Values 0–255. */
export function scaleRect(raster: Raster, rect: Rect, width: number, height: number): Float32Array {
  const shrinks = rect.x1 - rect.x0 > width * SHRINKS || rect.y1 - rect.y0 > height * SHRINKS;
  return shrinks ? average(raster, rect, width, height) : interpolate(raster, rect, width, height);
}

/** Below this ratio interpolation loses nothing. */
const SHRINKS = 1.3;

function interpolate({ data, width: w, height: h }: Raster, { x0, y0, x1, y1 }: Rect, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  const [stepX, stepY] = [(x1 - x0) / width, (y1 - y0) / height];
  for (let y = 0; y < height; y++) {
    const sy = clamp(y0 + (y + 0.5) * stepY - 0.5, 0, h - 1);
    const [iy, fy] = [Math.floor(sy), sy % 1];
    const below = Math.min(h - 1, iy + 1);
    for (let x = 0; x < width; x++) {
      const sx = clamp(x0 + (x + 0.5) * stepX - 0.5, 0, w - 1);
      const [ix, fx] = [Math.floor(sx), sx % 1];
      const right = Math.min(w - 1, ix + 1);
      const top = (data[iy * w + ix] ?? 0) * (1 - fx) + (data[iy * w + right] ?? 0) * fx;
      const bottom = (data[below * w + ix] ?? 0) * (1 - fx) + (data[below * w + right] ?? 0) * fx;
      out[y * width + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return out;
}

function average({ data, width: w, height: h }: Raster, { x0, y0, x1, y1 }: Rect, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  const [stepX, stepY] = [(x1 - x0) / width, (y1 - y0) / height];
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [clamp(y0 + y * stepY, 0, h), clamp(y0 + (y + 1) * stepY, 0, h)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [clamp(x0 + x * stepX, 0, w), clamp(x0 + (x + 1) * stepX, 0, w)];
      let sum = 0;
      let weight = 0;
      for (let sy = Math.floor(top); sy < bottom; sy++) {
        const share = Math.min(sy + 1, bottom) - Math.max(sy, top);
        for (let sx = Math.floor(left); sx < right; sx++) {
          const part = (Math.min(sx + 1, right) - Math.max(sx, left)) * share;
          sum += (data[sy * w + sx] ?? 0) * part;
          weight += part;
        }
      }
      out[y * width + x] = weight > 0 ? sum / weight : PAPER;
    }
  }
  return out;
}

const clamp = (n: number, low: number, high: number) => Math.max(low, Math.min(high, n));

/** A rectangle with so many pixels more on all sides, as far as the picture goes. @param by px, rounded */
export function grown({ x0, x1, y0, y1 }: Rect, by: number, { width, height }: { readonly width: number; readonly height: number }): Rect {
  const margin = Math.round(by);
  return {
    x0: Math.max(0, x0 - margin),
    x1: Math.min(width, x1 + margin),
    y0: Math.max(0, y0 - margin),
    y1: Math.min(height, y1 + margin),
  };
}

/** Paints a rectangle as paper, in place. */
export function erase({ data, width, height }: Raster, { x0, y0, x1, y1 }: Rect): void {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))];
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++) {
    if (right > left) data.fill(PAPER, y * width + left, y * width + right);
  }
}

/** Each pixel as the mean of itself and its eight neighbours: noise goes, strokes stay. */
export function blurRaster({ width, height, data }: Raster): Raster {
  const blurred = Uint8Array.from(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let sum = 0;
      for (let dy = -width; dy <= width; dy += width) sum += (data[at + dy - 1] ?? 0) + (data[at + dy] ?? 0) + (data[at + dy + 1] ?? 0);
      blurred[at] = Math.round(sum / 9);
    }
  }
  return { width, height, data: blurred };
}
