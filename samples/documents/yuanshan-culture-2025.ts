/**
 * A budget in the manner of the centre and of Jiangsu, in 万元 with six decimals: units as rows of 收入总表, codes in one column, last year
 * and the change in percent beside this year, two years of “三公” in one row, a table of funds declared empty, projects with their unit beside
 * them, purchases below the letters of the catalogue.
 */
import { economicLines, threePublic } from '../accounts/account.js';
import { amount, printed } from '../accounts/amount.js';
import { type Budget, budgetFlowLines, consistentBudget, projectLines, purchaseLines } from '../accounts/budget.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { amountColumn, sourceColumns } from '../forms/budget/columns.js';
import { BudgetForms, type BudgetStyle } from '../forms/budget/set.js';
import { budgetSample } from './budget-sample.js';
import type { Sample } from './sample.js';

const units = [
  { code: '101001', name: '沅山市文化和旅游局本级' },
  { code: '101002', name: '沅山市图书馆' },
  { code: '101003', name: '沅山市博物馆' },
];

/** In 元. */
const budget: Budget = consistentBudget({
  department: '沅山市文化和旅游局',
  year: 2025,
  units,
  flows: budgetFlowLines(`
    101001 2050803 培训支出 general 0 186400.00 0 180000.00
    101001 2070101 行政运行 general 5218436.52 812350.40 0 5903120.00
    101001 2070108 文化活动 general 0 0 1860000.00 1640000.00
    101001 2070109 群众文化 general+ 0 0 126534.18 0
    101002 2070104 图书馆 general 3106218.37 402160.25 980000.00 4210360.55
    101002 2070104 图书馆 other 0 0 65000.00 80000.00
    101003 2070205 博物馆 general 2415300.66 318240.10 1450000.00 4302500.00
    101003 2070205 博物馆 operations 0 0 240000.00 200000.00
    101001 2080501 行政单位离退休 general 186420.00 12600.00 0 190000.00
    101001 2080505 机关事业单位基本养老保险缴费支出 general 602348.16 0 0 588400.00
    101001 2080506 机关事业单位职业年金缴费支出 general 301174.08 0 0 294200.00
    101002 2080505 机关事业单位基本养老保险缴费支出 general 352410.88 0 0 350000.00
    101003 2080505 机关事业单位基本养老保险缴费支出 general 280316.64 0 0 276318.40
    101001 2101101 行政单位医疗 general 248510.33 0 0 240000.00
    101002 2101102 事业单位医疗 general 171043.92 0 0 168200.00
    101001 2210201 住房公积金 general 451761.12 0 0 441300.00
    101002 2210201 住房公积金 general 264308.16 0 0 262500.00
    101003 2210201 住房公积金 general 210237.48 0 0 207238.80`),
  economic: economicLines(`
    30101 基本工资 5247224.80
    30102 津贴补贴 2899782.13
    30103 奖金 1657018.36
    30108 机关事业单位基本养老保险缴费 1311806.20
    30109 职业年金缴费 662807.34
    30110 职工基本医疗保险缴费 621381.88
    30113 住房公积金 966594.04
    30302 退休费 276169.73
    30305 生活补助 165701.84
    30201 办公费 257137.32
    30202 印刷费 51427.46
    30206 电费 132854.28
    30207 邮电费 64284.33
    30211 差旅费 235709.21
    30213 维修（护）费 94283.68
    30216 培训费 77141.20
    30217 公务接待费 21500.00
    30228 工会经费 171424.88
    30229 福利费 115711.79
    30231 公务用车运行维护费 86000.00
    30239 其他交通费用 188567.37
    30299 其他商品和服务支出 128568.66
    31002 办公设备购置 107140.57`),
  projects: projectLines(`
    101001 公共文化活动经费   general  1160000.00
    101001 文化市场管理经费   general   700000.00
    101001 基层文化设施补助   general+  126534.18
    101002 图书资料购置       general   620000.00
    101002 全民阅读推广       general   360000.00
    101002 古籍数字化         other      65000.00
    101003 博物馆免费开放补助 general   950000.00
    101003 馆藏文物保护       general   500000.00
    101003 临时展览           operations 240000.00`),
  purchases: purchaseLines(`
    101001 A 台式计算机       general  84000.00
    101001 C 印刷服务         general  46500.00
    101002 A 图书             general 620000.00
    101003 C 物业管理服务     general 318000.00`),
  threePublic: {
    budget: threePublic('0', '0', '86000.00', '21500.00'),
    last: threePublic('0', '0', '92000.00', '21500.00'),
  },
  conference: amount('0'),
  training: amount('186400.00'),
});

const manner: BookManner = {
  landscape: true,
  numberAt: 'over',
  boldTitles: false,
  size: 8.5,
  leading: 11,
  rowHeight: 17,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'everything',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '', as: 'six-places' } as const;

const style: BudgetStyle = {
  number: (ordinal) => `公开${String(ordinal).padStart(2, '0')}表`,
  departmentLabel: '部门：',
  unit: '万元',
  unitLabel: '单位：',
  coded: { code: 'whole', unitsAbove: false, nameHead: '科目名称', total: 'first', ordinals: null, print },
  sides: {
    sums: 'after',
    depth: 'classes',
    carryover: '上年结转结余',
    closing: '结转下年',
    amount: '预算数',
    item: '项目',
    ordinals: false,
    print,
  },
  items: { units: 'beside', nameHead: '项目名称', total: 'first', print },
};

export function yuanshanCulture(): Sample {
  const forms = new BudgetForms(budget, style);
  const { department, year } = budget;
  const sheets = [
    forms.summary('收支总表'),
    forms.income('收入总表', 'units', 'by-year'),
    forms.expenditure('支出总表', 'kinds', true),
    forms.fiscalSummary('财政拨款收支总表', 'fiscal-by-budget', { sums: 'before', carryover: '上年结转' }),
    forms.appropriation('general', '一般公共预算支出表', 'beside-last-year'),
    forms.basic('一般公共预算基本支出表', 'whole'),
    forms.threePublic('一般公共预算“三公”经费支出表', 'two-years'),
    forms.appropriation('fund', '政府性基金预算支出表', 'kinds', {
      statement: `说明：${department}${year}年没有使用政府性基金预算安排的支出，故本表无数据。`,
    }),
    forms.appropriation('capital', '国有资本经营预算支出表', 'kinds', {
      statement: `说明：${department}${year}年没有使用国有资本经营预算安排的支出，故本表无数据。`,
    }),
    forms.projects('项目支出表', sourceColumns('fiscal-and-own')),
    forms.purchases('政府采购预算表', amountColumn('amount', '金额'), { nameHead: '采购项目' }),
  ];
  return budgetSample({
    stem: 'yuanshan-culture-2025',
    words: { budget, kind: '部门预算', wan: (value) => `${printed(value, { ...print, zero: '0.00' })}万元` },
    face: new EmbeddedFace(),
    manner,
    date: '二〇二五年二月',
    duties: ['负责公共文化服务体系建设。', '负责文化和旅游市场管理。', '负责文物保护和博物馆工作。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  });
}
