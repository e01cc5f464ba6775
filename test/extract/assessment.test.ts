import { describe, expect, test } from 'vitest';
import { figures, headers, table } from './builders.js';

const TITLE = '项目支出绩效自评情况表';

/** A row's texts by key, and its name. */
const indicators = (sketch: string) => figures(table(TITLE, sketch));

describe('head fields', () => {
  test('label and value in pairs, as printed', () => {
    const { fields } = table(
      TITLE,
      `
      项目名称 | 中小企业奖励 | <          | <
      主管部门 | 某某局       | 实施单位： | 某某局（本级）`,
    );
    expect(fields).toEqual({ 项目名称: '中小企业奖励', 主管部门: '某某局', 实施单位: '某某局（本级）' });
  });

  test('a label without a value keeps an empty one', () => {
    expect(table(TITLE, '项目名称 | 中小企业奖励 | 联系电话 | ').fields).toEqual({ 项目名称: '中小企业奖励', 联系电话: '' });
  });

  test('a blank value is a value: what follows it is the next label', () => {
    const { fields } = table(TITLE, '主管部门 |  | 实施单位 | 某某局');
    expect(fields).toEqual({ 主管部门: '', 实施单位: '某某局' });
  });

  test('a label printed twice keeps both values', () => {
    expect(table(TITLE, '负责人 | 甲 | 负责人 | 乙').fields).toEqual({ 负责人: '甲', '负责人#2': '乙' });
  });

  test('goal and result stand side by side under their heads', () => {
    const { fields, rows } = table(
      TITLE,
      `
      年度¶总体¶目标 | 预期目标     | <        | 实际完成情况 | <
      ^              | 补助企业10家 | <        | 已补助12家   | <`,
    );
    expect(fields).toEqual({ 预期目标: '补助企业10家', 实际完成情况: '已补助12家' });
    expect(rows).toEqual([]);
  });
});

test('a line across the table ends the goals: it is none of them', () => {
  const { fields } = table(
    TITLE,
    `
      预期目标     | <        | 实际完成情况 | <
      补助企业10家 | <        | 已补助12家   | <
      绩效指标     | <        | <            | <
      一级指标     | 三级指标 | 年度指标值   | 得分
      产出指标     | 甲       | 1            | 20`,
  );
  expect(fields).toEqual({ 预期目标: '补助企业10家', 实际完成情况: '已补助12家' });
});

describe('the money block', () => {
  const MONEY = `
    项目资金（万元） | <            | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^                | 年度资金总额 | 50.00      | 60.00      | 59.10      | 10   | 98.5%  | 9.85
    ^                | 其中：财政拨款 | 50.00    | 60.00      | 59.10      | —    | 98.5%  | —
    ^                | 其他资金     |            |            |            | —    |        | —`;

  test('its columns have the money keys, its rows their labels', () => {
    const found = table(TITLE, MONEY);
    expect(headers(found)).toEqual({
      'budget-initial': '年初预算数',
      'budget-full': '全年预算数',
      executed: '全年执行数',
      weight: '分值',
      rate: '执行率',
      score: '得分',
    });
    expect(figures(found)).toEqual([
      [
        '年度资金总额',
        { 'budget-initial': '50.00', 'budget-full': '60.00', executed: '59.10', weight: '10', rate: '98.5%', score: '9.85' },
      ],
      ['其中：财政拨款', { 'budget-initial': '50.00', 'budget-full': '60.00', executed: '59.10', weight: '—', rate: '98.5%', score: '—' }],
      ['其他资金', { weight: '—', score: '—' }],
    ]);
  });

  test('（A） and （B） in the heads make no difference', () => {
    const found = table(
      TITLE,
      `
      项目资金 | <        | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
      ^        | 资金总额 | 50.00      | 60.00           | 59.10           | 10   | 98.5%         | 9.85`,
    );
    expect(Object.keys(headers(found))).toEqual(['budget-initial', 'budget-full', 'executed', 'weight', 'rate', 'score']);
  });
});

describe('indicators', () => {
  const HEADER = '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施';

  test('levels are carried down from merged cells', () => {
    expect(
      indicators(`
        ${HEADER}
        产出指标 | 数量指标 | 补助企业数 | ≥10家 | 12家 | 20 | 20 |
        ^        | 质量指标 | 合格率     | 100%  | 100% | 20 | 20 |
        效益指标 | 社会效益 | 就业人数   | ≥5人  | 6人  | 30 | 28 | 已改进`),
    ).toEqual([
      [
        '补助企业数',
        { level1: '产出指标', level2: '数量指标', level3: '补助企业数', target: '≥10家', actual: '12家', weight: '20', score: '20' },
      ],
      ['合格率', { level1: '产出指标', level2: '质量指标', level3: '合格率', target: '100%', actual: '100%', weight: '20', score: '20' }],
      [
        '就业人数',
        {
          level1: '效益指标',
          level2: '社会效益',
          level3: '就业人数',
          target: '≥5人',
          actual: '6人',
          weight: '30',
          score: '28',
          explanation: '已改进',
        },
      ],
    ]);
  });

  test('and from blank ones', () => {
    const rows = indicators(`
      ${HEADER}
      产出指标 | 数量指标 | 甲 | 1 | 1 | 20 | 20 |
               |          | 乙 | 2 | 2 | 20 | 20 |`);
    expect(rows[1]).toEqual([
      '乙',
      { level1: '产出指标', level2: '数量指标', level3: '乙', target: '2', actual: '2', weight: '20', score: '20' },
    ]);
  });

  test('a new 一级指标 carries no 二级指标 of the one before', () => {
    const rows = indicators(`
      ${HEADER}
      产出指标 | 数量指标 | 甲 | 1 | 1 | 20 | 20 |
      满意度   |          | 乙 | 2 | 2 | 10 | 10 | `);
    expect(rows[1]).toEqual(['乙', { level1: '满意度', level3: '乙', target: '2', actual: '2', weight: '10', score: '10' }]);
  });

  test('the 总分 row bears the sums, and takes no levels from above', () => {
    expect(
      indicators(`
        ${HEADER}
        产出指标 | 数量指标 | 甲 | 1 | 1 | 100 | 98 |
        总分     | <        | <  | < | < | 100 | 98 |`).at(-1),
    ).toEqual(['总分', { weight: '100', score: '98' }]);
  });

  test('the weight of a 一级指标 stays apart from those of its indicators', () => {
    const found = table(
      TITLE,
      `
      一级指标 | 分值 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      产出指标 | 50   | 数量指标 | 甲       | 1          | 1          | 25   | 25
      ^        | ^    | 质量指标 | 乙       | 2          | 2          | 25   | 24
      总分     |      |          |          |            |            | 50   | 49`,
    );
    expect(figures(found).at(-1)).toEqual(['总分', { weight: '50', score: '49' }]);
    expect(figures(found).map((row) => row.at(-1))).toMatchObject([
      { 'level1-weight': '50', weight: '25', score: '25' },
      { 'level1-weight': '50', weight: '25', score: '24' },
      { weight: '50', score: '49' },
    ]);
  });

  test('the points in the name of a 一级指标 are those of its indicators together', () => {
    const found = table(
      TITLE,
      `
      一级指标         | 二级指标 | 三级指标 | 年度指标值 | 分值 | 得分
      产出指标（50分） | 数量指标 | 甲       | 1          | 25   | 25
      ^                | 质量指标 | 乙       | 2          | 25   | 24
      效益指标         | 社会效益 | 丙       | 2          | 50   | 50`,
    );
    expect(figures(found).map((row) => row.at(-1))).toMatchObject([
      { level1: '产出指标（50分）', 'level1-weight': '50', weight: '25' },
      { level1: '产出指标（50分）', 'level1-weight': '50', weight: '25' },
      { level1: '效益指标', weight: '50' },
    ]);
    expect(Object.keys(headers(found))).toContain('level1-weight');
  });

  test('绩效指标 is the third level; beside 三级指标 it heads the values to be reached', () => {
    const third = table(TITLE, '一级指标 | 绩效指标 | 年度指标值 | 得分\n产出指标 | 甲 | 1 | 20');
    expect(headers(third)).toEqual({ level1: '一级指标', level3: '绩效指标', target: '年度指标值', score: '得分' });
    const target = table(TITLE, '一级指标 | 三级指标 | 绩效指标 | 得分\n产出指标 | 甲 | 1 | 20');
    expect(headers(target)).toEqual({ level1: '一级指标', level3: '三级指标', target: '绩效指标', score: '得分' });
  });

  test('a cell merged over two heads counts once, under the first', () => {
    const rows = indicators(`
      ${HEADER}
      产出指标 | 数量指标 | 甲 | 1 | < | 20 | 20 | `);
    expect(rows).toEqual([['甲', { level1: '产出指标', level2: '数量指标', level3: '甲', target: '1', weight: '20', score: '20' }]]);
  });

  test('vertical words beside the block are no field and no indicator', () => {
    const found = table(
      TITLE,
      `
      绩¶效¶指¶标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      ^           | 产出指标 | 数量指标 | 甲       | 1          | 1          | 20   | 20`,
    );
    expect(found.fields).toEqual({});
    expect(figures(found)).toEqual([
      ['甲', { level1: '产出指标', level2: '数量指标', level3: '甲', target: '1', actual: '1', weight: '20', score: '20' }],
    ]);
  });
});

test('fields, money and indicators follow one another', () => {
  const found = table(
    TITLE,
    `
    项目名称 | 中小企业奖励 | < | <
    项目资金 | 年初预算数 | 全年预算数 | 全年执行数
    资金总额 | 50.00 | 60.00 | 59.10
    一级指标 | 三级指标 | 年度指标值 | 得分
    产出指标 | 甲 | 1 | 20`,
  );
  expect(found.form).toBe('project-performance');
  expect(found.fields).toEqual({ 项目名称: '中小企业奖励' });
  expect(figures(found)).toEqual([
    ['资金总额', { 'budget-initial': '50.00', 'budget-full': '60.00', executed: '59.10' }],
    ['甲', { level1: '产出指标', level3: '甲', target: '1', score: '20' }],
  ]);
});

test('a line across the whole table ends a block: label and value follow', () => {
  const found = table(
    TITLE,
    `
    一级指标 | 三级指标 | 年度指标值 | 得分
    产出指标 | 甲 | 1 | 20
    其他需要说明的问题 | < | < | <
    联系人 | 乙 | 电话 | 1234567`,
  );
  expect(found.rows).toHaveLength(1);
  expect(found.fields).toEqual({ 联系人: '乙', 电话: '1234567' });
});
