/** What is on the page itself, whatever the stages made of it. */

import { element, escapeXml, group } from '../base/xml.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { Page } from '../model/page.js';
import type { GlyphUse } from './glyph-uses.js';

/** pt. Hairlines have no thickness, and must still be seen. */
const THINNEST = 0.2;
/** Share of the em by which a glyph may differ from a square before the reader's font is stretched to its width. */
const SQUARE = 0.15;

export const rectangle = ([x0, y0, x1, y1]: Box) => ({ x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) });

export function drawFills({ fills }: Page): string {
  return group(
    'fills',
    fills.map((box) => element('rect', rectangle(box))),
  );
}

/** A crossed frame: pictures themselves are never decoded. */
export function drawImages({ images }: Page): string {
  return group(
    'images',
    images.map(([x0, y0, x1, y1]) =>
      element('path', {
        d: `M${point(x0, y0)}H${coordinate(x1)}V${coordinate(y1)}H${coordinate(x0)}ZL${point(x1, y1)}M${point(x1, y0)}L${point(x0, y1)}`,
      }),
    ),
  );
}

export function drawRules({ rules }: Page): string {
  return group(
    'rules',
    rules.map((rule) => {
      const d =
        rule.axis === 'horizontal'
          ? `M${point(rule.from, rule.at)}H${coordinate(rule.to)}`
          : `M${point(rule.at, rule.from)}V${coordinate(rule.to)}`;
      return element('path', { d, 'stroke-width': Math.max(rule.thickness, THINNEST) });
    }),
  );
}

/** Each glyph's box and its text, grouped by what the stages used it for. */
export function drawGlyphs({ glyphs }: Page, uses: ReadonlyMap<Glyph, GlyphUse>): string {
  const byUse = new Map<GlyphUse, string[]>();
  for (const glyph of glyphs) {
    const use = uses.get(glyph) ?? 'mark';
    const drawn = byUse.get(use) ?? [];
    drawn.push(element('rect', rectangle(glyph.box)) + glyphText(glyph));
    byUse.set(use, drawn);
  }
  return group(
    'glyphs',
    [...byUse].map(([use, drawn]) => group(use, drawn)),
  );
}

/** A glyph's text where it stands, as wide as it is set. */
export function glyphText({ text, box, x, y, size, angle }: Glyph): string {
  const advance = box[2] - box[0];
  const stretched = angle === 0 && advance > 0 && Math.abs(advance - size) > SQUARE * size;
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      transform: angle === 0 ? null : `rotate(${coordinate(angle)} ${point(x, y)})`,
      textLength: stretched ? advance : null,
      lengthAdjust: stretched ? 'spacingAndGlyphs' : null,
    },
    escapeXml(text),
  );
}

/** A coordinate of a path, to 0.01 pt. */
export const coordinate = (value: number): number => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);
const point = (x: number, y: number) => `${coordinate(x)} ${coordinate(y)}`;
