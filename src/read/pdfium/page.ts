import type { Glyph, Page } from '../../model.js';
import { groundWhites } from '../paint/ink.js';
import type { Pointer } from './api.js';
import type { Engine } from './engine.js';
import type { FontShelf } from './fonts.js';
import type { Geometry } from './geometry.js';
import { readText } from './text.js';
import { walkPage } from './walk.js';

/** Reads what an open page shows. @param layers form XObjects may be optional content: the file has some */
export function readPage(
  engine: Engine,
  page: Pointer,
  { viewport, width, height }: Geometry,
  fonts: FontShelf,
  layers: boolean,
): Pick<Page, 'glyphs' | 'rules' | 'fills' | 'images'> {
  const { texts, rules, fills, images } = walkPage(engine, page, viewport, [0, 0, width, height], layers);
  const glyphs: Glyph[] = [];
  const whites: Glyph[] = [];
  readText(engine, page, texts, viewport[0] === 0, fonts, (glyph, ink) => {
    (ink === 'white' && glyph.state === 'shown' ? whites : glyphs).push(glyph);
  });
  return { glyphs: [...glyphs, ...groundWhites(whites, [...fills, ...images])], rules, fills, images };
}
