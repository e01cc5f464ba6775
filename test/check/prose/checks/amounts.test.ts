import { describe, expect, test } from 'vitest';
import { account, brief, check, sheet } from '../builders.js';

describe('an amount against the tables', () => {
  test('what agrees is no finding, whatever the wording', () => {
    expect(
      check([
        '一、收入支出决算总体情况说明',
        '2024年度收、支总计均为1000.00万元。',
        '二、收入决算情况说明',
        '某区水利局2024年度本年收入合计980万元，其中：财政拨款收入900.00万元，占91.84%；上级补助收入0万元，占0%；其他收入80万元，占8.16%。',
        '三、支出决算情况说明',
        '本年支出合计9,000,000元，其中：基本支出600万元，占66.67%；项目支出300.00万元，占33.33%。',
        '六、一般公共预算财政拨款基本支出决算情况说明',
        '2024年度一般公共预算财政拨款基本支出600.00万元。其中：人员经费550.00万元；公用经费50.00万元。',
      ]),
    ).toEqual([]);
  });

  test('a figure no table prints is an error that names the cells and quotes the sentence with its box', () => {
    const [finding, ...others] = check(['二、收入决算情况说明', '2024年度收入合计890.00万元，其中：财政拨款收入900.00万元；']);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      rule: 'PROSE-AMOUNT',
      severity: 'error',
      verdict: 'publisher',
      message: '文中称本年收入合计890.00万元，收入支出决算总表中为980.00万元，相差90.00万元，疑为数字颠倒。',
      found: '890.00',
      expected: '980.00',
      difference: '-90.00',
      tolerance: '0.005',
      cells: [
        { table: 0, row: 4, column: 'income', page: 7, box: [0, 80, 40, 90] },
        { table: 1, row: 0, column: 'total', page: 7, box: [0, 0, 40, 10] },
      ],
      quote: { section: 1, page: 1, box: [50, 110, 420, 120], text: '2024年度收入合计890.00万元，其中：财政拨款收入900.00万元；' },
    });
  });

  test('one step of the last place is a warning, more an error', () => {
    const about = (amount: string) => brief(check(['三、支出决算情况说明', `农林水支出（类）${amount}万元。`]));
    expect(about('720.01')).toEqual(['PROSE-AMOUNT warning 720.01 720.00']);
    expect(about('720.02')).toEqual(['PROSE-AMOUNT error 720.02 720.00']);
  });

  test('the shorter precision decides: 720 and 720.0 are 720.00, and so is the 元 table', () => {
    const tables = [
      sheet('expenditure', ['total', 'basic', 'project'], [['total', '合计', { total: '7,204,567.89', basic: '0.00' }]], { unit: '元' }),
    ];
    expect(check(['三、支出决算情况说明', '支出合计720.46万元，项目支出0万元。'], tables)).toEqual([]);
    expect(brief(check(['三、支出决算情况说明', '支出合计720.64万元。'], tables))).toEqual(['PROSE-AMOUNT error 720.64 720.46']);
  });

  test('a blank cell is nothing: 0万元 agrees with it, more does not', () => {
    expect(check(['二、收入决算情况说明', '上级补助收入0万元。'])).toEqual([]);
    expect(check(['二、收入决算情况说明', '上级补助收入5.00万元。'])).toMatchObject([
      { severity: 'warning', verdict: 'unknown', message: expect.stringContaining('为空白') },
    ]);
  });

  test('万元 written as 元', () => {
    expect(check(['三、支出决算情况说明', '项目支出300.00元。'])).toMatchObject([
      {
        rule: 'PROSE-UNIT',
        severity: 'error',
        message: '文中称项目支出300.00元，支出决算表为300.00万元，两处数字相同而单位相差一万倍，应是单位写错。',
      },
    ]);
  });

  test('a 类 without a row of its own is the sum of its 项', () => {
    const tables = account().filter((t) => t.form === 'general-public-expenditure');
    expect(
      check(['五、一般公共预算财政拨款支出决算情况说明', '农林水（类）支出720.00万元，社会保障和就业（类）支出180.00万元。'], tables),
    ).toEqual([]);
    expect(brief(check(['五、一般公共预算财政拨款支出决算情况说明', '农林水（类）支出270.00万元。'], tables))).toEqual([
      'PROSE-AMOUNT error 270.00 720.00',
    ]);
  });
});

describe('one 项 after the other', () => {
  const chapter = '五、一般公共预算财政拨款支出决算情况说明';

  test('the name stands in one sentence, its figures in the next', () => {
    const text = (amount: string) =>
      `2．农林水支出（类）水利（款）水利工程建设（项）。年初预算为400万元，支出决算为${amount}万元，完成年初预算的75%。`;
    expect(check([chapter, text('300')])).toEqual([]);
    // 75 % is right for the 300.00 of the table: one slip, one finding.
    expect(check([chapter, text('305')])).toMatchObject([
      {
        rule: 'PROSE-AMOUNT',
        found: '305',
        expected: '300.00',
        message: expect.stringContaining('水利工程建设305万元'),
        quote: { text: '年初预算为400万元，支出决算为305万元，完成年初预算的75%。' },
      },
    ]);
  });

  test('Shanghai prints codes within the brackets, and the amount at once', () => {
    const text =
      '1、农林水支出（213类）水利（03款）行政运行（01项）420.00万元。2023年决算数为400.00万元，2024年支出决算为420.00万元，比2023年决算数增长5.00%。';
    expect(check([chapter, text])).toEqual([]);
    expect(brief(check([chapter, text.replace('5.00%', '6.00%')]))).toEqual(['PROSE-CHANGE error 6.00 5.00']);
    expect(brief(check([chapter, text.replace('项）420', '项）402')]))).toEqual(['PROSE-AMOUNT error 402.00 420.00']);
  });

  test('a name that two rows bear says nothing without its 款', () => {
    const tables = [
      sheet(
        'general-public-expenditure',
        ['total'],
        [
          ['function/2130301', '行政运行', { total: '420.00' }],
          ['function/2130101', '行政运行', { total: '10.00' }],
        ],
      ),
    ];
    expect(check([chapter, '1．农林水支出（类）水利（款）行政运行（项）。支出决算为99万元。'], tables)).toEqual([]);
  });
});

describe('silence where a measure is not beyond doubt', () => {
  test.each([
    ['a part of the department', '局本级收入合计55.00万元。'],
    ['another year', '2023年度收入合计55.00万元。'],
    ['the year before', '上年度收入合计55.00万元。'],
    ['words nobody foresaw', '主要用于防汛的收入合计55.00万元。'],
    ['the county, not the department', '全县财政拨款收入55.00万元。'],
  ])('%s', (_, text) => {
    expect(check(['二、收入决算情况说明', text])).toEqual([]);
  });

  test('chapters about projects and contracts tell of other figures', () => {
    expect(check(['十三、预算绩效情况说明', '涉及项目支出55万元，占一般公共预算项目支出总额的100%。'])).toEqual([]);
    expect(check(['十一、政府采购支出情况说明', '基本支出55万元。'])).toEqual([]);
  });

  test('the overview of what a department does is not checked', () => {
    const sections = ['一、主要职能', '本年支出合计55.00万元。'];
    expect(check(['第四部分名词解释', ...sections])).toEqual([]);
  });

  test('a document without any of the forms is no 决算', () => {
    expect(check(['二、收入决算情况说明', '收入合计55.00万元，其中：财政拨款收入11.00万元，占99%。'], [])).toEqual([]);
  });

  test('two tables of a form that differ are no witness', () => {
    const of = (total: string) => sheet('expenditure', ['total', 'basic'], [['total', '合计', { total }]]);
    expect(check(['三、支出决算情况说明', '支出合计55.00万元。'], [of('900.00'), of('800.00')])).toEqual([]);
  });
});

describe('“三公”经费', () => {
  const chapter = '九、财政拨款“三公”经费支出决算情况说明';

  test('预算 and 决算 against their columns', () => {
    const text =
      '2024年度“三公”经费支出预算为5.00万元，支出决算为4.00万元，完成预算的80.00%。其中：公务接待费支出决算为0.50万元，占12.50%。';
    expect(check([chapter, text])).toEqual([]);
    expect(brief(check([chapter, text.replace('0.50', '0.60')]))).toEqual(
      ['PROSE-AMOUNT error 0.60 0.50', 'PROSE-SHARE error 12.50 15.00'].slice(0, 1),
    );
    expect(brief(check([chapter, text.replace('预算为5.00', '预算为6.00')]))).toEqual(['PROSE-AMOUNT error 6.00 5.00']);
  });

  test('年初预算 may differ from the table, which has the budget as it was changed', () => {
    expect(check([chapter, '公务接待费年初预算为2.00万元，支出决算为0.50万元。'])).toEqual([]);
  });

  test('items as rows, and 预算数 and 决算数 as rows', () => {
    const asRows = sheet(
      'three-public',
      ['budget', 'final'],
      [['three-public/reception', '公务接待费', { budget: '1.00', final: '0.50' }]],
    );
    const phases = sheet(
      'three-public',
      ['total', 'reception'],
      [
        ['budget', '预算数', { reception: '1.00' }],
        ['final', '决算数', { reception: '0.50' }],
      ],
    );
    for (const table of [asRows, phases]) {
      expect(check([chapter, '公务接待费支出0.50万元。'], [table])).toEqual([]);
      expect(brief(check([chapter, '公务接待费支出0.70万元。'], [table]))).toEqual(['PROSE-AMOUNT error 0.70 0.50']);
    }
  });
});

describe('what OCR read', () => {
  const chapter = '五、一般公共预算财政拨款支出决算情况说明';

  test('the point behind the ordinal of a 项 may be lost', () => {
    const item = (amount: string) => `12农林水支出（类）水利（款）水利工程建设（项）。支出决算为${amount}万元。`;
    expect(check([chapter, item('300.00')])).toEqual([]);
    expect(brief(check([chapter, item('200.00')]))).toEqual(['PROSE-AMOUNT error 200.00 300.00']);
  });
});
