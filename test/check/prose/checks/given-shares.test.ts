import { expect, test } from 'vitest';
import { check } from '../builders.js';

test('shares of what was bought that are taken of the contracts instead', () => {
  const text = (goods: string, services: string) =>
    `政府采购支出总额100.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出0万元、政府采购服务支出80.00万元。授予中小企业合同金额50.00万元，占政府采购支出总额的50%；货物采购授予中小企业合同金额占货物支出金额的${goods}%，服务采购授予中小企业合同金额占服务支出金额的${services}%。`;
  expect(check(['十一、政府采购支出情况说明', text('50', '50')])).toEqual([]);
  expect(check(['十一、政府采购支出情况说明', text('10', '90')])).toMatchObject([
    { rule: 'PROSE-SHARE', severity: 'warning', found: '74.00', expected: '50.00' },
  ]);
});
