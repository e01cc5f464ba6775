import { rule } from '../rule.js';
import {
  CODE_CHILD,
  CODE_PARENT,
  CODE_SUM,
  COLUMN_SUM,
  GRAND_TOTAL,
  ROW_MISSING,
  ROW_SUM,
  SIDES_BALANCE,
  THREE_PUBLIC_TOTAL,
  THREE_PUBLIC_VEHICLES,
  UNIT_PLAUSIBLE,
} from '../shared/rules.js';

const PERFORMANCE_YEARS = '公开绩效自评表的年度';
const STATE_CAPITAL_YEARS = '公开国有资本经营预算表的年度';

export const EDUCATION_FEES = rule({ id: 'EDUCATION-FEES', title: '教育收费', formula: '每一行：教育收费 ≤ 事业收入' });
export const INCOME_TOTAL = rule({
  id: 'INCOME-TOTAL',
  title: '本年收入合计',
  formula: '本年收入合计 = 其上各项收入之和（“其中”各行不另计）',
});
export const EXPENDITURE_TOTAL = rule({ id: 'EXPENDITURE-TOTAL', title: '本年支出合计', formula: '本年支出合计 = 其上各类支出之和' });
export const INCOME_GRAND_TOTAL = rule({
  id: 'INCOME-GRAND-TOTAL',
  title: '收入总计',
  formula: '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
});
export const EXPENDITURE_GRAND_TOTAL = rule({
  id: 'EXPENDITURE-GRAND-TOTAL',
  title: '支出总计',
  formula: '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
});
export const OPENING_PARTS = rule({
  id: 'OPENING-PARTS',
  title: '年初结转的构成',
  formula: '年初财政拨款结转和结余 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
});
export const FISCAL_FUND_TOTAL = rule({
  id: 'FISCAL-FUND-TOTAL',
  title: '分预算平衡',
  formula: '每一种预算：总计 = 本年拨款 + 年初结转和结余',
});
export const BASIC_PERSONNEL = rule({
  id: 'BASIC-PERSONNEL',
  title: '人员经费',
  formula: '人员经费 = 301工资福利支出 + 303对个人和家庭的补助',
});
export const BASIC_PUBLIC = rule({
  id: 'BASIC-PUBLIC',
  title: '公用经费',
  formula: '公用经费 = 302 + 307 + 309或310 + 311或312 + 313 + 399（301、303以外的各类）',
});
export const BASIC_TOTAL = rule({ id: 'BASIC-TOTAL', title: '基本支出合计', formula: '合计 = 人员经费合计 + 公用经费合计' });
export const FUND_BALANCE = rule({
  id: 'FUND-BALANCE',
  title: '基金结转',
  formula: '每一行：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出',
});
export const PERFORMANCE_FUNDS = rule({
  id: 'PERFORMANCE-FUNDS',
  title: '绩效资金',
  formula: '年度资金总额 = 其下各来源资金之和',
  years: PERFORMANCE_YEARS,
});
export const PERFORMANCE_RATE = rule({
  id: 'PERFORMANCE-RATE',
  title: '预算执行率',
  formula: '执行率 = 全年执行数 ÷ 全年预算数（按年初预算数计算相符的不计）',
  years: PERFORMANCE_YEARS,
});
export const PERFORMANCE_POINTS = rule({
  id: 'PERFORMANCE-POINTS',
  title: '执行率得分',
  formula: '得分 = 分值 × 执行率（仅作说明：评分办法可以另定）',
  years: PERFORMANCE_YEARS,
});
export const PERFORMANCE_WEIGHT = rule({
  id: 'PERFORMANCE-WEIGHT',
  title: '绩效分值',
  formula: '总分 = 各项分值之和',
  years: PERFORMANCE_YEARS,
});
export const PERFORMANCE_SCORE = rule({
  id: 'PERFORMANCE-SCORE',
  title: '绩效得分',
  formula: '总得分 = 各项得分之和',
  years: PERFORMANCE_YEARS,
});
export const TABLE_01_02 = rule({ id: 'TABLE-01-02', title: '总表与收入表', formula: '01表本年收入合计及各来源 = 02表合计行的相应各栏' });
export const TABLE_01_03 = rule({ id: 'TABLE-01-03', title: '总表与支出表', formula: '01表本年支出合计 = 03表合计' });
export const TABLE_01_03_CATEGORY = rule({
  id: 'TABLE-01-03-CATEGORY',
  title: '总表与支出表分类',
  formula: '01表每一类支出 = 03表该类各科目之和',
});
export const TABLE_01_04 = rule({
  id: 'TABLE-01-04',
  title: '总表与财政拨款总表',
  formula: '01表各项财政拨款收入 = 04表本年收入合计及各项拨款',
});
export const TABLE_02_03 = rule({
  id: 'TABLE-02-03',
  title: '收入表与支出表',
  formula: '年初、年末均无结转结余时：02表每一科目的收入 = 03表该科目的支出',
});
export const TABLE_02_04 = rule({ id: 'TABLE-02-04', title: '收入表与财政拨款总表', formula: '02表财政拨款收入合计 = 04表本年收入合计' });
export const TABLE_03_05 = rule({
  id: 'TABLE-03-05',
  title: '支出表与一般公共预算支出表',
  formula: '每一科目：05表 ≤ 03表；合计相等时各科目相等，某科目合计相等时其各栏相等',
});
export const TABLE_03_07 = rule({
  id: 'TABLE-03-07',
  title: '支出表与政府性基金表',
  formula: '每一科目：政府性基金支出 ≤ 03表；某科目合计相等时其各栏相等',
});
export const TABLE_03_08 = rule({
  id: 'TABLE-03-08',
  title: '支出表与国有资本经营预算表',
  formula: '每一科目：国有资本经营预算支出 ≤ 03表；某科目合计相等时其各栏相等',
  years: STATE_CAPITAL_YEARS,
});
export const TABLE_04_05 = rule({
  id: 'TABLE-04-05',
  title: '财政拨款总表与一般公共预算支出表',
  formula: '04表一般公共预算栏的合计及每一类 = 05表的合计及该类各科目之和',
});
export const TABLE_04_07 = rule({
  id: 'TABLE-04-07',
  title: '财政拨款总表与政府性基金表',
  formula: '04表政府性基金的拨款、年初、支出及年末 = 政府性基金表合计行',
});
export const TABLE_04_08 = rule({
  id: 'TABLE-04-08',
  title: '财政拨款总表与国有资本经营预算表',
  formula: '04表国有资本经营预算的拨款、年初、支出及年末 = 国有资本经营预算表合计行',
  years: STATE_CAPITAL_YEARS,
});
export const TABLE_05_06 = rule({
  id: 'TABLE-05-06',
  title: '一般公共预算支出表与基本支出表',
  formula: '05表基本支出合计 = 06表人员经费合计 + 公用经费合计',
});
export const TABLE_05_09 = rule({ id: 'TABLE-05-09', title: '“三公”不超支出', formula: '“三公”经费决算数合计 ≤ 05表本年支出合计' });
export const TABLE_06_09 = rule({
  id: 'TABLE-06-09',
  title: '基本支出中的“三公”',
  formula: '06表30212、30215、30216、30217、30231、31013 ≤ “三公”经费表相应各项的决算数',
});

/** What must agree in and between the tables of final accounts, in the order people read it. */
export const tableRules = [
  ROW_SUM,
  COLUMN_SUM,
  CODE_SUM,
  CODE_PARENT,
  CODE_CHILD,
  ROW_MISSING,
  EDUCATION_FEES,
  INCOME_TOTAL,
  EXPENDITURE_TOTAL,
  INCOME_GRAND_TOTAL,
  EXPENDITURE_GRAND_TOTAL,
  SIDES_BALANCE,
  OPENING_PARTS,
  FISCAL_FUND_TOTAL,
  BASIC_PERSONNEL,
  BASIC_PUBLIC,
  BASIC_TOTAL,
  FUND_BALANCE,
  THREE_PUBLIC_TOTAL,
  THREE_PUBLIC_VEHICLES,
  GRAND_TOTAL,
  PERFORMANCE_FUNDS,
  PERFORMANCE_RATE,
  PERFORMANCE_POINTS,
  PERFORMANCE_WEIGHT,
  PERFORMANCE_SCORE,
  TABLE_01_02,
  TABLE_01_03,
  TABLE_01_03_CATEGORY,
  TABLE_01_04,
  TABLE_02_03,
  TABLE_02_04,
  TABLE_03_05,
  TABLE_03_07,
  TABLE_03_08,
  TABLE_04_05,
  TABLE_04_07,
  TABLE_04_08,
  TABLE_05_06,
  TABLE_05_09,
  TABLE_06_09,
  UNIT_PLAUSIBLE,
] as const;
