import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, bareLabel, halfWidth, joinLines, plainDigits, squeeze } from '../../src/base/text.js';

test('squeeze: 合    计 is 合计, full-width spaces and line breaks go too', () => {
  expect(squeeze('合    计')).toBe('合计');
  expect(squeeze('\u3000合\u3000\n计\t')).toBe('合计');
});

test('squeeze keeps everything but white space', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => squeeze(text) === [...text].filter((c) => !/\s/u.test(c)).join('')));
});

test('halfWidth: full-width ASCII as ASCII and nothing else', () => {
  expect(halfWidth('（１２．３０）－Ａ：，')).toBe('(12.30)-A:,');
  expect(halfWidth('①²ⅡⅢ㈠—、。“”')).toBe('①²ⅡⅢ㈠—、。“”');
});

test('plainDigits: full-width digits as ASCII, all else as printed', () => {
  expect(plainDigits('公开０１表（２０２４年度）：①')).toBe('公开01表（2024年度）：①');
});

describe('bare', () => {
  test.each([
    ['“三公”经费', '三公经费'],
    ['＂三公＂经费', '三公经费'],
    ['因公出国（境）费', '因公出国境费'],
    ['因公出国(境)费', '因公出国境费'],
    ['２０２４年 度', '2024年度'],
    ['执行率（B/A×100%）', '执行率BA100'],
    ['—', ''],
  ])('%s is compared as %s', (printed, compared) => {
    expect(bare(printed)).toBe(compared);
  });

  test('what is bare stays as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => bare(bare(text)) === bare(text)));
  });
});

describe('bareLabel: the name without the ordinal before it', () => {
  test.each([
    ['八、社会保障和就业支出', '社会保障和就业支出'],
    ['二十三、其他支出', '其他支出'],
    ['（一）一般公共预算财政拨款', '一般公共预算财政拨款'],
    ['(2) 公用经费', '公用经费'],
    ['1.人员经费', '人员经费'],
    ['１、人员经费', '人员经费'],
    ['其中：教育收费', '教育收费'],
    ['一、其中：教育收费', '教育收费'],
    ['减：结余分配', '结余分配'],
    ['　本年收入合计', '本年收入合计'],
  ])('%s', (printed, compared) => {
    expect(bareLabel(printed)).toBe(compared);
  });

  test('a name that begins with a numeral keeps it', () => {
    expect(bareLabel('一般公共服务支出')).toBe('一般公共服务支出');
    expect(bareLabel('三公经费')).toBe('三公经费');
    expect(bareLabel('301医院')).toBe('301医院');
  });
});

describe('joinLines', () => {
  test('Chinese wraps with nothing between, Latin words with a space', () => {
    expect(joinLines(['机关事业单位基本养老', '保险缴费支出'])).toBe('机关事业单位基本养老保险缴费支出');
    expect(joinLines(['Adobe', 'Acrobat'])).toBe('Adobe Acrobat');
    expect(joinLines(['共计12', '个'])).toBe('共计12个');
    expect(joinLines([])).toBe('');
  });

  test('no character is lost or added but those spaces', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => squeeze(joinLines(parts)) === squeeze(parts.join(''))));
  });
});
