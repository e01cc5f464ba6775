import { describe, expect, test } from 'vitest';
import { brief, check, sheet } from '../builders.js';

describe('parts that add up', () => {
  const bought = (total: string) =>
    brief(
      check([
        '十一、政府采购支出情况说明',
        `政府采购支出总额${total}万元，其中：政府采购货物支出3.15万元、政府采购工程支出0万元、政府采购服务支出16.73万元。`,
      ]),
    );

  test('货物, 工程 and 服务', () => {
    expect(bought('19.88')).toEqual([]);
    expect(bought('19.89')).toEqual([]);
    expect(bought('18.98')).toEqual(['PROSE-SUM error 18.98 19.88']);
  });

  test('vehicles by use, where 其他用车 closes the list', () => {
    const cars = (total: number, last = '其他用车') =>
      brief(
        check([
          '十二、国有资产占用情况说明',
          `2024年期末，我单位共有车辆${total}辆，其中：机要通信用车2辆、应急保障用车3辆、${last}1辆；单位价值100万元（含）以上设备4台（套）。`,
        ]),
      );
    expect(cars(6)).toEqual([]);
    expect(cars(7)).toEqual(['PROSE-SUM error 7 6']);
    expect(cars(7, '离退休干部用车')).toEqual([]);
  });

  test('projects one by one', () => {
    const projects = (amount: string) =>
      brief(
        check([
          '十三、预算绩效情况说明',
          '2024年项目支出共2个，决算资金共54万元，分别是：',
          `1.研发平台奖补项目，预算数80万元，决算数${amount}万元。`,
          '2.企业奖励项目，预算数179万元，决算数14万元。',
        ]),
      );
    expect(projects('40')).toEqual([]);
    expect(projects('45')).toEqual(['PROSE-SUM error 54 59']);
  });

  test('a total whose parts are not all told says nothing', () => {
    expect(
      check(['十一、政府采购支出情况说明', '政府采购支出总额19.88万元，其中：政府采购货物支出3.15万元、政府采购服务支出6.73万元。']),
    ).toEqual([]);
  });

  test('shares of what was bought that are taken of the contracts instead', () => {
    const text = (goods: string, services: string) =>
      `政府采购支出总额100.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出0万元、政府采购服务支出80.00万元。授予中小企业合同金额50.00万元，占政府采购支出总额的50%；货物采购授予中小企业合同金额占货物支出金额的${goods}%，服务采购授予中小企业合同金额占服务支出金额的${services}%。`;
    expect(check(['十一、政府采购支出情况说明', text('50', '50')])).toEqual([]);
    expect(check(['十一、政府采购支出情况说明', text('10', '90')])).toMatchObject([
      { rule: 'PROSE-SHARE', severity: 'warning', found: '74.00', expected: '50.00' },
    ]);
  });
});

describe('items that 公开06 has no amount for', () => {
  const chapter = '六、一般公共预算财政拨款基本支出决算情况说明';

  test('named but not spent on', () => {
    const [finding, ...others] = check([
      chapter,
      '人员经费550.00万元，主要包括：基本工资；公用经费50.00万元，主要包括：办公费、工会经费、水费。',
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'PROSE-ITEMS',
      severity: 'warning',
      message: '文中称公用经费用于工会经费，而一般公共预算财政拨款基本支出决算表中该科目没有金额。',
      cells: [{ table: 4, row: 4, column: 'amount' }],
    });
  });

  test('what is left unnamed is no matter', () => {
    expect(check([chapter, '公用经费50.00万元，主要包括：办公费。'])).toEqual([]);
  });
});

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

  test('of the whole department', () => {
    const table = sheet('department-performance', ['score'], [['total', '总分', { score: '89.54' }]]);
    expect(brief(check(['十三、预算绩效情况说明', '部门绩效自评得分98.54分。'], [table]))).toEqual(['PROSE-SCORE error 98.54 89.54']);
  });
});
