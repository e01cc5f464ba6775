import { describe, expect, test } from 'vitest';
import { checkCutText } from '../../../src/check/wording/cut-text.js';
import type { Glyph, Rule } from '../../../src/model/glyph.js';
import type { Page } from '../../../src/model/page.js';

const SIZE = 10;

/** A line of text whose pen stands on `y`. */
const line = (text: string, y: number, state: Glyph['state'] = 'shown', x = 100): Glyph[] =>
  [...text].map((letter, i) => ({
    text: letter,
    box: [x + i * SIZE, y - 8, x + (i + 1) * SIZE, y + 2],
    x: x + i * SIZE,
    y,
    size: SIZE,
    angle: 0,
    font: 'f',
    state,
  }));

const rule = (at: number): Rule => ({ axis: 'horizontal', at, from: 90, to: 300, thickness: 0.5 });
const page = (number: number, glyphs: Glyph[], rules: Rule[] = [rule(80), rule(118)]): Page => ({
  number,
  width: 595,
  height: 842,
  rotation: 0,
  glyphs,
  rules,
  fills: [],
  images: [],
});

const messages = (...pages: Page[]) => checkCutText(pages).map(({ message }) => message);

describe('words that a cell has no room for', () => {
  const cut = [...line('成果质量检查成果检', 112), ...line('验费', 124, 'hidden')];

  test('below the rule that bounds it', () => {
    expect(messages(page(84, cut))).toEqual(['第84页表中有文字超出格子，没有显示：“验费”。']);
    expect(checkCutText([page(84, cut)])).toMatchObject([
      { rule: 'TEXT-CUT', severity: 'info', quote: { section: null, page: 84, box: [100, 116, 120, 126], text: '验费' } },
    ]);
  });

  test('above it', () => {
    const glyphs = [...line('第一行', 78, 'hidden'), ...line('第二行', 92)];
    expect(messages(page(3, glyphs))).toEqual(['第3页表中有文字超出格子，没有显示：“第一行”。']);
  });

  test('a cell that goes on on the next page is whole', () => {
    expect(messages(page(84, cut), page(85, line('验费', 60)))).toEqual([]);
    expect(messages(page(83, line('验费', 800)), page(84, cut))).toEqual([]);
  });

  test.each([
    ['nothing is shown beside it', [...line('验费', 124, 'hidden')], [rule(118)]],
    ['no rule parts it from what is shown: it was painted over', cut, [rule(80), rule(140)]],
    ['the rule is that of another column', cut, [{ ...rule(118), from: 200, to: 300 }]],
    ['it stands in another column', [...line('成果检', 112), ...line('验费', 124, 'hidden', 250)], [rule(118)]],
    ['it lies off the page', [...line('成果检', 836), ...line('验费', 848, 'hidden')], [rule(842)]],
    [
      'it is another text: larger letters',
      [...line('成果检', 112), ...line('验费', 124, 'hidden').map((g) => ({ ...g, size: 14 }))],
      [rule(118)],
    ],
    ['it is drawn there as well', [...cut, ...line('验费', 124)], [rule(118)]],
  ])('%s', (_, glyphs, rules) => {
    expect(messages(page(1, glyphs, rules))).toEqual([]);
  });

  test('many on one page are one finding', () => {
    const glyphs = Array.from({ length: 7 }, (_, i) => [
      ...line('某某项目', 100 + i * 50),
      ...line(`第${i}项`, 112 + i * 50, 'hidden'),
    ]).flat();
    const rules = Array.from({ length: 7 }, (_, i) => rule(106 + i * 50));
    expect(messages(page(5, glyphs, rules))).toEqual([expect.stringMatching(/^第5页.*“第0项”.*“第4项”等7处。$/u)]);
  });
});
