import { element } from '../base/xml.js';
import type { Glyph } from '../model/glyph.js';
import type { PagePicture } from '../picture/pictures.js';
import { glyphText } from './page-print.js';
import { FONTS } from './style.js';

/** What letters are set in that the picture does not have: whoever looks can tell them from print. */
const SET_LATER = '#1e3a8a';

/**
 * A picture of a page with the letters that it lacks, as a drawing (SVG) in points of the page. They are set in a font of the one who looks,
 * where the document places them; they are no print.
 */
export function completedPicture({ png, width, height, box: [x0, y0, x1, y1] }: PagePicture, missing: readonly Glyph[]): string {
  const place = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  return `${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${x0} ${y0} ${x1 - x0} ${y1 - y0}`, width, height, 'font-family': FONTS },
    element('image', { ...place, href: `data:image/png;base64,${Buffer.from(png).toString('base64')}` }),
    element('g', { fill: SET_LATER }, missing.map(glyphText)),
  )}\n`;
}
