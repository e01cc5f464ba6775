import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

describe('占…%', () => {
  const shares = (...text: string[]) => brief(check(['三、支出决算情况说明', ...text]));

  test('a section that began with its total goes on with numbered parts', () => {
    const parts = (share: string) =>
      brief(
        check([
          '五、一般公共预算财政拨款支出决算情况说明',
          '2024年度一般公共预算财政拨款支出900.00万元，比上年增加12.00万元。',
          '1.行政运行支出412.36万元。',
          `2.一般公共服务支出（类）支出500.36万元，占${share}%。`,
        ]),
      );
    expect(parts('55.60')).toEqual([]);
    expect(parts('77.16')).toEqual(['PROSE-SHARE error 77.16 55.60']);
  });

  test('shares that make more than all of it together; what stands behind 其中 is a share of a part', () => {
    expect(shares('收入来源中，财政拨款占75.00%；事业收入占15.00%；其他收入占13.95%。')).toEqual(['PROSE-SHARE warning']);
    expect(shares('收入来源中，财政拨款占75.00%；事业收入占15.00%；其他收入占10.00%。')).toEqual([]);
    expect(shares('收入来源中，财政拨款占75.00%；其中：一般公共预算占70.00%；其他收入占25.00%。')).toEqual([]);
  });

  test('of the amount its sentence begins with', () => {
    expect(shares('支出合计900.00万元，其中：基本支出600.00万元，占66.67%；项目支出300.00万元，占33.33%。')).toEqual([]);
    expect(shares('支出合计900.00万元，其中：基本支出600.00万元，占66.67%；项目支出300.00万元，占23.33%。')).toEqual([
      'PROSE-SHARE error 23.33 33.33',
    ]);
  });

  test('of the whole the words name, in the tables where the text does not tell it', () => {
    const text = (rate: string) => `一般公共预算财政拨款支出900.00万元，占本年支出合计的${rate}%。`;
    expect(shares(text('100.00'))).toEqual([]);
    expect(shares(text('90.00'))).toEqual(['PROSE-SHARE error 90.00 100.00']);
  });

  test('of the amount a list below it begins with', () => {
    expect(shares('本年支出合计900.00万元，具体如下：', '基本支出600.00万元，占60.67%。')).toEqual(['PROSE-SHARE error 60.67 66.67']);
  });

  test('of the total the paragraph began with, for a second division of it', () => {
    const text = (rate: string) =>
      `2024年度本年支出合计900.00万元，其中：按功能分类划分为教育支出300.00万元，占33.33%；农林水支出600.00万元，占66.67%。按经济分类划分为基本支出600.00万元，占比66.67%；项目支出300.00万元，占比${rate}%。`;
    expect(brief(check(['三、支出决算情况说明', text('33.33')])).filter((f) => f.startsWith('PROSE-SHARE'))).toEqual([]);
    expect(brief(check(['三、支出决算情况说明', text('43.33')]))).toContain('PROSE-SHARE error 43.33 33.33');
  });

  test('总支出 may mean the amount of the chapter: whatever fits settles it', () => {
    expect(shares('学校财政拨款支出总计900.00万元，其中基本支出600.00万元，占总支出的66.67%。')).toEqual([]);
  });

  test('one step of the last digit is the rounding of those who make shares add up', () => {
    expect(check(['三、支出决算情况说明', '支出合计900.00万元，其中：项目支出300.00万元，占33.34%。'])).toMatchObject([
      { severity: 'info', verdict: 'rounding', expected: '33.33' },
    ]);
  });

  test('a share beside another share is no whole, and a part without a whole says nothing', () => {
    expect(shares('甲项目支出3.00万元，占30%；乙项目支出7.00万元，占70%。')).toEqual([]);
    expect(shares('水利工程3.00万元，占30%。')).toEqual([]);
  });

  test('a wrong amount does not make its share wrong too', () => {
    expect(shares('支出合计900.00万元，其中：基本支出800.00万元，占66.67%。')).toEqual(['PROSE-AMOUNT error 800.00 600.00']);
    expect(shares('支出合计990.00万元，其中：基本支出600.00万元，占66.67%。')).toEqual(['PROSE-AMOUNT error 990.00 900.00']);
  });
});
