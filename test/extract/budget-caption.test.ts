import { describe, expect, test } from 'vitest';
import { linesToCaption } from '../../src/extract/caption.js';
import { glyphsToLines } from '../../src/rebuild/lines.js';
import { write } from '../builders.js';
import { line, lines } from './builders.js';

/** A caption without the lines it was read from. */
function read(...texts: string[]) {
  const { lines: _, ...caption } = linesToCaption(lines(...texts));
  return caption;
}

const NONE = { number: null, title: null, department: null, unit: null };

describe('the number of a budget’s table', () => {
  test.each([
    ['部门公开表1', '部门公开表1'],
    ['预算公开表3', '预算公开表3'],
    ['预算01表', '预算01表'],
    ['表一', '表一'],
    ['表十二', '表十二'],
    ['附件1：', '附件1'],
    ['附表2-1', '附表2-1'],
  ])('%s', (printed, number) => {
    expect(read(printed, '收支总表', '单位：万元')).toEqual({ ...NONE, number, title: '收支总表', unit: '万元' });
  });

  test.each(['表一：收支总表', '表一、收支总表', '表一收支总表'])('on the line of the title: %s', (printed) => {
    expect(read(printed)).toEqual({ ...NONE, number: '表一', title: '收支总表' });
  });

  test.each(['收支总表(预算表2)', '收支总表（预算表2）'])('behind the title, its brackets go with it: %s', (printed) => {
    expect(read(printed, '单位：万元')).toEqual({ ...NONE, number: '预算表2', title: '收支总表', unit: '万元' });
  });

  test('brackets alone on the line close below a title are its end', () => {
    const above = [
      line('基本支出情况表', { y: 50, size: 16 }),
      line('（按经济分类科目）', { y: 70, size: 16 }),
      line('单位：万元', { y: 100 }),
    ];
    expect(linesToCaption(above).title).toBe('基本支出情况表（按经济分类科目）');
    expect(linesToCaption(above.slice(1)).title).toBeNull();
  });

  test('表一 begins no 表一般公共预算', () => {
    expect(read('表一般公共预算支出表')).toEqual({ ...NONE, title: '表一般公共预算支出表' });
  });

  test('beside the unit', () => {
    expect(read('收支总表', '部门公开表1 单位：万元')).toEqual({ ...NONE, number: '部门公开表1', title: '收支总表', unit: '万元' });
  });
});

test('a body behind another word beside the unit hides no title, and is not its department', () => {
  expect(read('表十二', '2026年一般性项目绩效目标表（一级项目）', '资金主管部门：某某市人民政府办公厅 单位：万元')).toEqual({
    ...NONE,
    number: '表十二',
    title: '2026年一般性项目绩效目标表（一级项目）',
    unit: '万元',
  });
  expect(read('收支总表', '资金主管部门：某某市人民政府办公厅').title).toBeNull();
});

describe('the title', () => {
  test('its closing bracket stands on the next line', () => {
    const above = [
      line('一般公共预算支出明细表（按支出功能分类', { y: 50, size: 16 }),
      line('科目）', { y: 70, size: 16 }),
      line('单位：元', { y: 100 }),
    ];
    expect(linesToCaption(above)).toMatchObject({
      title: '一般公共预算支出明细表（按支出功能分类科目）',
      unit: '元',
      lines: [...above].toReversed(),
    });
  });

  test('a closing bracket far below no title ends none', () => {
    const above = [line('支出明细表（按支出功能分类', { y: 50 }), line('科目）', { y: 120 })];
    expect(linesToCaption(above).title).toBe(null);
  });

  test('a closing bracket below a title that needs none is none of it', () => {
    const above = [line('收支总表', { y: 50 }), line('科目）', { y: 120 })];
    expect(linesToCaption(above)).toMatchObject({ title: '收支总表', lines: [above[0]] });
  });

  test('a section’s heading right above it is none of it', () => {
    const above = [line('三、支出预算总表', { y: 50 }), line('2017年度支出预算总表', { y: 64 })];
    expect(linesToCaption(above)).toMatchObject({ title: '2017年度支出预算总表', lines: [above[1]] });
  });

  test('where nothing else stands there, the heading is the title', () => {
    expect(read('三、支出预算总表', '单位：元')).toEqual({ ...NONE, title: '三、支出预算总表', unit: '元' });
  });
});

describe('the department beside the unit, without a word before it', () => {
  test.each([
    ['某某市财政局 单位：万元', '某某市财政局'],
    ['341-某某市财政局 单位：万元', '某某市财政局'],
    ['341001某某市财政局 单位：万元', '某某市财政局'],
    ['[341]某某市财政局（本级） 单位：万元', '某某市财政局（本级）'],
  ])('%s', (printed, department) => {
    expect(read('收支总表', printed)).toEqual({ ...NONE, title: '收支总表', department, unit: '万元' });
  });

  test('the word says it all the same', () => {
    expect(read('收支总表', '部门：341-某某市财政局 单位：万元').department).toBe('341-某某市财政局');
  });

  test('above the title, without a unit beside it, a name is none', () => {
    expect(read('某某市财政局', '收支总表', '单位：万元')).toMatchObject({ title: '收支总表', department: null });
  });
});

describe('a unit without a word before it', () => {
  /** A line whose parts stand apart. */
  const apart = (...parts: string[]) =>
    glyphsToLines(
      parts.flatMap((part, i) => write(part, 50 + 200 * i, 80)),
      1,
    );
  const captionOf = (...parts: string[]) => {
    const { lines: _, ...caption } = linesToCaption([...lines('项目支出绩效表'), ...apart(...parts)]);
    return caption;
  };

  test('at the end of the line of the department', () => {
    expect(captionOf('341-某某市财政局', '万元')).toEqual({ ...NONE, title: '项目支出绩效表', department: '某某市财政局', unit: '万元' });
  });

  test('behind its word, however far', () => {
    expect(captionOf('部门：某某市财政局', '金额单位：', '万元')).toMatchObject({ title: '项目支出绩效表', unit: '万元' });
  });
});
