import type { Box, Glyph } from '../../model/glyph.js';
import type { Page, UnreadPage } from '../../model/page.js';

/** Which part of a page only OCR can read. */
export type Need =
  /** All of it: a scan, or whatever text it has is not to be trusted. */
  | 'page'
  /** Letters whose font has no usable Unicode map. */
  | 'letters'
  /** Pictures, if they hold tables. */
  | 'pictures';

/** Share of the page from which on a picture may hold a table. */
const PICTURE = 0.06;
/** Shown glyphs in the middle of a picture that make it a background. */
const WRITTEN_ON = 8;

/** Filled areas, or filled shapes, from which on a page without text may show letters drawn as outlines; an empty grid has only rules. */
const OUTLINES = 50;

/** Whether and where a page needs OCR, by what was read without it. Null for most pages: deciding costs nothing. */
export function needOf(page: Page | UnreadPage, mode: 'auto' | 'force'): Need | null {
  if ('problem' in page) return null;
  if (mode === 'force') return 'page';
  const hasMarks = page.glyphs.length > 0 || page.images.length > 0 || page.fills.length >= OUTLINES || hasDrawnLetters(page);
  if (!page.glyphs.some(isShown)) return hasMarks ? 'page' : null;
  if (page.glyphs.some((g) => g.state === 'illegible')) return 'letters';
  return tablePictures(page).length > 0 ? 'pictures' : null;
}

/** Its shapes are so many that they may be letters. */
export const hasDrawnLetters = ({ shapes = 0 }: Page): boolean => shapes >= OUTLINES;

/** Pictures large enough for a table on which no text is written. */
export function tablePictures({ images, glyphs, width, height }: Page): Box[] {
  return images.filter((box) => {
    if ((box[2] - box[0]) * (box[3] - box[1]) < PICTURE * width * height) return false;
    return glyphs.filter((g) => isShown(g) && isIn(g, box)).length < WRITTEN_ON;
  });
}

const isShown = ({ state }: Glyph): boolean => state === 'shown';

export function isIn({ box: [x0, y0, x1, y1] }: Glyph, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
}
