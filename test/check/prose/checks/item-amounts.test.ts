import { describe, expect, test } from 'vitest';
import { account, check, sheet } from '../builders.js';

const CHAPTER = '十三、预算绩效情况说明';
const cell = (text: string) => ({ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text, page: 30, box: null });
const project = (name: string, amount: string) =>
  sheet('project-performance', ['score'], [], {
    title: '项目绩效目标表',
    fields: { 项目名称: name },
    pages: [30],
    grid: { rows: 1, columns: 1, cells: [cell(name), cell(`年度资金总额：${amount}`)] },
  });
const found = (paragraphs: string[], tables = account()) =>
  check([CHAPTER, ...paragraphs], tables)
    .filter(({ rule }) => rule === 'PROSE-TWO-AMOUNTS')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('one item, two amounts', () => {
  test('its head, and what it is given this year', () => {
    expect(found(['1.信息化运行维护项目（100.00万元）。', '2024年预算安排98.00万元，用于设备维护。'])).toEqual([
      'warning 文中“信息化运行维护项目”一项开头为100.00万元，其安排的金额又为98.00万元，两处不一致。',
    ]);
    expect(found(['1.信息化运行维护项目（100.00万元）。', '2024年预算安排100万元。'])).toEqual([]);
  });

  test('the table of the project says which', () => {
    const tables = [...account(), project('信息化运行维护', '98.00')];
    expect(found(['（一）信息化运行维护项目100.00万元。', '年度预算安排98.00万元。'], tables)).toEqual([
      'warning 文中“信息化运行维护项目”一项开头为100.00万元，其安排的金额又为98.00万元，两处不一致；项目绩效目标表中为98.00万元。',
    ]);
  });

  test.each([
    ['a part of it', ['1.信息化运行维护项目100.00万元。', '预算安排财政拨款80.00万元。']],
    ['the whole of several years', ['1.信息化运行维护项目（总投资100.00万元）。', '2024年预算安排98.00万元。']],
    ['another year', ['1.信息化运行维护项目100.00万元。', '2023年预算安排98.00万元。']],
    ['another item', ['1.信息化运行维护项目100.00万元。', '2.水库加固工程50.00万元。', '预算安排50.00万元。']],
    ['what it consists of', ['1.信息化运行维护项目100.00万元，其中：硬件60.00万元，软件40.00万元。']],
  ])('%s is no second amount', (_, paragraphs) => {
    expect(found(paragraphs)).toEqual([]);
  });
});

describe('an amount of a project that its table prints nowhere', () => {
  const say = (amount: string, tables = [...account(), project('信息化运行维护', '2,134.87')]) =>
    found(['1.一级项目—信息化运行维护项目情况。', `（6）年度安排。`, `2024年拟安排该项目一般公共预算${amount}。`], tables);

  test('is told', () => {
    expect(say('2,143.87万元')).toEqual(['warning 文中称“信息化运行维护”安排2143.87万元，而该项目的项目绩效目标表中没有这个数。']);
    expect(say('2,134.87万元')).toEqual([]);
    expect(say('21,348,700元')).toEqual([]);
  });

  test('not where two tables bear the name, or none', () => {
    expect(say('2,143.87万元', [...account(), project('信息化运行维护', '1.00'), project('信息化运行维护', '2.00')])).toEqual([]);
    expect(say('2,143.87万元', account())).toEqual([]);
  });
});
