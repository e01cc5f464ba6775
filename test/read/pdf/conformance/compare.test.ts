import { describe, expect, test } from 'vitest';
import type { Page } from '../../../../src/model/page.js';
import { glyph, page, ruled, write } from '../../../builders.js';
import { differences } from './compare.js';

const drawn = (rest: Partial<Page> = {}) =>
  page({ glyphs: [...write('收入', 20, 30), ...write('12', 120, 30)], rules: ruled([10, 100, 200], [10, 40, 70]), ...rest });

const told = (rest: Partial<Page>) => differences([drawn()], [drawn(rest)]).join('; ');

describe('two readings of one page', () => {
  test('are the same when they are, in any order and within the tolerances', () => {
    expect(differences([drawn()], [drawn()])).toEqual([]);
    expect(told({ glyphs: drawn().glyphs.toReversed(), rules: drawn().rules.toReversed() })).toBe('');
    expect(told({ glyphs: drawn().glyphs.map((g) => ({ ...g, x: g.x + 0.4, font: 'f9' })) })).toBe('');
  });

  test.each<[string, Partial<Page>, RegExp]>([
    ['a lost glyph', { glyphs: drawn().glyphs.slice(1) }, /lacks 收 \(shown\) at 20, 30; table 1: .*收入.*, not /],
    ['one too many', { glyphs: [...drawn().glyphs, glyph('三', 60, 30)] }, /has besides 三/],
    ['another letter', { glyphs: drawn().glyphs.map((g) => (g.text === '2' ? { ...g, text: '3' } : g)) }, /lacks 2 .*has besides 3/],
    ['another place', { glyphs: drawn().glyphs.map((g) => ({ ...g, x: g.x + 0.6 })) }, /lacks 收 .*has besides 收/],
    [
      'another state',
      { glyphs: drawn().glyphs.map((g) => ({ ...g, state: 'hidden' as const })) },
      /lacks 收 \(shown\).*has besides 收 \(hidden\)/,
    ],
    ['another angle', { glyphs: drawn().glyphs.map((g) => ({ ...g, angle: 90 })) }, /lacks 收/],
    ['a lost rule', { rules: drawn().rules.slice(1) }, /lacks the horizontal rule at 10 from 10 to 200/],
    ['another size', { width: 600 }, /595\.00 × 842\.00, 0°, not 600\.00/],
  ])('differ by %s', (_, rest, saying) => {
    expect(told(rest)).toMatch(saying);
  });

  test('differ when one is unread, or has more pages', () => {
    const unread = { number: 1, width: 595, height: 842, rotation: 0, problem: 'no' };
    expect(differences([drawn()], [unread])[0]).toBe('page 1: read by one engine only');
    expect(differences([unread], [unread])).toEqual([]);
    expect(differences([drawn()], [drawn(), drawn()])).toEqual(['1 pages, not 2']);
  });

  test('bold by drawing twice may be there once', () => {
    const bold = write('合计', 20, 30);
    const twice = [...bold, ...bold.map((g) => ({ ...g, x: g.x + 0.3 }))];
    expect(differences([page({ glyphs: bold })], [page({ glyphs: twice })])).toEqual([]);
  });
});
