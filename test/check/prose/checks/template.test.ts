import { describe, expect, test } from 'vitest';
import { check } from '../builders.js';

describe('leftovers of a template', () => {
  test.each([
    ['XX局2024年度没有此项支出。', 'XX'],
    ['20XX年度没有此项支出。', '20XX年'],
    ['××单位没有此项支出。', '××'],
    ['【单位名称】没有此项支出。', '【单位名称】'],
    ['组织对0个项目开展评价（如有）。', '（如有）'],
    ['局（部、委、办）机关没有出国。', '局（部、委、办）'],
    ['比上年增加（减少）若干。', '增加（减少）'],
    ['比上年增加（或减少）若干。', '增加（或减少）'],
    ['比上年减少/增加若干。', '减少/增加'],
    ['主要用于____。', '____'],
    ['比上年有所增加，主要原因是。', '原因是。'],
    ['比上年有所增加，主要原因：。', '原因：。'],
    ['有所减少的原因主要是：；', '原因主要是：；'],
    ['其他支出有所增加，主要是由于；', '主要是由于；'],
    ['其他支出有所增加，主要由于。', '主要由于。'],
    ['其他支出主要用于。', '主要用于。'],
  ])('%s', (text, left) => {
    expect(check(['三、支出决算情况说明', text])).toMatchObject([
      { rule: 'TEMPLATE-LEFTOVER', severity: 'info', message: expect.stringContaining(`“${left}”`), quote: { text } },
    ]);
  });

  test.each([
    ['支出决算为万元。', '决算为万元'],
    ['其他收入占13.95。', '占13.95'],
    ['支出比上年增长2.50，主要是人员增加。', '增长2.50'],
  ])('a figure that is missing is no matter of words: %s', (text, left) => {
    expect(check(['三、支出决算情况说明', text])).toMatchObject([
      { rule: 'TEMPLATE-LEFTOVER', severity: 'warning', verdict: 'unknown', message: expect.stringContaining(`“${left}”`) },
    ]);
  });

  test.each([
    '厅字【2005】8号文件。',
    '执行率为B/A×100%。',
    '本表金额转换为万元时，因四舍五入可能存在尾差。',
    '网址为www.xxgk.gov.cn，单位：万元。',
    '单价100万元（含）以上设备0台。',
    '收入、支出以万元为单位。',
    '满意度比上年增长2.5个百分点。',
    '绿地占12.5公顷。',
    '人员增加是增长的主要原因。',
    '增加、减少的主要原因是人员变动。',
    '主要是依政策压减项目经费等原因。',
    '主要用于：办公费、差旅费。',
    '主要原因是，年中追加基建投资。',
  ])('%s is none', (text) => {
    expect(check(['三、支出决算情况说明', text])).toEqual([]);
  });
});
