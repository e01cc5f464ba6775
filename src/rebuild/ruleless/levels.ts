import { middleY } from '../../model/box.js';
import type { Segment } from './segments.js';

/** Share of the em by which the heights of one row differ. */
export const LEVEL = 0.45;
/** em. Lines of one wrapped text stand no farther apart, middle to middle. */
export const NEXT_LINE = 1.6;

/** Segments on one height: a row of figures, or a line of a name. */
export interface Level {
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** Segments of one height together, top to bottom. */
export function toLevels(segments: readonly Segment[]): Level[] {
  const levels: { y: number; segments: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => middleY(a) - middleY(b))) {
    const level = levels.at(-1);
    if (level && middleY(segment) - level.y <= LEVEL * segment.size) level.segments.push(segment);
    else levels.push({ y: middleY(segment), segments: [segment] });
  }
  return levels;
}
