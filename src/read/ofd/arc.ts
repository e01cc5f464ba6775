import type { Point, Segment } from './marks.js';

/** An elliptical arc as paths have them: those of SVG. */
export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Of the ellipse, degrees clockwise. */
  readonly turn: number;
  /** The longer way round. */
  readonly large: boolean;
  readonly clockwise: boolean;
}

/** Radians. A longer part of an ellipse is not drawn by one curve. */
const QUARTER = Math.PI / 2;

/** The arc from `from` to `to` as curves, by the way that SVG lays down (SVG 2, B.2.4 and B.2.5): radii too small are made to fit. */
export function arcToCurves(from: Point, { rx, ry, turn, large, clockwise }: Arc, to: Point): Segment[] {
  const [phi, a, b] = [(turn * Math.PI) / 180, Math.abs(rx), Math.abs(ry)];
  if (a === 0 || b === 0 || (from[0] === to[0] && from[1] === to[1])) return [{ kind: 'line', to }];
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const fit = Math.max(1, Math.sqrt((x / a) ** 2 + (y / b) ** 2));
  const [ra, rb] = [a * fit, b * fit];
  const rest = Math.max(0, (ra * rb) ** 2 - (ra * y) ** 2 - (rb * x) ** 2) / ((ra * y) ** 2 + (rb * x) ** 2);
  const side = (large === clockwise ? -1 : 1) * Math.sqrt(rest);
  const [cx, cy] = [(side * ra * y) / rb, (-side * rb * x) / ra];
  const start = Math.atan2((y - cy) / rb, (x - cx) / ra);
  const sweep = turnTo(Math.atan2((-y - cy) / rb, (-x - cx) / ra) - start, clockwise);
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / QUARTER - 1e-9));
  const step = sweep / parts;
  const handle = (4 / 3) * Math.tan(step / 4);
  const [mx, my] = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const place = (u: number, v: number): Point => [mx + cos * ra * u - sin * rb * v, my + sin * ra * u + cos * rb * v];
  return Array.from({ length: parts }, (_, i): Segment => {
    const [t, end] = [start + i * step, start + (i + 1) * step];
    return {
      kind: 'curve',
      first: place(Math.cos(t) - handle * Math.sin(t), Math.sin(t) + handle * Math.cos(t)),
      second: place(Math.cos(end) + handle * Math.sin(end), Math.sin(end) - handle * Math.cos(end)),
      to: i === parts - 1 ? to : place(Math.cos(end), Math.sin(end)),
    };
  });
}

/** The same direction, all the way round in the sense of the arc. */
function turnTo(angle: number, clockwise: boolean): number {
  const round = 2 * Math.PI;
  const positive = ((angle % round) + round) % round;
  return clockwise ? positive : positive - round;
}
