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
  if (by === 180) return { width, height, data: Uint8Array.from(data).reverse() };
  const turned = blankRaster(height, width);
  // Along the rows of what comes out: where its first pixel is from, and how far on the next one is.
  const [first, down, along] = by === 90 ? [(height - 1) * width, 1, -width] : [width - 1, -1, width];
  for (let y = 0, to = 0; y < width; y++) {
    for (let x = 0, from = first + y * down; x < height; x++, from += along) turned.data[to++] = data[from] ?? PAPER;
  }
  return turned;
}

/** Turns a picture about its middle by a small angle (degrees clockwise); its size stays, what comes in from outside is paper. */
export function tiltRaster(raster: Raster, degrees: number): Raster {
  const { width, height, data } = raster;
  const tilted = blankRaster(width, height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  // What a pixel's column adds to the place it comes from.
  const fromX = Float64Array.from({ length: width }, (_, x) => cx + (x - cx) * cos);
  const fromY = Float64Array.from({ length: width }, (_, x) => cy - (x - cx) * sin);
  for (let y = 0; y < height; y++) {
    const downX = (y - cy) * sin;
    const downY = (y - cy) * cos;
    for (let x = 0; x < width; x++) {
      const sx = (fromX[x] ?? 0) + downX;
      const sy = (fromY[x] ?? 0) + downY;
      const ix = Math.floor(sx);
      const iy = Math.floor(sy);
      if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) continue;
      const fx = sx - ix;
      const fy = sy - iy;
      const at = iy * width + ix;
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
  const columns = Float64Array.from({ length: width }, (_, x) => clamp(x0 + (x + 0.5) * stepX - 0.5, 0, w - 1));
  for (let y = 0; y < height; y++) {
    const sy = clamp(y0 + (y + 0.5) * stepY - 0.5, 0, h - 1);
    const iy = Math.floor(sy);
    const fy = sy - iy;
    const here = iy * w;
    const below = Math.min(h - 1, iy + 1) * w;
    for (let x = 0; x < width; x++) {
      const sx = columns[x] ?? 0;
      const ix = Math.floor(sx);
      const fx = sx - ix;
      const right = Math.min(w - 1, ix + 1);
      const top = (data[here + ix] ?? 0) * (1 - fx) + (data[here + right] ?? 0) * fx;
      const bottom = (data[below + ix] ?? 0) * (1 - fx) + (data[below + right] ?? 0) * fx;
      out[y * width + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return out;
}

function average({ data, width: w, height: h }: Raster, { x0, y0, x1, y1 }: Rect, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  const [stepX, stepY] = [(x1 - x0) / width, (y1 - y0) / height];
  const columns = Float64Array.from({ length: width + 1 }, (_, x) => clamp(x0 + x * stepX, 0, w));
  for (let y = 0; y < height; y++) {
    const top = clamp(y0 + y * stepY, 0, h);
    const bottom = clamp(y0 + (y + 1) * stepY, 0, h);
    for (let x = 0; x < width; x++) {
      const left = columns[x] ?? 0;
      const right = columns[x + 1] ?? 0;
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

/**
 * A picture, shrunk by a whole number to no more than so many pixels, each the mean of those it stands for; what is left over at the right
 * and lower end is cut off. As it is where it has no more pixels than that.
 */
export function shrunk({ width, height, data }: Raster, pixels: number): Raster & { readonly by: number } {
  const by = Math.max(1, Math.min(width, height, Math.ceil(Math.sqrt((width * height) / pixels))));
  const small = blankRaster(Math.floor(width / by), Math.floor(height / by));
  const sums = new Uint32Array(small.width);
  for (let y = 0; y < small.height; y++) {
    sums.fill(0);
    for (let row = y * by; row < (y + 1) * by; row++) {
      for (let x = 0, at = row * width; x < small.width; x++) {
        let sum = sums[x] ?? 0;
        for (const end = at + by; at < end; at++) sum += data[at] ?? 0;
        sums[x] = sum;
      }
    }
    for (let x = 0; x < small.width; x++) small.data[y * small.width + x] = Math.round((sums[x] ?? 0) / (by * by));
  }
  return { ...small, by };
}

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
  const column = (at: number) => (data[at - width] ?? 0) + (data[at] ?? 0) + (data[at + width] ?? 0);
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    let before = column(row);
    let here = column(row + 1);
    for (let x = 1; x < width - 1; x++) {
      const after = column(row + x + 1);
      blurred[row + x] = Math.round((before + here + after) / 9);
      before = here;
      here = after;
    }
  }
  return { width, height, data: blurred };
}
