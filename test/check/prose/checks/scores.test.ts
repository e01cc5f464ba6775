import { describe, expect, test } from 'vitest';
import { brief, check, sheet } from '../builders.js';

describe('绩效 scores', () => {
  const project = (name: string, score: string) => ({
    ...sheet(
      'project-performance',
      ['budget-initial', 'budget-full', 'executed', 'score'],
      [
        ['performance/total-funds', '年度资金总额', { 'budget-initial': '1600.00', 'budget-full': '1639.34', executed: '1032.99' }],
        ['total', '总分', { score }],
      ],
    ),
    fields: { 项目名称: name },
  });
  const tables = [project('信息化运行维护', '90.5'), project('资产运行维护', '98')];
  const told = (text: string) => check(['（二）部门决算中项目绩效自评结果', text], tables);

  test('of the project the paragraph names', () => {
    expect(told('3.信息化运行维护项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为88.5分。')).toMatchObject([
      {
        rule: 'PROSE-SCORE',
        severity: 'error',
        found: '88.5',
        expected: '90.5',
        message: '文中称“信息化运行维护”自评得分88.5分，绩效自评表中为90.5分。',
        cells: [{ table: 0, row: 1, column: 'score' }],
      },
    ]);
    expect(told('2.资产运行维护项目绩效自评综述：项目自评得分为98.0分。')).toEqual([]);
  });

  test('its budget and what was spent of it', () => {
    const text = (budget: string, spent: string) =>
      `3.信息化运行维护项目绩效自评综述：项目自评得分为90.5分。全年预算数为${budget}万元，执行数为${spent}万元。`;
    expect(told(text('1639.34', '1032.99'))).toEqual([]);
    expect(brief(told(text('1600.00', '1032.99')))).toEqual(['PROSE-AMOUNT error 1600.00 1639.34']);
    expect(brief(told(text('1639.34', '1302.99')))).toEqual(['PROSE-AMOUNT error 1302.99 1032.99']);
  });

  test('a mean, a review by others, a project without a table', () => {
    expect(told('信息化运行维护等4个项目平均自评得分99.43分。')).toEqual([]);
    expect(told('对信息化运行维护项目进行了重点评价，评价得分85.19分。')).toEqual([]);
    expect(told('1.孵化器奖补项目，自评得分94.36分。')).toEqual([]);
  });

  describe('several projects of one name', () => {
    const of = (score: string, unit: string) => {
      const table = project('校舍维修改造', score);
      return { ...table, fields: { ...table.fields, 实施单位: unit } };
    };
    const same = [of('91', '某某市第一中学'), of('95', '某某市第二中学')];
    const scores = (...texts: string[]) => brief(check(['（二）部门决算中项目绩效自评结果', ...texts], same));

    test('the one whose unit the paragraph names', () => {
      expect(scores('5.某某市第二中学校舍维修改造项目：项目自评得分为95分。')).toEqual([]);
      expect(scores('5.某某市第二中学校舍维修改造项目：项目自评得分为91分。')).toEqual(['PROSE-SCORE error 91 95']);
    });

    test('else by their order, where there are as many', () => {
      expect(scores('1.校舍维修改造项目：项目自评得分为91分。', '2.校舍维修改造项目：项目自评得分为95分。')).toEqual([]);
      expect(scores('1.校舍维修改造项目：项目自评得分为91分。', '2.校舍维修改造项目：项目自评得分为93分。')).toEqual([
        'PROSE-SCORE error 93 95',
      ]);
      expect(scores('1.校舍维修改造项目：项目自评得分为99分。')).toEqual([]);
    });
  });

  test('a sentence that sums up several is about none of them', () => {
    expect(told('信息化运行维护等82个项目自评得分为88.5分。')).toEqual([]);
  });

  test('of the whole department', () => {
    const table = sheet('department-performance', ['score'], [['total', '总分', { score: '89.54' }]]);
    expect(brief(check(['十三、预算绩效情况说明', '部门绩效自评得分98.54分。'], [table]))).toEqual(['PROSE-SCORE error 98.54 89.54']);
  });
});
