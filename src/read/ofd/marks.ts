/** What is painted on a page of an OFD, in the order of painting. */
import type { Box } from '../../model/glyph.js';
import type { Matrix } from '../paint/matrix.js';
import type { Colour } from './colour.js';
import type { Media, OfdFont } from './resources.js';

export type Mark = TextMark | PathMark | PictureMark;

interface Placed {
  /** From the object's own millimetres to the page: pt from the top left, as displayed. */
  readonly matrix: Matrix;
  /** What of the page is open to it. */
  readonly clip: Box;
  /** Its clip is more than an upright box, or something around it shows through: nothing is known to be hidden below it. */
  readonly veiled: boolean;
}

export interface TextMark extends Placed {
  readonly kind: 'text';
  readonly font: OfdFont;
  /** mm. Height of the em. */
  readonly size: number;
  /** Of the width of its letters. */
  readonly stretch: number;
  /** Degrees clockwise by which each letter is turned about its place. */
  readonly turn: number;
  /** Null where it is not filled, or not outlined. */
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly letters: readonly Letter[];
}

/** A letter where the pen stands, in the object's millimetres. */
export interface Letter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** em. How far the pen goes on, unstretched. */
  readonly width: number;
  /** The number of its outline in the font, where the document says it. */
  readonly glyph: number | null;
}

export interface PathMark extends Placed {
  readonly kind: 'path';
  readonly segments: readonly Segment[];
  readonly fill: Colour | null;
  readonly evenOdd: boolean;
  readonly stroke: Colour | null;
  /** mm. */
  readonly lineWidth: number;
}

export type Point = readonly [x: number, y: number];

/** A step of a path, in the object's millimetres. */
export type Segment =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  /** A cubic Bézier curve. */
  | { readonly kind: 'curve'; readonly first: Point; readonly second: Point; readonly to: Point }
  | { readonly kind: 'close' };

/** A picture: its matrix leads from a square of 1 by 1, origin top left, to the page. */
export interface PictureMark extends Placed {
  readonly kind: 'picture';
  /** Null where the document lacks it. */
  readonly media: Media | null;
  readonly alpha: number;
}
