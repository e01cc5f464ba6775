import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import type { Page, UnreadPage } from '../../src/model/page.js';
import { markIllegible } from '../../src/read/legibility.js';
import { glyph, page, write } from '../builders.js';

const PRIVATE = '\ue001';
/** A letter no Chinese official document prints. */
const ODD = 'ế';

function judge(...pages: (readonly Glyph[])[]): Glyph['state'][][] {
  const judged = markIllegible(pages.map((glyphs, i) => page({ number: i + 1, glyphs })));
  return judged.map((each) => ('problem' in each ? [] : each.glyphs.map((g) => g.state)));
}

const illegible = (...glyphs: Glyph[]) => judge(glyphs)[0]?.filter((state) => state === 'illegible').length;

describe('a glyph by itself', () => {
  test.each([
    ['private use', '\ue001'],
    ['private use, plane 15', '\u{f0001}'],
    ['control', '\u0007'],
    ['unassigned', '\u0378'],
    ['a lone surrogate', '\ud800'],
    ['the replacement character', '\ufffd'],
    ['a ligature with one of them', 'f\ufffd'],
  ])('without a meaning it is illegible: %s', (_, text) => {
    expect(illegible(glyph(text, 0, 10))).toBe(1);
  });

  test.each(['决', '𠮷', '１', '—', '①', '％', 'fi', '√', '㎡', 'ア', 'α', ODD])('%s has a meaning', (text) => {
    expect(illegible(glyph(text, 0, 10))).toBe(0);
  });
});

describe('a font', () => {
  test('with three unusual letters, and more than one in a hundred, is not to be trusted at all', () => {
    expect(illegible(...write(ODD.repeat(2), 0, 10), ...write('收入', 0, 30))).toBe(0);
    expect(illegible(...write(ODD.repeat(3), 0, 10), ...write('收入', 0, 30))).toBe(5);
    expect(illegible(...write(ODD.repeat(3), 0, 10), ...write('收'.repeat(297), 0, 30))).toBe(0);
    expect(illegible(...write(ODD.repeat(3), 0, 10), ...write('收'.repeat(296), 0, 30))).toBe(299);
  });

  test('of punctuation, with «» for 《》, is sound', () => {
    expect(illegible(...write('«办法»«规定»，。', 0, 10))).toBe(0);
  });

  test('without Unicode map, all private use, is not to be trusted either', () => {
    expect(illegible(...write(PRIVATE.repeat(3), 0, 10), ...write('1', 0, 30))).toBe(4);
  });

  test('with a bullet from private use keeps the rest', () => {
    expect(judge([glyph(PRIVATE, 0, 10), ...write('收入', 10, 10)])).toEqual([['illegible', 'shown', 'shown']]);
  });

  test('is judged by all its glyphs in the document', () => {
    expect(judge(write(ODD.repeat(3), 0, 10), write('收入', 0, 10))).toEqual([
      ['illegible', 'illegible', 'illegible'],
      ['illegible', 'illegible'],
    ]);
    expect(judge(write(ODD.repeat(3), 0, 10), write('收'.repeat(297), 0, 10))[0]).toEqual(['shown', 'shown', 'shown']);
  });

  test('is judged by its own glyphs, and by those that show', () => {
    expect(judge([...write(ODD.repeat(3), 0, 10), ...write('收', 0, 30, { font: 'good' })])[0]?.at(-1)).toBe('shown');
    expect(judge([...write(ODD.repeat(3), 0, 10, { state: 'hidden' }), ...write('收', 0, 30)])[0]?.at(-1)).toBe('shown');
  });
});

test('what is hidden stays hidden, and a page that nobody could read stays unread', () => {
  const unread: UnreadPage = { number: 2, width: 595, height: 842, rotation: 0, problem: 'lost' };
  const bad = page({ glyphs: [...write(PRIVATE.repeat(3), 0, 10), glyph(PRIVATE, 90, 10, { state: 'hidden' })] });
  const [first, second] = markIllegible([bad, unread]);
  expect((first as Page).glyphs.map((g) => g.state)).toEqual(['illegible', 'illegible', 'illegible', 'hidden']);
  expect(second).toBe(unread);
});

test('an illegible glyph says nothing any more, and stands where it stood', () => {
  const glyphs = write(`${ODD.repeat(3)}收入`, 30, 10);
  const [judged] = markIllegible([page({ glyphs })]) as Page[];
  expect(judged?.glyphs).toEqual(glyphs.map((g) => ({ ...g, text: '\ufffd', state: 'illegible' })));
});

test('what passes as shown is as it was, and means something', () => {
  const text = fc.constantFrom('决', '1', PRIVATE, '\ufffd', ODD);
  const any = fc
    .tuple(text, fc.constantFrom('a', 'b'), fc.constantFrom<Glyph['state']>('shown', 'hidden'))
    .map(([each, font, state]) => glyph(each, 0, 10, { font, state }));
  fc.assert(
    fc.property(fc.array(fc.array(any)), (drawn) => {
      const pages = drawn.map((glyphs) => page({ glyphs }));
      const judged = markIllegible(pages) as Page[];
      for (const [p, { glyphs }] of judged.entries()) {
        for (const [i, g] of glyphs.entries()) {
          const before = drawn[p]?.[i];
          if (g.state === 'illegible') expect(g).toEqual({ ...before, text: '\ufffd', state: 'illegible' });
          else expect(g).toEqual(before);
          if (g.state === 'shown') expect([PRIVATE, '\ufffd']).not.toContain(g.text);
        }
        expect(glyphs).toHaveLength(drawn[p]?.length ?? 0);
      }
    }),
  );
});
