import type { Glyph } from '../../../model/glyph.js';
import type { Page } from '../../../model/page.js';
import { groundWhites } from '../paint/ink.js';
import type { Pointer } from './api.js';
import type { FontShelf } from './fonts.js';
import type { Geometry } from './geometry.js';
import { drawnGround } from './ground.js';
import type { Engine } from './library.js';
import { readText } from './text.js';
import { walkPage } from './walk.js';

/** Reads what an open page shows. @param layers form XObjects may be optional content: the file has some */
export function readPage(
  engine: Engine,
  page: Pointer,
  geometry: Geometry,
  fonts: FontShelf,
  layers: boolean,
): Pick<Page, 'glyphs' | 'rules' | 'fills' | 'images' | 'mute'> {
  const { viewport, width, height } = geometry;
  const { texts, rules, fills, images } = walkPage(engine, page, viewport, [0, 0, width, height], layers);
  const glyphs: Glyph[] = [];
  const whites: Glyph[] = [];
  const mute = readText(engine, page, texts, viewport[0] === 0, fonts, (glyph, ink) => {
    (ink === 'white' && glyph.state === 'shown' ? whites : glyphs).push(glyph);
  });
  const grounded = groundWhites(whites, [...fills, ...images]);
  if (grounded.some((glyph) => glyph.state === 'hidden')) {
    const isGround = drawnGround(engine, page, texts, geometry);
    for (const glyph of grounded) glyphs.push(glyph.state === 'hidden' && isGround(glyph) ? { ...glyph, state: 'shown' } : glyph);
  } else glyphs.push(...grounded);
  return { glyphs, rules, fills, images, ...(mute > 0 && { mute }) };
}
