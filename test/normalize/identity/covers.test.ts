/** Covers and first pages as they are printed, with invented names. */
import { describe, expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { must } from '../../../src/base/invariant.js';
import { identify } from '../../../src/normalize/identity/identify.js';
import { line, table } from '../../extract/builders.js';

const family = must(families[0], 'a family');

/** The document of these pages, the lines of each divided by `/`. */
const of = (...pages: string[]) => {
  const lines = pages.flatMap((page, p) => page.split('/').map((text, i) => line(text.trim(), { page: p + 1, y: 50 + 15 * i, size: 12 })));
  return identify({ lines, furniture: [], tables: [], family }, families).document;
};

/** A document of these lines and one table. */
const withTable = (...texts: string[]) =>
  identify(
    {
      lines: texts.map((text, i) => line(text, { y: 50 + 15 * i })),
      furniture: [],
      tables: [table('收入决算表', '科目名称 | 本年收入合计')],
      family,
    },
    families,
  ).document;

test.each([
  ['a name over two lines', '某某市规划和自然 / 资源局 / 2024年度部门决算', '某某市规划和自然资源局'],
  ['a name over two lines, the year behind it', '中共某某区委 / 社会工作部 2024 年度 / 部门决算', '中共某某区委社会工作部'],
  ['a name over two lines, the title behind it', '2026年度 / 某某市公安局文职人员 / 管理中心单位预算', '某某市公安局文职人员管理中心'],
  ['a title over two lines', '2026年 / 某某市交通项目工务中心部门 / 预算', '某某市交通项目工务中心'],
  ['a year before the name', '2026年某某市水利局部门预算', '某某市水利局'],
  ['部门 behind 局', '某某市审计局部门2024年度决算公开', '某某市审计局'],
  ['单位 behind 局', '某某县人力资源和社会保障局单位2026年预算公开', '某某县人力资源和社会保障局'],
  ['（汇总） is no part of a name', '某某市审计局（汇总） / 2026年部门预算公开说明', '某某市审计局'],
  ['（本级） is one', '某某县水利局 / （本级） / 2024年度单位决算', '某某县水利局（本级）'],
  ['brackets of the name’s own', '某某市住房局（某某市人民防空办公室） / 2023年度部门决算', '某某市住房局（某某市人民防空办公室）'],
  ['an ending that no list has', '某某市水族馆鱼苗繁殖基地2026年单位预算', '某某市水族馆鱼苗繁殖基地'],
  ['预算 and 单位 within the name', '某某县机关事业单位预算编审中心2024年度单位决算', '某某县机关事业单位预算编审中心'],
  ['a number within the name', '某某市12345便民热线中心2026年单位预算', '某某市12345便民热线中心'],
  ['a code before the name', '101某某区委办2026年部门预算', '某某区委办'],
  ['who sends it before 关于', '某某市财政局关于批复某某市教育局2024年度部门决算的通知', '某某市教育局'],
  ['关于 before it', '关于某某县教育局2024年度部门决算的公开说明', '某某县教育局'],
  ['an annex’s number before it', '附件2 / 某某县水利局 / 2026年部门预算公开说明', '某某县水利局'],
  ['when it was published above it', '公开时间：2024年8月30日 / 某某县教育局 / 2023年度部门决算', '某某县教育局'],
  ['a title that names the rank of a city, the name below it', '某某市2026年市级部门预算 / 某某市教育局', '某某市教育局'],
  ['the name in brackets below the title', '2024年度部门决算 / （某某县水利局）', '某某县水利局'],
  ['a label', '某某市2024年度区级部门决算 / 部门名称：某某市财政局', '某某市财政局'],
  ['a label with the name on the next line', '某某市2026年区级单位预算 / 预算单位： / 某某市财政局（本级）', '某某市财政局（本级）'],
  ['labels of those in charge', '2024年度部门决算公开表 / 单位名称（公章）：某某县教育局 / 财务负责人：李某某', '某某县教育局'],
  ['two letters', '部门决算 / 部门：某局', '某局'],
  ['a notice', '某某市人民政府办公室关于印发 / 实施方案的通知', '某某市人民政府办公室'],
])('%s: %s', (_, cover, department) => {
  expect(of(cover).department).toBe(department);
});

test('no cover: the heading of the first part, over two lines', () => {
  expect(of('2024年度部门决算', '第一部分某某市规划和自然 / 资源局概况').department).toBe('某某市规划和自然资源局');
});

test.each([
  ['a place alone', '某某市2026年市级部门预算'],
  ['a table', '收入支出决算总表 / 2023年度'],
  ['the words for it', '第一部分本部门概况 / 各单位2024年度部门决算'],
  ['a line of an account', '2.公共安全支出（类）法院（款）案件审判（项）2026年预算'],
  ['a sentence', '部门决算 / 纳入部门预算编制范围的二级预算单位有某某局等，其中'],
])('names nobody: %s', (_, cover) => {
  expect(of(cover).department).toBeNull();
});

describe('names that do not agree', () => {
  test('the longest of a kind wins where the others are short for it', () => {
    const pages = ['某某市高新区规划和自 / 然资源管理局 / 2023年度部门决算', '第一部分高新区规划和自然资源管理局概况'];
    expect(of(...pages).department).toBe('某某市高新区规划和自然资源管理局');
  });

  test('a slogan above the name is no part of it, where another place has the name', () => {
    expect(of('阳光财政 / 某某县教育局 / 2024年度部门决算 / 部门名称：某某县教育局').department).toBe('某某县教育局');
  });

  test('one heading does not outweigh the cover', () => {
    expect(of('某某市某某区财政局 / 2024年度部门决算', '第三部分某某市财政局2024年度部门决算情况说明').department).toBe(
      '某某市某某区财政局',
    );
  });
});

describe('kind and year by what most places say', () => {
  test('a cover that names neither 部门 nor 单位 leaves it to the headings', () => {
    expect(of('某某局2024年度决算公开', '第二部分2024年度单位决算表').kind).toBe('单位决算');
    expect(of('某某局2024年度决算公开').kind).toBe('部门决算');
    expect(of('某某局部门决算公开（2024年度）').kind).toBe('部门决算');
  });

  test('a paper about accounts is none', () => {
    expect(of('2022年度某某局专项绩效评价结果', '一、部门预算执行总体情况评价').kind).toBe('other');
  });

  test('the cover decides against the titles of a template', () => {
    const contents = '目录 / 表1 2024年部门综合预算收支总表 / 表2 2024年部门综合预算收入总表';
    expect(of('某某中心2024年单位预算', contents, '2024年部门综合预算收支总表').kind).toBe('单位预算');
  });

  test('last year’s number on the cover is not the year, where all else is this year’s', () => {
    const parts = '第二部分2024年度部门决算表 / 收入决算表 / 2024年度 / 第三部分2024年度部门决算情况说明';
    expect(of('某某局2023年度部门决算', parts).year).toBe(2024);
  });

  test('sentences tell the year where nothing else does, if nearly all tell the same', () => {
    const sentences = ['某某局2024年度收入总计1.00万元。', '2024年度支出合计1.00万元。', '2024年度财政拨款支出1.00万元。'];
    expect(withTable(...sentences).year).toBe(2024);
    expect(withTable(...sentences, '2023年度支出合计1.00万元。', '2023年度收入合计1.00万元。').year).toBeNull();
    expect(of(sentences.join('/')).year).toBeNull();
  });

  describe('the year beside the department over the tables, where no other place says one', () => {
    /** A caption line whose parts stand apart. */
    const apart = (...parts: string[]) => {
      const all = parts.map((part, i) => line(part, { x: 50 + 200 * i }));
      return { ...line(parts.join(' ')), glyphs: all.flatMap(({ glyphs }) => glyphs) };
    };
    const under = (...captions: string[][]) => {
      const tables = captions.map((parts) => {
        const printed = table('支出决算表', '科目名称 | 本年支出合计');
        return { ...printed, caption: { ...printed.caption, lines: [apart(...parts)] } };
      });
      const lines = tables.flatMap(({ caption }) => caption.lines);
      return identify({ lines, furniture: [], tables, family }, families).document.year;
    };

    test.each([
      ['between name and unit', [['部门：某某局', '2024年度', '单位：万元']], 2024],
      ['in brackets', [['部门：某某局', '（2024年度）', '单位：万元']], 2024],
      ['right behind the name', [['部门：某某局2024年度', '单位：万元']], 2024],
      ['over every table', [['部门：某某局', '2024年度'], ['单位：万元'], ['部门：某某局', '2024年度']], 2024],
      [
        'two that differ',
        [
          ['部门：某某局', '2024年度'],
          ['部门：某某局', '2023年度'],
        ],
        null,
      ],
      ['the day it was filled in', [['部门：某某局', '填报日期：', '2025年', '单位：万元']], null],
      ['the day it was filled in, with it', [['部门：某某局', '填报日期：2025年3月1日', '单位：万元']], null],
      ['a date', [['部门：某某局', '2025年3月', '单位：万元']], null],
    ])('%s', (_, captions, year) => {
      expect(under(...captions)).toBe(year);
    });

    test('others go before', () => {
      const printed = table('支出决算表', '科目名称 | 本年支出合计');
      const caption = { ...printed.caption, title: '2024年度支出决算表', lines: [apart('部门：某某局', '2023年度', '单位：万元')] };
      expect(identify({ lines: caption.lines, furniture: [], tables: [{ ...printed, caption }], family }, families).document.year).toBe(
        2024,
      );
    });
  });

  test('二0二四年 and （2024年度） are read too', () => {
    expect(of('某某局 二0二四年度 部门决算').year).toBe(2024);
    expect(of('部门整体绩效自评表', '（2024年度）').year).toBe(2024);
  });
});
