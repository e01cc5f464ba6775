import { PageError } from '../errors.js';
import { applyTo, type Matrix } from '../paint/matrix.js';
import type { Subpath } from '../paint/paths.js';
import { arcToCurves } from './arc.js';
import type { Point, Segment } from './marks.js';
import { splitWords } from './values.js';

/** How many numbers follow each command (GB/T 33190-2016, table 36). */
const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['S', 2],
  ['M', 2],
  ['L', 2],
  ['Q', 4],
  ['B', 6],
  ['A', 7],
  ['C', 0],
]);

/** Steps of one path: a map has some 10,000. */
const MOST = 1_000_000;

/** AbbreviatedData as steps; quadratic curves and arcs become cubic ones. @throws PageError where it has an unknown command or lacks numbers */
export function parsePath(data: string): Segment[] {
  const words = splitWords(data);
  const segments: Segment[] = [];
  let [pen, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < words.length; ) {
    const command = words[i] ?? '';
    const count = ARGUMENTS.get(command);
    if (count === undefined) throw new PageError(`“${command.slice(0, 20)}” is no command of a path`);
    const numbers = words.slice(i + 1, i + 1 + count).map(Number);
    if (numbers.length < count || !numbers.every(Number.isFinite)) throw new PageError('a path lacks numbers');
    i += 1 + count;
    segments.push(...toSegments(command, numbers, pen));
    if (segments.length > MOST) throw new PageError(`a path has more than ${MOST} steps`);
    if (command === 'C') {
      pen = start;
      continue;
    }
    pen = [numbers[count - 2] ?? 0, numbers[count - 1] ?? 0];
    if (command === 'M' || command === 'S') start = pen;
  }
  return segments;
}

function toSegments(command: string, n: readonly number[], pen: Point): Segment[] {
  const point = (i: number): Point => [n[i] ?? 0, n[i + 1] ?? 0];
  switch (command) {
    case 'M':
    case 'S':
      return [{ kind: 'move', to: point(0) }];
    case 'L':
      return [{ kind: 'line', to: point(0) }];
    case 'Q':
      return [{ kind: 'curve', first: towards(pen, point(0)), second: towards(point(2), point(0)), to: point(2) }];
    case 'B':
      return [{ kind: 'curve', first: point(0), second: point(2), to: point(4) }];
    case 'A':
      return arcToCurves(pen, { rx: n[0] ?? 0, ry: n[1] ?? 0, turn: n[2] ?? 0, large: n[3] !== 0, clockwise: n[4] !== 0 }, point(5));
    default:
      return [{ kind: 'close' }];
  }
}

/** Two thirds of the way: where a cubic curve has its handle for a quadratic one. */
const towards = ([x, y]: Point, [cx, cy]: Point): Point => [x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3];

/** The pieces of a path on the page; curves only by the points that bound them. */
export function toSubpaths(segments: readonly Segment[], matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: Point[] = [];
  let curved = false;
  const end = (closed: boolean) => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const place = ([x, y]: Point) => points.push(applyTo(matrix, x, y));
  for (const segment of segments) {
    if (segment.kind === 'close') {
      const start = points[0];
      end(true);
      if (start) points.push(start);
      continue;
    }
    if (segment.kind === 'move') end(false);
    if (segment.kind === 'curve') {
      curved = true;
      place(segment.first);
      place(segment.second);
    }
    place(segment.to);
  }
  end(false);
  return subpaths;
}
