import { describe, expect, test } from 'vitest';
import { BY_ECONOMIC, BY_FUNCTION, plainTitle, titlePattern } from '../../extractors/title.js';

const spells = (title: string, printed: string) => new RegExp(`^${titlePattern(title)}$`, 'u').test(printed);

describe('how titles are spelled', () => {
  test.each(['收支总表', '财务收支总表', '收支总体情况表', '财务收支总体情况表'])('[财务]收支{总表|总体情况表} is %s', (printed) => {
    expect(spells('[财务]收支{总表|总体情况表}', printed)).toBe(true);
  });

  test.each(['收支', '财务收支', '收支总表总体情况表', '财务财务收支总表', '收支情况表'])('and not %s', (printed) => {
    expect(spells('[财务]收支{总表|总体情况表}', printed)).toBe(false);
  });

  test('a title without such parts is spelled in one way', () => {
    expect(titlePattern('收入决算表')).toBe('收入决算表');
    expect(spells('收入决算表', '收入决算总表')).toBe(false);
  });

  test('the plain title leaves out what may be missing and takes the first of what stands for each other', () => {
    expect(plainTitle('[财务]收支[预算]{总表|总体情况表}')).toBe('收支总表');
    expect(plainTitle('收入决算表')).toBe('收入决算表');
  });

  test('every plain title is one of its spellings', () => {
    for (const title of ['[政策和]项目[支出]绩效表', '{专项|经费}绩效表', `支出表${BY_FUNCTION}`, `支出表${BY_ECONOMIC}`]) {
      expect([title, spells(title, plainTitle(title))]).toEqual([title, true]);
    }
  });
});

describe('what its rows bear, behind a title', () => {
  test.each(['按支出功能分类科目', '按功能分类', '功能科目', '功能分类科目分不含上年结转'])('%s: function codes', (words) => {
    expect(spells(BY_FUNCTION, words)).toBe(true);
    expect(spells(BY_ECONOMIC, words)).toBe(false);
  });

  test.each(['按支出经济分类科目', '按经济分类', '经济科目', '按经济分类科目分'])('%s: economic codes', (words) => {
    expect(spells(BY_ECONOMIC, words)).toBe(true);
    expect(spells(BY_FUNCTION, words)).toBe(false);
  });

  test('no words name neither', () => {
    expect([spells(BY_FUNCTION, ''), spells(BY_ECONOMIC, '')]).toEqual([false, false]);
  });
});
