import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

const OVERALL = '一、收入支出决算总体情况说明';

describe('增减额 against 增减率', () => {
  const changes = (...text: string[]) => brief(check([OVERALL, ...text]));

  test('the seed: 减少417.27 to 395.87 is called 下降54.35%, which is 51.32%', () => {
    const [finding] = check([OVERALL, '2024年度水利支出395.87万元。与上年度相比，水利支出减少417.27万元，下降54.35%。']);
    expect(finding).toMatchObject({
      rule: 'PROSE-CHANGE',
      severity: 'error',
      verdict: 'publisher',
      found: '54.35',
      expected: '51.32',
      difference: '3.03',
      message:
        '文中称水利支出减少417.27万元、下降54.35%，但按395.87万元与增减额推算，应下降51.32%；增减额若为471.27万元则相符，疑为数字颠倒。',
      quote: { text: '与上年度相比，水利支出减少417.27万元，下降54.35%。' },
    });
  });

  test('names the change itself, or goes on with the one amount before it', () => {
    expect(changes('2024年度收、支总计均为1000.00万元。与2023年度相比，收、支总计各增加200.00万元，增长25.00%。')).toEqual([]);
    expect(changes('2024年度收、支总计均为1000.00万元，比上年增加200.00万元，增长26.00%。')).toEqual(['PROSE-CHANGE error 26.00 25.00']);
    expect(changes('2024年度收、支总计均为1000.00万元。与上年相比，增加200.00万元，增长26.00%。')).toEqual([
      'PROSE-CHANGE error 26.00 25.00',
    ]);
    expect(changes('2024年度收入总计1000.00万元，较上年年初预算增加200.00万元，增长25.00%。')).toEqual([]);
  });

  test('what a change behind many amounts is of, nobody can tell', () => {
    const text =
      '2024年度收入总计1000.00万元，其中：本年收入合计980.00万元，年初结转和结余20.00万元。收入支出总体与上年相比，增加58.21万元，增长99.00%。';
    expect(changes(text)).toEqual([]);
    expect(changes('甲支出3.00万元，乙支出5.00万元，比上年增加1.00万元，增长99.00%。')).toEqual([]);
  });

  test('a rate of its own: 比预算减少…，比上年增长…', () => {
    expect(changes('2024年度收、支总计均为1000.00万元，比预算减少50.00万元，比上年增长7.00%。')).toEqual([]);
  });

  test('both years are told, and the change is not between them', () => {
    expect(changes('2024年甲收入80.00万元，2023年甲收入50.00万元，增加30.00万元，增长60.00%。')).toEqual([]);
    expect(changes('2024年甲收入80.00万元，2023年甲收入50.00万元，增加35.00万元，增长70.00%。')).toEqual([
      'PROSE-CHANGE error 35.00 30.00',
    ]);
    expect(check([OVERALL, '2024年甲收入50.00万元，2023年甲收入80.00万元，增加30.00万元，增长37.50%。'])).toMatchObject([
      { rule: 'PROSE-DIRECTION', severity: 'error', message: expect.stringContaining('应减少30.00万元') },
    ]);
  });

  test('nothing that costs money falls by more than all of it', () => {
    expect(changes('甲支出决算数为5.00万元，比2023年度决算数下降134.61%。')).toEqual(['PROSE-CHANGE error 134.61']);
    expect(changes('年末结转和结余100.00万元，比2023年下降134.61%。')).toEqual([]);
  });

  test('one up and one down', () => {
    expect(check([OVERALL, '收、支总计均为1000.00万元，比上年减少200.00万元，增长16.67%。'])).toMatchObject([
      { rule: 'PROSE-DIRECTION', severity: 'error', message: '文中一面称减少200.00万元，一面称增加16.67%，增减方向自相矛盾。' },
    ]);
  });

  test('from nothing there is no rate', () => {
    expect(check(['十、机关运行经费支出情况说明', '机关运行经费支出50.00万元，比预算数增加50.00万元，增长0%。'])).toMatchObject([
      { rule: 'PROSE-CHANGE', severity: 'warning', message: expect.stringContaining('预算数应为0') },
    ]);
    expect(changes('其他收入80.00万元，比上年增加90.00万元，增长12.50%。')).toEqual(['PROSE-CHANGE error 12.50']);
  });

  test('a slip in the amount is not charged to the rate', () => {
    expect(changes('2024年度收、支总计均为1900.00万元，比上年增加200.00万元，增长25.00%。')).toEqual([
      'PROSE-AMOUNT error 1900.00 1000.00',
    ]);
  });
});
