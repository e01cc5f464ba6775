/** Amounts that are too wide for their column and go on in the next line. */
import { at } from '../../base/invariant.js';
import { boxAround, middleY } from '../../model/box.js';
import { NEXT_LINE, toLevels } from './levels.js';
import type { Segment } from './segments.js';

/**
 * Both its decimals are there only when an amount is whole, and the bracket that makes it negative is closed; until then it may go on in the
 * line below: 1,234, over 567.8 over 9, （1,234.56 over ）.
 */
const WHOLE_AMOUNT = /^(?:[-−–－﹣△]?\s*\d[\d,，]*\.\d{2}|[(（]\s*\d[\d,，]*\.\d{2}[)）])$/u;
const BEGUN_AMOUNT = /^(?:[-−–－﹣△]?\s*\d[\d,，]+(?:\.\d?)?|[(（]\s*\d[\d,，]*(?:\.\d{0,2})?)$/u;
const PIECE = /^(?:[\d,，.]+[)）]?|[)）])$/u;
const CLOSING = /^[)）]$/u;

/**
 * The segments of a column of amounts with decimals; one too wide for it, over two lines or more, as one block. The block's text is in no
 * cell yet: it only gives its height.
 */
export function joinBrokenAmounts(column: readonly Segment[]): Segment[] {
  if (!column.some(({ text }) => /[.．]/u.test(text))) return [...column];
  const blocks: Segment[] = [];
  for (const segment of column.toSorted((a, b) => a.box[1] - b.box[1])) {
    const before = blocks.at(-1);
    if (before && isRestOf(before, segment)) {
      blocks[blocks.length - 1] = { ...before, text: before.text + segment.text, box: boxAround([before.box, segment.box]) };
    } else blocks.push(segment);
  }
  return blocks;
}

function isRestOf(block: Segment, rest: Segment): boolean {
  const [begun, piece] = [block.text.normalize('NFKC'), rest.text.normalize('NFKC')];
  const isNextLine = rest.box[1] > block.box[1] && rest.box[3] - block.box[3] < NEXT_LINE * rest.size;
  return (
    isNextLine && BEGUN_AMOUNT.test(begun) && PIECE.test(piece) && (WHOLE_AMOUNT.test(begun + piece) || BEGUN_AMOUNT.test(begun + piece))
  );
}

/** Is a segment the bracket alone that closes an amount too wide for its column, which stands in the line above it? */
export const closesAmount = (segment: Segment, all: readonly Segment[]): boolean =>
  CLOSING.test(segment.text) &&
  all.some((other) => other.box[0] < segment.box[2] && other.box[2] > segment.box[0] && isRestOf(other, segment));

/** em. What stands in the middle of two lines stands so near to it; and farther than that from either line. */
const MIDDLE = 0.25;

/**
 * A column's segments, two lines of digits as one block where what stands beside them stands at neither's height but half-way between: OCR
 * may have lost the signs that would show that the first goes on.
 * @param all the segments of all columns
 */
export function joinAround(column: readonly Segment[], all: readonly Segment[]): Segment[] {
  const levels = toLevels(column).map(({ segments }) => segments);
  const blocks: Segment[] = [];
  for (let i = 0; i < levels.length; i++) {
    const [upper, lower] = [at(levels, i), levels[i + 1]];
    if (lower && areAround(upper, lower, all)) {
      const pieces = [...upper, ...lower];
      blocks.push({ ...at(upper, 0), text: pieces.map(({ text }) => text).join(''), box: boxAround(pieces.map(({ box }) => box)) });
      i++;
    } else blocks.push(...upper);
  }
  return blocks;
}

function areAround(upper: readonly Segment[], lower: readonly Segment[], all: readonly Segment[]): boolean {
  if (![...upper, ...lower].every(({ text }) => PIECE.test(text.normalize('NFKC')))) return false;
  const { size } = at(upper, 0);
  const [top, bottom] = [middleY(at(upper, 0)), middleY(at(lower, 0))];
  if (bottom - top >= NEXT_LINE * size || bottom - top < 2 * MIDDLE * size) return false;
  const own = new Set([...upper, ...lower]);
  return all.some((other) => !own.has(other) && Math.abs(middleY(other) - (top + bottom) / 2) <= MIDDLE * size);
}
