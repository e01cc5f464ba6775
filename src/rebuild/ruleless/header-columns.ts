import { squeeze } from '../../base/text.js';
import type { Box } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import { union } from '../lines.js';
import { centre, lineToSegments, middle, type Segment } from './segments.js';
import type { Region } from './text-regions.js';

/** A header cell: its words, over several lines where they wrap. */
export interface Head {
  readonly text: string;
  readonly box: Box;
}

/** The columns of a ruleless table: boundaries in pt, one leaf head each, and the heads above. */
export interface Columns {
  readonly xs: readonly number[];
  readonly leaves: readonly Head[];
  readonly parents: readonly Head[];
}

/** pt. What may lie between a cell's edge and its ink. */
const PADDING = 2;
/** pt. How exactly heads stand over their 栏次 number. */
const OVER = 3;
/** Share of the em: lines of one wrapped head stand closer than the heads of two levels. */
const WRAP = 0.6;
/** Label columns bear no 栏次 number. */
const LABEL = /^(?:.*(?:编码|代码)|.*科目名称|项目|行次|类|款|项)$/u;

/** Header words and body → columns. The words say which columns there are, the white gaps of the body where they part. */
export function regionToColumns(region: Region, width: readonly [left: number, right: number]): Columns | null {
  const heads = linesToHeads(region.header);
  const numbers = region.ordinals ? lineToSegments(region.ordinals).filter((s) => /^\d+$/.test(s.text)) : [];
  const leaves = (numbers.length > 0 ? leavesOverNumbers(heads, numbers) : leavesByLevel(heads)).toSorted((a, b) => centre(a) - centre(b));
  if (leaves.length < 2) return null;
  const body = region.body.flatMap(lineToSegments);
  return {
    xs: boundaries(leaves, body, width),
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
      above.box = union([above.box, segment.box]);
    } else heads.push({ text: segment.text, box: segment.box, size: segment.size });
  }
  return heads;
}

function wraps(head: { box: Box; size: number }, next: Segment): boolean {
  const gap = next.box[1] - head.box[3];
  const aligned = Math.abs(centre(head) - centre(next)) <= OVER || Math.abs(head.box[0] - next.box[0]) <= 1;
  return gap > -0.5 * head.size && gap < WRAP * head.size && aligned;
}

/** The lowest head over each number, and the label columns. */
function leavesOverNumbers(heads: readonly Head[], numbers: readonly Segment[]): Head[] {
  const lowest = (over: readonly Head[]) => over.toSorted((a, b) => b.box[3] - a.box[3])[0];
  const data = numbers.flatMap((n) => lowest(heads.filter((h) => Math.abs(centre(h) - centre(n)) <= OVER)) ?? []);
  const labels = heads.filter((h) => LABEL.test(squeeze(h.text)) && !isParent(h, heads));
  return [...new Set([...labels, ...data])];
}

/** 项目 over 科目编码 and 科目名称 is no column: something stands below it. */
const isParent = (head: Head, heads: readonly Head[]) =>
  heads.some((other) => other.box[1] > head.box[3] && other !== head && reachesUnder(head, other));

const reachesUnder = (head: Head, below: Head) =>
  LABEL.test(squeeze(below.text)) && /^项目$/u.test(squeeze(head.text)) && !/^(?:行次|项目)$/u.test(squeeze(below.text));

/**
 * Without numbers the heads' heights tell: of those on the highest level, one that has others below on both sides of its middle
 * heads them; on the levels below, one that has others right under its words. A label column has none.
 */
function leavesByLevel(heads: readonly Head[]): Head[] {
  let leaves = [...heads];
  for (let level = 0; level < 3; level++) {
    const top = Math.min(...leaves.map(middle));
    const isLower = (h: Head) => middle(h) > top + (h.box[3] - h.box[1]) * 0.8;
    const lower = leaves.filter(isLower);
    const under = (h: Head) => lower.some((l) => l.box[0] < h.box[2] && h.box[0] < l.box[2] && l.box[1] > h.box[3] - 1);
    const between = (h: Head) => lower.some((l) => centre(l) <= centre(h) + 1) && lower.some((l) => centre(l) >= centre(h) - 1);
    const parents = leaves.filter((h) => !isLower(h) && (level === 0 ? between(h) : under(h)));
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
    const next = leaves[i + 1] ?? leaf;
    const mirrored = 2 * centre(leaf) - (xs.at(-1) ?? left);
    const guess = mirrored > leaf.box[2] - PADDING && mirrored < next.box[0] + PADDING ? mirrored : (leaf.box[2] + next.box[0]) / 2;
    xs.push(nearestGap(body, centre(leaf), centre(next), guess));
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
      const at = Math.min(Math.max(guess, open + Math.min(PADDING, (start - open) / 2)), start - Math.min(PADDING, (start - open) / 2));
      if (Math.abs(at - guess) < distance) [best, distance] = [at, Math.abs(at - guess)];
    }
    open = Math.max(open, end);
  }
  return best;
}
