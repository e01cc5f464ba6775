import { describe, expect, test } from 'vitest';
import { account, brief, check, checkFinal, DOCUMENT, prose, sheet } from '../builders.js';

describe('one year throughout', () => {
  test('a figure of this year that the words give to another', () => {
    expect(check(['一、收入支出决算总体情况说明', '2023年度收入总计1000.00万元。'])).toMatchObject([
      { rule: 'PROSE-YEAR', severity: 'warning', found: '2023', expected: '2024', cells: [{ table: 0 }] },
    ]);
    expect(check(['一、收入支出决算总体情况说明', '2023年度收入总计870.00万元，2024年度收入总计1000.00万元。'])).toEqual([]);
  });

  test('a sentence that opens with another year gives it to all its figures', () => {
    const text = '2023年度“三公”经费支出预算为5.00万元，支出决算为4.00万元，完成预算的80.00%。';
    expect(brief(check(['九、财政拨款“三公”经费支出决算情况说明', text]))).toEqual(['PROSE-YEAR warning 2023 2024']);
    expect(check(['九、财政拨款“三公”经费支出决算情况说明', '2023年末公务用车保有量为3辆。'])).toEqual([]);
  });

  test('a chapter whose figures stand in no table', () => {
    const bought = (year: number, more = '') =>
      brief(check(['十一、政府采购支出情况说明', `${year}年度政府采购支出总额9.00万元。${more}`]));
    expect(bought(2024)).toEqual([]);
    expect(bought(2023)).toEqual(['PROSE-YEAR warning 2023 2024']);
    expect(bought(2023, '2024年度政府采购支出总额8.00万元。')).toEqual([]);
  });

  test('a year compared with itself', () => {
    const text = (year: number) => `2024年度“三公”经费支出决算数与${year}年度持平。`;
    expect(brief(check(['九、财政拨款“三公”经费支出决算情况说明', text(2024)]))).toEqual(['PROSE-YEAR warning 2024']);
    expect(check(['九、财政拨款“三公”经费支出决算情况说明', text(2023)])).toEqual([]);
  });

  test('2023年度部门整体 in a document of 2024', () => {
    const performance = sheet(
      'department-performance',
      ['budget-initial', 'executed'],
      [['performance/total-funds', '部门预算总额', { 'budget-initial': '1220.96' }]],
    );
    const text = '我部门2023年度整体支出预算总额1220.96万元。';
    expect(check(['十三、预算绩效情况说明', text], [performance])).toMatchObject([{ rule: 'PROSE-YEAR', quote: { text } }]);
  });

  test('changes are told against the year before', () => {
    const against = (year: number) =>
      brief(check(['一、总体收支情况说明', `水利支出100.00万元，与${year}年度相比，增加20.00万元，增长25.00%。`]));
    expect(against(2023)).toEqual([]);
    expect(against(2022)).toEqual(['PROSE-YEAR warning 2022 2023']);
    const level = (year: number) => brief(check(['一、总体收支情况说明', `与${year}年度相比，财政拨款收入支出总计持平。`]));
    expect(level(2023)).toEqual([]);
    expect(level(2022)).toEqual(['PROSE-YEAR warning 2022 2023']);
  });

  test('what is owned is told as of the end of the year', () => {
    expect(brief(check(['十二、国有资产占用情况说明', '截至2023年12月31日，本部门共有车辆3辆。']))).toEqual([
      'PROSE-YEAR warning 2023 2024',
    ]);
    expect(check(['十二、国有资产占用情况说明', '截至2024年12月31日，本部门共有车辆3辆。'])).toEqual([]);
  });

  test('headings and tables', () => {
    const sections = prose('第一部分概况', '第三部分2023年度部门决算情况说明', '（二）与2023年度决算对比情况说明');
    expect(checkFinal({ sections, tables: account(), document: DOCUMENT })).toMatchObject([
      { rule: 'PROSE-YEAR', message: '标题写作2023年度，而本决算是2024年度的。', quote: { text: '第三部分2023年度部门决算情况说明' } },
    ]);
    const cell = {
      row: 1,
      column: 0,
      rowSpan: 1,
      columnSpan: 3,
      text: '（２０２３年度）',
      page: 9,
      box: [1, 2, 3, 4] as [number, number, number, number],
    };
    const table = sheet('project-performance', [], [], { grid: { rows: 2, columns: 3, cells: [cell] } });
    expect(check([], [table])).toMatchObject([{ rule: 'TABLE-YEAR', cells: [{ table: 0, row: null, page: 9, box: [1, 2, 3, 4] }] }]);
  });

  test('an unknown year says nothing', () => {
    expect(check(['一、收入支出决算总体情况说明', '2023年度收入总计1000.00万元。'], account(), { year: null })).toEqual([]);
  });
});

describe('one name throughout', () => {
  test('short forms of the name are the name', () => {
    expect(check(['三、支出决算情况说明', '某区水利局2024年度支出合计900.00万元。', '水利局2024年度支出合计900.00万元。'])).toEqual([]);
  });

  test('this department’s figure below another name', () => {
    expect(check(['三、支出决算情况说明', '某县教育局2024年度支出合计900.00万元。'])).toMatchObject([
      { rule: 'PROSE-NAME', severity: 'warning', message: expect.stringContaining('某县教育局') },
    ]);
    // Another office's own figure: a part of the department.
    expect(check(['三、支出决算情况说明', '某县教育局2024年度支出合计35.00万元。'])).toEqual([]);
  });

  test('headings and tables', () => {
    const sections = prose('第一部分某县教育局概况', '职责。', '第三部分部门决算情况说明');
    expect(checkFinal({ sections, tables: account(), document: DOCUMENT })).toMatchObject([
      { rule: 'PROSE-NAME', quote: { text: '第一部分某县教育局概况' } },
    ]);
    const of = (department: string) => check([], [sheet('expenditure', [], [], { department })]);
    expect(of('某县教育局')).toMatchObject([{ rule: 'TABLE-NAME', found: '某县教育局', cells: [{ table: 0, row: null, column: null }] }]);
    expect(of('某区水利局（本级）')).toEqual([]);
    expect(of('某省某市某区水利局')).toEqual([]);
  });
});

describe('leftovers of a template', () => {
  test.each([
    ['XX局2024年度没有此项支出。', 'XX'],
    ['20XX年度没有此项支出。', '20XX年'],
    ['××单位没有此项支出。', '××'],
    ['【单位名称】没有此项支出。', '【单位名称】'],
    ['组织对0个项目开展评价（如有）。', '（如有）'],
    ['局（部、委、办）机关没有出国。', '局（部、委、办）'],
    ['比上年增加（减少）若干。', '增加（减少）'],
    ['支出决算为万元。', '决算为万元'],
    ['主要用于____。', '____'],
  ])('%s', (text, left) => {
    expect(check(['三、支出决算情况说明', text])).toMatchObject([
      { rule: 'TEMPLATE-LEFTOVER', severity: 'warning', message: expect.stringContaining(`“${left}”`), quote: { text } },
    ]);
  });

  test.each([
    '厅字【2005】8号文件。',
    '执行率为B/A×100%。',
    '本表金额转换为万元时，因四舍五入可能存在尾差。',
    '网址为www.xxgk.gov.cn，单位：万元。',
    '单价100万元（含）以上设备0台。',
    '收入、支出以万元为单位。',
  ])('%s is none', (text) => {
    expect(check(['三、支出决算情况说明', text])).toEqual([]);
  });
});
