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

describe('where the body begins', () => {
  const first = (...texts: string[]) => regions([UNIT, ...texts])[0]?.body[0];

  test('at the total with whole amounts, also where rules part all rows', () => {
    expect(first('科目编码|科目名称|合计', '总计|89822080|31078479', '201|一般公共服务|14394178')).toBe('总计89822080 31078479');
    expect(first('项目|预算数', '合计|164407', '1、因公出国|31921', '2、公务接待费|8292')).toBe('合计164407');
  });

  test('names that wrap stand above their amounts, but heads do not that a rule parts from them', () => {
    const lines = linesOf(UNIT, '收入|支出|结余', '（境）|（境）|（境）', '公务用|公务用|公务用', '1.00|2.00|3.00').map((line, i) =>
      i < 2 ? line : { ...line, box: [line.box[0], 120 + 10 * i, line.box[2], 129 + 10 * i] as const },
    );
    const [unparted] = linesToRegions(lines, null);
    const [parted] = linesToRegions(lines, null, [], [{ at: 159, from: 40, to: 400 }]);
    expect(words(unparted?.body ?? [])).toHaveLength(3);
    expect(words(parted?.body ?? [])).toEqual(['1.00 2.00 3.00']);
  });

  test('not at 合计 beside years, numbers of columns or heads', () => {
    expect(first('项目|决算数|比重', '合计|2023|2024', ...BODY)).toBe('一、教育1.00 2.00');
    expect(first('项目|决算数|比重', '合计|1|2', ...BODY)).toBe('一、教育1.00 2.00');
    expect(first('科目|支出', '合计|小计|其他', ...BODY)).toBe('一、教育1.00 2.00');
  });
});

describe('where a table without rules begins and ends', () => {
  test('below the line that says the unit', () => {
    expect(regions(['某某县财政局', UNIT, HEADER, ...BODY])).toMatchObject([{ caption: UNIT, header: ['项目决算数比重'] }]);
    expect(regions(['某某县财政局', HEADER, ...BODY])).toEqual([]);
  });

  test.each(['金额单位：元', '单位:人民币万元', '部门：某局 单位：千元'])('the unit may be said thus: %s', (unit) => {
    expect(regions([unit, HEADER, ...BODY])).toHaveLength(1);
  });

  test.each(['注：本表反映收入。', '说明：略', '备注：略', '注1.略', '（注：略）', '(备注：略)'])('before the notes: %s', (note) => {
    expect(regions([UNIT, HEADER, ...BODY, note, '5.00|6.00|7.00'])).toMatchObject([{ body: words(linesOf(...BODY)), open: false }]);
  });

  test('before the title of the next, which has a region of its own', () => {
    expect(regions([UNIT, HEADER, ...BODY, '支出决算表', UNIT, HEADER, ...BODY, '注：略'])).toMatchObject([
      { body: words(linesOf(...BODY)), open: false },
      { body: words(linesOf(...BODY)), open: false },
    ]);
  });

  test.each(['收入总表', '附表3：2019年收入总表', '财政拨款收支总表（按功能分类）'])(
    'before any title that stands above a unit line: %s',
    (title) => {
      expect(regions([UNIT, HEADER, ...BODY, '表3', title, UNIT, HEADER, ...BODY])).toMatchObject([
        { body: words(linesOf(...BODY)), open: false },
        { body: words(linesOf(...BODY)), open: true },
      ]);
    },
  );

  test('a title without a unit line below, and a unit without a title, may stand within', () => {
    const within = ['三、年度报表', '四、补助（单位：万元）|5.00|6.00'];
    expect(regions([UNIT, HEADER, ...BODY, ...within])).toMatchObject([{ body: words(linesOf(...BODY, ...within)) }]);
  });

  test('the title above it is known, and is none of its number and year', () => {
    const titled = (...above: string[]) => linesToRegions(linesOf(...above, UNIT, HEADER, ...BODY), null)[0]?.title;
    expect(titled('表3', '收入总表', '2024年度')).toBe('收入总表');
    expect(titled('公开03表')).toBeNull();
    expect(titled('某某县财政局')).toBeNull();
  });

  test('a title in larger letters may break anywhere', () => {
    const large = (text: string, y: number) => write(text, 50, y, { size: 16 });
    const glyphs = [UNIT, HEADER, ...BODY].flatMap((text, i) =>
      text
        .split('|')
        .flatMap((word, column) => [...write(word, 50 + 100 * column, 100 + 15 * i), ...write(word, 50 + 100 * column, 300 + 15 * i)]),
    );
    const found = linesToRegions(glyphsToLines([...glyphs, ...large('支出明细表（按支', 250), ...large('出功能分类）', 275)], 1), null);
    expect(found.map(told)).toMatchObject([{ body: words(linesOf(...BODY)) }, { body: words(linesOf(...BODY)) }]);
    expect(found[1]?.title).toBe('支出明细表（按支出功能分类）');
  });

  test('at the end of the page, where it is open', () => {
    expect(regions([UNIT, HEADER, ...BODY])).toMatchObject([{ open: true }]);
  });

  test('prose below a unit line is no table', () => {
    expect(regions([UNIT, '本年收入总计一百万元。', '其中财政拨款收入五十万元。'])).toEqual([]);
  });
});

describe('a page that goes on with the table of the page before', () => {
  const before = () => linesToRegions(linesOf('收入总表', UNIT, HEADER, ...BODY), null)[0] ?? null;
  const goOn = (...texts: string[]) => linesToRegions(linesOf(...texts), before()).map(told);

  test('below its title once more, be it marked as continued, without a unit', () => {
    for (const title of ['收入总表', '收入总表（续）']) {
      expect(goOn(title, HEADER, ...BODY)).toMatchObject([{ body: words(linesOf(...BODY)) }]);
      expect(goOn(title, ...BODY)).toMatchObject([{ header: [], body: words(linesOf(...BODY)) }]);
    }
  });

  test('not below another title', () => {
    expect(goOn('支出预算总表', HEADER, ...BODY)).toEqual([]);
  });
});

describe('a table of two columns', () => {
  const PAIRS = ['基本工资|1.00', '办公费|2.00'];

  test('is one where the first heads labels, over names and their amounts', () => {
    expect(regions([UNIT, '科目名称|预算数', ...PAIRS])).toMatchObject([
      { header: words(linesOf('科目名称|预算数')), body: words(linesOf(...PAIRS)) },
    ]);
  });

  test('a zero or a dash is an amount too', () => {
    expect(regions([UNIT, '项目|预算数', '会议费|—', '培训费|0'])).toHaveLength(1);
  });

  test('is none below other heads, of one row or of words alone', () => {
    expect(regions([UNIT, '合计|预算数', ...PAIRS])).toEqual([]);
    expect(regions([UNIT, '科目名称|预算数', '基本工资|1.00'])).toEqual([]);
    expect(regions([UNIT, '项目|内容', '会议|略', '培训|略'])).toEqual([]);
  });
});

describe('the line right above the first amounts', () => {
  /** A unit line, two lines 12 pt apart and what stands below them. */
  const header = (...texts: string[]) => {
    const glyphs = [UNIT, '预算|表|头', ...texts].flatMap((text, i) =>
      text.split('|').flatMap((word, column) => write(word, 50 + 100 * column, 100 + 20 * Math.min(i, 2) + 12 * Math.max(i - 2, 0))),
    );
    return words(linesToRegions(glyphsToLines(glyphs, 1), null)[0]?.header ?? []);
  };

  test.each(['类别', '项目名称', '采购品目', '科目（按功能分类）', '单位编码', '序号'])('is a header where it says %s', (head) => {
    expect(header(`${head}|合计|基本`, '教育|1.00|2.00')).toHaveLength(2);
  });

  test('is a name that goes on, where it heads no labels', () => {
    expect(header('行政事业单位', '离退休|1.00|2.00')).toEqual(words(linesOf('预算|表|头')));
  });
});

describe('what it is made of', () => {
  test('a line of ** and numbers is that of the ordinals', () => {
    expect(regions([UNIT, HEADER, '**|1|2', ...BODY])).toMatchObject([{ ordinals: '** 1 2', body: words(linesOf(...BODY)) }]);
  });

  test('合计 alone on a line above the first amounts is body, no head', () => {
    expect(regions([UNIT, HEADER, '合计', ...BODY])).toMatchObject([
      { header: words(linesOf(HEADER)), body: words(linesOf('合计', ...BODY)) },
    ]);
  });

  test('below amounts 1 2 3 is no 栏次 line: it ends the codes that wrap in narrow columns', () => {
    const rows = ['22|0|0|住房公积金|1.00', '1|2|3'];
    expect(regions([UNIT, '类|款|项|科目名称|合计', ...rows])).toMatchObject([{ ordinals: undefined, body: words(linesOf(...rows)) }]);
  });

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
