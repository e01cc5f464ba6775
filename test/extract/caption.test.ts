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

describe('the number', () => {
  test('above the title', () => {
    expect(read('公开02表', '收入决算表')).toEqual({ ...NONE, number: '公开02表', title: '收入决算表' });
  });

  test('below the title', () => {
    expect(read('收入决算表', '公开02表', '部门：某某局', '金额单位：万元')).toEqual({
      number: '公开02表',
      title: '收入决算表',
      department: '某某局',
      unit: '万元',
    });
  });

  test('on the line of the title', () => {
    expect(read('表 1：高等学校收支决算总表')).toEqual({ ...NONE, number: '表1', title: '高等学校收支决算总表' });
    expect(read('表2 收入决算表')).toEqual({ ...NONE, number: '表2', title: '收入决算表' });
  });

  test('on the line of department and unit', () => {
    expect(read('收入决算表', '公开02表 部门：某某局 单位：万元')).toMatchObject({ number: '公开02表', title: '收入决算表', unit: '万元' });
  });

  test.each([
    ['公开.01表', '公开01表'],
    ['公开01·表', '公开01表'],
    ['公开 01 表', '公开01表'],
    ['公开０１表', '公开01表'],
    ['财决公开02表', '财决公开02表'],
    ['附表3', '附表3'],
    ['附表3-1', '附表3-1'],
    ['表7', '表7'],
  ])('%s', (printed, number) => {
    expect(read(printed, '收入决算表')).toEqual({ ...NONE, number, title: '收入决算表' });
  });

  test('beside the unit', () => {
    expect(read('收入决算表', '金额单位：万元　公开02表')).toEqual({ ...NONE, number: '公开02表', title: '收入决算表', unit: '万元' });
    expect(read('收入决算表', '公开02表　金额单位：万元')).toEqual({ ...NONE, number: '公开02表', title: '收入决算表', unit: '万元' });
  });

  test('none is none', () => {
    expect(read('收入决算表', '单位：元')).toEqual({ ...NONE, title: '收入决算表', unit: '元' });
  });
});

describe('the unit', () => {
  test.each([
    ['单位：万元', '万元'],
    ['金额单位：元', '元'],
    ['（单位：元）', '元'],
    ['（金额单位：万元）', '万元'],
    ['单位:亿元', '亿元'],
    ['单位：人民币元', '元'],
    ['计量单位：千元', '千元'],
    ['单 位：万 元', '万元'],
    ['单位：万元、%', '万元'],
  ])('%s', (printed, unit) => {
    expect(read('收入决算表', printed)).toEqual({ ...NONE, title: '收入决算表', unit });
  });

  test('the one nearest the table counts', () => {
    expect(read('收入决算表', '单位：元', '金额单位：万元').unit).toBe('万元');
  });

  test('a department is no unit, though a county be called 元氏', () => {
    expect(read('收入决算表', '单位：元氏县教育局', '金额单位：万元')).toEqual({
      ...NONE,
      title: '收入决算表',
      department: '元氏县教育局',
      unit: '万元',
    });
    expect(read('收入决算表', '编制单位：元谋县财政局　金额单位：万元')).toMatchObject({ unit: '万元', title: '收入决算表' });
  });
});

describe('the department', () => {
  test.each(['部门', '编制部门', '单位名称', '预算单位', '编制单位', '填报单位', '公开部门', '部门（单位）', '单位'])(
    '%s：某某局',
    (label) => {
      expect(read('收入决算表', `${label}：某某局`, '金额单位：万元')).toEqual({
        ...NONE,
        title: '收入决算表',
        department: '某某局',
        unit: '万元',
      });
    },
  );

  test('beside the unit on one line', () => {
    expect(read('收入决算表', '部门：某某局　　　　金额单位：万元')).toEqual({
      ...NONE,
      title: '收入决算表',
      department: '某某局',
      unit: '万元',
    });
  });

  test.each(['部门：某某局　2024年度　金额单位：万元', '部门：某某局　公开02表　金额单位：万元'])(
    '%s: what stands beside it is none of it',
    (printed) => {
      expect(read('收入决算表', printed)).toMatchObject({ title: '收入决算表', department: '某某局', unit: '万元' });
    },
  );

  test('`单位名称：　单位：万元` names none', () => {
    expect(read('收入决算表', '单位名称：　单位：万元')).toEqual({ ...NONE, title: '收入决算表', unit: '万元' });
  });

  test('its brackets stay as printed', () => {
    expect(read('收入决算表', '部门：某某局（本级）').department).toBe('某某局（本级）');
  });
});

describe('the title', () => {
  test('beside a year, on the line of the unit', () => {
    const glyphs = [...write('（2024年度）', 50, 50), ...write('收入决算表', 200, 50), ...write('单位：万元', 400, 50)];
    expect(linesToCaption(glyphsToLines(glyphs, 1))).toMatchObject({ ...NONE, title: '收入决算表', unit: '万元' });
  });

  test('between department and unit, on one line', () => {
    const glyphs = [...write('部门：某某局', 50, 50), ...write('收入决算表', 200, 50), ...write('单位：万元', 400, 50)];
    expect(linesToCaption(glyphsToLines(glyphs, 1))).toMatchObject({
      ...NONE,
      title: '收入决算表',
      department: '某某局',
      unit: '万元',
    });
  });

  test.each(['（2024年度）', '2024年度', '(２０２４年)', '２０２４年度', '二〇二四年度'])(
    'the subtitle %s stands between it and the table',
    (subtitle) => {
      expect(read('收入决算表', subtitle, '单位：万元')).toEqual({ ...NONE, title: '收入决算表', unit: '万元' });
    },
  );

  test('prose above a table is no title, and ends the search', () => {
    expect(read('收入决算表', '本部门2024年度收入合计395.87万元。', '具体情况如下：')).toEqual(NONE);
    expect(read('收入决算表', '本部门收入较上年减少，主要原因是项目减少，', '单位：万元')).toEqual({ ...NONE, unit: '万元' });
    expect(read('三、收入决算情况说明', '公开02表')).toEqual({ ...NONE, number: '公开02表' });
  });

  test('a long line is prose, even if it ends in 表', () => {
    const long = `${'本部门二〇二四年度收入支出决算情况以及与上年相比的增减变化'.repeat(2)}见下表`;
    expect(read(long)).toEqual(NONE);
  });

  test('prose above the title is none of it', () => {
    expect(read('本部门没有国有资本经营预算收支。', '公开02表', '收入决算表')).toEqual({
      ...NONE,
      number: '公开02表',
      title: '收入决算表',
    });
  });

  test('a heading a line apart above the title is none of it', () => {
    const above = lines('第二部分 2024年度部门决算表', '收入决算表');
    expect(linesToCaption(above)).toMatchObject({ title: '收入决算表', lines: above.slice(1) });
  });

  test('over two lines of one size, close together', () => {
    const above = [
      line('一般公共预算财政拨款', { y: 50, size: 16 }),
      line('基本支出决算明细表', { y: 70, size: 16 }),
      line('单位：万元', { y: 100 }),
    ];
    expect(linesToCaption(above)).toMatchObject({ title: '一般公共预算财政拨款基本支出决算明细表', unit: '万元' });
  });

  test('broken behind a comma', () => {
    const above = [
      line('一般公共预算“三公”经费、会议费、', { y: 50, size: 16 }),
      line('培训费支出表', { y: 70, size: 16 }),
      line('单位：万元', { y: 100 }),
    ];
    expect(linesToCaption(above).title).toBe('一般公共预算“三公”经费、会议费、培训费支出表');
    const list = [line('本部门管理水利、农业、', { y: 50 }), line('培训费支出表', { y: 70, size: 16 }), line('单位：万元', { y: 100 })];
    expect(linesToCaption(list).title).toBe('培训费支出表');
  });

  test('a line of another size above it is none of it', () => {
    const above = [line('第二部分', { y: 50, size: 22 }), line('收入决算表', { y: 76, size: 16 })];
    expect(linesToCaption(above).title).toBe('收入决算表');
  });

  test('its brackets and quotation marks stay as printed', () => {
    expect(read('一般公共预算财政拨款“三公”经费支出决算表').title).toBe('一般公共预算财政拨款“三公”经费支出决算表');
    expect(read('收入决算表（续）').title).toBe('收入决算表（续）');
  });

  test('spaces within it are only spacing', () => {
    expect(read('收 入 决 算 表').title).toBe('收入决算表');
  });

  test('far above the table it names something else', () => {
    expect(read('收入决算表', ...Array.from({ length: 8 }, () => '2024年度')).title).toBe(null);
  });
});

test('it says which lines it was read from, and leaves the others', () => {
  const above = lines('本部门收入合计395.87万元。', '公开02表', '收入决算表', '部门：某某局', '金额单位：万元');
  expect(new Set(linesToCaption(above).lines)).toEqual(new Set(above.slice(1)));
});

test('nothing above, nothing read', () => {
  expect(linesToCaption([])).toEqual({ ...NONE, lines: [] });
});
