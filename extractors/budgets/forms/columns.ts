/** Header words that many forms of budgets share. Years are relative: `上年预算数` is the older of two years, the newer bears no word. */
import type { Columns } from '../../form.js';

/** Heads that no key names: adjusted amounts beside the plain ones, and parts that only some provinces print. */
export const UNNAMED: readonly string[] = ['扣除', '政府采购项目', '其他专户收入拨款', '列入部门预算'];

/** What a total is called, below any head. */
const TOTALS: readonly string[] = ['合计', '总计', '小计'];

/** The same patterns below any of these heads. */
export const under = (heads: readonly string[], patterns: readonly string[]): string[] =>
  joined(heads).flatMap((head) => joined(patterns).map((pattern) => `${head}/${pattern}`));

/** Words of one part as one pattern that allows them all. */
function joined(patterns: readonly string[]): string[] {
  const words = patterns.filter((pattern) => !pattern.includes('/'));
  return [...(words.length > 0 ? [words.join('|')] : []), ...patterns.filter((pattern) => pattern.includes('/'))];
}

/** What heads a block of expenditure: the budget it is paid from, or the year's budget. */
const BLOCKS: readonly string[] = [
  '预算数',
  '本年预算数',
  '支出预算',
  '一般公共预算支出',
  '政府性基金预算支出',
  '国有资本经营预算支出',
  '本年一般公共预算支出',
  '本年政府性基金预算支出',
  '本年国有资本经营预算支出',
];

/** What heads the columns of a table of basic expenditure: its 小计 is the total. */
const BASIC_BLOCKS: readonly string[] = [
  '基本支出',
  '基本支出预算',
  '一般公共预算基本支出',
  '本年一般公共预算基本支出',
  '财政拨款基本支出',
  '本年财政拨款基本支出',
];

const PERSONNEL: readonly string[] = ['人员经费', '人员支出', '人员经费支出', '人员经费/小计', '人员类'];
const PUBLIC: readonly string[] = ['公用经费', '日常公用支出', '公用支出', '日常公用经费', '公用经费支出'];
const PROJECT: readonly string[] = ['项目支出', '项目支出/小计', '项目支出/项目支出总数', '专项业务经费支出'];

/** Expenditure by kind. */
const expenditureColumns: Columns = {
  total: [...TOTALS, '支出总计', '支出合计', '本年支出合计', '预算数', '预算', '本年预算数', ...under(BLOCKS, TOTALS)],
  basic: ['基本支出', '基本支出/小计', '基本支出/合计'],
  personnel: PERSONNEL,
  public: PUBLIC,
  project: PROJECT,
  business: ['事业单位经营支出', '经营支出'],
  superior: ['上缴上级支出'],
  affiliates: ['对附属单位补助支出', '对下级单位补助支出'],
  closing: ['结转下年', '结转下年支出'],
};

/** Basic expenditure by kind. */
const basicColumns: Columns = {
  total: [...TOTALS, '预算数', '预算', '支出总计', '机关运行经费支出', ...under([...BLOCKS, ...BASIC_BLOCKS], TOTALS)],
  personnel: PERSONNEL,
  public: PUBLIC,
};

/** What heads the columns of last year. */
const LAST_YEAR: readonly string[] = ['上年预算数', '上年执行数', '上年预计执行数', '上年预算', '上年年初预算数', '上年年初预算', '上年'];

/** What heads what was carried over from it. */
const CARRIED: readonly string[] = [
  '上年结转',
  '上年结转结余',
  '上年结余结转',
  '上年结转和结余',
  '上年结转结余资金',
  '上年结转和结余资金',
  '财政拨款结转',
  '财政拨款结转结余',
];

/** The same columns below other heads, each key with a prefix. */
const prefixed = (prefix: string, heads: readonly string[], columns: Columns, keys: readonly string[]): Columns =>
  Object.fromEntries(keys.map((key) => [`${prefix}.${key}`, under(heads, columns[key] ?? [])]));

const BASIC_KINDS: readonly string[] = ['personnel', 'public'];

const KINDS: readonly string[] = ['basic', 'personnel', 'public', 'project', 'business', 'superior', 'affiliates'];

/** Expenditure by kind, where this year's stands beside what was carried over from the last. */
const carriedExpenditure: Columns = {
  current: under(['当年预算', '本年预算'], TOTALS),
  carryover: [...CARRIED, ...under(CARRIED, TOTALS)],
  ...prefixed('carryover', CARRIED, expenditureColumns, KINDS),
};

/** Basic expenditure by kind, in every arrangement. */
export const allBasic: Columns = {
  ...basicColumns,
  current: under(['当年预算', '本年预算'], TOTALS),
  carryover: [...CARRIED, ...under(CARRIED, TOTALS)],
  ...prefixed('carryover', CARRIED, basicColumns, BASIC_KINDS),
};

/** Expenditure by kind beside last year's and the change. */
const comparedExpenditure: Columns = {
  'last-year.total': [...LAST_YEAR, '上年执行数/执行数', '上年预算数/预算数', ...under(LAST_YEAR, TOTALS)],
  ...prefixed('last-year', LAST_YEAR, expenditureColumns, KINDS),
  change: ['增减额', '增减金额', '增减变化金额', '增减变化', '增减数'],
  'change-rate': ['增减率', '增减', '增减比例', '增减幅度', '增长率'],
};

/** Expenditure by kind, in every arrangement. */
export const allExpenditure: Columns = { ...expenditureColumns, ...carriedExpenditure, ...comparedExpenditure };

const withSums = (words: readonly string[]): string[] => [...words, ...under(words, [...TOTALS, '金额'])];

/** Where the money comes from. */
const SOURCES: Columns = {
  'general-public': withSums(
    ['', '拨款', '拨款收入', '收入', '资金', '财政拨款', '财政拨款收入']
      .map((end) => `一般公共预算${end}`)
      .concat('公共预算拨款', '经费拨款'),
  ),
  'government-fund': withSums(
    ['', '拨款', '拨款收入', '收入', '资金', '财政拨款'].flatMap((end) => [`政府性基金预算${end}`, `政府性基金${end}`]),
  ),
  'state-capital': withSums(['', '拨款', '拨款收入', '收入', '资金', '财政拨款'].map((end) => `国有资本经营预算${end}`)),
  'special-account': withSums([
    '财政专户管理资金',
    '财政专户管理资金收入',
    '财政专户管理事业收入',
    '财政专户拨款',
    '财政专户拨款收入',
    '财政专户资金',
    '专户资金',
  ]),
  operations: withSums(['事业收入', '事业收入资金', '事业收入不含教育收费']),
  business: withSums(['事业单位经营收入', '经营收入', '事业单位经营收入资金', '事业单位经营服务收入']),
  superior: withSums(['上级补助收入', '上级补助收入资金']),
  affiliates: withSums(['附属单位上缴收入', '附属单位上缴收入资金', '对附属单位上缴收入']),
  other: withSums(['其他收入', '其他收入资金', '其它收入']),
  'own-funds': withSums(['单位资金', '单位资金收入', '其他资金', '其他资金收入', '自有资金']),
};

/** The same as what was carried over is headed: 单位资金结转结余. */
const CARRIED_SOURCES: Columns = Object.fromEntries(
  Object.entries(SOURCES).map(([key, words]) => [key, [...words, ...words.map((word) => `${word}结转结余`)]]),
);

const THIS_YEAR: readonly string[] = ['本年收入', '当年收入', '编制预算', '当年预算', '本年预算'];

/** Money by its sources. */
export const sourceColumns: Columns = {
  total: [...TOTALS, '收入总计', '收入合计', '预算总额', '资金总额', '收入预算/合计'],
  current: [...under(THIS_YEAR, TOTALS), '本年收入合计'],
  fiscal: [...withSums(['财政拨款', '财政拨款收入', '财政拨款资金', '本级财政拨款', '本年财政拨款'])],
  ...SOURCES,
  carryover: withSums(CARRIED),
  ...prefixed('carryover', CARRIED, CARRIED_SOURCES, Object.keys(SOURCES)),
  'balance-used': ['使用非财政拨款结余', '使用非财政拨款结余和专用结余', '用事业基金弥补收支差额', '使用非财政拨款结余资金'],
  'account-balance': ['上年实户资金余额', '实户资金余额'],
  'education-fees': ['教育收费'],
};
