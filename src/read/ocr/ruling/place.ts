import { at } from '../../../base/invariant.js';
import type { Box, Glyph, Rule } from '../../../model/glyph.js';
import type { Page } from '../../../model/page.js';
import type { QuarterTurn } from '../picture/raster.js';
import { courseAt, type RuledLine } from './ruled-line.js';

/** How the upright picture lies on the displayed page. */
export interface Placement {
  /** px of the picture in a pt. */
  readonly scale: number;
  /** Degrees by which the displayed page was turned clockwise to be upright. */
  readonly turned: QuarterTurn;
  /** pt, as displayed. */
  readonly width: number;
  readonly height: number;
}

/** A ruling line in px as the straight rule it is meant to be, in px: across at the middle of its course. */
export function toRule({ axis, from, to, course, thickness }: RuledLine): Rule {
  const sorted = Array.from(course).toSorted((a, b) => a - b);
  return { axis, at: at(sorted, sorted.length >> 1), from, to, thickness };
}

/** A rule of the page as a line of the picture. */
export function toRuledLine({ axis, at, from, to, thickness }: Rule, scale: number): RuledLine {
  const [first, last] = [Math.round(from * scale), Math.round(to * scale)];
  return {
    axis,
    from: first,
    to: last,
    course: new Float32Array(Math.max(1, last - first + 1)).fill(at * scale),
    thickness: Math.max(1, thickness * scale),
  };
}

/** Moves a point of the picture by as much as the ruling lines around it were straightened. */
export function straightener(lines: readonly RuledLine[]): (x: number, y: number) => readonly [x: number, y: number] {
  const across = lines.filter((l) => l.axis === 'horizontal').map((line) => ({ line, at: toRule(line).at }));
  const down = lines.filter((l) => l.axis === 'vertical').map((line) => ({ line, at: toRule(line).at }));
  return (x, y) => [x + shiftAt(down, y, x), y + shiftAt(across, x, y)];
}

/** px. Lines nearer to each other than this count as so far apart. */
const NEAREST = 1e-6;

/** The shift of the nearest lines on either side, in proportion to how near they are. */
function shiftAt(lines: readonly { line: RuledLine; at: number }[], along: number, across: number): number {
  let before: { distance: number; shift: number } | null = null;
  let after: { distance: number; shift: number } | null = null;
  for (const { line, at } of lines) {
    if (along < line.from || along > line.to) continue;
    const here = courseAt(line, along);
    const distance = Math.abs(across - here);
    if (here <= across && (!before || distance < before.distance)) before = { distance, shift: at - here };
    if (here > across && (!after || distance < after.distance)) after = { distance, shift: at - here };
  }
  if (before && after)
    return (before.shift * after.distance + after.shift * before.distance) / Math.max(NEAREST, before.distance + after.distance);
  return before?.shift ?? after?.shift ?? 0;
}

/** px of the upright picture → pt of the displayed page. */
function toPage(x: number, y: number, { scale, turned, width, height }: Placement): readonly [x: number, y: number] {
  const [u, v] = [x / scale, y / scale];
  if (turned === 90) return [v, height - u];
  if (turned === 180) return [width - u, height - v];
  if (turned === 270) return [width - v, u];
  return [u, v];
}

function boxToPage([x0, y0, x1, y1]: Box, placement: Placement): Box {
  const [ax, ay] = toPage(x0, y0, placement);
  const [bx, by] = toPage(x1, y1, placement);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** Glyphs and rules of the picture as those of the page. */
export function placeOnPage(glyphs: readonly Glyph[], rules: readonly Rule[], placement: Placement): Pick<Page, 'glyphs' | 'rules'> {
  const { scale, turned } = placement;
  return {
    glyphs: glyphs.map((glyph) => {
      const [x, y] = toPage(glyph.x, glyph.y, placement);
      return { ...glyph, x, y, box: boxToPage(glyph.box, placement), size: glyph.size / scale, angle: (360 - turned) % 360 };
    }),
    rules: rules.map((rule) => {
      const level = rule.axis === 'horizontal';
      const box = boxToPage(level ? [rule.from, rule.at, rule.to, rule.at] : [rule.at, rule.from, rule.at, rule.to], placement);
      const thickness = rule.thickness / scale;
      return box[2] - box[0] >= box[3] - box[1]
        ? { axis: 'horizontal', at: box[1], from: box[0], to: box[2], thickness }
        : { axis: 'vertical', at: box[0], from: box[1], to: box[3], thickness };
    }),
  };
}
