import { describe, expect, test } from 'vitest';
import { account, check, checkFinal, DOCUMENT, prose, sheet } from '../builders.js';

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
