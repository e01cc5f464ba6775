import type { Glyph } from '../../../model/glyph.js';
import type { Page } from '../../../model/page.js';
import { groundWhites } from '../../paint/ink.js';
import type { Pointer } from './api.js';
import type { DocumentFonts } from './fonts.js';
import type { Geometry } from './geometry.js';
import { drawnGround } from './ground.js';
import type { Pdfium } from './library.js';
import { readText } from './text.js';
import { walkPage } from './walk.js';

/**
 * Reads what an open page shows.
 * @param layers form XObjects may be optional content: the file has some
 * @param memory bytes to which PDFium's memory may grow for its text
 */
export function readPage(
  pdfium: Pdfium,
  page: Pointer,
  geometry: Geometry,
  fonts: DocumentFonts,
  layers: boolean,
  memory: number,
): Pick<Page, 'glyphs' | 'rules' | 'fills' | 'images' | 'mute'> {
  const { viewport, width, height } = geometry;
  const { texts, rules, fills, images, covers } = walkPage(pdfium, page, viewport, [0, 0, width, height], layers);
  const glyphs: Glyph[] = [];
  const whites: Glyph[] = [];
  const mute = readText(pdfium, page, texts, viewport[0] === 0, fonts, memory, (glyph, { ink, before }) => {
    const seen = covers.seen(glyph, before);
    (ink.tone === 'white' && seen.state === 'shown' ? whites : glyphs).push(seen);
  });
  const grounded = groundWhites(whites, [...fills, ...images]);
  if (grounded.some((glyph) => glyph.state === 'hidden')) {
    const isGround = drawnGround(pdfium, page, texts, geometry);
    for (const glyph of grounded) glyphs.push(glyph.state === 'hidden' && isGround(glyph) ? { ...glyph, state: 'shown' } : glyph);
  } else glyphs.push(...grounded);
  return { glyphs, rules, fills, images, ...(mute > 0 && { mute }) };
}
