import { describe, expect, test } from 'vitest';
import type { Glyph, Rule } from '../../../src/model/glyph.js';
import type { Page } from '../../../src/model/page.js';
import { pagesToLayout } from '../../../src/rebuild/rebuild.js';
import { across, down, page, sketchOf, write } from '../../builders.js';

/** Words centred on x. */
const centred = (text: string, x: number, y: number) => write(text, x - (write(text, 0, 0).at(-1)?.box[2] ?? 0) / 2, y);

/** Middles of columns from 30 to 170, 270, 370 and 470. */
const COLUMNS = [100, 220, 320, 420];

/** A line of words, each in the middle of its column; '' leaves it blank. */
const row = (y: number, ...texts: string[]) => texts.flatMap((text, i) => centred(text, COLUMNS[i] ?? 0, y));

/** The unit line, from the table's left end to its right end. */
const UNIT = [...write('部门：甲局', 30, 100), ...write('单位：万元', 420, 100)];
const HEADER = row(120, '项目', '年初数', '决算数', '增减数');
const BODY = [...row(140, '一、教育', '1.00', '2.00', '3.00'), ...row(160, '二、科技', '4.00', '', '6.00')];

const read = (...pages: { glyphs: Glyph[]; rules?: Rule[] }[]) =>
  pagesToLayout(pages.map((each, i) => page({ number: i + 1, ...each }) satisfies Page));
const sketches = (...pages: { glyphs: Glyph[]; rules?: Rule[] }[]) => read(...pages).grids.map(sketchOf);

const TABLE = ['项目|年初数|决算数|增减数', '一、教育|1.00|2.00|3.00', '二、科技|4.00||6.00'];

test('a table without any rule: columns from its header, rows from its numbers', () => {
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...BODY] })).toEqual([TABLE]);
});

test('a three-line table: its width is that of its rules', () => {
  const rules = [across(108, 20, 480), across(126, 20, 480), across(170, 20, 480)];
  const { grids } = read({ glyphs: [...UNIT, ...HEADER, ...BODY], rules });
  expect(grids.map(sketchOf)).toEqual([TABLE]);
  expect(grids[0]?.cells[0]?.box[0]).toBe(20);
});

test('on a scan single rules run on into dirt: its width is that of most of them', () => {
  const reading = { text: '', raw: '', confidence: 1, alternatives: [], doubtful: false };
  const glyphs = [...UNIT, ...HEADER, ...BODY].map((glyph) => ({ ...glyph, reading }));
  const rules = [across(108, 20, 480), across(126, 14, 480), across(150, 20, 484), across(170, 20, 480)];
  const { grids } = read({ glyphs, rules });
  expect([grids[0]?.cells[0]?.box[0], grids[0]?.cells.at(-1)?.box[2]]).toEqual([20, 480]);
});

test('its text is in its cells and nowhere else; caption and notes stay outside', () => {
  const layout = read({ glyphs: [...UNIT, ...HEADER, ...BODY, ...write('注：略', 30, 200), ...write('- 1 -', 250, 800)] });
  expect(layout.lines.map((l) => l.text)).toEqual(['部门：甲局单位：万元', '注：略']);
  expect(layout.furniture.map((l) => l.text)).toEqual(['- 1 -']);
  expect(layout.grids[0]?.above.map((l) => l.text)).toEqual(['部门：甲局单位：万元']);
  expect(layout.pages[0]?.inGrids).toBe([...HEADER, ...BODY].length);
});

describe('the header', () => {
  test('栏次 numbers say which words are columns', () => {
    const ordinals = row(140, '栏次', '1', '2', '3');
    const body = row(160, '一、教育', '1.00', '2.00', '3.00');
    expect(sketches({ glyphs: [...UNIT, ...HEADER, ...ordinals, ...body] })).toEqual([
      ['项目|年初数|决算数|增减数', '栏次|1|2|3', '一、教育|1.00|2.00|3.00'],
    ]);
  });

  test('a head over several columns is above them', () => {
    const heads = [...centred('项目', 100, 130), ...centred('本年支出', 320, 120), ...row(140, '', '基本数', '项目数', '经营数')];
    const body = [...row(160, '栏次', '1', '2', '3'), ...row(180, '一、教育', '1.00', '2.00', '3.00')];
    expect(sketches({ glyphs: [...UNIT, ...heads, ...body] })).toEqual([
      ['项目|本年支出|<|<', '^|基本数|项目数|经营数', '栏次|1|2|3', '一、教育|1.00|2.00|3.00'],
    ]);
  });

  test('heads that cover the same column in part head nothing: every cell still spans something', () => {
    const heads = [...centred('收入', 270, 120), ...centred('支出', 370, 120), ...row(140, '项目', '年初数', '决算数', '增减数')];
    const body = [...row(160, '一、教育', '1.00', '2.00', '3.00'), ...row(180, '二、科技', '4.00', '5.00', '6.00')];
    const { grids } = read({ glyphs: [...UNIT, ...heads, ...body] });
    expect(grids.flatMap(({ cells }) => cells).filter(({ rowSpan, columnSpan }) => rowSpan < 1 || columnSpan < 1)).toEqual([]);
    expect(grids.map(sketchOf).map((table) => table.slice(-2))).toEqual([['一、教育|1.00|2.00|3.00', '二、科技|4.00|5.00|6.00']]);
  });

  test('words that wrap in their column are one', () => {
    const heads = [...row(120, '', '', '财政拨款'), ...row(126, '项目', '年初数', '', '增减数'), ...row(132, '', '', '决算数')];
    const body = row(160, '一、教育', '1.00', '2.00', '3.00');
    expect(sketches({ glyphs: [...UNIT, ...heads, ...body] })[0]?.[0]).toBe('项目|年初数|财政拨款决算数|增减数');
  });
});

test('a total that runs over columns is one merged cell', () => {
  const total = [...write('本年支出合计数共计', 225, 180), ...centred('9.00', 420, 180)];
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...BODY, ...total] })[0]?.[3]).toBe('|本年支出合计数共计|<|9.00');
});

test('the next page goes on with the columns, with or without its header', () => {
  const more = row(60, '三、农林', '7.00', '8.00', '9.00');
  const again = [
    ...HEADER.map((g) => lift(g, 60)),
    ...row(80, '四、住房', '5.00', '5.00', '5.00'),
    ...row(100, '五、其他', '6.00', '6.00', '6.00'),
  ];
  const first = { glyphs: [...UNIT, ...HEADER, ...BODY] };
  const plain = { glyphs: [...more, ...row(80, '四、住房', '5.00', '5.00', '5.00')] };
  expect(sketches(first, plain)).toEqual([[...TABLE, '三、农林|7.00|8.00|9.00', '四、住房|5.00|5.00|5.00']]);
  expect(sketches(first, { glyphs: again })).toEqual([[...TABLE, '四、住房|5.00|5.00|5.00', '五、其他|6.00|6.00|6.00']]);

  function lift({ box: [x0, y0, x1, y1], ...g }: Glyph, by: number): Glyph {
    return { ...g, y: g.y - by, box: [x0, y0 - by, x1, y1 - by] };
  }
});

test('text that keeps to no columns is no table', () => {
  const prose = [140, 160, 180, 200].flatMap((y) => write('本年收入一百万元，其中财政拨款收入五十万元，比上年增加了许多', 60, y));
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...row(130, '一、', '1.00', '2.00', '3.00'), ...prose] })).toEqual([]);
});

test.each([120, 129])('a label centred over two levels of heads, or level with the upper, keeps its column (y %s)', (y) => {
  const heads = [...centred('项目', 100, y), ...centred('本年支出', 320, 120), ...row(138, '', '基本数', '项目数', '经营数')];
  const body = [...row(160, '一、教育', '1.00', '2.00', '3.00'), ...row(180, '二、科技', '4.00', '5.00', '6.00')];
  const [table] = sketches({ glyphs: [...UNIT, ...heads, ...body] });
  expect(table?.slice(-2)).toEqual(['一、教育|1.00|2.00|3.00', '二、科技|4.00|5.00|6.00']);
});

test('an amount that all but touches the next column is split from it', () => {
  const body = [
    ...write('一、教育', 30, 140),
    ...write('1234.56', 223, 140),
    ...write('二、科技', 260, 140),
    ...row(160, '三、农林', '4.00', '5.00', '6.00'),
  ];
  const heads = row(120, '项目', '决算数', '项目', '决算数');
  const [table] = sketches({ glyphs: [...UNIT, ...heads, ...body] });
  expect(table?.[1]).not.toContain('1234.56二');
});

test('horizontal rules between the rows part them, whatever the lines say', () => {
  const rules = [108, 128, 152, 176].map((y) => across(y, 20, 480));
  const body = [
    ...row(136, '一、教育', '', '', ''),
    ...row(146, '支出', '1.00', '2.00', '3.00'),
    ...row(166, '二、科技', '4.00', '5.00', '6.00'),
  ];
  const [table] = sketches({ glyphs: [...UNIT, ...HEADER, ...body], rules });
  expect(table?.slice(1)).toEqual(['一、教育支出|1.00|2.00|3.00', '二、科技|4.00|5.00|6.00']);
});

test('a small ruled box on the page hides no ruleless table, and a ruled table below its caption is not read twice', () => {
  const box = [across(700, 30, 130), across(720, 30, 130), down(30, 700, 720), down(80, 700, 720), down(130, 700, 720)];
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...BODY], rules: box })[0]).toEqual(TABLE);
  const ruled = [across(108, 20, 480), across(170, 20, 480), ...[20, 170, 270, 370, 480].map((x) => down(x, 108, 170))];
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...BODY], rules: ruled })).toHaveLength(1);
});

describe('a table of the same header on the next page', () => {
  const titled = (title: string, glyphs: Glyph[]) => ({ glyphs: [...write(title, 200, 80), ...glyphs] });
  const wider = (texts: string[], y: number) => texts.flatMap((text, i) => centred(text, [100, 240, 360, 480][i] ?? 0, y));
  const second = [
    ...write('部门：甲局', 30, 100),
    ...write('单位：万元', 500, 100),
    ...wider(['项目', '年初数', '决算数', '增减数'], 120),
    ...wider(['三、卫生', '11,000.00', '12,000.00', '13,000.00'], 140),
  ];

  test('under another title is another table, with columns of its own', () => {
    const { grids } = read(titled('基本支出决算表', [...UNIT, ...HEADER, ...BODY]), titled('项目支出决算表', second));
    expect(grids.map(sketchOf)).toEqual([TABLE, ['项目|年初数|决算数|增减数', '三、卫生|11,000.00|12,000.00|13,000.00']]);
  });
});

test('a column of words whose head is no known label', () => {
  const header = row(120, '项目', '组织形式', '决算数', '增减数');
  const body = Array.from({ length: 6 }, (_, i) => row(140 + 20 * i, `${'一二三四五六'[i]}、教育`, '集中采购', '2.00', '3.00')).flat();
  expect(sketches({ glyphs: [...UNIT, ...header, ...body] })[0]?.slice(0, 2)).toEqual([
    '项目|组织形式|决算数|增减数',
    '一、教育|集中采购|2.00|3.00',
  ]);
});

test('words alone in a column whose head says money speak against a reading', () => {
  const body = Array.from({ length: 6 }, (_, i) => row(140 + 20 * i, `${'一二三四五六'[i]}、教育`, '集中采购', '2.00', '3.00')).flat();
  expect(sketches({ glyphs: [...UNIT, ...HEADER, ...body] })).toEqual([]);
});
