import { describe, expect, test } from 'vitest';
import type { TextLine } from '../../../src/model/page.js';
import { glyphsToLines } from '../../../src/rebuild/lines.js';
import { linesToRegions, type TextRegion } from '../../../src/rebuild/ruleless/text-regions.js';
import { write } from '../../builders.js';

/** Lines 15 pt apart from these strings; `|` parts columns 100 pt wide. */
function linesOf(...texts: string[]): TextLine[] {
  const glyphs = texts.flatMap((text, i) => text.split('|').flatMap((words, column) => write(words, 50 + 100 * column, 100 + 15 * i)));
  return glyphsToLines(glyphs, 1);
}

const words = (lines: readonly TextLine[]) => lines.map((l) => l.text);

const told = ({ caption, header, ordinals, body, open }: TextRegion) => ({
  caption: caption?.text,
  header: words(header),
  ordinals: ordinals?.text,
  body: words(body),
  open,
});

const regions = (texts: string[], before: TextRegion | null = null) => linesToRegions(linesOf(...texts), before).map(told);
const [before = null] = linesToRegions(linesOf('单位：万元', '项目|决算数|比重', '一、教育|1.00|2.00'), null);

const UNIT = '单位：万元';
const HEADER = '项目|决算数|比重';
const BODY = ['一、教育|1.00|2.00', '二、科技|3.00|4.00'];

describe('where a table without rules begins and ends', () => {
  test('below the line that says the unit', () => {
    expect(regions(['某某县财政局', UNIT, HEADER, ...BODY])).toMatchObject([{ caption: UNIT, header: ['项目决算数比重'] }]);
    expect(regions(['某某县财政局', HEADER, ...BODY])).toEqual([]);
  });

  test.each(['金额单位：元', '单位:人民币万元', '部门：某局 单位：千元'])('the unit may be said thus: %s', (unit) => {
    expect(regions([unit, HEADER, ...BODY])).toHaveLength(1);
  });

  test.each(['注：本表反映收入。', '说明：略', '备注：略', '注1.略'])('before the notes: %s', (note) => {
    expect(regions([UNIT, HEADER, ...BODY, note, '5.00|6.00|7.00'])).toMatchObject([{ body: words(linesOf(...BODY)), open: false }]);
  });

  test('before the title of the next, which has a region of its own', () => {
    expect(regions([UNIT, HEADER, ...BODY, '支出决算表', UNIT, HEADER, ...BODY, '注：略'])).toMatchObject([
      { body: words(linesOf(...BODY)), open: false },
      { body: words(linesOf(...BODY)), open: false },
    ]);
  });

  test('at the end of the page, where it is open', () => {
    expect(regions([UNIT, HEADER, ...BODY])).toMatchObject([{ open: true }]);
  });

  test('prose below a unit line is no table', () => {
    expect(regions([UNIT, '本年收入总计一百万元。', '其中财政拨款收入五十万元。'])).toEqual([]);
  });
});

describe('what it is made of', () => {
  test('header, 栏次, body', () => {
    expect(regions([UNIT, HEADER, '栏次|1|2', ...BODY])).toEqual([
      { caption: UNIT, header: words(linesOf(HEADER)), ordinals: '栏次1 2', body: words(linesOf(...BODY)), open: true },
    ]);
  });

  test('numbers from 1 on are ordinals without the word too', () => {
    expect(regions([UNIT, HEADER, '1|2|3', ...BODY])).toMatchObject([{ ordinals: '1 2 3' }]);
    expect(regions([UNIT, HEADER, '1|2|4', ...BODY])[0]?.ordinals).toBeUndefined();
  });

  test('without ordinals the body begins with the first code, amount or numbered name', () => {
    const bodyOf = (...body: string[]) => regions([UNIT, HEADER, '科目|基本|项目', ...body])[0]?.body.length;
    expect(bodyOf('201|教育|丙', '甲|乙|丙')).toBe(2);
    expect(bodyOf('教育|1.00|丙', '甲|乙|丙')).toBe(2);
    expect(bodyOf('一、教育|乙|丙', '甲|乙|丙')).toBe(2);
    expect(bodyOf('教育|乙|丙', '201|乙|丙')).toBe(1);
  });
});

describe('a page that goes on', () => {
  test('begins with its first line where a line of the table stands before any caption', () => {
    expect(regions(BODY, before)).toMatchObject([{ header: [], body: words(linesOf(...BODY)) }]);
    expect(regions(BODY)).toEqual([]);
    expect(regions(['支出决算表', UNIT, '科目|支出|比重', '三、卫生|5.00|6.00'], before)).toMatchObject([{ header: ['科目支出比重'] }]);
  });

  test('may have nothing but codes and names, whose amounts are blank', () => {
    expect(regions(['31001|购建', '31002|购置'], before)).toMatchObject([{ header: [], body: ['31001购建', '31002购置'] }]);
    expect(regions(['九、卫生|638.07', '十、环保|—'], before)).toMatchObject([{ header: [] }]);
    expect(regions(['第一部分|概况', '第二部分|决算'], before)).toEqual([]);
  });

  test('has no header but the one it repeats, whatever its first lines hold', () => {
    expect(regions(['结余|28|—', ...BODY], before)).toMatchObject([{ header: [], body: words(linesOf('结余|28|—', ...BODY)) }]);
  });

  test.each(['续表', '（续）', '续上表'])('may begin with %s', (mark) => {
    expect(regions([mark, ...BODY], before)).toMatchObject([{ header: [], body: words(linesOf(...BODY)) }]);
  });

  test('repeats its header, be it in other lines', () => {
    expect(regions([HEADER, ...BODY], before)).toMatchObject([{ header: words(linesOf(HEADER)), body: words(linesOf(...BODY)) }]);
    const { header } = regions(['项目|决算数', '|比重', ...BODY], before)[0] ?? { header: [] };
    expect(header).toEqual(['项目决算数', '比重']);
  });

  test('has a table of its own where it does', () => {
    expect(regions(['续表', UNIT, HEADER, ...BODY], before)).toMatchObject([{ caption: UNIT }]);
  });

  test('may be empty', () => {
    expect(regions([], before)).toEqual([]);
  });
});
