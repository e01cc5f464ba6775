import type { Box } from '../model.js';
import type { UprightPage } from '../rebuild/turn.js';

/** A box of the displayed page → the same box of the page turned upright: `back`, reversed. It turns by right angles and shifts. */
export function forthOf({ back }: Pick<UprightPage, 'back'>): (box: Box) => Box {
  const image = (x: number, y: number) => back([x, y, x, y]);
  const [ox, oy] = image(0, 0);
  const [ax, ay] = image(1, 0);
  const [bx, by] = image(0, 1);
  const forth = (x: number, y: number) =>
    [(x - ox) * (ax - ox) + (y - oy) * (ay - oy), (x - ox) * (bx - ox) + (y - oy) * (by - oy)] as const;
  return ([x0, y0, x1, y1]) => {
    const [px, py] = forth(x0, y0);
    const [qx, qy] = forth(x1, y1);
    return [Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy)];
  };
}
