import { applyTo, type Matrix } from '../../paint/matrix.js';
import type { Subpath } from '../../paint/paths.js';

/** Inner codes of pdf.js's `constructPath` data with the count of their numbers; see `test/read/pdf/pdfjs/paths.test.ts`. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Decodes `constructPath` data of pdf.js 5.5 and maps it into page space. @throws RangeError on a code this version should not know */
export function pathToSubpaths(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const end = (closed: boolean) => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  const point = (i: number) => applyTo(matrix, data[i] ?? Number.NaN, data[i + 1] ?? Number.NaN);
  for (let i = 0; i < data.length; ) {
    const code = data[i];
    switch (code) {
      case MOVE:
        end(false);
        points.push(point(i + 1));
        i += 3;
        break;
      case LINE:
        points.push(point(i + 1));
        i += 3;
        break;
      case CURVE:
        curved = true;
        points.push(point(i + 5));
        i += 7;
        break;
      case QUADRATIC:
        curved = true;
        points.push(point(i + 3));
        i += 5;
        break;
      case CLOSE: {
        const start = points[0];
        end(true);
        if (start) points.push(start);
        i += 1;
        break;
      }
      default:
        throw new RangeError(`constructPath: unknown code ${code} at ${i}`);
    }
  }
  end(false);
  return subpaths;
}
