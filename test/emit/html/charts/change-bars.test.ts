import { expect, test } from 'vitest';
import type { ChangeBars } from '../../../../extractors/charts.js';
import { changeBars } from '../../../../src/emit/html/charts/change-bars.js';
import { disclosure } from '../../fixture.js';

const DECLARATION: ChangeBars = { kind: 'change-bars', title: '比上年增减', chapters: /收入|支出|三公/u };

const changes = (heading: string, text: string) =>
  changeBars(DECLARATION, disclosure({ sections: [{ heading, level: 1, pages: [1], text }] }))?.table.lines.map((line) => line.slice(0, 3));

test.each([
  ['一、收入支出决算总体情况说明', '与上年度相比，收、支总计各减少417.27万元，下降54.35%。', ['收、支总计', '-417.27', '-54.35%']],
  ['（二）收入决算具体情况', '1.财政拨款收入9万元，比2023年度增加6.20万元，增长47.06%。', ['财政拨款收入', '6.20', '47.06%']],
  ['三公经费', '比上年减少1200元。', ['三公经费', '-0.12', '']],
  ['三公经费', '比上年增加12千元。', ['三公经费', '1.2', '']],
  ['支出情况', '与上年相比，支出增加0.3亿元，增长3％。', ['支出', '3,000', '3％']],
  [
    '支出预算总计5.00万元。包括：',
    '2024年通过财政拨款安排的“三公”经费预算共3.4万元，比上年减少8.5万元，下降71.43％。',
    ['财政拨款安排的“三公”经费预算', '-8.5', '-71.43％'],
  ],
])('take a change from its sentence: %s', (heading, text, line) => {
  expect(changes(heading, text)).toEqual([line]);
});

test.each([
  ['收入情况', '比年初预算增加5万元。'],
  ['收入情况', '与2024年相比增加5万元。'],
  ['收入情况', '收入总计5万元，与上年持平。'],
  ['绩效情况', '比上年增加5万元。'],
])('take none from another comparison, or another chapter: %s %s', (heading, text) => {
  expect(changes(heading, text)).toBeUndefined();
});

test('is drawn by the rates where some are printed, by the amounts where none is', () => {
  const section = (heading: string, text: string) => ({ heading, level: 1, pages: [1], text });
  const chart = (...sections: ReturnType<typeof section>[]) => changeBars(DECLARATION, disclosure({ sections }));
  const rated = chart(section('收入情况', '与上年相比，收入减少5.00万元，下降3.5%。'), section('三公经费', '比上年减少2.00万元。'));
  expect(rated?.description).toContain('印出的增减率，单位：%');
  expect(rated?.drawing.elements.join('')).toContain('>-3.5%<');
  expect(rated?.drawing.elements.join('')).not.toContain('三公');
  expect(rated?.table.lines.map(([name]) => name)).toEqual(['收入', '三公经费']);
  expect(chart(section('三公经费', '比上年减少2.00万元。'))?.description).toContain('印出的增减额，单位：万元');
});

test('has no name of a department in the name of a figure', () => {
  const { document } = disclosure();
  const text = `2024年${document.department}收入预算9.00万元，较上年减少1.00万元，下降10%。`;
  const sections = [{ heading: '收入情况', level: 1, pages: [1], text }];
  expect(changeBars(DECLARATION, disclosure({ sections }))?.table.lines.map(([name]) => name)).toEqual(['收入预算']);
});
