import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

const OVERALL = '一、收入支出决算总体情况说明';

describe('占…%', () => {
  const shares = (...text: string[]) => brief(check(['三、支出决算情况说明', ...text]));

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

describe('完成预算的…%', () => {
  const chapter = '五、一般公共预算财政拨款支出决算情况说明';
  const completions = (text: string) => brief(check([chapter, text]));

  test('spent over budgeted', () => {
    expect(completions('一般公共预算财政拨款支出年初预算为1139.96万元，支出决算为900.00万元，完成年初预算的78.95%。')).toEqual([]);
    expect(completions('一般公共预算财政拨款支出年初预算为1139.96万元，支出决算为900.00万元，完成年初预算的87.95%。')).toEqual([
      'PROSE-COMPLETION error 87.95 78.95',
    ]);
  });

  test('the budget on the way to the rate: 完成预算1000万元的90%', () => {
    expect(completions('一般公共预算财政拨款支出决算为900.00万元，完成预算1000.00万元的90%。')).toEqual([]);
    expect(completions('一般公共预算财政拨款支出决算为900.00万元，完成预算1000.00万元的80%。')).toEqual(['PROSE-COMPLETION error 80 90']);
  });

  test('no rate where nothing was budgeted; 0 of 0 misleads nobody', () => {
    expect(check([chapter, '甲支出年初预算为0万元，支出决算为48万元，完成年初预算的100%。'])).toMatchObject([
      { rule: 'PROSE-COMPLETION', severity: 'warning', message: '甲支出的年初预算为0，没有完成率可言，文中却称完成年初预算的100%。' },
    ]);
    expect(completions('甲支出年初预算为0万元，支出决算为0万元，完成年初预算的0%。')).toEqual([]);
  });

  test('a rate of execution beside one budget and one amount', () => {
    expect(brief(check(['十三、预算绩效情况说明', '整体支出预算总额1220.96万元，实际支出总额415.67万元，预算执行率27.84%。']))).toEqual([
      'PROSE-COMPLETION warning 27.84 34.04',
    ]);
    expect(brief(check(['十三、预算绩效情况说明', '全年预算数为536.20万元，执行数为413.57万元，完成预算的77.1%。']))).toEqual([]);
  });
});

describe('大于, 小于, 持平', () => {
  const words = (text: string) =>
    brief(check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出年初预算为60.00万元，支出决算为80.00万元。${text}`]));

  test('against the two numbers', () => {
    expect(words('决算数大于预算数的主要原因是追加。')).toEqual([]);
    expect(words('决算数小于预算数的主要原因是节约。')).toEqual(['PROSE-DIRECTION error 80.00 60.00']);
    expect(words('决算数与年初预算数一致。')).toEqual(['PROSE-DIRECTION error 80.00 60.00']);
    expect(words('决算数与年初预算数存在差异的主要原因是追加。')).toEqual([]);
  });

  test('持平 is nearly the same, 基本持平 anything', () => {
    const level = (final: string, said: string) =>
      brief(
        check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出年初预算为100.00万元，支出决算为${final}万元。决算数与预算数${said}。`]),
      );
    expect(level('100.40', '持平')).toEqual([]);
    expect(level('104.00', '持平')).toEqual(['PROSE-DIRECTION error 104.00 100.00']);
    expect(level('104.00', '基本持平')).toEqual([]);
  });

  test('against the rate, where no budget is told', () => {
    const rate = (said: string) =>
      brief(check(['五、一般公共预算财政拨款支出决算情况说明', `甲支出决算为80.00万元，完成预算100%，决算数${said}预算数。`]));
    expect(rate('等于')).toEqual([]);
    const less = brief(check(['五、一般公共预算财政拨款支出决算情况说明', '甲支出决算为80.00万元，完成预算90%，决算数大于预算数。']));
    expect(less).toEqual(['PROSE-DIRECTION error 90']);
  });
});

describe('laws', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const money = (value: number) => (value / 100).toFixed(2);
  /** Half up, in whole numbers: a float may fall to the other side of a half. */
  const rate = (part: number, whole: number) => money(Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))));

  test('what is rightly rounded is never found', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b) + 1];
        const [grown, shrunk] = [whole + part, whole - part];
        const text = [
          `甲支出${money(whole)}万元，其中：乙支出${money(part)}万元，占${rate(part, whole)}%。`,
          `丙支出${money(grown)}万元，比上年增加${money(part)}万元，增长${rate(part, whole)}%。`,
          `丁支出${money(shrunk)}万元，比上年减少${money(part)}万元，下降${rate(part, whole)}%。`,
          `戊支出年初预算为${money(whole)}万元，支出决算为${money(part)}万元，完成年初预算的${rate(part, whole)}%。`,
        ];
        expect(check([OVERALL, ...text]).filter((f) => f.severity !== 'info')).toEqual([]);
      }),
    );
  });

  test('a rate that is off by a whole point is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_999_999 }), fc.integer({ min: 10_000, max: 99_999 }), (whole, part) => {
        const wrong = (Number(rate(part, whole)) + 1).toFixed(2);
        const text = `丙支出${money(whole + part)}万元，比上年增加${money(part)}万元，增长${wrong}%。`;
        expect(brief(check([OVERALL, text]))).toEqual([`PROSE-CHANGE error ${wrong} ${rate(part, whole)}`]);
      }),
    );
  });
});
