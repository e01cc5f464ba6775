/**
 * The final account of the year whose budget is `shiliang-sports-2024-budget`. What it says the budget was differs from that budget in two
 * places: the “三公” table has 6.80 for running the cars where the budget has 5.80, and with it the sums over that and their restatement in the
 * prose; and the prose has 701.17 for 一般公共预算 where the budget has 710.17. All else agrees.
 */
import {
  type Account,
  consistent,
  economicLines,
  flowLines,
  type ThreePublic,
  threePublic,
  threePublicTotal,
  vehicles,
} from '../accounts/account.js';
import { type Amount, amount, decimal } from '../accounts/amount.js';
import { FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import { paidFrom, planned, sumFlows } from '../accounts/budget.js';
import { StandardFace } from '../drawing/face.js';
import type { Injected } from '../expected.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { numbered } from '../forms/summary.js';
import { sixAndSix } from '../forms/three-public.js';
import { budgetAndFinalTexts } from '../forms/three-public-texts.js';
import { type Sample, sampleOf } from './sample.js';
import { shiliangBudget, shiliangManner } from './shiliang-sports-2024-budget.js';

/** What the account says the budget was for running the cars, and for 一般公共预算. */
const CLAIMED = { operation: '6.80', general: '701.17' };

const account: Account = consistent({
  department: shiliangBudget.department,
  year: shiliangBudget.year,
  flows: flowLines(`
    2050803 培训支出                           general   3.86   3.86   0.00
    2070301 行政运行                           general 379.24 379.24   0.00
    2070305 体育竞赛                           general  96.00   0.00  93.40
    2070308 群众体育                           general 143.50   0.00 141.72
    2070308 群众体育                           other    12.00   0.00  11.35
    2080501 行政单位离退休                     general  10.44  10.44   0.00
    2080505 机关事业单位基本养老保险缴费支出   general  38.62  38.62   0.00
    2101101 行政单位医疗                       general  17.15  17.15   0.00
    2210201 住房公积金                         general  29.43  29.43   0.00
    2296003 用于体育事业的彩票公益金支出       fund    220.00   0.00 208.66`),
  economic: economicLines(`
    30101 基本工资                      161.90
    30102 津贴补贴                       88.20
    30103 奖金                           50.42
    30108 机关事业单位基本养老保险缴费   38.62
    30109 职业年金缴费                   20.10
    30110 职工基本医疗保险缴费           17.15
    30113 住房公积金                     29.43
    30302 退休费                          9.84
    30305 生活补助                        4.96
    30201 办公费                          9.74
    30202 印刷费                          1.42
    30206 电费                            4.31
    30207 邮电费                          2.06
    30211 差旅费                          8.17
    30213 维修（护）费                    3.20
    30216 培训费                          2.38
    30217 公务接待费                      0.94
    30228 工会经费                        5.29
    30229 福利费                          3.57
    30231 公务用车运行维护费              5.46
    30239 其他交通费用                    5.82
    30299 其他商品和服务支出              2.54
    31002 办公设备购置                    3.22`),
  threePublic: {
    budget: { ...shiliangBudget.threePublic.budget, operation: amount(CLAIMED.operation) },
    final: threePublic('0', '0', '5.46', '0.94'),
  },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('901.84'), fiscal: amount('893.20') },
});

const print = { separators: false, zero: '' };

const style: FormStyle = {
  number: (ordinal) => `公开0${ordinal}表`,
  departmentLabel: '部门：',
  unit: '万元',
  unitLabel: '金额单位：',
  byCode: {
    code: 'whole',
    codePath: ['项目', '功能分类科目编码'],
    namePath: ['项目', '科目名称'],
    nameWidth: 2,
    levels: 'all',
    total: 'first',
    ordinals: '栏次',
    print,
  },
  bySide: { classes: numbered(FUNCTION_CLASSES), item: '项目', line: '行次', ordinals: '栏次', amount: '金额', print },
  surplusUsed: '使用非财政拨款结余',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

export function shiliangSportsFinal(): Sample {
  const forms = new FormSet(account, style);
  const panels = [
    { heading: '人员经费', codes: PERSONNEL_BOOK },
    { heading: '公用经费', codes: PUBLIC_BOOK },
  ];
  const items = sixAndSix(budgetAndFinalTexts(account.threePublic, print));
  const sheets = [
    forms.summary(1),
    forms.income(2),
    forms.expenditure(3),
    forms.appropriation(4),
    forms.generalPublic(5),
    forms.basicPanels(6, '一般公共预算财政拨款基本支出决算表', panels, ['科目编码', '科目名称', '决算数']),
    forms.fund(7),
    forms.capital(8, { statement: '说明：本部门本年度没有国有资本经营预算财政拨款支出，故本表无数据。' }),
    forms.threePublic(9, '财政拨款“三公”经费支出决算表', items, '本表反映部门本年度“三公”经费支出预决算情况。'),
  ];
  const sample = sampleOf({
    stem: 'shiliang-sports-2024-final',
    account,
    kind: '部门决算',
    unit: style.unit,
    face: new StandardFace(),
    manner: shiliangManner,
    cover: ['2024年度', account.department, '部门决算'],
    date: '2025年9月',
    duties: ['负责全民健身工作。', '负责青少年体育训练和竞赛。', '管理体育设施和彩票公益金。'],
    initial: amount(CLAIMED.general),
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  });
  return { ...sample, expected: { ...sample.expected, injected: injected() } };
}

function injected(): Injected[] {
  const stem = 'shiliang-sports-2024-budget';
  const { threePublic: items, flows } = shiliangBudget;
  const claimed = account.threePublic.budget;
  const measures: [what: string, key: string, of: (some: ThreePublic) => Amount][] = [
    ['公务用车运行维护费', 'vehicle-operation', ({ operation }) => operation],
    ['公务用车购置及运行维护费', 'vehicles', vehicles],
    ['“三公”经费', 'total', threePublicTotal],
  ];
  return [
    ...measures.map(([what, key, of]) => ({
      what: `${what}年初预算数`,
      here: { place: `three-public budget.${key}`, value: decimal(of(claimed)) },
      other: { stem, place: `budget-three-public ${key}`, value: decimal(of(items.budget)) },
    })),
    {
      what: '一般公共预算财政拨款支出年初预算数',
      here: { place: '五、一般公共预算财政拨款支出决算情况说明', value: CLAIMED.general },
      other: { stem, place: 'budget-general-public-expenditure total', value: decimal(sumFlows(paidFrom(flows, 'general'), planned)) },
    },
  ];
}
