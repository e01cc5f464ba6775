import { groupBy } from '../../base/group.js';
import { at, must } from '../../base/invariant.js';
import { boxAround, middleX } from '../../model/box.js';
import type { Box, Glyph } from '../../model/glyph.js';
import type { TextLine } from '../../model/page.js';
import { spanAt } from '../lattice.js';
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
  return joined.map((glyphs) => toSegment(glyphs, line));
}

const toSegment = (glyphs: readonly Glyph[], { size }: TextLine): Segment => ({
  text: textOf(glyphs),
  box: boxAround(glyphs.map((g) => g.box)),
  size,
});

/**
 * A line → its segments, those of figures parted at the boundaries of columns: signs of full width fill their cells, so that no gap shows,
 * and an amount too wide for its column, or what is left of it on a line of its own, all but touches the name in the next.
 * What is parted ends at the boundary.
 * @param xs boundaries of the columns, pt
 * @param figures the columns of figures
 */
export const lineToFigures = (line: TextLine, xs: readonly number[], figures: ReadonlySet<number>): readonly Segment[] =>
  lineToSegments(line).flatMap((segment) => {
    if (HAN.test(segment.text) && !/^-?\d/.test(segment.text)) return [segment];
    const glyphs = line.glyphs.filter(({ box }) => box[0] >= segment.box[0] && box[2] <= segment.box[2]);
    const parts = [...groupBy(glyphs, (glyph) => spanAt(xs, middleX(glyph)))];
    const areFigures = !HAN.test(segment.text) && parts.every(([column]) => figures.has(column));
    if (parts.length < 2 || !(areFigures || isFigureBesideName(parts, figures))) return [segment];
    return parts.map(([column, own]) => {
      const part = toSegment(own, line);
      const [x0, y0, x1, y1] = part.box;
      return { ...part, box: [Math.max(x0, at(xs, column)), y0, Math.min(x1, at(xs, column + 1)), y1] };
    });
  });

/** A figure, or what is left of one, in its column, and beside it words that begin in a column of names. */
function isFigureBesideName(
  parts: readonly (readonly [column: number, glyphs: readonly Glyph[]])[],
  figures: ReadonlySet<number>,
): boolean {
  const [figure, name, ...more] = parts;
  if (!figure || !name || more.length > 0 || !figures.has(figure[0]) || figures.has(name[0])) return false;
  return FIGURE.test(textOf(figure[1])) && HAN.test(name[1][0]?.text ?? '');
}

const HAN = /\p{Script=Han}/u;
const FIGURE = /^-?\d[\d,]*\.?\d*$/u;

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
