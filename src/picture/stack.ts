import { decode } from 'fast-png';
import { at } from '../base/invariant.js';
import { POINTS_PER_INCH } from '../base/points.js';
import type { Box } from '../model/glyph.js';
import type { PagePicture } from './pictures.js';
import { toPng, type Words } from './png.js';

/** A picture of its own, in pixels. */
export interface StackedPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** pt: between what is framed and its frame, its line, and the white between two parts. */
const FRAME = 1.5;
const LINE = 1.2;
const GAP = 4;

const RED = [0xd1, 0x60, 0x5e] as const;

/** Pixels of four bytes each. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/**
 * Parts of pages one below the other as one picture, the last of them with a frame around `mark`, in pt of its page. All are drawn at one
 * resolution; where they are not as wide as each other, what is missing is white.
 */
export function stackPictures(parts: readonly PagePicture[], mark: Box, words: Words = {}): StackedPicture {
  const { dpi } = at(parts, 0);
  const px = (points: number) => Math.max(1, Math.round((points * dpi) / POINTS_PER_INCH));
  const gap = px(GAP);
  const width = Math.max(...parts.map((part) => part.width));
  const height = parts.reduce((sum, part) => sum + part.height, gap * (parts.length - 1));
  const canvas: Canvas = { width, height, rgba: new Uint8Array(width * height * 4).fill(255) };
  let top = 0;
  for (const [index, part] of parts.entries()) {
    paste(canvas, part, top);
    if (index === parts.length - 1) frame(canvas, edgesOf(mark, part, top), px(LINE));
    top += part.height + gap;
  }
  return { png: toPng(canvas, words), width, height };
}

function paste({ width, rgba }: Canvas, { png }: PagePicture, top: number): void {
  const { width: own, height, data, channels } = decode(png);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < own; x++) {
      const [from, to] = [(y * own + x) * channels, ((top + y) * width + x) * 4];
      for (let channel = 0; channel < 3; channel++) rgba[to + channel] = data[from + (channels < 3 ? 0 : channel)] ?? 255;
    }
  }
}

/** px: what is framed, on the whole picture. */
function edgesOf(mark: Box, { box, dpi }: PagePicture, top: number): Box {
  const px = (points: number) => Math.round((points * dpi) / POINTS_PER_INCH);
  return [
    px(mark[0] - FRAME - box[0]),
    top + px(mark[1] - FRAME - box[1]),
    px(mark[2] + FRAME - box[0]),
    top + px(mark[3] + FRAME - box[1]),
  ];
}

function frame(canvas: Canvas, [x0, y0, x1, y1]: Box, line: number): void {
  fill(canvas, [x0 - line, y0 - line, x1 + line, y0]);
  fill(canvas, [x0 - line, y1, x1 + line, y1 + line]);
  fill(canvas, [x0 - line, y0, x0, y1]);
  fill(canvas, [x1, y0, x1 + line, y1]);
}

/** As far as the picture goes. */
function fill({ width, height, rgba }: Canvas, [x0, y0, x1, y1]: Box): void {
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y++) {
    for (let x = Math.max(0, x0); x < Math.min(width, x1); x++) rgba.set(RED, (y * width + x) * 4);
  }
}
