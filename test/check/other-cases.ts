/** For each rule that is not about sums: what is right, and what breaks it. */

import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { DisclosureRow, DisclosureTable } from '../../schemas/disclosure.js';
import { checkCodes } from '../../src/check/codes/codes.js';
import { checkPresence } from '../../src/check/identity/presence.js';
import { tablesToSheets } from '../../src/check/table/sheet.js';
import { partsOfOwnCode } from '../../src/model/own-code.js';
import type { ReadingRule } from '../../src/model/reading-rules.js';
import { normalizeTable } from '../../src/normalize/table.js';
import { table as printedTable } from '../extract/builders.js';
import { printed } from '../normalize/builders.js';
import { table } from './builders.js';
import { account, check, sheet } from './prose/builders.js';

/** The rules that are remarked on. */
export interface Case {
  readonly holds: () => readonly string[];
  readonly breaks: () => readonly string[];
}

type Found = readonly { readonly rule: string | ReadingRule }[];

const idOf = ({ rule }: Found[number]) => (typeof rule === 'string' ? rule : rule.id);

const both = <Input>(find: (input: Input) => Found, right: Input, wrong: Input): Case => ({
  holds: () => find(right).map(idOf),
  breaks: () => find(wrong).map(idOf),
});

const gap = (right: string, wrong: string) =>
  both((lines: string) => checkPresence(tablesToSheets([table('expenditure', 'total basic', lines)], finalAccounts)), right, wrong);

export const gapCases: Readonly<Record<string, Case>> = {
  'CODE-PARENT': gap(
    '合计 9.00 9.00\n208 类 5.00 5.00\n2080501 项 5.00 5.00\n213 类 4.00 4.00\n2130101 项 4.00 4.00',
    '合计 9.00 9.00\n208 类 5.00 5.00\n2080501 项 5.00 5.00\n2130101 项 4.00 4.00',
  ),
  'CODE-CHILD': both(
    (lines: string) =>
      checkPresence(
        tablesToSheets(
          [
            table('expenditure', 'total basic', '合计 5.00 5.00\n208 类 5.00 5.00\n2080501 项 5.00 5.00'),
            table('general-public-expenditure', 'total basic', lines),
          ],
          finalAccounts,
        ),
      ),
    '合计 5.00 5.00\n208 类 5.00 5.00\n2080501 项 5.00 5.00',
    '合计 5.00 5.00\n208 类 5.00 5.00',
  ),
  'ROW-MISSING': gap('合计 5.00 5.00\n2080501 项 5.00 5.00', '2080501 项 5.00 5.00'),
};

const row = (code: string, name: string): DisclosureRow => ({
  kind: 'item',
  code,
  level: null,
  name,
  line: null,
  panel: null,
  concept: `function/${code}`,
  cells: {},
});
const code = (right: readonly [string, string], wrong: readonly [string, string]) =>
  both(
    ([digits, name]: readonly [string, string]) => checkCodes([{ ...table('expenditure', 'total', ''), rows: [row(digits, name)] }], 2024),
    right,
    wrong,
  );

/** As tables are normalized: what bears the code of the row above as a part of it is no second row of its concept. */
const withoutConcepts = (each: DisclosureTable): DisclosureTable => {
  const parts = partsOfOwnCode(each.rows);
  return { ...each, rows: each.rows.map((own, i) => (parts.has(i) ? { ...own, concept: null } : own)) };
};

const PENSIONS = ['2080505', '机关事业单位基本养老保险缴费支出'] as const;

export const codeCases: Readonly<Record<string, Case>> = {
  'CODE-UNKNOWN': code(PENSIONS, ['2080577', '机关事业单位基本养老保险缴费支出']),
  'CODE-NAME': code(PENSIONS, ['2080505', '机关事业单位职业年金缴费支出']),
  'NAME-STALE': code(['20805', '行政事业单位养老支出'], ['20805', '行政事业单位离退休']),
  'NAME-CUT': code(PENSIONS, ['2080505', '机关事业单位基本养老']),
  'NAME-DIFFERS': code(PENSIONS, ['2080505', '养老保险']),
  'CODE-REPEATED': both(
    (parts: string) =>
      checkCodes(
        [withoutConcepts(table('general-public-basic-expenditure', 'total', `30101 基本工资 5.00\n30102 津贴补贴 3.00\n${parts}`))],
        2024,
      ).filter(({ rule }) => rule !== 'NAME-DIFFERS'),
    '30103 奖金 2.00\n30107 绩效工资 1.00',
    '30102 规范性津补贴 2.00\n30102 其他津补贴 1.00',
  ),
};

/** A chapter with its heading. */
const chapter = (heading: string, right: string, wrong: string, tables = account()) =>
  both((text: string) => check([heading, text], tables), right, wrong);

const OVERALL = '一、收入支出决算总体情况说明';
const BLANK = (statement: string | null) => [
  ...account(),
  sheet('government-fund', ['total'], [['total', '合计', {}]], { empty: { statement } }),
];
const FUND = (total: string) => [sheet('government-fund', ['total'], [['total', '合计', { total }]])];
const PROJECT = sheet('project-performance', ['score'], [['total', '总分', { score: '90.5' }]], { fields: { 项目名称: '信息化运行维护' } });

export const proseCases: Readonly<Record<string, Case>> = {
  'PROSE-AMOUNT': chapter(OVERALL, '2024年度收入总计1000.00万元。', '2024年度收入总计1100.00万元。'),
  'PROSE-TWO-AMOUNTS': chapter(
    '十三、预算绩效情况说明',
    '1.信息化运行维护项目（100.00万元），2024年预算安排100.00万元。',
    '1.信息化运行维护项目（100.00万元），2024年预算安排98.00万元。',
  ),
  'PROSE-UNIT': chapter(OVERALL, '2024年度收入总计1000.00万元。', '2024年度收入总计1000.00元。'),
  'PROSE-SHARE': chapter(OVERALL, '甲支出8.00万元，其中：乙支出2.00万元，占25.00%。', '甲支出8.00万元，其中：乙支出2.00万元，占35.00%。'),
  'PROSE-CHANGE': chapter(
    OVERALL,
    '甲支出12.00万元，比上年增加2.00万元，增长20.00%。',
    '甲支出12.00万元，比上年增加2.00万元，增长30.00%。',
  ),
  'PROSE-DIRECTION': chapter(
    OVERALL,
    '甲支出12.00万元，比上年增加2.00万元，增长20.00%。',
    '甲支出12.00万元，比上年增加2.00万元，下降20.00%。',
  ),
  'PROSE-COMPLETION': chapter(
    '五、一般公共预算财政拨款支出决算情况说明',
    '甲支出年初预算为10.00万元，支出决算为9.00万元，完成年初预算的90.00%。',
    '甲支出年初预算为10.00万元，支出决算为9.00万元，完成年初预算的80.00%。',
  ),
  'PROSE-SUM': chapter(
    '十一、政府采购支出情况说明',
    '政府采购支出总额6.00万元，其中：政府采购货物支出3.00万元、政府采购工程支出2.00万元、政府采购服务支出1.00万元。',
    '政府采购支出总额8.00万元，其中：政府采购货物支出3.00万元、政府采购工程支出2.00万元、政府采购服务支出1.00万元。',
  ),
  'PROSE-SCORE': chapter('十三、预算绩效情况说明', '信息化运行维护项目自评得分为90.5分。', '信息化运行维护项目自评得分为88.5分。', [
    PROJECT,
  ]),
  'PROSE-VISITS': chapter(
    '九、财政拨款“三公”经费支出决算情况说明',
    '2024年共接待国内来访团组17个、来宾119人次。',
    '2024年共接待国内来访团组170个、来宾119人次。',
  ),
  'PROSE-RUNNING-COSTS': chapter('十、机关运行经费支出情况说明', '机关运行经费支出50.00万元。', '机关运行经费支出60.00万元。'),
  'PROSE-ITEMS': chapter(
    '六、一般公共预算财政拨款基本支出决算情况说明',
    '人员经费550.00万元，主要包括：基本工资。',
    '人员经费550.00万元，主要包括：基本工资、津贴补贴。',
  ),
  'PROSE-EMPTY': both(
    (total: string) =>
      check(['七、政府性基金预算财政拨款支出决算情况说明', '本部门2024年度没有使用政府性基金预算财政拨款安排的支出。'], FUND(total)),
    '0.00',
    '12.00',
  ),
  'EMPTY-UNDECLARED': both((statement: string | null) => check([], BLANK(statement)), '本表无数据。', null),
  'PROSE-NAME': chapter(OVERALL, '某市某区水利局2024年度收入总计1000.00万元。', '甲市公园管理局2024年度收入总计1000.00万元。'),
  'TABLE-NAME': both(
    (department: string) =>
      check([], [...account(), sheet('state-capital', ['total'], [['total', '合计', { total: '0.00' }]], { department })]),
    '某市某区水利局',
    '甲市公园管理局',
  ),
  'PROSE-YEAR': chapter(OVERALL, '2024年度收入总计1000.00万元。', '2023年度收入总计1000.00万元。'),
  'TABLE-YEAR': both(
    (title: string) => check([], [...account(), sheet('state-capital', ['total'], [['total', '合计', { total: '0.00' }]], { title })]),
    '2024年度国有资本经营预算财政拨款支出决算表',
    '2023年度国有资本经营预算财政拨款支出决算表',
  ),
  'CONTENTS-MISSING': both((entry: string) => checkContents(entry), '一、收入支出决算总表', '六、政府性基金预算财政拨款收入支出决算表'),
  'TEMPLATE-LEFTOVER': chapter(OVERALL, '水利局2024年度收入总计1000.00万元。', 'XX局2024年度收入总计1000.00万元。'),
  'BODY-WORD': both((text: string) => check([OVERALL, text], account(), { kind: '单位决算' }), '本单位没有出国。', '本部门没有出国。'),
  'PUNCTUATION-DOUBLED': chapter(OVERALL, '水利局2024年度收入总计1000.00万元。', '水利局2024年度收入总计1000.00万元。。'),
};

function checkContents(entry: string): Found {
  return check(['目录', '第一部分概况', '第二部分决算表', entry, '第一部分概况', '职责。', '第二部分决算表']);
}

const HEAD = '科目编码 | 科目名称 | 合计 | 基本支出';
const drawn = (right: string, wrong: string) =>
  both((sketch: string) => printedTable('支出决算表', sketch).remarks, `${HEAD}${right}`, `${HEAD}${wrong}`);

/** A row of 支出决算表 as stage 3 hands it over. */
const read = (right: Parameters<typeof printed>[1], wrong: Parameters<typeof printed>[1]) =>
  both((sketch: Parameters<typeof printed>[1]) => normalizeTable(printed('expenditure', sketch), finalAccounts).remarks, right, wrong);

const cells = { total: '1.00' };

export const readingCases: Readonly<Record<string, Case>> = {
  'CELL-UNREADABLE': read({ rows: [{ code: '208', cells }] }, { rows: [{ code: '208', cells, illegible: 'total' }] }),
  'NUMBER-MALFORMED': read({ rows: [{ code: '208', cells }] }, { rows: [{ code: '208', cells: { total: '1.0.0' } }] }),
  'UNIT-UNKNOWN': read({ rows: [{ code: '208', cells }] }, { unit: null, rows: [{ code: '208', cells }] }),
  'CODE-SHAPE': read({ rows: [{ code: '208', cells }] }, { rows: [{ code: '20', cells }] }),
  'CODE-INHERITED': read(
    { rows: [{ code: ['208', '05', '05'], cells }] },
    {
      rows: [
        { code: ['208', '05', '05'], cells },
        { code: ['', '', '06'], cells },
      ],
    },
  ),
  'COLUMN-UNKNOWN': drawn('\n208 | 甲 | 1.00 | 1.00', ' | 比上年增减\n208 | 甲 | 1.00 | 1.00 | 5.00'),
  'COLUMN-DUPLICATE': drawn('\n208 | 甲 | 1.00 | 1.00', ' | 本年支出合计\n208 | 甲 | 1.00 | 1.00 | 7.00'),
};
