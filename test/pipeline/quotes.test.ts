/** Where findings point, on pages that the stages read turned. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Box, Glyph, Rule } from '../../src/model/glyph.js';
import type { Page } from '../../src/model/page.js';
import { isRead, type PageReader, readPages } from '../../src/pipeline/pages.js';
import { extractWithDraft } from '../../src/pipeline.js';

const bytes = new Uint8Array(readFileSync(new URL('../../samples/beiguan-2024.pdf', import.meta.url)));

/** A page as it looks when its sheet is turned clockwise by 90°. */
function turned({ width, height, glyphs, rules, fills, images, ...rest }: Page): Page {
  const box = ([x0, y0, x1, y1]: Box): Box => [height - y1, x0, height - y0, x1];
  const glyph = (g: Glyph): Glyph => ({ ...g, x: height - g.y, y: g.x, box: box(g.box), angle: (g.angle + 90) % 360 });
  const rule = (r: Rule): Rule =>
    r.axis === 'horizontal'
      ? { ...r, axis: 'vertical', at: height - r.at }
      : { ...r, axis: 'horizontal', from: height - r.to, to: height - r.from };
  return {
    ...rest,
    width: height,
    height: width,
    glyphs: glyphs.map(glyph),
    rules: rules.map(rule),
    fills: fills.map(box),
    images: images.map(box),
  };
}

const readTurned: PageReader = async (...args) => {
  const read = await readPages(...args);
  return !('pages' in read) ? read : { ...read, pages: read.pages.map((page) => (isRead(page) ? turned(page) : page)) };
};

test('the sentence of a finding is pointed at on the page as displayed, like its cells', async () => {
  const { disclosure: plain } = await extractWithDraft(bytes);
  const { disclosure: sideways } = await extractWithDraft(bytes, {}, { read: readTurned });
  const heights = new Map(plain.pages.map(({ number, height }) => [number, height]));
  const expected = plain.findings.flatMap(({ rule, quote }) => {
    if (!quote?.box) return [];
    const [x0, y0, x1, y1] = quote.box;
    const height = heights.get(quote.page) ?? Number.NaN;
    return { rule, box: [height - y1, x0, height - y0, x1] };
  });
  const found = sideways.findings.flatMap(({ rule, quote }) => (quote?.box ? { rule, box: quote.box } : []));
  expect(expected.length).toBeGreaterThan(0);
  expect(found.map(({ rule }) => rule)).toEqual(expected.map(({ rule }) => rule));
  for (const [i, { box }] of found.entries()) {
    for (const [side, edge] of box.entries()) expect(edge).toBeCloseTo(expected[i]?.box[side] ?? Number.NaN, 1);
  }
});
