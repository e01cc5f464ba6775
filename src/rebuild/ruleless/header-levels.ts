import { at, must } from '../../base/invariant.js';
import { squeeze } from '../../base/text.js';
import { middleX, middleY } from '../../model/box.js';
import { isLabelHead } from '../../model/label-heads.js';
import type { HeadCell, HeaderReading } from './header-reading.js';
import type { Frame } from './header-tiling.js';
import type { Head } from './heads.js';
import type { Segment } from './segments.js';
import { LABEL_ALONE, LABEL_PARENT } from './words.js';

/** pt. What may lie between a cell's edge and its ink. */
const PADDING = 2;
/** pt. How exactly heads stand over their 栏次 number. */
const OVER = 3;
/** pt. What stands under a head begins below it, give or take this. */
const EXACT = 1;
/** Share of a head's height by which a head of the next level stands lower. */
const LOWER = 0.8;
/** Levels of heads over the leaves that are looked for. */
const LEVELS = 3;
/** pt. How far a parent's middle may lie from the middle of the columns it heads. */
const OFF_CENTRE = 8;
/** pt. Runs of columns whose middles differ by less are as likely: the longer one is meant. */
const SAME_CENTRE = 3;
/** pt by which boxes of neighbouring heads may overlap, or run over the column they stand in. */
const TOUCH = 1;

/** A head over the leaves `from` up to, not including, `to`. */
interface PlacedHead {
  readonly head: Head;
  readonly from: number;
  readonly to: number;
}

/** What a head is placed among. */
interface Placing {
  readonly xs: readonly number[];
  readonly leaves: readonly Head[];
  readonly parents: readonly Head[];
}

/**
 * Heads → the reading that their heights and words say: which are columns, where the body's white gaps part them, and which head stands
 * over which. For headers whose words do not stand in the middle of their cells. Null where fewer than two are columns.
 */
export function headerByLevels(heads: readonly Head[], { left, right, numbers, body }: Frame): HeaderReading | null {
  const unordered = numbers.length > 0 ? leavesOverNumbers(heads, numbers) : leavesByLevel(heads);
  if (unordered.length < 2) return null;
  const leaves = unordered.toSorted((a, b) => middleX(a) - middleX(b));
  const xs = boundaries(leaves, body, [left, right]);
  return { xs, cells: nest({ leaves, xs, parents: heads.filter((head) => !leaves.includes(head)) }) };
}

/** Leaves and the heads above them as cells in cells. Heads that cover the same columns in part contradict each other: then none heads any. */
function nest({ leaves, xs, parents }: Placing): HeadCell[] {
  const alone = leaves.map((head, from): HeadCell => ({ head, from, to: from + 1, children: [] }));
  const placed = parents.flatMap((head) => placeParent(head, { xs, leaves, parents }) ?? []);
  const bySpan = placed.toSorted((a, b) => a.to - a.from - (b.to - b.from) || b.head.box[1] - a.head.box[1]);
  let cells: HeadCell[] = alone;
  for (const { head, from, to } of bySpan) {
    const isInside = (cell: HeadCell) => cell.from >= from && cell.to <= to;
    const children = cells.filter(isInside);
    if (cells.some((cell) => !isInside(cell) && cell.from < to && cell.to > from)) return alone;
    if (children.some((child) => child.head.box[1] < head.box[3] - TOUCH)) return alone;
    cells = [...cells.filter((cell) => cell.to <= from), { head, from, to, children }, ...cells.filter((cell) => cell.from >= to)];
  }
  return cells;
}

/** The lowest head over each number, and the label columns, which bear none. */
function leavesOverNumbers(heads: readonly Head[], numbers: readonly Segment[]): Head[] {
  const lowest = (over: readonly Head[]) => over.toSorted((a, b) => b.box[3] - a.box[3])[0];
  const figures = numbers.flatMap((n) => lowest(heads.filter((h) => Math.abs(middleX(h) - middleX(n)) <= OVER)) ?? []);
  const labels = heads.filter((h) => isLabelHead(h.text) && !isParent(h, heads));
  return [...new Set([...labels, ...figures])];
}

/** 项目 over 科目编码 and 科目名称 is no column: something stands below it. */
const isParent = (head: Head, heads: readonly Head[]): boolean =>
  LABEL_PARENT.test(squeeze(head.text)) && heads.some((other) => other.box[1] > head.box[3] && standsUnderLabel(squeeze(other.text)));

const standsUnderLabel = (text: string): boolean => isLabelHead(text) && !LABEL_ALONE.test(text);

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

/** The run of at least two leaves below a head whose middle is the head's own; of equals the longest. */
function placeParent(head: Head, { xs, leaves, parents }: Placing): PlacedHead | null {
  let best: (PlacedHead & { off: number }) | null = null;
  for (let from = 0; from < leaves.length - 1; from++) {
    for (let to = from + 2; to <= leaves.length; to++) {
      const run = leaves.slice(from, to);
      const [left, right] = [at(xs, from), at(xs, to)];
      const off = Math.abs((left + right) / 2 - middleX(head));
      const isInside = head.box[0] >= left - TOUCH && head.box[2] <= right + TOUCH;
      if (off > OFF_CENTRE || !isInside || !standBelow(run, head, parents)) continue;
      const isLonger = best === null || to - from > best.to - best.from;
      if (best === null || off < best.off - SAME_CENTRE || (off < best.off + SAME_CENTRE && isLonger)) best = { head, from, to, off };
    }
  }
  return best;
}

/** All below the head, and on one level, unless a head between explains why some stand lower. */
function standBelow(run: readonly Head[], head: Head, parents: readonly Head[]): boolean {
  if (run.some((leaf) => leaf.box[1] < head.box[3] - TOUCH)) return false;
  const middles = run.map(middleY);
  if (Math.max(...middles) - Math.min(...middles) <= SAME_CENTRE) return true;
  const [left, right] = [at(run, 0).box[0], at(run, run.length - 1).box[2]];
  return parents.some((p) => p !== head && p.box[1] >= head.box[3] - TOUCH && middleX(p) > left && middleX(p) < right);
}
