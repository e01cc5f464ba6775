import { describe, expect, test } from 'vitest';
import { chooseLayout, pathToKey } from '../../src/extract/columns.js';

describe('pathToKey', () => {
  const columns = { total: ['本年支出/小计', '合计'], basic: ['基本支出', '基本支出/小计'], abroad: ['因公出国境费'] };

  test('the leaf decides; what stands above it may be anything', () => {
    expect(pathToKey(['基本支出'], columns)).toBe('basic');
    expect(pathToKey(['本年支出', '其中', '基本支出'], columns)).toBe('basic');
    expect(pathToKey(['基本支出', '人员经费'], columns)).toBe(null);
    expect(pathToKey([], columns)).toBe(null);
  });

  test('white space, brackets and full-width forms make no difference', () => {
    expect(pathToKey(['合 计'], columns)).toBe('total');
    expect(pathToKey(['因公出国（境）费'], columns)).toBe('abroad');
    expect(pathToKey(['因公出国(境)费'], columns)).toBe('abroad');
  });

  test('A/B: B at the leaf and A somewhere above', () => {
    expect(pathToKey(['本年支出', '小计'], columns)).toBe('total');
    expect(pathToKey(['本年支出', '金额', '小计'], columns)).toBe('total');
    expect(pathToKey(['小计'], columns)).toBe(null);
    expect(pathToKey(['小计', '本年支出'], columns)).toBe(null);
  });

  test('the pattern with most parts wins, wherever it is declared', () => {
    expect(pathToKey(['甲', '乙'], { leaf: ['乙'], both: ['甲/乙'] })).toBe('both');
    expect(pathToKey(['甲', '乙'], { both: ['甲/乙'], leaf: ['乙'] })).toBe('both');
  });

  test('of two heads one above the other the nearer one decides', () => {
    expect(pathToKey(['本年支出', '基本支出', '小计'], columns)).toBe('basic');
    expect(pathToKey(['基本支出', '本年支出', '小计'], columns)).toBe('total');
  });

  test('a header cell without text counts for nothing', () => {
    expect(pathToKey(['', '合计', ''], columns)).toBe('total');
  });
});

describe('chooseLayout', () => {
  const pairs = { columns: { 'budget.total': ['预算数/合计'], 'final.total': ['决算数/合计'] } };
  const plain = { columns: { total: ['合计'], reception: ['公务接待费'] }, onlyWithRows: ['预算数', '决算数'] };
  const final = { columns: { 'final.total': ['合计'], 'final.reception': ['公务接待费'] } };
  const choose = (paths: string[][], rows: string[] = []) => chooseLayout(paths, [pairs, plain, final], new Set(rows));

  test('the one that knows most of the columns', () => {
    expect(
      choose([
        ['预算数', '合计'],
        ['决算数', '合计'],
      ]),
    ).toBe(pairs.columns);
    expect(choose([['合计'], ['公务接待费']])).toBe(final.columns);
  });

  test('of equals the first', () => {
    expect(choose([['甲']])).toBe(pairs.columns);
  });

  test('one that needs certain rows holds only with one of them', () => {
    expect(choose([['合计'], ['公务接待费']], ['决算数', '甲'])).toBe(plain.columns);
    expect(choose([['合计'], ['公务接待费']], ['甲'])).toBe(final.columns);
  });

  test('no layout, no columns', () => {
    expect(chooseLayout([['合计']], [], new Set())).toEqual({});
  });
});

describe('patterns of several words', () => {
  test('A|B/C: C below either', () => {
    const columns = { 'last-year.total': ['上年预算数|上年执行数/合计|小计'], total: ['合计'] };
    expect(pathToKey(['上年预算数', '合计'], columns)).toBe('last-year.total');
    expect(pathToKey(['上年执行数', '小计'], columns)).toBe('last-year.total');
    expect(pathToKey(['预算数', '合计'], columns)).toBe('total');
    expect(pathToKey(['预算数', '小计'], columns)).toBe(null);
    expect(pathToKey(['合计', '上年预算数'], columns)).toBe(null);
  });

  test('of as many parts the one nearest to the leaf tells, then the next', () => {
    const columns = { far: ['甲/小计'], near: ['乙/小计'] };
    expect(pathToKey(['甲', '乙', '小计'], columns)).toBe('near');
    expect(pathToKey(['乙', '甲', '小计'], columns)).toBe('far');
    const three = { first: ['甲/丙/小计'], second: ['乙/丙/小计'] };
    expect(pathToKey(['甲', '乙', '丙', '小计'], three)).toBe('second');
    expect(pathToKey(['乙', '甲', '丙', '小计'], three)).toBe('first');
  });

  test('其中 before a head is no part of it, 其中 alone is a head', () => {
    expect(pathToKey(['其中：基本支出'], { basic: ['基本支出'] })).toBe('basic');
    expect(pathToKey(['其中：', '基本支出'], { basic: ['其中/基本支出'] })).toBe('basic');
    expect(pathToKey(['其中'], { basic: ['基本支出'] })).toBe(null);
  });

  test('a key that is taken is not given again', () => {
    expect(pathToKey(['合计'], { total: ['合计'], other: ['合计'] }, new Set(['total']))).toBe('other');
  });
});
