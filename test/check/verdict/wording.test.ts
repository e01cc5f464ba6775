import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { checkTables } from '../../../src/check/check.js';
import { type Rest, raised, table } from '../builders.js';

const expenditure = (sketch: string, rest: Rest = {}) => table('expenditure', 'total basic project', sketch, { page: 9, ...rest });
const message = (...tables: Parameters<typeof raised>) => raised(...tables)[0]?.message;

describe('one sentence to quote', () => {
  test('a total against its parts', () => {
    expect(message(expenditure('合计 395.87 300.87 95.00\n2060302 甲 88.00 _ 88.00\n2150501 乙 307.87 307.87 _', { page: 10 }))).toMatch(
      /^第10页《支出决算表》合计行.*印为.*万元，.*为.*万元，相差.*万元。$/u,
    );
    const sum = table('three-public', 'final.total final.vehicles final.reception', '20.76 9.83 0.93', { page: 21 });
    expect(message(sum)).toBe('第21页《三公经费支出决算表》决算数·合计印为20.76万元，本行各栏之和为10.76万元，相差10.00万元。');
  });

  test('a part against its total and the others', () => {
    expect(message(expenditure('合计 100.00 70.00 30.00\n2010101 甲 60.00 40.00 20.00\n2080501 乙 40.00 36.00 10.00'))).toBe(
      '第9页《支出决算表》2080501乙行基本支出印为36.00万元，按本行本年支出合计推算应为30.00万元，相差6.00万元，另有1处勾稽关系同样指向此数。',
    );
  });

  test('one quantity in two tables', () => {
    const summary = table('income-expenditure-summary', 'income expenditure', '本年支出合计 _ 8178.87', {
      page: 8,
      title: '收入支出决算总表',
    });
    expect(message(summary, expenditure('合计 1878.87 1878.87 _'))).toBe(
      '第8页《收入支出决算总表》本年支出合计印为8178.87万元，而第9页《支出决算表》合计行本年支出合计印为1878.87万元，相差6300.00万元，疑为数字颠倒。',
    );
  });

  test('a part that exceeds the whole', () => {
    const basic = table('general-public-basic-expenditure', 'amount', '30217 公务接待费 2.50', { page: 15 });
    const three = table('three-public', 'final.total final.reception', '2.00 2.00', { page: 19 });
    expect(message(basic, three)).toBe(
      '第19页《三公经费支出决算表》决算数·公务接待费印为2.00万元，却小于第15页《一般公共预算财政拨款基本支出决算表》30217公务接待费行的2.50万元，相差0.50万元。',
    );
  });

  test('a code that another table lacks', () => {
    const general = table('general-public-expenditure', 'total', '2080501 甲 60.00\n2080505 乙 40.00', { page: 14 });
    expect(message(expenditure('2080501 甲 60.00 60.00 _'), general)).toBe(
      '第14页《一般公共预算财政拨款支出决算表》2080505乙行印为40.00万元，而第9页《支出决算表》没有这一科目。',
    );
  });

  test('a 款 without its 项, where others have theirs', () => {
    expect(message(expenditure('20801 丙 40.00 40.00 _\n2080101 丁 40.00 40.00 _\n20805 甲 60.00 60.00 _'))).toContain('20805甲行');
    expect(message(expenditure('20801 丙 40.00 40.00 _\n2080101 丁 40.00 40.00 _\n20805 甲 60.00 _ 60.00'))).toContain('却未列其下级科目');
  });

  test('lines are named without their ordinals, amounts are written as the table writes them', () => {
    const summary = table('income-expenditure-summary', 'income expenditure', '八、社会保障和就业支出 _ 1,326.71', { page: 6 });
    const all = '208 类 1,226.72 1,226.72 _\n20805 款 1,226.72 1,226.72 _\n2080501 项 1,226.72 1,226.72 _';
    expect(message(summary, expenditure(all))).toContain(
      '社会保障和就业支出印为1,326.71万元，而第9页《支出决算表》208类行本年支出合计印为1,226.72万元，相差99.99万元',
    );
  });

  test('what rounding explains is said so', () => {
    const [finding] = checkTables([expenditure('2010101 甲 60.01 40.00 20.00')], finalAccounts).findings;
    expect(finding).toMatchObject({
      rule: 'ROW-SUM',
      severity: 'info',
      verdict: 'rounding',
      expected: '60.00',
      found: '60.01',
      difference: '0.01',
      tolerance: '0.015',
    });
    expect(finding?.message).toMatch(/相差0\.01万元，在四舍五入的尾差之内。$/);
  });
});
