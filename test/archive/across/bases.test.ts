import { expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import { toldBases } from '../../../src/archive/across/bases.js';
import { disclosure } from '../../emit/fixture.js';

/** `chapter measure column value unit status` of what a section tells. */
function bases(kind: '部门决算' | '部门预算', heading: string, text: string): string[] {
  const plain = disclosure({ tables: [], sections: [{ heading, level: 1, pages: [1], text }], findings: [] });
  const document = { ...plain.document, kind, year: kind === '部门决算' ? 2024 : 2026 };
  return toldBases({ ...plain, document }, families).map(({ form, concept, column_key, value, unit, status }) =>
    [form, concept, column_key, value + unit, ...(status === null ? [] : [status])].join(' '),
  );
}

const overall = (text: string) => bases('部门决算', '一、收入支出决算总体情况说明', text);
const threePublic = (text: string) => bases('部门决算', '八、“三公”经费支出决算情况说明', text);
const budget = (text: string) => bases('部门预算', '一、收支预算总体情况说明', text);

test('a base that is printed, held against amount, change and rate', () => {
  const told = (now: string, rate: string) => overall(`2024年度收入总计${now}万元，比上年决算数452.82万元减少56.95万元，下降${rate}%。`);
  const place = 'prose/overall income-grand-total last-year';
  expect(told('395.87', '12.58')).toEqual([`${place} 452.82万元 proved`, `${place}.amount 395.87万元`]);
  expect(told('300.87', '12.58')).toEqual([
    `${place} 452.82万元 contradicted`,
    `${place}.amount 300.87万元`,
    `${place}.expected 357.82万元`,
  ]);
  // Base and change make the amount: the rate is wrong, and the base is not.
  expect(told('395.87', '15.28')).toContain(`${place} 452.82万元 proved`);
});

test('a base beside a rate alone', () => {
  const told = (rate: string) => overall(`2024年度收入总计395.87万元，比上年决算数452.82万元下降${rate}%。`)[0];
  expect(told('12.58')).toBe('prose/overall income-grand-total last-year 452.82万元 proved');
  expect(told('15.28')).toBe('prose/overall income-grand-total last-year 452.82万元 contradicted');
});

test.each(['比上年决算数', '与2023年决算数', '较2023年度', '比2023年的', '较上年'])('the words for the year before: %s', (words) => {
  expect(threePublic(`公务接待费支出决算为1.20万元，${words}1.50万元减少0.30万元，下降20.00%。`)).toEqual([
    'prose/three-public three-public-reception last-year 1.50万元 proved',
    'prose/three-public three-public-reception last-year.amount 1.20万元',
  ]);
});

test('another year than the one before is no base', () => {
  expect(overall('2024年度收入总计395.87万元，比2022年决算数452.82万元减少56.95万元，下降12.58%。')).toEqual([]);
  expect(overall('2024年度收入总计395.87万元。与2022年度相比，收入总计减少56.95万元，下降12.58%。')).toEqual([]);
});

test('a base that amount and change leave to be worked out', () => {
  const told = (rate: string) => overall(`2024年度收、支总计均为395.87万元。与2023年度相比，收、支总计各减少56.95万元${rate}。`);
  const place = 'prose/overall grand-totals last-year';
  expect(told('，下降12.58%')).toEqual([`${place} 452.82万元 proved`, `${place}.amount 395.87万元`]);
  expect(told('，下降21.58%')).toContain(`${place} 452.82万元 contradicted`);
  // Cut off, as some do.
  expect(told('，下降12%')).toContain(`${place} 452.82万元 unchecked`);
  expect(told('')).toContain(`${place} 452.82万元 unchecked`);
});

test('a change from the budget of the year is none from the year before', () => {
  expect(threePublic('公务接待费支出决算为1.20万元，比年初预算数减少0.30万元，下降20.00%。')).toEqual([]);
});

test('a reason tells a part of the change', () => {
  expect(threePublic('公务接待费支出决算为1.20万元，主要原因是公务接待费比上年减少0.30万元。')).toEqual([]);
});

test('in budgets what was spent the year before is another base than what was budgeted', () => {
  expect(budget('2026年收入预算5876.67万元，比上年执行数增加48.92万元，增长0.84%。')).toEqual([
    'prose/overall income-total last-year.other 5827.75万元 proved',
    'prose/overall income-total last-year.other.amount 5876.67万元',
  ]);
  expect(budget('2026年收入预算6053.42万元，比上年预算数5880.45万元增加172.97万元，增长2.94%。')).toContain(
    'prose/overall income-total last-year 5880.45万元 proved',
  );
});

test('of two in one chapter the first counts', () => {
  const once = '2024年度收入总计395.87万元，比上年决算数452.82万元减少56.95万元。';
  expect(overall(`${once}\n2024年度收入总计395.87万元，比上年决算数400.00万元减少4.13万元。`)).toEqual(overall(once));
});

test('nothing without a year, or of another family', () => {
  const plain = disclosure({ tables: [], sections: [], findings: [] });
  expect(toldBases({ ...plain, document: { ...plain.document, year: null } }, families)).toEqual([]);
  expect(toldBases(plain, [])).toEqual([]);
});
