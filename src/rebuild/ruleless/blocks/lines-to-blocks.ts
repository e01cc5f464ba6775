import { at } from '../../../base/invariant.js';
import { squeeze } from '../../../base/text.js';
import type { TextLine } from '../../../model/page.js';
import { lineToSegments, type Segment } from '../segments.js';
import { BLOCK_GOAL, BLOCK_HEAD, BLOCK_PARENT, BLOCK_SUM, FIGURE_HEAD, INDICATOR_HEAD } from '../words.js';

/** Rows below each other that share their columns. */
export interface Block {
  /** `words`: fields and goals; `figures`: money, points; `indicators`. */
  readonly kind: 'words' | 'figures' | 'indicators';
  /** The heads, in one row or two; none in a block of words, and where it goes on from the page before. */
  readonly heads: readonly (readonly Segment[])[];
  readonly body: readonly Segment[];
  /** The heads of figures among those of its last row, also where they stand on the page before. */
  readonly figures: readonly Segment[];
}

/** Heads of one line that begin a block. */
const FEWEST_HEADS = 3;
/** em. Lines of one header stand no farther apart. */
const HEADER_LINE = 1.3;

const wordOf = ({ text }: Segment): string => squeeze(text).replace(/[（(][^（()）]*[)）]$/u, '');
const countOf = (line: TextLine, pattern: RegExp): number => lineToSegments(line).filter((segment) => pattern.test(wordOf(segment))).length;

/** Does the line hold the heads of indicators: 一级指标, 二级指标, 三级指标? */
export const isIndicatorHead = (line: TextLine): boolean => countOf(line, INDICATOR_HEAD) > 1;

const isHead = (line: TextLine): boolean => countOf(line, BLOCK_HEAD) >= FEWEST_HEADS;

/** Lines of one page, top to bottom → their blocks. @param before the block that the page before ended with: it may go on */
export function linesToBlocks(lines: readonly TextLine[], before: Block | null): Block[] {
  const blocks: OpenBlock[] = [{ kind: before?.kind ?? 'words', heads: [], body: [], figures: before?.figures ?? [] }];
  const header = lines.map((line) => (isHead(line) ? line : null));
  lines.forEach((line, i) => {
    const own = [...lineToSegments(line)];
    const open = at(blocks, blocks.length - 1);
    const head = header.findIndex((each, j) => each !== null && Math.abs(j - i) <= 2 && belongsToHead(line, each));
    if (head >= 0) {
      const heads = at(lines, head);
      const goesOn = open.heads.length > 0 && open.body.length === 0;
      const block = goesOn ? open : openBlock(heads);
      if (!goesOn) blocks.push(block);
      at(block.heads, countOf(line, BLOCK_PARENT) > 0 ? 0 : 1).push(...own);
    } else if (open.kind === 'figures' && (endsFigures(line, open.figures) || followsSum(line, open))) {
      const labels = open.body.filter((segment) => isLabelOf(segment, line));
      open.body = open.body.filter((segment) => !labels.includes(segment));
      blocks.push({ kind: 'words', heads: [], body: [...labels, ...own], figures: [] });
    } else open.body.push(...own);
  });
  return blocks
    .filter(({ heads, body }) => heads.length + body.length > 0)
    .map((block) => ({ ...block, heads: block.heads.filter((row) => row.length > 0) }));
}

interface OpenBlock extends Block {
  readonly heads: Segment[][];
  body: Segment[];
}

/** The block that a line of heads begins. */
function openBlock(heads: TextLine): OpenBlock {
  const figures = lineToSegments(heads).filter((segment) => FIGURE_HEAD.test(wordOf(segment)));
  return { kind: isIndicatorHead(heads) ? 'indicators' : 'figures', heads: [[], []], body: [], figures };
}

/** Is this the line of the heads, a line of one of them that wraps, or one above them that heads several? */
function belongsToHead(line: TextLine, head: TextLine): boolean {
  if (line === head) return true;
  const isAbove = countOf(line, BLOCK_PARENT) > 0 && line.box[1] < head.box[1] && countOf(line, BLOCK_GOAL) < FEWEST_HEADS;
  const apart = Math.abs(line.box[1] - head.box[1]);
  if (isAbove && isHead(head) && apart < 2 * HEADER_LINE * head.size) return true;
  const heads = lineToSegments(head);
  const isFree = lineToSegments(line).every((segment) => !heads.some((other) => overlaps(segment, other)));
  return isFree && apart < HEADER_LINE * head.size && !isHead(line) && /^[\p{Script=Han}（()）/／×xX%％A-Z\d]+$/u.test(squeeze(line.text));
}

const overlaps = (a: Segment, b: Segment): boolean => a.box[0] < b.box[2] && b.box[0] < a.box[2];

/** Is this the first line of a label that wraps, to the left of the line of words beside it? */
function isLabelOf({ box, size }: Segment, line: TextLine): boolean {
  return box[2] < line.box[0] && box[3] > line.box[1] - WRAP * size;
}

/** em. Lines of one text stand no farther apart. */
const WRAP = 0.4;

/** Words alone below the sum of a block, where its heads of words stand: 金额合计 is its last row. */
function followsSum(line: TextLine, { heads, figures, body }: Block): boolean {
  const own = lineToSegments(line);
  const sum = body.find((segment) => BLOCK_SUM.test(squeeze(segment.text)));
  if (!sum || line.box[1] < sum.box[3] || own.some(({ text }) => !/\p{Script=Han}/u.test(text))) return false;
  const ofWords = heads.flat().filter((head) => !figures.includes(head) && /\p{Script=Han}/u.test(head.text));
  return own.some((segment) =>
    ofWords.some((head) => overlaps(segment, head) && head.box[0] < Math.min(...figures.map(({ box }) => box[0]))),
  );
}

/** Words where figures should stand, and the heads of goals, end a block of figures. */
function endsFigures(line: TextLine, figures: readonly Segment[]): boolean {
  if (countOf(line, BLOCK_GOAL) > 1) return true;
  return lineToSegments(line).some((segment) => /\p{Script=Han}/u.test(segment.text) && figures.some((head) => overlaps(segment, head)));
}
