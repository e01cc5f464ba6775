import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { gridsToTables as gridsToTablesOf } from '../../src/extract/extract.js';
import { budgetTable, figures, grid, headers, line, lines, remarked, table } from './builders.js';

const INCOME = `
  项目     | <        | 本年收入合计 | 财政拨款收入 | 其他收入
  科目编码 | 科目名称 | ^            | ^            | ^
  栏次     | <        | 1            | 2            | 3
  合计     | <        | 307.87       | 307.80       | 0.07
  208      | 社会保障 | 22.45        | 22.45        |
  20805    | 养老     | 22.45        | 22.45        |`;

const gridsToTables = (grids: Parameters<typeof gridsToTablesOf>[0]) => gridsToTablesOf(grids, finalAccounts);

describe('a form table', () => {
  test('has its form, keys, paths, ordinals and rows', () => {
    const found = table('收入决算表', INCOME);
    expect(found.form).toBe('income');
    expect(found.columns).toEqual([
      { key: 'total', path: ['本年收入合计'], ordinal: '1', indexes: [2] },
      { key: 'fiscal', path: ['财政拨款收入'], ordinal: '2', indexes: [3] },
      { key: 'other', path: ['其他收入'], ordinal: '3', indexes: [4] },
    ]);
    expect(figures(found)).toEqual([
      ['合计', { total: '307.87', fiscal: '307.80', other: '0.07' }],
      ['208', '社会保障', { total: '22.45', fiscal: '22.45' }],
      ['20805', '养老', { total: '22.45', fiscal: '22.45' }],
    ]);
    expect(found.remarks).toEqual([]);
  });

  test('reads the same with a blank row under its header', () => {
    const plain = `科目编码 | 科目名称 | 本年收入合计 | 其他收入\n208 | 甲 | 1.00 | 1.00`;
    const blank = `科目编码 | 科目名称 | 本年收入合计 | 其他收入\n | | |\n208 | 甲 | 1.00 | 1.00`;
    expect(figures(table('收入决算表', blank))).toEqual(figures(table('收入决算表', plain)));
    expect(headers(table('收入决算表', blank))).toEqual(headers(table('收入决算表', plain)));
  });

  test('a column without figures is listed all the same', () => {
    expect(headers(table('收入决算表', '科目编码 | 科目名称 | 本年收入合计 | 经营收入\n208 | 甲 | 1.00 |'))).toEqual({
      total: '本年收入合计',
      business: '经营收入',
    });
  });

  test('a row without figures is kept', () => {
    expect(figures(table('收入决算表', '科目编码 | 科目名称 | 本年收入合计 | 其他收入\n合计 | < | 1.00 |\n208 | 甲 | |'))[1]).toEqual([
      '208',
      '甲',
      {},
    ]);
  });

  test('事业收入 with 其中：教育收费 has two columns', () => {
    const found = table(
      '收入决算表',
      `科目编码 | 科目名称 | 本年收入合计 | 事业收入 | <
       ^ | ^ | ^ | 小计 | 其中：教育收费
       205 | 教育 | 9.00 | 9.00 | 4.00`,
    );
    expect(headers(found)).toEqual({ total: '本年收入合计', operations: '事业收入/小计', 'education-fees': '事业收入/其中：教育收费' });
  });

  test('合计 last, under the codes', () => {
    const found = table('支出决算表', '科目编码 | 科目名称 | 合计 | 基本支出\n208 | 甲 | 1.00 | 1.00\n合计 | < | 1.00 | 1.00');
    expect(figures(found).at(-1)).toEqual(['合计', { total: '1.00', basic: '1.00' }]);
  });

  test('合计 on the row of 类 款 项', () => {
    const found = table(
      '支出决算表',
      `支出功能分类科目编码 | < | < | 科目名称 | 本年支出合计 | 基本支出
       类 | 款 | 项 | 合计 | 307.87 | 219.87
       208 | 05 | 05 | 养老 | 22.45 | 22.45`,
    );
    expect(figures(found)).toEqual([
      ['合计', { total: '307.87', basic: '219.87' }],
      ['208|05|05', '养老', { total: '22.45', basic: '22.45' }],
    ]);
  });
});

describe('caption and notes', () => {
  test('a title in the grid itself, over its whole width', () => {
    const found = table(
      '附件',
      `收入决算表 | < | < | <
       部门：某某局 | < | < | <
       金额单位：万元 | < | < | <
       科目编码 | 科目名称 | 本年收入合计 | 其他收入
       208 | 甲 | 1.00 | 1.00
       注：本表反映收入。 | < | < | <`,
    );
    expect(found.caption).toMatchObject({ title: '收入决算表', department: '某某局', unit: '万元' });
    expect(found.form).toBe('income');
    expect(figures(found)).toEqual([['208', '甲', { total: '1.00', other: '1.00' }]]);
    expect(found.notes).toEqual(['注：本表反映收入。']);
  });

  test('its unit may stand on the line below 单位：, in a narrow cell', () => {
    const sketch = `收入决算表 | < | <
                    部门：某某局 | < | 金额单位：¶万元
                    科目编码 | 科目名称 | 合计
                    205 | 教育支出 | 9.00`;
    const [found] = gridsToTables([grid(sketch)]);
    expect(found).toMatchObject({ form: 'income', caption: { title: '收入决算表', department: '某某局', unit: '万元' } });
  });

  test('a department without a word before it, in a cell beside the one of the unit, is no head', () => {
    const sketch = `收入决算表 | < | <
                    某某市财政局 | < | 金额单位：万元
                    科目编码 | 科目名称 | 合计
                    205 | 教育支出 | 9.00`;
    const [found] = gridsToTables([grid(sketch)]);
    expect(found).toMatchObject({ form: 'income', caption: { title: '收入决算表', department: '某某市财政局', unit: '万元' } });
    expect(found?.columns.map(({ path }) => path)).toEqual([['合计']]);
  });

  test('a last row over the whole width that is no note is a row', () => {
    const found = table('一般公共预算财政拨款“三公”经费支出决算表', '项目 | 预算数\n公务接待费 | 3.00\n本年度未发生公务接待 | <');
    expect(found.notes).toEqual([]);
    expect(figures(found)).toEqual([
      ['公务接待费', { budget: '3.00' }],
      ['本年度未发生公务接待', {}],
    ]);
  });

  test('lines between two tables belong to one of them only', () => {
    const between = lines('注：本表反映收入。', '公开03表', '支出决算表', '金额单位：元');
    const [first, second] = gridsToTables([
      grid(INCOME, { above: [line('收入决算表')], below: between }),
      grid('科目编码 | 科目名称 | 合计 | 基本支出\n208 | 甲 | 1.00 | 1.00', { above: between }),
    ]);
    expect(first?.notes).toEqual(['注：本表反映收入。']);
    expect(first?.noteLines).toEqual(between.slice(0, 1));
    expect(second?.caption).toMatchObject({ number: '公开03表', title: '支出决算表', unit: '元' });
    expect(new Set(second?.caption.lines)).toEqual(new Set(between.slice(1)));
  });

  test('a title names one table only', () => {
    const above = lines('收入决算表', '金额单位：万元');
    const [first, second] = gridsToTables([grid(INCOME, { above }), grid('甲 | 乙\n丙 | 丁', { above })]);
    expect(first?.caption).toMatchObject({ title: '收入决算表', unit: '万元' });
    expect(second).toMatchObject({ form: 'other', caption: { title: null, unit: null } });
  });

  test('the number is only a hint: 公开03表 under the title 收入决算表 is income', () => {
    expect(table('收入决算表', INCOME, { above: lines('公开03表', '收入决算表') }).form).toBe('income');
  });
});

describe('a table of no known form', () => {
  test('keeps its grid and title, and is `other`', () => {
    const found = table('国有资产占用情况表', '项目 | 数量\n车辆 | 3');
    expect(found).toMatchObject({ form: 'other', declaration: null, columns: [], rows: [] });
    expect(found.caption.title).toBe('国有资产占用情况表');
    expect(found.grid.cells.map((c) => c.text)).toEqual(['项目', '数量', '车辆', '3']);
  });

  test('a budget is one, though its header is that of a form', () => {
    expect(table('收入预算表', INCOME).form).toBe('other');
  });
});

describe('a table without a title', () => {
  const UNTITLED = '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 经营支出\n208 | 甲 | 1.00 | 1.00 |';
  const forms = (...titles: (string | null)[]) =>
    gridsToTables(titles.map((title) => (title === null ? grid(UNTITLED) : grid(INCOME, { above: [line(title)] }))));

  test('is known by its header, where the document has forms by title', () => {
    const found = forms('收入决算表', null);
    expect(found.map((t) => t.form)).toEqual(['income', 'expenditure']);
    expect(found[1] && figures(found[1])).toEqual([['208', '甲', { total: '1.00', basic: '1.00' }]]);
    expect(found[1] && remarked(found[1])).toContain('FORM-BY-HEADER info');
  });

  test('is none in a document without forms', () => {
    expect(forms('收入预算表', null).map((t) => t.form)).toEqual(['other', 'other']);
  });

  test('is none where it has no labels: the rest of a table wider than its page', () => {
    const rest = grid('本年支出合计 | 基本支出 | 经营支出\n1.00 | 1.00 |');
    expect(gridsToTables([grid(INCOME, { above: [line('收入决算表')] }), rest]).map((t) => t.form)).toEqual(['income', 'other']);
  });

  test('its note rows in the grid are notes, its caption rows no header', () => {
    const sketch = `金额单位：万元 | < | < | < | <\n${UNTITLED}\n注：本表反映支出。 | < | < | < | <`;
    const [, found] = gridsToTables([grid(INCOME, { above: [line('收入决算表')] }), grid(sketch)]);
    expect(found?.form).toBe('expenditure');
    expect(found && headers(found)).toEqual({ total: '本年支出合计', basic: '基本支出', business: '经营支出' });
    expect(found && figures(found)).toEqual([['208', '甲', { total: '1.00', basic: '1.00' }]]);
    expect(found?.notes).toEqual(['注：本表反映支出。']);
  });
});

test('nothing printed in the body is lost, nothing is told twice', () => {
  const code = fc.constantFrom('208', '20805', '2080505', '');
  const name = fc.constantFrom('合计', '社会保障', '其中：', '');
  const amount = fc.constantFrom('22.45', '—', '0', '12 345.60', '');
  const body = fc.array(fc.tuple(code, name, amount, amount, amount), { minLength: 1, maxLength: 8 });
  const header = '项目 | < | 本年收入合计 | 财政拨款收入 | 其他收入\n科目编码 | 科目名称 | ^ | ^ | ^\n栏次 | < | 1 | 2 | 3';
  fc.assert(
    fc.property(body, (texts) => {
      const found = table('收入决算表', [header, ...texts.map((row) => row.join(' | '))].join('\n'));
      const told = found.rows.flatMap((row) => [...row.label, ...row.cells.values()]);
      const printed = found.grid.cells.filter((cell) => cell.row >= 3 && cell.text !== '');
      expect(new Set(told)).toEqual(new Set(printed));
      expect(told.length).toBe(printed.length);
    }),
  );
});

test('no grids, no tables', () => {
  expect(gridsToTables([])).toEqual([]);
});

test('公用经费合计 set in the middle of two panels labels the amount in the second', () => {
  const found = table(
    '一般公共预算财政拨款基本支出决算表',
    `科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
     302 | 甲 | 1.00 | 310 | 乙 | 2.00
      | 公用经费合计 |  |  |  | 3.00`,
  );
  expect(figures(found).at(-1)).toEqual(['公用经费合计', { amount: '3.00' }]);
});

test('a 栏次 row that stands in the body holds no values', () => {
  const found = table(
    '收入决算表',
    `科目编码 | 科目名称 | 本年收入合计
     栏次 | < | 1
     208 | 甲 | 1.00
     栏次 | < | 1
     210 | 乙 | 2.00`,
  );
  expect(figures(found)).toEqual([
    ['208', '甲', { total: '1.00' }],
    ['210', '乙', { total: '2.00' }],
  ]);
});

describe('the sides of a two-sided table', () => {
  const keys = (sketch: string) => budgetTable('收支总表', sketch).columns.map(({ key }) => key);

  test('are those that its heads say, though the first is cut off', () => {
    expect(keys('支出 | <\n项目 | 预算数\n一、教育支出 | 1.00')).toEqual(['expenditure']);
    expect(keys('收入 | < | 支出 | <\n项目 | 预算数 | 项目 | 预算数\n一、甲 | 1.00 | 一、教育支出 | 1.00')).toEqual([
      'income',
      'expenditure',
    ]);
  });

  test('without such heads the first is what comes in', () => {
    expect(keys('项目 | 预算数 | 项目 | 预算数\n一、甲 | 1.00 | 一、教育支出 | 1.00')).toEqual(['income', 'expenditure']);
  });
});

test('heads that a template prints on the row of 合计 are heads, and no values', () => {
  const found = table(
    '政府性基金预算财政拨款收入支出决算表',
    `项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
     科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^
     合计 | < | | | 合计 | 基本支出 | 项目支出 |
      | | | | | | | `,
  );
  expect(headers(found)).toMatchObject({ total: '本年支出/合计', basic: '本年支出/基本支出', project: '本年支出/项目支出' });
  expect(figures(found)).toEqual([['合计', {}]]);
  expect(found.remarks).toEqual([]);
});

test('words beside a figure below a merged head are no heads', () => {
  const found = table(
    '政府性基金预算财政拨款收入支出决算表',
    `项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
     科目编码 | 科目名称 | ^ | ^ | 合计 | 基本支出 | 项目支出 | ^
     合计 | < | | | 1.00 | 无 | 1.00 | `,
  );
  expect(figures(found)).toEqual([['合计', { total: '1.00', basic: '无', project: '1.00' }]]);
});

test('words below a merged head are no heads where the row has an amount anywhere', () => {
  const found = budgetTable(
    '政府采购预算表',
    `采购内容 | 种类和方式 | < | 合计
     计算机 | 货物 | 公开招标 | 3.00`,
  );
  expect(figures(found)[0]?.[0]).toBe('计算机');
  expect(JSON.stringify(figures(found))).toContain('公开招标');
  expect(JSON.stringify(headers(found))).not.toContain('公开招标');
});
