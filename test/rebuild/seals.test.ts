import { expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import { pageToLayout } from '../../src/rebuild/page-layout.js';
import { sealGlyphs } from '../../src/rebuild/seals.js';
import { glyph, page, ruled, write } from '../builders.js';

const RED = '#d61a1a';

/** Letters on an arc around 150, 120, the first at `from` degrees, `step` degrees apart; 0 is upright. */
function arc(
  text: string,
  { from = -72, step = 18, radius = 36, ...rest }: Partial<Glyph> & { from?: number; step?: number; radius?: number } = {},
): Glyph[] {
  return [...text].map((letter, i) => {
    const degrees = from + i * step;
    const turn = (degrees * Math.PI) / 180;
    const [x, y] = [150 + radius * Math.sin(turn), 120 - radius * Math.cos(turn)];
    const box = [x - 5, y - 5, x + 5, y + 5] as const;
    return glyph(letter, x - 5 * Math.cos(turn), y - 5 * Math.sin(turn), { box, angle: (degrees + 360) % 360, font: 'seal', ...rest });
  });
}

const sealed = (...glyphs: Glyph[]) => [...sealGlyphs(glyphs)].map(({ text }) => text).join('');

test.each([RED, undefined])('the letters of a ring (%s) are those of a seal, also the one that stands upright', (colour) => {
  const ring = arc('青石市临江区统计局', colour ? { colour } : {});
  expect(sealed(...write('统计信息', 130, 90), ...ring, ...write('412.36', 140, 90))).toBe('青石市临江区统计局');
});

test('of the line across a ring the letters in its colour belong to it, digits and other letters do not', () => {
  const across = [...write('专用章', 135, 125, { colour: RED }), ...write('88.00', 135, 140, { colour: RED }), ...write('合计', 140, 110)];
  expect(sealed(...arc('青石市临江区统计局', { colour: RED }), ...across)).toBe('青石市临江区统计局专用章');
});

test('letters with their heads to the centre make a ring too', () => {
  expect(sealed(...arc('专用章一', { from: 150, step: 20, radius: -36 }))).toBe('专用章一');
});

test.each([
  ['a watermark: all in one direction', ['内', '部', '资', '料'].map((text, i) => glyph(text, 50 + 10 * i, 50 + 10 * i, { angle: 315 }))],
  ['two letters askew', arc('青石')],
  ['letters in all directions that are on no ring', [0, 1, 2, 3].map((i) => glyph('章', 40 * i * i, 50 + 13 * i, { angle: 20 + 50 * i }))],
  ['upright text', write('青石市临江区统计局', 100, 100)],
])('no seal: %s', (_, glyphs) => {
  expect(sealed(...glyphs)).toBe('');
});

test('an amount under a seal is all its cell holds', () => {
  const glyphs = [...write('412.36', 135, 92), ...arc('青石市临江区统计局', { colour: RED })];
  const { grids, marks, lines } = pageToLayout(page({ rules: ruled([100, 200, 250], [70, 100, 160]), glyphs }));
  expect(grids[0]?.cells.map(({ text }) => text)).toEqual(['412.36', '', '', '']);
  expect([marks.length, lines.length]).toEqual([9, 0]);
});
