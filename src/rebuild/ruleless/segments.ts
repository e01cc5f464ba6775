import { at, must } from '../../base/invariant.js';
import { boxAround } from '../../model/box.js';
import type { Box, Glyph } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import { WIDE_WORDS } from './words.js';

/** Glyphs of a line that stand together: a word, a number, a name. */
export interface Segment {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
}

/** pt by which a segment may run over the boundary of a column without standing in both. */
export const OVERRUN = 1;

/** Share of the em: what stands farther apart belongs to two cells, or to one word set wide. */
const GAP = 0.3;

/** Made once for each line: regions, heads, columns and rows all ask for them. */
const made = new WeakMap<TextLine, readonly Segment[]>();

/** A line → its segments, left to right. */
export function lineToSegments(line: TextLine): readonly Segment[] {
  const known = made.get(line);
  if (known) return known;
  const segments = glyphsToSegments(line);
  made.set(line, segments);
  return segments;
}

function glyphsToSegments(line: TextLine): Segment[] {
  const groups: Glyph[][] = [];
  for (const glyph of line.glyphs) {
    const group = groups.at(-1);
    if (group && standsTogether(group, glyph)) group.push(glyph);
    else groups.push([glyph]);
  }
  const joined: Glyph[][] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    if (before && WIDE_WORDS.has(textOf(before) + textOf(group))) before.push(...group);
    else joined.push(group);
  }
  return joined.map((glyphs) => ({ text: textOf(glyphs), box: boxAround(glyphs.map((g) => g.box)), size: line.size }));
}

/** An amount with both its decimals: it is complete. */
const WHOLE_AMOUNT = /^[-\d,]*\d\.\d{2}$/;
/** Share of the em: the least gap after an amount's second decimal that no number has inside, beyond the widest that it has. */
const AFTER_AMOUNT = 0.05;

/** An amount flush with its column's right edge may all but touch the next column's name or code. */
function standsTogether(group: readonly Glyph[], next: Glyph): boolean {
  const last = must(group.at(-1), 'the last glyph of a group');
  const gap = next.box[0] - last.box[2];
  if (gap > GAP * next.size) return false;
  if (!WHOLE_AMOUNT.test(textOf(group))) return true;
  return !/\p{Script=Han}|[（(]/u.test(next.text) && gap <= widestGap(group) + AFTER_AMOUNT * next.size;
}

const widestGap = (group: readonly Glyph[]): number => Math.max(0, ...group.slice(1).map((glyph, i) => glyph.box[0] - at(group, i).box[2]));

const textOf = (glyphs: readonly Glyph[]) => glyphs.map((g) => g.text).join('');
