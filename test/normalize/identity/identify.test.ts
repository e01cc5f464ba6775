import { describe, expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { must } from '../../../src/base/invariant.js';
import type { TextLine } from '../../../src/model/page.js';
import type { PrintedTable } from '../../../src/model/printed.js';
import { identify } from '../../../src/normalize/identity/identify.js';
import { line, table } from '../../extract/builders.js';

/** Lines by page, each page from its own first line. */
const paged = (...pages: string[][]) => pages.flatMap((texts, p) => texts.map((text, i) => line(text, { page: p + 1, y: 50 + 30 * i })));

const finalAccounts = must(families[0], 'a family');

const describeDocument = (lines: readonly TextLine[], tables: readonly PrintedTable[]) =>
  identify({ lines, furniture: [], tables, family: finalAccounts }, families).document;

const about = (...pages: string[][]) => describeDocument(paged(...pages), []);

describe('kind', () => {
  test.each([
    ['某某县水利局2023年度部门决算', '部门决算'],
    ['某某县人民法院2021年度单位决算公开', '单位决算'],
    ['2026年部门预算', '部门预算'],
    ['2026年 单位预算', '单位预算'],
    ['关于开展检查的通知', 'other'],
  ])('%s: %s', (cover, kind) => {
    expect(about([cover]).kind).toBe(kind);
  });

  test('the cover decides before headings further on', () => {
    expect(about(['某某局2023年度部门决算'], [], ['第二部分 2022年度单位决算']).kind).toBe('部门决算');
  });

  test('a cover that does not say leaves it to the headings', () => {
    expect(about(['某某局'], ['目录'], ['第二部分 2023年度部门决算表']).kind).toBe('部门决算');
  });
});

describe('year', () => {
  test.each([
    ['in ASCII digits', '某某局2024年度部门决算'],
    ['in full-width digits', '某某局２０２４年度部门决算'],
    ['in Han digits', '某某局二〇二四年度部门决算'],
    ['with a circle for the zero', '某某局二○二四年度部门决算'],
    ['with a spelt zero', '某某局二零二四年度部门决算'],
    ['with spaces', '某某局 2024 年度部门决算'],
    ['on a line of its own', '2024年度'],
  ])('%s', (_, cover) => {
    expect(about([cover]).year).toBe(2024);
  });

  test('the 决算 line goes before a date on the cover', () => {
    expect(about(['2025年9月', '某某局2024年度部门决算']).year).toBe(2024);
  });

  test('a date of publication is not the year where headings name another', () => {
    const headings = ['第二部分 2024年度部门决算表', '第三部分 2024年度部门决算情况说明'];
    expect(about(['某某局部门决算', '2025年9月'], [], headings).year).toBe(2024);
  });

  test('without one on the cover: the one most named beside 决算', () => {
    const headings = ['2023年度部门决算表', '2024年度部门决算情况说明', '2024年度部门决算表'];
    expect(about(['某某局'], [], headings).year).toBe(2024);
  });

  test('what a long sentence says of another year names nothing', () => {
    const sentence =
      '与2022年度决算相比，收入总计和支出总计各减少四百一十七点二七万元，主要原因是上年项目较多而本年项目较少，并且人员经费和公用经费也有所减少。';
    expect(about(['某某局'], [], [sentence, sentence, '2024年度部门决算表']).year).toBe(2024);
  });

  test('else the one under the titles of the tables', () => {
    expect(about(['某某局'], [], ['收入决算表', '（2019年度）'], ['支出决算表', '2019年度']).year).toBe(2019);
  });

  test('none printed: null', () => {
    expect(about(['某某局部门决算']).year).toBe(null);
  });
});

describe('department', () => {
  const SKETCH = `
    科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入
    208      | 社会保障 | 1.00         | 1.00`;
  const named = (department: string, title = '收入决算表') =>
    table(title, SKETCH, { above: [line(title), line(`部门：${department}`, { y: 80 }), line('金额单位：万元', { y: 110 })] });

  test('the 部门 line of the tables goes before the cover', () => {
    expect(describeDocument(paged(['某某市财政局2024年度部门决算']), [named('某某市财政局本级')]).department).toBe('某某市财政局本级');
  });

  test('of several, the one most tables bear', () => {
    const tables = [named('甲局'), named('乙局'), named('乙局')];
    expect(describeDocument([], tables).department).toBe('乙局');
  });

  test('a table that is no form names nobody', () => {
    const other = named('某某公司', '重点工作任务明细表');
    expect(other.form).toBe('other');
    expect(describeDocument([], [other]).department).toBe(null);
  });

  test.each([
    ['某某县水利局2023年度部门决算', '某某县水利局'],
    ['2023年度某某县水利局部门决算', '某某县水利局'],
    ['某某大学2023年度部门决算', '某某大学'],
    ['某某市人民政府办公室（本级）2023年度单位决算', '某某市人民政府办公室（本级）'],
    ['永州市零陵区财政局2023年度部门决算', '永州市零陵区财政局'],
  ])('from the cover: %s', (cover, department) => {
    expect(about([cover]).department).toBe(department);
  });

  test('on a line of its own, with or without a label', () => {
    expect(about(['2023年度', '部门决算', '某某县水利局']).department).toBe('某某县水利局');
    expect(about(['2023年度部门决算', '部门名称：某某县水利局']).department).toBe('某某县水利局');
  });

  test('prose and the third page name nobody', () => {
    expect(about(['部门决算'], ['负责全县水利，指导各乡镇水利站', '主持工作、分管办公室'], ['某某县水利局']).department).toBe(null);
  });
});

describe('the name of a unit in the tables', () => {
  /** A table whose unit columns name these units. */
  const withUnits = (...names: string[]): PrintedTable => {
    const sketch = table('收入决算表', '科目名称 | 合计\n合计 | 3.00');
    const row = { code: [], name: null, line: null, panel: null, side: null, label: [], cells: new Map() };
    return { ...sketch, rows: names.map((name) => ({ ...row, unit: { code: null, name } })) };
  };
  const departmentOf = (cover: string[], ...units: string[]) => describeDocument(paged(cover), [withUnits(...units)]).department;

  test('is the whole of one that the cover breaks over two lines', () => {
    expect(departmentOf(['某某市公安局文职人员', '服务中心2026年度单位预算'], '某某市公安局文职人员服务中心')).toBe(
      '某某市公安局文职人员服务中心',
    );
  });

  test('is that of the publisher where nothing else names it, and only one unit is named', () => {
    expect(departmentOf(['2026年度单位预算'], '某某市财政局')).toBe('某某市财政局');
    expect(departmentOf(['2026年度部门预算'], '某某市财政局', '某某市国库支付中心')).toBe(null);
  });

  test('does not replace a name that it does not end with', () => {
    expect(departmentOf(['某某市教育局2026年度部门预算'], '某某市第一中学')).toBe('某某市教育局');
  });
});
