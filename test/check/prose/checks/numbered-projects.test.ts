import { expect, test } from 'vitest';
import { brief, check, sheet } from '../builders.js';

const TABLES = [sheet('expenditure', ['total'], [['total', '合计', { total: '100.00' }]])];
const project = (number: number, name: string, budget: string, spent: string) =>
  `${number}.${name}项目绩效自评综述：根据年初设定的绩效目标，自评得分为95分。全年预算数为${budget}万元，执行数为${spent}万元。`;
const told = (...paragraphs: string[]) =>
  check(['（二）部门决算中项目绩效自评结果', ...paragraphs], TABLES).filter(({ rule }) => /COUNT|SAME/.test(rule));

const FOUR = [
  project(1, '校舍维修', '10.00', '9.00'),
  project(2, '教师培训', '20.00', '18.00'),
  project(3, '设备购置', '30.00', '27.00'),
  project(4, '食堂改造', '40.00', '36.00'),
];

test('as many projects as are gone through by number', () => {
  expect(told('今年在部门决算中反映校舍维修等4个项目绩效自评结果。', ...FOUR)).toEqual([]);
  expect(told('今年在部门决算中反映校舍维修等3个项目绩效自评结果。', ...FOUR)).toMatchObject([
    { rule: 'PROSE-COUNT', severity: 'warning', found: '3', expected: '4', message: '文中称3个项目，而其后逐个说明的项目编号到4。' },
  ]);
});

test('where numbers are left out, and where other things are counted, nothing can be said', () => {
  expect(told('今年反映校舍维修等9个项目绩效自评结果。', ...FOUR.slice(1))).toEqual([]);
  expect(told('本部门共有9个单位开展自评。', ...FOUR)).toEqual([]);
});

test('the same amounts under three names are copied; two may be so by chance, and one amount too', () => {
  const same = ['校舍维修', '教师培训', '设备购置'].map((name, i) => project(i + 1, name, '12.34', '10.50'));
  expect(told(...same)).toMatchObject([
    {
      rule: 'PROSE-SAME-AMOUNTS',
      severity: 'warning',
      verdict: 'unknown',
      message: '文中“校舍维修”、“教师培训”、“设备购置”等3个项目的金额完全相同（12.34万元、10.50万元），疑为照抄。',
    },
  ]);
  expect(brief(told(...same.slice(0, 2), project(3, '设备购置', '30.00', '27.00')))).toEqual([]);
  expect(brief(told(...['甲类', '乙类', '丙类'].map((name, i) => project(i + 1, name, '12.34', `${i + 1}0.00`))))).toEqual([]);
});
