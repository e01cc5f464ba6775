import { describe, expect, test } from 'vitest';
import { finalAccountsProse } from '../../../../extractors/final-accounts/prose/prose.js';
import { sectionsToParts } from '../../../../src/check/prose/text/chapters.js';
import { prose } from '../builders.js';

const parts = (...paragraphs: string[]) => sectionsToParts(prose(...paragraphs), finalAccountsProse);
const zones = (...paragraphs: string[]) => parts(...paragraphs).places.map((p) => p.zone);
const chapters = (...headings: string[]) =>
  parts('第三部分2024年度部门决算情况说明', ...headings)
    .places.slice(1)
    .map((p) => p.chapter?.id ?? null);

describe('parts', () => {
  test('the 目录 ends where its first entry comes again', () => {
    const found = parts(
      '某局2024年度部门决算',
      '目录',
      '第一部分某局概况',
      '一、主要职能',
      '第二部分部门决算表',
      '第一部分某局概况',
      '一、主要职能',
      '第二部分部门决算表',
    );
    expect(found.places.map((p) => p.zone)).toEqual(['contents', 'contents', 'contents', 'contents', 'overview', 'overview', 'tables']);
    expect(found.contents.map((entry) => entry.text)).toEqual(['第一部分某局概况', '一、主要职能', '第二部分部门决算表']);
  });

  test('leaders and page numbers are no part of an entry', () => {
    const found = parts('目录', '第一部分某局概况....................1', '一、收入支出决算总表········5', '第一部分某局概况', '职责。');
    expect(found.contents.map((entry) => entry.text)).toEqual(['第一部分某局概况', '一、收入支出决算总表']);
  });

  test('a document without 目录 begins with its first part', () => {
    expect(
      zones('第一部分概况', '第二部分决算表', '第三部分情况说明', '一、收入', '第四部分名词解释', '一、财政拨款收入：指拨款。'),
    ).toEqual(['overview', 'tables', 'explanation', 'explanation', 'glossary']);
  });

  test('universities have chapters instead of parts', () => {
    expect(
      zones('一、学校概况', '二、2023年度部门决算报表', '三、决算报表说明', '（一）收支决算总表说明', '四、名词解释', '（一）收入科目说明'),
    ).toEqual(['overview', 'tables', 'explanation', 'explanation', 'glossary', 'glossary']);
  });

  test('a heading in large type breaks over two lines', () => {
    expect(zones('第三部分某市某区水利局2024年度部门决算情况', '说明', '一、收入支出决算总体情况说明')).toEqual([
      'explanation',
      'explanation',
    ]);
  });
});

describe('chapters', () => {
  test.each([
    ['一、收入支出决算总体情况说明', 'overall'],
    ['四、财政拨款收入支出决算总体情况说明', 'fiscal'],
    ['五、一般公共预算财政拨款支出决算情况说明', 'general-public'],
    ['七、政府性基金预算财政拨款支出决算情况说明', 'government-fund'],
    ['九、一般公共预算财政拨款“三公”经费支出决算情况说明', 'three-public'],
    ['十、机关运行经费支出情况说明', 'running-costs'],
    ['十三、预算绩效情况说明', 'performance'],
    ['二、其他需要说明的情况', null],
  ])('%s is about %s', (heading, chapter) => {
    expect(chapters(heading)).toEqual([chapter]);
  });

  test('a sub-heading narrows what a chapter is about and never widens it', () => {
    expect(chapters('五、一般公共预算财政拨款支出决算情况说明', '（一）财政拨款支出决算总体情况')).toEqual([
      'general-public',
      'general-public',
    ]);
    expect(chapters('十一、其他重要事项的情况说明', '（一）机关运行经费支出情况', '（二）政府采购支出情况')).toEqual([
      null,
      'running-costs',
      'procurement',
    ]);
    expect(chapters('二、收入支出情况说明', '（三）财政拨款收支情况')).toEqual(['overall', 'fiscal']);
  });
});
