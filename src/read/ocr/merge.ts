import type { Box, Glyph, OcrReading, Rule } from '../../model/glyph.js';
import type { OcrRun, Page } from '../../model/page.js';
import { isIn, type Need } from './needs.js';

/** What OCR has read on a page. */
interface OcrResult {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Degrees clockwise by which the displayed page leans. */
  readonly tilt: number;
}

/** The page with what was read in the place of what was not to be trusted. */
export function withOcr(page: Page, need: Need, { glyphs, rules, tilt }: OcrResult): Page {
  const ocr: OcrRun = { ended: 'read', tilt };
  if (need === 'page') {
    const hidden = page.glyphs.filter((g) => g.state === 'hidden');
    return { ...page, glyphs: [...hidden, ...glyphs], rules: rules.length > 0 ? rules : page.rules, ocr };
  }
  const lines = readAreas(glyphs);
  const isRead = (glyph: Glyph) => glyph.state === 'illegible' && lines.some((box) => isIn(glyph, box));
  return { ...page, glyphs: [...page.glyphs.filter((g) => !isRead(g)), ...glyphs], rules: [...page.rules, ...rules], ocr };
}

/** In em. Boxes of glyphs are estimated; a line reaches so far above and below its ink. */
const SLACK = 0.3;

/** Where lines were read: the boxes of all readings, an em wider at both ends. */
function readAreas(glyphs: readonly Glyph[]): Box[] {
  const areas = new Map<OcrReading | undefined, Box>();
  for (const { box, size, reading } of glyphs) {
    const [x0, y0, x1, y1] = areas.get(reading) ?? box;
    areas.set(reading, [
      Math.min(x0, box[0] - size),
      Math.min(y0, box[1] - size * SLACK),
      Math.max(x1, box[2] + size),
      Math.max(y1, box[3] + size * SLACK),
    ]);
  }
  return [...areas.values()];
}
