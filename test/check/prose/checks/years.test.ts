import { describe, expect, test } from 'vitest';
import { account, brief, check, sheet } from '../builders.js';

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

  test('an unknown year says nothing', () => {
    expect(check(['一、收入支出决算总体情况说明', '2023年度收入总计1000.00万元。'], account(), { year: null })).toEqual([]);
  });
});
