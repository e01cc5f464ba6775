import type { Box } from '../../../src/model/glyph.js';
import type { Subpath } from '../../../src/read/paint/paths.js';

export const path = (...points: [x: number, y: number][]): Subpath => ({ points, closed: false, curved: false });
export const closed = (...points: [x: number, y: number][]): Subpath => ({ points, closed: true, curved: false });
export const rectangle = ([x0, y0, x1, y1]: Box): Subpath => closed([x0, y0], [x1, y0], [x1, y1], [x0, y1]);
