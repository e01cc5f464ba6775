import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelOf, partsToCode, splitName } from '../../src/normalize/code.js';

const plain = { name: null, inherited: false, odd: false };

describe('a code in one column', () => {
  test.each([
    ['2080505', '2080505'],
    ['20805', '20805'],
    ['208', '208'],
    ['30101', '30101'],
    ['２０８０５０５', '2080505'],
    ['208 05 05', '2080505'],
    ['208|05|05', '2080505'],
    ['208｜05｜05', '2080505'],
  ])('%s is %s', (printed, code) => {
    expect(partsToCode([printed], null)).toEqual({ ...plain, code });
  });

  test.each([
    ['2040201-行政运行', '2040201', '行政运行'],
    ['2040201—行政运行', '2040201', '行政运行'],
    ['2040201行政运行', '2040201', '行政运行'],
    ['2040201 行政运行', '2040201', '行政运行'],
    ['[20132]组织事务', '20132', '组织事务'],
    ['[201]一般公共服务支出', '201', '一般公共服务支出'],
    ['２０１３２组织事务', '20132', '组织事务'],
  ])('%s is the code %s and the name %s', (printed, code, name) => {
    expect(partsToCode([printed], null)).toEqual({ ...plain, code, name });
  });

  test('the name beside a code keeps its brackets as printed', () => {
    expect(partsToCode(['2040201-行政运行（公安）'], null).name).toBe('行政运行（公安）');
    expect(splitName('[2040201]行政运行（公安）')?.name).toBe('行政运行（公安）');
  });

  test('blank is no code, and nothing odd', () => {
    expect(partsToCode([''], '208')).toEqual({ ...plain, code: null });
    expect(partsToCode([], '208')).toEqual({ ...plain, code: null });
  });

  test('the two digits of a 款 alone stand below the 类 of the row above', () => {
    expect(partsToCode(['03'], '205')).toEqual({ ...plain, code: '20503', inherited: true });
    expect(partsToCode(['03'], '20502')).toEqual({ ...plain, code: '20503', inherited: true });
    expect(partsToCode(['０３'], '2050201')).toEqual({ ...plain, code: '20503', inherited: true });
    expect(partsToCode(['3'], '205')).toEqual({ ...plain, code: '3', odd: true });
  });

  test.each(['20', '2010', '208050', '20805051'])('%s has the digits of no level: kept and flagged', (printed) => {
    expect(partsToCode([printed], null)).toEqual({ ...plain, code: printed, odd: true });
  });

  test.each(['2080505X', 'A08', '20B'])('%s is no code: flagged', (printed) => {
    expect(partsToCode([printed], null)).toMatchObject({ code: null, odd: true });
  });

  test('words without digits are neither a code nor odd', () => {
    expect(partsToCode(['合计'], null)).toEqual({ ...plain, code: null });
  });
});

describe('a code in three columns under 类 款 项', () => {
  test.each([
    [['208', '05', '05'], '2080505'],
    [['208', '05', ''], '20805'],
    [['208', '', ''], '208'],
    [['２０８', '０５', '０５'], '2080505'],
  ])('%j is %s', (parts, code) => {
    expect(partsToCode(parts, null)).toEqual({ ...plain, code });
  });

  test.each([
    [['', '05', '05'], '2080501', '2080505'],
    [['', '', '06'], '2080505', '2080506'],
    [['', '', '01'], '20811', '2081101'],
    [['', '11', ''], '2080505', '20811'],
    [['', '05', ''], '208', '20805'],
  ])('blank parents come from the row above, flagged: %j below %s is %s', (parts, above, code) => {
    expect(partsToCode(parts, above)).toEqual({ ...plain, code, inherited: true });
  });

  test('the whole code in the last column needs no parents', () => {
    expect(partsToCode(['', '', '2080505'], '2010101')).toEqual({ ...plain, code: '2080505' });
    expect(partsToCode(['', '20805', ''], '2010101')).toEqual({ ...plain, code: '20805' });
  });

  test.each([
    ['no row above', ['', '', '05'], null],
    ['a row above that is too high', ['', '', '05'], '208'],
    ['a 项 of three digits', ['208', '05', '005'], null],
  ])('what cannot be completed is kept and flagged: %s', (_, parts, above) => {
    expect(partsToCode(parts, above)).toEqual({ ...plain, code: parts.join(''), odd: true });
  });

  test('a blank 款 between 类 and 项 never makes the 项 a 款 unnoticed', () => {
    const { odd, inherited } = partsToCode(['208', '', '05'], '2080501');
    expect(odd || inherited).toBe(true);
  });

  test('split and joined prints are the same code', () => {
    fc.assert(
      fc.property(item, (code) => {
        const split = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
        expect(partsToCode(split, null)).toEqual({ ...plain, code });
        expect(partsToCode([code], null)).toEqual({ ...plain, code });
      }),
    );
  });

  test('a row without its parents is completed exactly where the row above has them', () => {
    fc.assert(
      fc.property(item, item, fc.constantFrom(1, 2), (code, above, blanks) => {
        const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5)].map((part, i) => (i < blanks ? '' : part));
        const parents = above.slice(0, blanks === 1 ? 3 : 5);
        expect(partsToCode(parts, above)).toEqual({ ...plain, code: parents + parts.join(''), inherited: true });
      }),
    );
  });
});

describe('splitName: a code marked off in the name', () => {
  test('[20132]组织事务 and 20132-组织事务', () => {
    expect(splitName('[20132]组织事务')).toEqual({ code: '20132', name: '组织事务' });
    expect(splitName('20132-组织事务')).toEqual({ code: '20132', name: '组织事务' });
    expect(splitName('20132：组织事务')).toEqual({ code: '20132', name: '组织事务' });
  });

  test('a name that only begins with digits has none', () => {
    expect(splitName('301医院')).toBe(null);
    expect(splitName('2024年度项目')).toBe(null);
    expect(splitName('组织事务')).toBe(null);
  });
});

test('levels by the count of digits: 类 3, 款 5, 项 7', () => {
  expect(['208', '20805', '2080505', '2080', null].map(levelOf)).toEqual(['类', '款', '项', null, null]);
});

/** A 项 of the functional classification. */
const item = fc.stringMatching(/^2\d{6}$/);
