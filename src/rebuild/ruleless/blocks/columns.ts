import { at } from '../../../base/invariant.js';
import { squeeze } from '../../../base/text.js';
import { spanOf } from '../body-cells.js';
import { type Boundary, type Cut, cutsToBoundaries, fewestCuts } from '../fewest-cuts.js';
import type { Segment } from '../segments.js';
import { INDICATOR_HEAD } from '../words.js';
import type { Block } from './lines-to-blocks.js';

/** The columns of a block. */
export interface BlockColumns {
  /** Boundaries, pt. */
  readonly xs: readonly number[];
  /** The first column that has a head. */
  readonly firstHead: number;
  /** The column that names the rows: 三级指标; in other blocks the last before the heads, -1 where there is none. */
  readonly names: number;
}

/**
 * The columns of blocks that share them. Where a block has heads, each has a column, and before the first, as in blocks without heads, a
 * boundary stands wherever two texts stand beside each other, as few as will do. Null where two heads stand in one column, or one in several.
 * @param ends left and right end of the table, pt
 */
export function blockColumns(blocks: readonly Block[], [left, right]: readonly [number, number]): BlockColumns | null {
  const texts = blocks.map(({ heads, body }) => [...heads.flat(), ...body]);
  const heads = joinWrapped(at(blocks, 0).heads.at(-1) ?? []).toSorted((a, b) => a.box[0] - b.box[0]);
  const [first] = heads;
  if (!first) return { xs: [left, ...fewestCuts(texts.flatMap(gapsOfWords)), right], firstHead: 0, names: -1 };
  const cuts = [
    ...texts.flatMap((own) => gapsOf(own, (segment, other) => Math.max(segment.box[2], other.box[2]) < first.box[0])),
    ...gapBefore(first, texts.flat()),
  ];
  const boundaries = cutsToBoundaries(cuts);
  const labels = boundaries.filter(({ at: x }) => x <= first.box[0]).map(({ at: x }) => x);
  const between = heads.slice(1).map((head, i) => boundaryBetween(at(heads, i), head, boundaries, texts.flat()));
  const xs = [left, ...labels, ...between, right];
  const isApart = xs.every((x, i) => i === 0 || x > at(xs, i - 1)) && heads.every((head) => isWithin(spanOf(head, xs)));
  if (!isApart) return null;
  const indicators = heads.flatMap((head, i) => (INDICATOR_HEAD.test(squeeze(head.text)) ? [labels.length + i] : []));
  return { xs, firstHead: labels.length, names: indicators.length > 0 ? Math.max(...indicators) : labels.length - 1 };
}

const isWithin = ([from, to]: readonly [number, number]): boolean => from === to && from >= 0;

/** The gap between what stands left of the first head and what stands below it: labels may stand at heights of their own. */
function gapBefore(head: Segment, segments: readonly Segment[]): Cut[] {
  const [before, below] = [
    segments.filter(({ box }) => box[2] < head.box[0]),
    segments.filter(({ box }) => box[0] < head.box[2] && box[2] > head.box[0]),
  ];
  const [from, to] = [Math.max(...before.map(({ box }) => box[2])), Math.min(...below.map(({ box }) => box[0]))];
  return before.length > 0 && from < to ? [{ from, to }] : [];
}

/**
 * The boundary between two heads: of several that words set apart within a cell seem to make, the one of most texts. Where that one runs
 * through a text, because none stands beside it, the middle of the widest strip that no text covers.
 */
function boundaryBetween(one: Segment, other: Segment, boundaries: readonly Boundary[], texts: readonly Segment[]): number {
  const [from, to] = [one.box[2], other.box[0]];
  const own = boundaries.filter(({ at: x }) => x >= from && x <= to).toSorted((a, b) => b.cuts - a.cuts);
  const middle = own[0]?.at ?? (from + to) / 2;
  const isCovered = texts.some(({ box }) => box[0] < middle && box[2] > middle);
  return (isCovered ? freeBetween(from, to, texts) : null) ?? middle;
}

/** The middle of the widest strip between two positions that no text covers; null where there is none. */
function freeBetween(from: number, to: number, texts: readonly Segment[]): number | null {
  const strips: Cut[] = [];
  let start = from;
  for (const { box } of texts.toSorted((a, b) => a.box[0] - b.box[0])) {
    if (box[0] >= to) break;
    if (box[0] > start) strips.push({ from: start, to: box[0] });
    start = Math.max(start, box[2]);
  }
  if (start < to) strips.push({ from: start, to });
  const [widest] = strips.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return widest ? (widest.from + widest.to) / 2 : null;
}

/** Lines of one head are one. */
function joinWrapped(heads: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const head of heads) {
    const index = joined.findIndex((other) => head.box[0] < other.box[2] && other.box[0] < head.box[2]);
    const other = joined[index];
    if (!other) joined.push(head);
    else {
      const box = [Math.min(head.box[0], other.box[0]), other.box[1], Math.max(head.box[2], other.box[2]), head.box[3]] as const;
      joined[index] = { ...other, text: other.text + head.text, box };
    }
  }
  return joined;
}

/** Share of the lower of two texts by which they must stand on one height to be beside each other: lines of two rows hardly overlap. */
const BESIDE = 0.05;
/** em. What has less height in common with all others stands alone. */
const ALONE = 0.3;
/** em. A label beside several rows may stand between two of them, no farther from the labels of these. */
const BETWEEN = 1;

/** The gaps between texts that stand beside each other. @param mayStandBetween is this one a label beside several rows of that one? */
function gapsOf(segments: readonly Segment[], mayStandBetween: (segment: Segment, other: Segment) => boolean): Cut[] {
  const byLeft = segments.toSorted((a, b) => a.box[0] - b.box[0]);
  return byLeft.flatMap((segment, i) => {
    const least = (other: Segment) => (mayStandBetween(segment, other) ? -BETWEEN * segment.size : BESIDE * heightOf(segment, other));
    const next = byLeft.slice(i + 1).find((other) => other.box[0] >= segment.box[2] && overlapOf(segment, other) > least(other));
    return next ? [{ from: segment.box[2], to: next.box[0] }] : [];
  });
}

/** The gaps in a block of words: what stands alone on its height may be a label beside the rows above and below. */
function gapsOfWords(segments: readonly Segment[]): Cut[] {
  const isAlone = (segment: Segment) => segments.every((other) => other === segment || overlapOf(segment, other) < ALONE * segment.size);
  return gapsOf(segments, isAlone);
}

/** pt of height that two texts have in common; negative where one stands above the other. */
const overlapOf = ({ box: a }: Segment, { box: b }: Segment): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);

/** Height of the lower of two texts, pt. */
const heightOf = ({ box: a }: Segment, { box: b }: Segment): number => Math.min(a[3] - a[1], b[3] - b[1]);
