import { at, must } from '../base/invariant.js';
import type { Box } from './glyph.js';

interface Boxed {
  readonly box: Box;
}

/** The smallest box around some boxes of one page. @throws InvariantError where there are none */
export function boxAround(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = at(boxes, 0);
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** `boxAround` of what has boxes: of glyphs, for which no list of their boxes is made. */
export function boxAroundAll(boxed: readonly Boxed[]): Box {
  let [x0, y0, x1, y1] = at(boxed, 0).box;
  for (const { box } of boxed) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** pt from the page's left edge to the middle of what has a box. */
export const middleX = ({ box }: Boxed): number => (box[0] + box[2]) / 2;

/** pt from the page's top to the middle of what has a box. */
export const middleY = ({ box }: Boxed): number => (box[1] + box[3]) / 2;

/** pt, to 0.01, as results have them. */
export const roundPoints = (points: number): number => Math.round(points * 100) / 100;

/** A box as results have it: a tuple of its own, rounded. */
export const roundBox = ([x0, y0, x1, y1]: Box): [number, number, number, number] => [
  roundPoints(x0),
  roundPoints(y0),
  roundPoints(x1),
  roundPoints(y1),
];

/** The box of what is on a page: before results leave the house everything is on one, be it imaginary. @throws InvariantError */
export const boxOf = <Own extends Box>({ box }: { readonly box: Own | null }): Own => must(box, 'the box of what is printed');

/** A rectangle on a page as displayed: where results and corrections point. */
export interface PageBox {
  readonly page: number;
  readonly box: Box;
}
