import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

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

  test('more projects than the section has sentences are not all stated', () => {
    const text = '2024年项目支出共9999999999个，决算资金共54万元，分别是：';
    expect(check(['十三、预算绩效情况说明', text, '1.研发平台奖补项目，决算数40万元。'])).toEqual([]);
  });

  test('a total whose parts are not all told says nothing', () => {
    expect(
      check(['十一、政府采购支出情况说明', '政府采购支出总额19.88万元，其中：政府采购货物支出3.15万元、政府采购服务支出6.73万元。']),
    ).toEqual([]);
  });
});
