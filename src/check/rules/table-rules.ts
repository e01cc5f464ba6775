import { betweenRules, type Claim } from '../../../extractors/between.js';
import { forms } from '../../../extractors/forms.js';
import { FORMS, type Form } from '../../../schemas/disclosure.js';
import { EVERY_YEAR, type Rule, type RuleWords } from './rule.js';

const PERFORMANCE_YEARS = '公开绩效自评表的年度';
const STATE_CAPITAL_YEARS = '公开国有资本经营预算表的年度';

const WORDS: readonly RuleWords[] = [
  { id: 'ROW-SUM', title: '行内合计', formula: '每一行：合计栏 = 各组成栏之和' },
  { id: 'COLUMN-SUM', title: '合计行', formula: '每一栏：合计 = 表中最上级各科目之和' },
  { id: 'CODE-SUM', title: '科目层级', formula: '每一栏：类 = 其下各款之和，款 = 其下各项之和（按表中印出的级次）' },
  { id: 'CODE-PARENT', title: '上级科目行', formula: '文中各表印有类、款各行时，每一科目的类、款行都印出' },
  { id: 'CODE-CHILD', title: '下级科目行', formula: '文中各表印有款、项各行时，每一科目的款、项行都印出' },
  { id: 'ROW-MISSING', title: '应有的行', formula: '合计、本年收支合计、年初年末结转、总计等行都印出' },
  { id: 'EDUCATION-FEES', title: '教育收费', formula: '每一行：教育收费 ≤ 事业收入' },
  { id: 'INCOME-TOTAL', title: '本年收入合计', formula: '本年收入合计 = 其上各项收入之和（“其中”各行不另计）' },
  { id: 'EXPENDITURE-TOTAL', title: '本年支出合计', formula: '本年支出合计 = 其上各类支出之和' },
  { id: 'INCOME-GRAND-TOTAL', title: '收入总计', formula: '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余' },
  { id: 'EXPENDITURE-GRAND-TOTAL', title: '支出总计', formula: '总计 = 本年支出合计 + 结余分配 + 年末结转和结余' },
  { id: 'SIDES-BALANCE', title: '收支平衡', formula: '收入总计 = 支出总计' },
  { id: 'OPENING-PARTS', title: '年初结转的构成', formula: '年初财政拨款结转和结余 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算' },
  { id: 'FISCAL-FUND-TOTAL', title: '分预算平衡', formula: '每一种预算：总计 = 本年拨款 + 年初结转和结余' },
  { id: 'BASIC-PERSONNEL', title: '人员经费', formula: '人员经费 = 301工资福利支出 + 303对个人和家庭的补助' },
  { id: 'BASIC-PUBLIC', title: '公用经费', formula: '公用经费 = 302 + 307 + 309或310 + 311或312 + 313 + 399（301、303以外的各类）' },
  { id: 'BASIC-TOTAL', title: '基本支出合计', formula: '合计 = 人员经费合计 + 公用经费合计' },
  { id: 'FUND-BALANCE', title: '基金结转', formula: '每一行：年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出' },
  { id: 'THREE-PUBLIC-TOTAL', title: '“三公”合计', formula: '合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费' },
  { id: 'THREE-PUBLIC-VEHICLES', title: '公务用车', formula: '公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费' },
  { id: 'PERFORMANCE-FUNDS', title: '绩效资金', formula: '年度资金总额 = 其下各来源资金之和', years: PERFORMANCE_YEARS },
  { id: 'PERFORMANCE-WEIGHT', title: '绩效分值', formula: '总分 = 各项分值之和', years: PERFORMANCE_YEARS },
  { id: 'PERFORMANCE-SCORE', title: '绩效得分', formula: '总得分 = 各项得分之和', years: PERFORMANCE_YEARS },
  { id: 'TABLE-01-02', title: '总表与收入表', formula: '01表本年收入合计及各来源 = 02表合计行的相应各栏' },
  { id: 'TABLE-01-03', title: '总表与支出表', formula: '01表本年支出合计 = 03表合计' },
  { id: 'TABLE-01-03-CATEGORY', title: '总表与支出表分类', formula: '01表每一类支出 = 03表该类各科目之和' },
  { id: 'TABLE-01-04', title: '总表与财政拨款总表', formula: '01表各项财政拨款收入 = 04表本年收入合计及各项拨款' },
  { id: 'TABLE-02-03', title: '收入表与支出表', formula: '年初、年末均无结转结余时：02表每一科目的收入 = 03表该科目的支出' },
  { id: 'TABLE-02-04', title: '收入表与财政拨款总表', formula: '02表财政拨款收入合计 = 04表本年收入合计' },
  {
    id: 'TABLE-03-05',
    title: '支出表与一般公共预算支出表',
    formula: '每一科目：05表 ≤ 03表；合计相等时各科目相等，某科目合计相等时其各栏相等',
  },
  { id: 'TABLE-03-07', title: '支出表与政府性基金表', formula: '每一科目：政府性基金支出 ≤ 03表；某科目合计相等时其各栏相等' },
  {
    id: 'TABLE-03-08',
    title: '支出表与国有资本经营预算表',
    formula: '每一科目：国有资本经营预算支出 ≤ 03表；某科目合计相等时其各栏相等',
    years: STATE_CAPITAL_YEARS,
  },
  {
    id: 'TABLE-04-05',
    title: '财政拨款总表与一般公共预算支出表',
    formula: '04表一般公共预算栏的合计及每一类 = 05表的合计及该类各科目之和',
  },
  { id: 'TABLE-04-07', title: '财政拨款总表与政府性基金表', formula: '04表政府性基金的拨款、年初、支出及年末 = 政府性基金表合计行' },
  {
    id: 'TABLE-04-08',
    title: '财政拨款总表与国有资本经营预算表',
    formula: '04表国有资本经营预算的拨款、年初、支出及年末 = 国有资本经营预算表合计行',
    years: STATE_CAPITAL_YEARS,
  },
  { id: 'TABLE-05-06', title: '一般公共预算支出表与基本支出表', formula: '05表基本支出合计 = 06表人员经费合计 + 公用经费合计' },
  { id: 'TABLE-05-09', title: '“三公”不超支出', formula: '“三公”经费决算数合计 ≤ 05表本年支出合计' },
  {
    id: 'TABLE-06-09',
    title: '基本支出中的“三公”',
    formula: '06表30212、30215、30216、30217、30231、31013 ≤ “三公”经费表相应各项的决算数',
  },
  {
    id: 'UNIT-PLAUSIBLE',
    title: '金额单位',
    formula: '各表按所印单位折算为元后应能相互勾稽；按另一单位方能勾稽的，单位有误',
    forms: accountForms(),
  },
];

/** What must agree in the tables, with the forms that declare it. */
export const tableRules: readonly Rule[] = WORDS.map((words) => ({ forms: formsOf(words.id), years: EVERY_YEAR, ...words }));

function formsOf(id: string): Form[] {
  const within = forms.filter((form) => form.identities.some((identity) => identity.rule === id)).map((form) => form.id);
  const between = betweenRules.filter((rule) => rule.id === id).flatMap((rule) => rule.claims.flatMap(formsIn));
  const named = new Set([...within, ...between]);
  return FORMS.filter((form) => named.has(form));
}

function formsIn(claim: Claim): Form[] {
  switch (claim.over) {
    case 'figures':
      return [...claim.left, ...claim.right.flat()].map((source) => source.form);
    case 'categories':
      return [claim.summary.form, claim.detail.form];
    case 'part':
      return [...claim.part, ...claim.whole].map((source) => source.form);
    case 'contained-codes':
      return [claim.part, claim.whole];
    case 'codes-without-balances':
      return [claim.summary, claim.left.form, claim.right.form];
  }
}

/** All forms but the 绩效 ones. */
function accountForms(): Form[] {
  return forms.filter((form) => form.money === null).map((form) => form.id);
}
