import { POINTS_PER_INCH } from '../base/points.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Picture } from '../read/container.js';

/** Of 255: how much a pixel must differ from the others of its letter to be ink. JPEG grounds differ less. */
const INK = 40;

/** Share of a letter's box on each side that is not looked at: a rule may touch it. */
const EDGE = 0.2;

/**
 * The letters of a page that its picture does not show, because the document does not embed their font and what draws has no such letters:
 * where they stand the picture is as blank as paper. Blank ones and those that nobody is to see are not among them.
 * @param shown pt, what the picture shows of the page; letters beyond it are left out
 */
export function missingLetters(glyphs: readonly Glyph[], picture: Picture, shown: Box, dpi: number): Glyph[] {
  const scale = dpi / POINTS_PER_INCH;
  const inPixels = ([x0, y0, x1, y1]: Box): Box => {
    const [dx, dy] = [(x1 - x0) * EDGE, (y1 - y0) * EDGE];
    return [
      Math.floor((x0 + dx - shown[0]) * scale),
      Math.floor((y0 + dy - shown[1]) * scale),
      Math.ceil((x1 - dx - shown[0]) * scale),
      Math.ceil((y1 - dy - shown[1]) * scale),
    ];
  };
  const isThere = ({ box }: Glyph) => box[0] < shown[2] && shown[0] < box[2] && box[1] < shown[3] && shown[1] < box[3];
  return glyphs.filter(
    (glyph) => glyph.state === 'shown' && glyph.text.trim() !== '' && isThere(glyph) && isBlank(picture, inPixels(glyph.box)),
  );
}

/** Whether all pixels of a part are of one brightness. */
function isBlank({ width, height, rgba }: Picture, [x0, y0, x1, y1]: Box): boolean {
  let [darkest, lightest] = [255, 0];
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1) {
    for (let x = Math.max(0, x0); x < Math.min(width, x1); x += 1) {
      const green = rgba[(y * width + x) * 4 + 1] ?? 255;
      darkest = Math.min(darkest, green);
      lightest = Math.max(lightest, green);
      if (lightest - darkest >= INK) return false;
    }
  }
  return true;
}
