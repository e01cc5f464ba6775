import type { Box, Rule } from '../../model/glyph.js';
import { intersect } from './matrix.js';
import { isVisible, isWhite, type PaintState } from './state.js';

/** pt. Filled areas up to this are lines: Word draws borders as fills of 0.5, spreadsheets up to 2.25. Text rows are never so low. */
export const THIN = 3;
/** pt. How far two ends of a line may differ across it and still be upright: cosmetic slant of rounded coordinates. */
const SLANT = 0.6;
/** pt. What 32-bit coordinates leave of the difference between equal sides: squares where lines meet count as horizontal. */
const NOISE = 0.02;
/** pt. A line that a clip path cuts in half along its length still shows. */
const CLIP_SLACK = 1;

/** One subpath in page space; `curved` ones bound nothing straight. */
export interface Subpath {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** The rules a stroked path leaves: its axis-parallel segments. */
export function strokedRules(subpaths: readonly Subpath[], state: PaintState): Rule[] {
  if (!isVisible(state.stroke, state.strokeAlpha)) return [];
  const [a, b, c, d] = state.matrix;
  const thickness = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  const rules: Rule[] = [];
  for (const { points, closed, curved } of subpaths) {
    if (curved) continue;
    const ends = closed ? points.length + 1 : points.length;
    for (let i = 1; i < ends; i++) {
      const [p, q] = [points[i - 1], points[i % points.length]];
      if (p && q) pushRule(rules, segmentToRule(p[0], p[1], q[0], q[1], thickness), state.clip);
    }
  }
  return rules;
}

/** The rules and the backgrounds a filled path leaves: thin rectangles and thick ones. */
export function filledMarks(subpaths: readonly Subpath[], state: PaintState): { rules: Rule[]; fills: Box[] } {
  const rules: Rule[] = [];
  const fills: Box[] = [];
  if (state.fillAlpha === 0 || isWhite(state.fill)) return { rules, fills };
  for (const subpath of subpaths) {
    const box = rectangleOf(subpath);
    if (!box) continue;
    const [x0, y0, x1, y1] = box;
    const [width, height] = [x1 - x0, y1 - y0];
    if (Math.min(width, height) > THIN) {
      const shown = intersect(box, state.clip);
      if (shown[2] > shown[0] && shown[3] > shown[1]) fills.push(shown);
    } else if (isVisible(state.fill, state.fillAlpha)) {
      const rule: Rule =
        width >= height - NOISE
          ? { axis: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1, thickness: height }
          : { axis: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1, thickness: width };
      pushRule(rules, rule, state.clip);
    }
  }
  return { rules, fills };
}

/** The box that a clip path leaves open; curved or slanted paths clip by their bounds. */
export function clipThrough(subpaths: readonly Subpath[], clip: Box): Box {
  const points = subpaths.flatMap((s) => s.points);
  return points.length === 0 ? [0, 0, 0, 0] : intersect(boundsOf(points), clip);
}

function boundsOf(points: Subpath['points']): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
}

/** Whether a clip path is one upright box: the box that it leaves open is then all that it leaves open. */
export const isOneBox = ([subpath, more]: readonly Subpath[]): boolean => !!subpath && !more && rectangleOf(subpath) !== null;

function segmentToRule(x0: number, y0: number, x1: number, y1: number, thickness: number): Rule | null {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (dy <= SLANT && dx >= dy) return { axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness };
  if (dx <= SLANT) return { axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness };
  return null;
}

/** The box of an upright rectangle, or of any straight shape so thin that it is a line (borders with mitred ends); null for others. */
export function rectangleOf({ points, curved }: Subpath): Box | null {
  if (curved || points.length === 0) return null;
  const box = boundsOf(points);
  if (Math.min(box[2] - box[0], box[3] - box[1]) <= THIN) return box;
  /** A bit for each corner that the shape has. */
  let corners = 0;
  for (const [x, y] of points) {
    const [left, top] = [Math.abs(x - box[0]) <= SLANT, Math.abs(y - box[1]) <= SLANT];
    const isCorner = (left || Math.abs(x - box[2]) <= SLANT) && (top || Math.abs(y - box[3]) <= SLANT);
    if (!isCorner) return null;
    corners |= 1 << ((left ? 0 : 1) + (top ? 0 : 2));
  }
  return corners === 0b1111 ? box : null;
}

function pushRule(rules: Rule[], rule: Rule | null, clip: Box): void {
  if (!rule) return;
  const [low, high, from, to] = rule.axis === 'horizontal' ? [clip[1], clip[3], clip[0], clip[2]] : [clip[0], clip[2], clip[1], clip[3]];
  if (rule.at < low - CLIP_SLACK || rule.at > high + CLIP_SLACK) return;
  const [shownFrom, shownTo] = [Math.max(rule.from, from), Math.min(rule.to, to)];
  if (!(shownTo >= shownFrom)) return;
  rules.push({
    axis: rule.axis,
    at: round(rule.at),
    from: round(shownFrom),
    to: round(shownTo),
    thickness: round(rule.thickness),
  });
}

/** pt, to 0.01: coordinates come out of 32-bit floats. */
const round = (n: number) => Math.round(n * 100) / 100;
