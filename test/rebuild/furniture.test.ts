import { describe, expect, test } from 'vitest';
import type { Glyph } from '../../src/model/glyph.js';
import type { Page } from '../../src/model/page.js';
import { findFurniture } from '../../src/rebuild/furniture.js';
import { pageToLayout } from '../../src/rebuild/page-layout.js';
import { page, write } from '../builders.js';

/** Baselines on an A4 page: running head, first line of text, last line of text, page number. */
const HEAD = 50;
const TOP = 100;
const BOTTOM = 700;
const FOOT = 780;

/** The texts that are furniture, sorted, of pages with these glyphs. */
function furniture(pages: readonly (readonly Glyph[])[], paper: Partial<Page> = {}): string[] {
  const layouts = pages.map((glyphs, i) => pageToLayout(page({ ...paper, number: i + 1, glyphs })));
  return [...findFurniture(layouts)].map((line) => line.text).toSorted();
}

/** `count` pages, the text of each by its number from 1. */
const pages = (count: number, glyphsOf: (number: number) => Glyph[]) => Array.from({ length: count }, (_, i) => glyphsOf(i + 1));

describe('page numbers with marks', () => {
  test.each([
    '- 6 -',
    '—6—',
    '一6一',
    '－ 6 －',
    '·6·',
    '~6~',
    '第6页',
    '第 6 页',
    '第6页 共12页',
    '第6页，共12页',
    '6/12',
    '6 / 12',
    'Page 6',
    '- ６ -',
  ])('%s is one wherever it stands alone, at the foot or at the head', (text) => {
    expect(furniture([write(text, 250, FOOT)])).toHaveLength(1);
    expect(furniture([write(text, 250, HEAD)])).toHaveLength(1);
  });

  test('in the middle of the page it is none', () => {
    expect(furniture([write('- 6 -', 250, 400)])).toEqual([]);
  });

  test.each(['-6', '6-', '6.', '第6条', '共6页', '12345/6', '- 12345 -', '—'])('%s is none', (text) => {
    expect(furniture([write(text, 250, FOOT)])).toEqual([]);
  });
});

describe('a number that lost a dash to a digit', () => {
  const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };
  const read = (text: string, x: number, baseline: number) => write(text, x, baseline, { reading });

  test('is a page number on a scan, where marked ones stand on other pages', () => {
    expect(furniture([read('—1—', 250, FOOT), read('12—', 250, FOOT), read('—3—', 250, FOOT)])).toEqual(['12—', '—1—', '—3—']);
  });

  test('is one where all that was read of it are its dashes', () => {
    expect(furniture([read('—1—', 250, FOOT), read('- —', 250, FOOT)])).toEqual(['- —', '—1—']);
    expect(furniture([read('—1—', 250, FOOT), read('- —', 100, FOOT)])).toEqual(['—1—']);
  });

  test('is none elsewhere, alone, or in text that no engine read', () => {
    expect(furniture([read('—1—', 250, FOOT), read('12—', 100, FOOT), read('-12', 250, FOOT - 40)])).toEqual(['—1—']);
    expect(furniture([read('12—', 250, FOOT)])).toEqual([]);
    expect(furniture([write('—1—', 250, FOOT), write('12—', 250, FOOT)])).toEqual(['—1—']);
  });
});

describe('bare page numbers', () => {
  test('are some when they run with the pages, also from another start', () => {
    expect(furniture(pages(3, (number) => write(String(number), 290, FOOT)))).toEqual(['1', '2', '3']);
    expect(furniture(pages(4, (number) => write(String(number + 10), 290, FOOT)))).toEqual(['11', '12', '13', '14']);
    expect(furniture([[], [], ...pages(3, (number) => write(String(number), 290, FOOT))])).toEqual(['1', '2', '3']);
  });

  test('full-width digits run too', () => {
    expect(furniture([write('１', 290, FOOT), write('２', 290, FOOT), write('３', 290, FOOT)])).toHaveLength(3);
  });

  test('two that happen to run are none: two values at the foot', () => {
    expect(furniture(pages(2, (number) => write(String(number), 290, FOOT)))).toEqual([]);
  });

  test('those that do not run are none: the same value on every page, values in a column', () => {
    const low = 740;
    expect(furniture(pages(5, (number) => write(String(number), 290, low)))).toHaveLength(5);
    expect(furniture(pages(5, () => write('7', 290, low)))).toEqual([]);
    expect(furniture([write('5', 290, low), write('17', 290, low), write('4', 290, low), write('9', 290, low)])).toEqual([]);
    expect(furniture([[...write('1', 290, low - 40), ...write('2', 290, low - 20), ...write('3', 290, low)]])).toEqual([]);
  });

  test('stand within a fifth of the page from either end, on landscape pages too', () => {
    const landscape = { width: 842, height: 595 };
    const at = (baseline: number) =>
      furniture(
        pages(3, (number) => write(String(number), 400, baseline)),
        landscape,
      ).length;
    expect([at(590), at(485), at(483)]).toEqual([3, 3, 0]);
    expect([at(20), at(117), at(119)]).toEqual([3, 3, 0]);
  });

  test('the end of a wrapped amount is none where its page has a marked number, or stands elsewhere', () => {
    const ends = (marks: boolean) =>
      pages(5, (number) => [
        ...write(String(number), 480, number % 2 === 0 ? 100 : 740),
        ...(marks ? write(`- ${number} -`, 290, FOOT) : []),
      ]);
    expect(furniture(ends(true))).toEqual(['- 1 -', '- 2 -', '- 3 -', '- 4 -', '- 5 -']);
    const numbered = pages(5, (number) => [...write(String(number), 290, FOOT), ...(number < 3 ? write(String(number), 480, 700) : [])]);
    expect(furniture(numbered)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('some pages without a number do not matter', () => {
    const glyphs = pages(9, (number) => (number % 3 === 0 ? write(String(number), 290, FOOT) : []));
    expect(furniture(glyphs)).toEqual(['3', '6', '9']);
  });
});

describe('running heads', () => {
  const head = (text: string) => write(text, 60, HEAD);

  test('a line that half of the pages repeat, and two at least, is one', () => {
    expect(furniture(pages(2, () => head('某某县财政局部门决算')))).toHaveLength(2);
    expect(furniture(pages(1, () => head('某某县财政局部门决算')))).toEqual([]);
    expect(furniture(pages(8, (number) => (number % 2 === 0 ? head('某某县财政局') : [])))).toHaveLength(4);
    expect(furniture(pages(9, (number) => (number % 2 === 0 ? head('某某县财政局') : [])))).toEqual([]);
  });

  test('digits in it may change', () => {
    expect(furniture(pages(4, (number) => head(`某某县财政局 ${number}`)))).toHaveLength(4);
  });

  test('it stands in the tenth of the page at the head or the foot', () => {
    expect(furniture(pages(4, () => write('某某县财政局', 60, FOOT)))).toHaveLength(4);
    expect(furniture(pages(4, () => write('某某县财政局', 60, TOP)))).toEqual([]);
    expect(furniture(pages(4, () => write('某某县财政局', 60, BOTTOM)))).toEqual([]);
  });

  test('it may wander by 6 pt of 800; a repetition elsewhere is none: a chapter named like the head', () => {
    const wandering = (by: number) => pages(6, (number) => write('某某县财政局', 60, number === 3 ? HEAD + by : HEAD));
    expect([wandering(6), wandering(7), wandering(20)].map((glyphs) => furniture(glyphs).length)).toEqual([6, 5, 5]);
  });

  test.each(['2023年度', '（2023年度）', '2023年', '公开01表', '财决公开02表', '收入支出决算总表', '部门：某某县财政局', '金额单位:万元'])(
    'a caption never becomes one, though it stands on every page: %s',
    (text) => {
      expect(furniture(pages(8, () => head(text)))).toEqual([]);
    },
  );

  test('one that OCR reads otherwise on a page, by signs or a letter, is one there too', () => {
    const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };
    const read = (text: string) => write(text, 60, HEAD, { reading });
    const name = '某某县财政局二〇二〇年度部门决算公开';
    expect(furniture([read(name), read(name), read(`${name}：`), read(name.replace('财', '则'))])).toHaveLength(4);
    expect(furniture([read(name), read(name), head(`${name}：`), read(name.replace('财政局', '水利厅'))])).toHaveLength(2);
  });

  test('text that happens to be the first of its page is none', () => {
    expect(furniture(['收入', '支出', '项目', '注', '合计'].map((text) => head(text)))).toEqual([]);
  });
});

test('nothing is furniture of no pages', () => {
  expect(furniture([])).toEqual([]);
  expect(furniture([[]])).toEqual([]);
});
