import { boxAround, middleX } from '../../model/box.js';
import type { Box } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import type { Edge } from '../edges.js';
import { lineToSegments, type Segment } from './segments.js';

/** A header cell's words, over several lines where they wrap. */
export interface Head {
  readonly text: string;
  readonly box: Box;
  /** Height of the em, pt. */
  readonly size: number;
}

/** pt. How exactly the lines of a wrapped head stand in the middle of each other. */
const CENTRED = 3;
/** pt. How exactly the lines of a wrapped head begin at the same place. */
const FLUSH = 1;
/** Share of the em: lines of one wrapped head stand closer than the heads of two levels, and overlap by no more than the other. */
const WRAP = 0.6;
const WRAP_OVERLAP = 0.5;

/**
 * Header lines → heads; those that stand below each other as one wrapped text, without a rule between, are one.
 * @param rules the horizontal rules within the header
 */
export function linesToHeads(lines: readonly TextLine[], rules: readonly Edge[] = []): Head[] {
  const heads: Head[] = [];
  for (const segment of lines.flatMap(lineToSegments)) {
    const index = heads.findIndex((head) => wraps(head, segment) && !isParted(head, segment, rules));
    const above = heads[index];
    if (above) heads[index] = { ...above, text: above.text + segment.text, box: boxAround([above.box, segment.box]) };
    else heads.push({ text: segment.text, box: segment.box, size: segment.size });
  }
  return heads;
}

function wraps(head: Head, next: Segment): boolean {
  const gap = next.box[1] - head.box[3];
  const isAligned = Math.abs(middleX(head) - middleX(next)) <= CENTRED || Math.abs(head.box[0] - next.box[0]) <= FLUSH;
  return gap > -WRAP_OVERLAP * head.size && gap < WRAP * head.size && isAligned;
}

/** Does a rule run between the two? */
function isParted(head: Head, next: Segment, rules: readonly Edge[]): boolean {
  const [top, bottom] = [(head.box[1] + head.box[3]) / 2, (next.box[1] + next.box[3]) / 2];
  const x = middleX(next);
  return rules.some((rule) => rule.at > top && rule.at < bottom && rule.from <= x && rule.to >= x);
}
