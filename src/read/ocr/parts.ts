import type { Box } from '../../model/glyph.js';
import type { Page } from '../../model/page.js';
import { type Need, tablePictures } from './needs.js';
import { erase, type Raster, type Rect } from './picture/raster.js';

/** Leaves in a page's picture only what is to be read, in place. @param scale px in a pt */
export function eraseAllBut(picture: Raster, page: Page, need: Need, scale: number): void {
  if (need === 'page') return;
  const shown = page.glyphs.filter((g) => g.state === 'shown');
  for (const glyph of shown) erase(picture, scaled(glyph.box, scale));
  if (need === 'letters') return;
  const whole = Uint8Array.from(picture.data);
  picture.data.fill(255);
  for (const box of tablePictures(page)) {
    const { x0, y0, x1, y1 } = scaled(box, scale);
    const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(picture.width, Math.ceil(x1))];
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(picture.height, Math.ceil(y1)); y++) {
      const row = y * picture.width;
      picture.data.set(whole.subarray(row + left, row + right), row + left);
    }
  }
}

const scaled = ([x0, y0, x1, y1]: Box, scale: number): Rect => ({ x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale });
