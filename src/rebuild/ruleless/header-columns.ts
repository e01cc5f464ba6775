import { at, must } from '../../base/invariant.js';
import { squeeze } from '../../base/text.js';
import { boxAround, middleX, middleY } from '../../model/box.js';
import type { Box } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import { lineToSegments, type Segment } from './segments.js';
import type { TextRegion } from './text-regions.js';
import { LABEL_ALONE, LABEL_HEAD, LABEL_PARENT } from './words.js';

/** A header cell: its words, over several lines where they wrap. */
export interface Head {
  readonly text: string;
  readonly box: Box;
}

/** The columns of a ruleless table: boundaries in pt, one leaf head each, and the heads above. */
export interface RulelessColumns {
  readonly xs: readonly number[];
  readonly leaves: readonly Head[];
  readonly parents: readonly Head[];
}

/** pt. What may lie between a cell's edge and its ink. */
const PADDING = 2;
/** pt. How exactly heads stand over their 栏次 number. */
const OVER = 3;
/** pt. How exactly the lines of a wrapped head begin at the same place, and what stands under a head begins below it. */
const EXACT = 1;
/** Share of the em: lines of one wrapped head stand closer than the heads of two levels, and overlap by no more than the other. */
const WRAP = 0.6;
const WRAP_OVERLAP = 0.5;
/** Share of a head's height by which a head of the next level stands lower. */
const LOWER = 0.8;
/** Levels of heads over the leaves that are looked for. */
const LEVELS = 3;

/** Header words and body → columns. The words say which columns there are, the white gaps of the body where they part. */
export function regionToColumns(region: TextRegion, width: readonly [left: number, right: number]): RulelessColumns | null {
  const heads = linesToHeads(region.header);
  const numbers = region.ordinals ? lineToSegments(region.ordinals).filter((s) => /^\d+$/.test(s.text)) : [];
  const unordered = numbers.length > 0 ? leavesOverNumbers(heads, numbers) : leavesByLevel(heads);
  if (unordered.length < 2) return null;
  const leaves = unordered.toSorted((a, b) => middleX(a) - middleX(b));
  return {
    xs: boundaries(leaves, region.body.flatMap(lineToSegments), width),
    leaves,
    parents: heads.filter((h) => !leaves.includes(h)),
  };
}

/** Header segments; those that stand below each other as one wrapped text are one head. */
function linesToHeads(lines: readonly TextLine[]): Head[] {
  const heads: { text: string; box: Box; size: number }[] = [];
  for (const segment of lines.flatMap(lineToSegments)) {
    const above = heads.find((h) => wraps(h, segment));
    if (above) {
      above.text += segment.text;
      above.box = boxAround([above.box, segment.box]);
    } else heads.push({ text: segment.text, box: segment.box, size: segment.size });
  }
  return heads;
}

function wraps(head: { box: Box; size: number }, next: Segment): boolean {
  const gap = next.box[1] - head.box[3];
  const isAligned = Math.abs(middleX(head) - middleX(next)) <= OVER || Math.abs(head.box[0] - next.box[0]) <= EXACT;
  return gap > -WRAP_OVERLAP * head.size && gap < WRAP * head.size && isAligned;
}

/** The lowest head over each number, and the label columns, which bear none. */
function leavesOverNumbers(heads: readonly Head[], numbers: readonly Segment[]): Head[] {
  const lowest = (over: readonly Head[]) => over.toSorted((a, b) => b.box[3] - a.box[3])[0];
  const figures = numbers.flatMap((n) => lowest(heads.filter((h) => Math.abs(middleX(h) - middleX(n)) <= OVER)) ?? []);
  const labels = heads.filter((h) => LABEL_HEAD.test(squeeze(h.text)) && !isParent(h, heads));
  return [...new Set([...labels, ...figures])];
}

/** 项目 over 科目编码 and 科目名称 is no column: something stands below it. */
const isParent = (head: Head, heads: readonly Head[]): boolean =>
  LABEL_PARENT.test(squeeze(head.text)) && heads.some((other) => other.box[1] > head.box[3] && standsUnderLabel(squeeze(other.text)));

const standsUnderLabel = (text: string): boolean => LABEL_HEAD.test(text) && !LABEL_ALONE.test(text);

/**
 * Without numbers the heads' heights decide: of those on the highest level, one that has others below on both sides of its middle
 * heads them; on the levels below, one that has others right under its words. A label column has none.
 */
function leavesByLevel(heads: readonly Head[]): Head[] {
  let leaves = [...heads];
  for (let level = 0; level < LEVELS; level++) {
    const top = Math.min(...leaves.map(middleY));
    const isLower = (h: Head) => middleY(h) > top + (h.box[3] - h.box[1]) * LOWER;
    const lower = leaves.filter(isLower);
    const isOver = (h: Head) => lower.some((l) => l.box[0] < h.box[2] && h.box[0] < l.box[2] && l.box[1] > h.box[3] - EXACT);
    const isBetween = (h: Head) =>
      lower.some((l) => middleX(l) <= middleX(h) + EXACT) && lower.some((l) => middleX(l) >= middleX(h) - EXACT);
    const parents = leaves.filter((h) => !isLower(h) && (level === 0 ? isBetween(h) : isOver(h)));
    if (parents.length === 0) return leaves;
    leaves = leaves.filter((h) => !parents.includes(h));
  }
  return leaves;
}

/**
 * Heads are centred in their columns and columns meet: from the left edge on, each boundary is as far right of a head's middle
 * as the one before is left of it. The body's white gaps correct what that says.
 */
function boundaries(leaves: readonly Head[], body: readonly Segment[], [left, right]: readonly [number, number]): number[] {
  const xs = [left];
  leaves.slice(0, -1).forEach((leaf, i) => {
    const next = at(leaves, i + 1);
    const mirrored = 2 * middleX(leaf) - must(xs.at(-1), 'the boundary before');
    const guess = mirrored > leaf.box[2] - PADDING && mirrored < next.box[0] + PADDING ? mirrored : (leaf.box[2] + next.box[0]) / 2;
    xs.push(nearestGap(body, middleX(leaf), middleX(next), guess));
  });
  return [...xs, right];
}

/** The place nearest to `guess` between two heads' middles that no body text covers; `guess` itself where there is none. */
function nearestGap(body: readonly Segment[], from: number, to: number, guess: number): number {
  const inside = body
    .filter((s) => s.box[2] > from && s.box[0] < to && !(s.box[0] <= from && s.box[2] >= to))
    .toSorted((a, b) => a.box[0] - b.box[0]);
  let best = guess;
  let distance = Number.POSITIVE_INFINITY;
  let open = from;
  for (const [start, end] of [...inside.map((s) => [s.box[0], s.box[2]] as const), [to, to] as const]) {
    if (start > open) {
      const margin = Math.min(PADDING, (start - open) / 2);
      const place = Math.min(Math.max(guess, open + margin), start - margin);
      if (Math.abs(place - guess) < distance) [best, distance] = [place, Math.abs(place - guess)];
    }
    open = Math.max(open, end);
  }
  return best;
}
