import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

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

  test('rates that make 100 % together are what each spent of both', () => {
    const text =
      '甲支出年初预算为20.00万元，支出决算为18.00万元，完成年初预算的75.00%。乙支出年初预算为10.00万元，支出决算为6.00万元，完成年初预算的25.00%。';
    const messages = check([chapter, text]).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toContain('疑将占比写作完成率');
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
