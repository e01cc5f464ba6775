/**
 * A budget in the manner of Shandong, in a font that is not embedded: 类, 款 and 项 in columns of their own, each on a row of its own that shows
 * no digits of its parents; blank rows at the end; both economic classifications side by side; 会议费 and 培训费 behind the “三公”. The final account
 * of the same year is `shiliang-sports-2024-final`.
 */
import { economicLines, threePublic } from '../accounts/account.js';
import { amount, decimal } from '../accounts/amount.js';
import { type Budget, budgetFlowLines, consistentBudget, projectLines, purchaseLines } from '../accounts/budget.js';
import type { BookManner } from '../drawing/book.js';
import { StandardFace } from '../drawing/face.js';
import { sourceColumns } from '../forms/budget/columns.js';
import { BudgetForms, type BudgetStyle } from '../forms/budget/set.js';
import { budgetSample } from './budget-sample.js';
import type { Sample } from './sample.js';

export const shiliangBudget: Budget = consistentBudget({
  department: '石粱市体育局',
  year: 2024,
  units: [{ code: '403001', name: '石粱市体育局' }],
  flows: budgetFlowLines(`
    403001 2050803 培训支出 general 0 4.20 0 4.00
    403001 2070301 行政运行 general 318.46 52.37 0 361.80
    403001 2070305 体育竞赛 general 0 0 96.00 88.00
    403001 2070308 群众体育 general 0 0 143.50 120.00
    403001 2070308 群众体育 other 0 0 12.00 0
    403001 2080501 行政单位离退休 general 9.84 0.60 0 10.20
    403001 2080505 机关事业单位基本养老保险缴费支出 general 38.62 0 0 37.40
    403001 2101101 行政单位医疗 general 17.15 0 0 16.80
    403001 2210201 住房公积金 general 29.43 0 0 28.55
    403001 2296003 用于体育事业的彩票公益金支出 fund 0 0 220.00 205.00`),
  economic: economicLines(`
    30101 基本工资 157.13
    30102 津贴补贴 86.84
    30103 奖金 49.62
    30108 机关事业单位基本养老保险缴费 39.28
    30109 职业年金缴费 19.85
    30110 职工基本医疗保险缴费 18.61
    30113 住房公积金 28.94
    30302 退休费 8.27
    30305 生活补助 4.96
    30201 办公费 7.94
    30202 印刷费 1.59
    30206 电费 4.10
    30207 邮电费 1.99
    30211 差旅费 7.28
    30213 维修（护）费 2.91
    30216 培训费 2.38
    30217 公务接待费 1.20
    30228 工会经费 5.29
    30229 福利费 3.57
    30231 公务用车运行维护费 5.80
    30239 其他交通费用 5.82
    30299 其他商品和服务支出 3.97
    31002 办公设备购置 3.33`),
  projects: projectLines(`
    403001 青少年体育竞赛     general   96.00
    403001 全民健身活动       general  143.50
    403001 社会体育指导员培训 other     12.00
    403001 健身设施建设       fund     220.00`),
  purchases: purchaseLines(`
    403001 A 体育器材         fund     160.00
    403001 C 赛事组织服务     general   45.00`),
  threePublic: {
    budget: threePublic('0', '0', '5.80', '1.20'),
    last: threePublic('0', '0', '6.00', '1.20'),
  },
  conference: amount('2.00'),
  training: amount('4.20'),
});

export const shiliangManner: BookManner = {
  landscape: true,
  numberAt: 'under',
  boldTitles: false,
  size: 9,
  leading: 11.5,
  rowHeight: 16,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'header',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '' };

const style: BudgetStyle = {
  number: (ordinal) => `表${ordinal}`,
  departmentLabel: '部门名称：',
  unit: '万元',
  unitLabel: '单位：',
  coded: { code: 'rows', unitsAbove: false, nameHead: '科目名称', total: 'first', ordinals: 'numbers', padding: 3, print },
  sides: {
    sums: 'after',
    depth: 'classes',
    carryover: '上年结转',
    closing: '结转下年',
    amount: '预算数',
    item: '项目',
    ordinals: false,
    print,
  },
  items: { units: 'above', nameHead: '项目名称', total: 'first', print },
};

export function shiliangSportsBudget(): Sample {
  const forms = new BudgetForms(shiliangBudget, style);
  const sheets = [
    forms.summary('收支总体情况表'),
    forms.income('收入总体情况表', 'functions', 'plain'),
    forms.expenditure('支出总体情况表', 'among', false),
    forms.fiscalSummary('财政拨款收支总体情况表', 'fiscal-by-budget'),
    forms.appropriation('general', '一般公共预算支出情况表', 'basic-with-parts'),
    forms.basic('一般公共预算基本支出情况表', 'both'),
    forms.appropriation('fund', '政府性基金预算支出情况表', 'kinds'),
    forms.threePublic('一般公共预算“三公”经费、会议费、培训费支出情况表', 'units'),
    forms.projects('项目支出情况表', sourceColumns('plain')),
    forms.purchases('政府采购预算表', sourceColumns('plain'), { nameHead: '采购项目' }),
  ];
  return budgetSample({
    stem: 'shiliang-sports-2024-budget',
    words: { budget: shiliangBudget, kind: '部门预算', wan: (value) => `${decimal(value)}万元` },
    face: new StandardFace(),
    manner: shiliangManner,
    date: '2024年2月',
    duties: ['负责全民健身工作。', '负责青少年体育训练和竞赛。', '管理体育设施和彩票公益金。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  });
}
