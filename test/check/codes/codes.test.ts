import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisclosureRow, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { economicBook, functionBook } from '../../../src/books/code-book.js';
import { checkCodes, withBookNames } from '../../../src/check/codes/codes.js';

const row = (code: string | null, name: string | null, cells: DisclosureRow['cells'] = {}): DisclosureRow => ({
  kind: 'item',
  code,
  level: null,
  name,
  line: null,
  panel: null,
  concept: code === null ? null : `${/^[35]/.test(code) ? 'economic' : 'function'}/${code}`,
  cells,
});

const table = (rows: DisclosureRow[], page = 5): DisclosureTable => ({
  form: 'expenditure',
  number: null,
  title: null,
  department: null,
  unit: null,
  pages: [page],
  empty: null,
  columns: [],
  rows,
  fields: {},
  notes: [],
  grid: { rows: 0, columns: 0, cells: [] },
});

const check = (code: string, name: string | null, year: number | null = 2024): Finding | undefined =>
  checkCodes([table([row(code, name)])], year)[0];

const ruleOf = (code: string, name: string | null, year: number | null = 2024) => check(code, name, year)?.rule ?? null;

describe('nothing to say', () => {
  test.each([
    ['the name of the book', '2080505', '机关事业单位基本养老保险缴费支出'],
    ['no name', '2080505', null],
    ['brackets of another width', '30213', '维修(护)费'],
    ['without the bracket inside', '30213', '维修费'],
    ['without a bracket and its word', '20103', '政府办公厅及相关机构事务'],
    ['without 支出 at the end', '205', '教育'],
    ['with 支出 at the end', '2080501', '行政单位离退休支出'],
    ['费 for 费用', '30239', '其他交通费'],
    ['经费 for 费', '30228', '工会经费'],
    ['的 more', '50999', '其他对个人和家庭的补助'],
    ['other punctuation', '2040405', '公诉、审判、侦查、执行等检察监督支出'],
    ['an ordinal before it', '30101', '1.基本工资'],
    ['其中 before it', '30101', '其中：基本工资'],
    ['a second name in use', '22198', '超长期特别国债安排的支出'],
    ['the 款 where every row is a 项', '2121100', '农业土地开发资金安排的支出'],
  ])('%s', (_, code, name) => {
    expect(ruleOf(code, name)).toBeNull();
  });

  test('rows without a code, rows by their words, codes that have no shape', () => {
    const odd = { ...row('20805051', '机关事业单位'), concept: null };
    const byWords = { ...row(null, '八、社会保障和就业支出'), concept: 'function/208' };
    expect(checkCodes([table([odd, byWords, row(null, '合计')])], 2024)).toEqual([]);
  });
});

describe('CODE-NAME: the name of another code', () => {
  test('the code it belongs to is named', () => {
    expect(check('2080505', '机关事业单位职业年金缴费支出')).toMatchObject({
      rule: 'CODE-NAME',
      severity: 'warning',
      verdict: 'unknown',
      message:
        '2080505 的名称印为「机关事业单位职业年金缴费支出」，该名称属于 2080506，2080505 的名称是「机关事业单位基本养老保险缴费支出」。',
      expected: '机关事业单位基本养老保险缴费支出',
      found: '机关事业单位职业年金缴费支出',
    });
  });

  test('a name of many codes: the nearest of them', () => {
    expect(check('2010302', '行政运行')?.message).toMatch(/该名称属于 2010301 等 \d+ 个科目/);
  });

  test('the name of the level above', () => {
    expect(ruleOf('20805', '社会保障和就业支出')).toBe('CODE-NAME');
  });

  test('an economic code', () => {
    expect(check('30201', '印刷费')?.message).toContain('该名称属于 30202');
  });

  test.each([
    ['a shorter way to write its own name', '2012999', '其他支出', 2024],
    ['a code whose own name nobody has seen', '2010606', '财政国库业务', 2024],
    ['a document older than the books', '2080505', '机关事业单位职业年金缴费支出', 2014],
  ])('no warning: %s', (_, code, name, year) => {
    expect(check(code, name, year)?.severity).not.toBe('warning');
  });
});

describe('CODE-UNKNOWN', () => {
  test.each([
    ['a 项 whose 款 is known', '2080577', '新的补助', '上级 20805「行政事业单位养老支出」已收录'],
    ['a 项 whose 款 is not known either', '2087777', '新的补助', '上级 20877 也未收录'],
    ['a 类', '277', '新的支出', '科目 277「新的支出」不在已收录的支出功能分类科目中；'],
    ['a name that one other code bears', '2080577', '机关事业单位职业年金缴费支出', '该名称属于 2080506；'],
    ['details that a province adds below a 款', '3010201', '规范性津补贴', '上级 30102「津贴补贴」已收录'],
    ['no name', '2080577', null, '科目 2080577不在'],
    ['a code out of use', '2080504', '未归口管理的行政单位离退休', '自2020年起已停用'],
    ['a code out of use whose name has moved', '30104', '其他社会保障缴费', '自2018年起已停用，该名称属于 30112'],
  ])('%s', (_, code, name, words) => {
    const finding = check(code, name);
    expect(finding).toMatchObject({ rule: 'CODE-UNKNOWN', severity: 'info', verdict: 'unknown', found: code });
    expect(finding?.message).toContain(words);
  });

  test('a code of another classification', () => {
    const misplaced = { ...row('301', '工资福利支出'), concept: 'function/301' };
    expect(checkCodes([table([misplaced])], 2024)[0]?.message).toBe('编码 301「工资福利支出」不是支出功能分类科目的编码。');
  });

  test('a code out of use in the years when it was in use', () => {
    expect(ruleOf('2080504', '未归口管理的行政单位离退休', 2019)).toBeNull();
    expect(ruleOf('20115', '工商行政管理事务', 2018)).toBeNull();
    expect(ruleOf('20115', '工商行政管理事务', 2019)).toBe('CODE-UNKNOWN');
  });

  test('a paragraph in place of a name is quoted by its beginning', () => {
    const message = check('2080577', '长'.repeat(300))?.message ?? '';
    expect(message.length).toBeLessThan(160);
    expect(message).toContain('…');
  });
});

describe('NAME-STALE: a name the code bore before', () => {
  test('once the new one holds', () => {
    expect(check('20805', '行政事业单位离退休')).toMatchObject({
      rule: 'NAME-STALE',
      severity: 'info',
      verdict: 'publisher',
      message: '20805 的名称印为旧名「行政事业单位离退休」，至迟自2020年起改称「行政事业单位养老支出」。',
    });
  });

  test('not while it held, nor where the year is unknown', () => {
    expect(ruleOf('20805', '行政事业单位离退休', 2019)).toBeNull();
    expect(ruleOf('20805', '行政事业单位离退休', null)).toBeNull();
    expect(ruleOf('20805', '行政事业单位离退休', 2020)).toBe('NAME-STALE');
  });

  test('of a row without a code, which its name alone makes a 类', () => {
    const ofName = (name: string, year: number) =>
      checkCodes([table([{ ...row(null, name), concept: 'function/210' }])], year).map(({ rule, message }) => `${rule} ${message}`);
    expect(ofName('九、医疗卫生与计划生育支出', 2019)).toEqual([
      'NAME-STALE 210 的名称印为旧名「九、医疗卫生与计划生育支出」，至迟自2019年起改称「卫生健康支出」。',
    ]);
    expect(ofName('九、医疗卫生与计划生育支出', 2018)).toEqual([]);
    expect(ofName('九、卫生健康支出', 2019)).toEqual([]);
    // Nothing else is said of a name without a code.
    expect(ofName('九、卫生和健康', 2019)).toEqual([]);
  });

  test('a name that another code bears now', () => {
    expect(check('30311', '住房公积金')?.message).toContain('该名称属于 30113');
  });
});

describe('NAME-CUT: the beginning of the name', () => {
  test('the whole name is given, the printed one stays', () => {
    expect(check('2080505', '机关事业单位基本养老')).toMatchObject({
      rule: 'NAME-CUT',
      severity: 'info',
      expected: '机关事业单位基本养老保险缴费支出',
      found: '机关事业单位基本养老',
      message: '2080505 的名称只印出「机关事业单位基本养老」，科目全称为「机关事业单位基本养老保险缴费支出」。',
    });
  });

  test('it stands in a field of its own, as does the name of a code that has none', () => {
    const named = (code: string, name: string | null) => withBookNames([table([row(code, name)])], 2024)[0]?.rows[0];
    expect(named('2080505', '机关事业单位基本养老')).toMatchObject({
      name: '机关事业单位基本养老',
      bookName: '机关事业单位基本养老保险缴费支出',
    });
    expect(named('2080505', null)).toMatchObject({ name: null, bookName: '机关事业单位基本养老保险缴费支出' });
    expect(named('2080505', '机关事业单位基本养老保险缴费支出')).not.toHaveProperty('bookName');
    expect(named('2080577', null)).not.toHaveProperty('bookName');
    expect(named('30217', '公务招待费')).not.toHaveProperty('bookName');
  });

  test('of the name it bore then', () => {
    expect(check('20805', '行政事业单位离退', 2018)?.expected).toBe('行政事业单位离退休');
  });

  test('before it is taken for another code’s: 资本性支出（基本建设） without its bracket is 310’s', () => {
    expect(ruleOf('309', '资本性支出')).toBe('NAME-CUT');
  });

  test('one letter is the beginning of too many names', () => {
    expect(ruleOf('2080505', '机')).toBe('NAME-DIFFERS');
  });
});

describe('NAME-DIFFERS', () => {
  test('公务招待费', () => {
    expect(check('30217', '公务招待费')).toMatchObject({
      rule: 'NAME-DIFFERS',
      severity: 'info',
      message: '30217 的名称印为「公务招待费」，与科目名称「公务接待费」不一致。',
    });
  });
});

describe('CODE-REPEATED', () => {
  const amount = (value: string): DisclosureRow['cells'] => ({
    total: { text: value, value, yuan: null, page: 3, box: null, method: 'text', status: 'unchecked' },
  });
  const part = (name: string, value: string) => ({ ...row('30102', name, amount(value)), concept: null });
  const rows = [row('30102', '津贴补贴', amount('3.00')), part('规范性津补贴', '2.00'), part('其他津补贴', '1.00')];

  test('told once for all tables, and nothing of the names of the parts', () => {
    expect(checkCodes([table(rows), table(rows)], 2024)).toMatchObject([
      {
        rule: 'CODE-REPEATED',
        severity: 'info',
        message: '30102「津贴补贴」以下「规范性津补贴」「其他津补贴」各行印同一编码，金额相加等于该行：是其细目，未印各自的编码。',
        cells: [0, 0, 0, 1, 1, 1].map((each, i) => ({ table: each, row: i % 3 })),
      },
    ]);
  });
});

describe('findings', () => {
  const amount = (page: number, x: number): DisclosureRow['cells'][string] => ({
    text: '1.00',
    value: '1.00',
    yuan: null,
    page,
    box: [x, 10, x + 20, 20],
    method: 'text',
    status: 'unchecked',
  });

  test('one for a code and name that several tables print, at the row’s first figure', () => {
    const tables = [
      table([row('208', '社会保障和就业支出'), row('30217', '公务招待费', { total: amount(7, 100), basic: amount(7, 200) })], 6),
      table([row('30217', '公务招待费')], 9),
    ];
    expect(checkCodes(tables, 2024).map((f) => f.cells)).toEqual([
      [
        { table: 0, row: 1, column: null, page: 7, box: [100, 10, 120, 20] },
        { table: 1, row: 0, column: null, page: 9, box: null },
      ],
    ]);
  });

  test('in the order of tables and rows', () => {
    const tables = [table([row('2080577', '甲'), row('30217', '公务招待费')]), table([row('30201', '印刷费'), row('2080577', '甲')])];
    expect(checkCodes(tables, 2024).map((f) => f.rule)).toEqual(['CODE-UNKNOWN', 'NAME-DIFFERS', 'CODE-NAME']);
  });
});

describe('laws', () => {
  const books = [functionBook(), economicBook()];
  const entries = books.flatMap((book) => book.entries);
  const entry = fc.constantFrom(...entries);
  const year = fc.option(fc.integer({ min: 2010, max: 2035 }));

  test('every code of the book under its own name passes, in every year in which it is in use', () => {
    for (const { code, name } of entries) expect(ruleOf(code, name, 2017), code).toBeNull();
  });

  test('a beginning of a name is never a warning, and is never taken for the whole of it', () => {
    fc.assert(
      fc.property(entry, fc.nat(), year, ({ code, name }, cut, when) => {
        const printed = name.slice(0, 2 + (cut % Math.max(1, name.length - 2)));
        const finding = check(code, printed, when);
        expect(finding?.severity).not.toBe('warning');
        if (finding?.rule === 'NAME-CUT') expect(finding.expected).toContain(printed);
      }),
    );
  });

  test('a warning names a code that does bear the printed name', () => {
    fc.assert(
      fc.property(entry, entry, year, (one, other, when) => {
        const finding = check(one.code, other.name, when);
        if (finding?.rule !== 'CODE-NAME') return;
        const owner = /该名称属于 (\d+)/.exec(finding.message)?.[1] ?? '';
        const owned = books.map((book) => book.entry(owner)).find((e) => e !== undefined);
        expect(owner).not.toBe(one.code);
        expect(owned?.name).toBe(other.name);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever is printed, every finding is one sentence and no error', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[235]\d{2}(\d{2}){0,2}$/), fc.option(fc.string()), year, (code, name, when) => {
        const finding = check(code, name, when);
        if (!finding) return;
        expect(finding.severity).not.toBe('error');
        expect(finding.message.endsWith('。')).toBe(true);
        expect(finding.cells).toHaveLength(1);
      }),
    );
  });
});
