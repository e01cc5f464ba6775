/**
 * A budget in the manner of Shenzhen, in 元 with thousands separators: a row of the unit above the codes it spends on; 收支总表 down to 项 by
 * name alone; 财政拨款 and 单位资金 as heads of three levels; years as rows of the “三公” under heads whose leaf is a budget; the unit beside its
 * first project alone; 0.00 for nothing, under it 本表本年无发生额; pages that go on with nothing but rows.
 */
import { economicLines, threePublic } from '../accounts/account.js';
import { amount, decimal, toWan } from '../accounts/amount.js';
import { type Budget, budgetFlowLines, consistentBudget, projectLines, purchaseLines } from '../accounts/budget.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { sourceColumns } from '../forms/budget/columns.js';
import { BudgetForms, type BudgetStyle } from '../forms/budget/set.js';
import { budgetSample } from './budget-sample.js';
import type { Sample } from './sample.js';

const budget: Budget = consistentBudget({
  department: '海棱区市场监督管理局',
  year: 2026,
  units: [
    { code: '305001', name: '海棱区市场监督管理局' },
    { code: '305002', name: '海棱区质量技术监督检测中心' },
  ],
  flows: budgetFlowLines(`
    305001 2013801 行政运行 general 18643210 2264300 0 20312400
    305001 2013804 经营主体管理 general 0 0 1250000 1400000
    305001 2013805 市场秩序执法 general 0 0 3420600 2980000
    305001 2013816 食品安全监管 general 0 0 5108000 5236000
    305001 2013816 食品安全监管 general+ 0 0 310450 0
    305001 2080505 机关事业单位基本养老保险缴费支出 general 2017400 0 0 1986000
    305001 2101101 行政单位医疗 general 1108200 0 0 1085300
    305001 2210201 住房公积金 general 2436800 0 0 2390100
    305002 2013810 质量基础 general 0 0 860000 860000
    305002 2013850 事业运行 general 6215300 842100 0 6890200
    305002 2013850 事业运行 operations 0 0 480000 350000
    305002 2013850 事业运行 other 0 0 96000 0
    305002 2080505 机关事业单位基本养老保险缴费支出 general 688400 0 0 671200
    305002 2101102 事业单位医疗 general 394700 0 0 386000
    305002 2210201 住房公积金 general 871300 0 0 850500`),
  economic: economicLines(`
    30101 基本工资 12302617.80
    30102 津贴补贴 6798815.10
    30103 奖金 3885037.20
    30108 机关事业单位基本养老保险缴费 3075654.45
    30109 职业年金缴费 1554014.88
    30110 职工基本医疗保险缴费 1456888.95
    30113 住房公积金 2266271.70
    30302 退休费 647506.20
    30305 生活补助 388503.72
    30201 办公费 439535.62
    30202 印刷费 87907.12
    30206 电费 227093.40
    30207 邮电费 109883.91
    30211 差旅费 402907.65
    30213 维修（护）费 161163.06
    30216 培训费 131860.69
    30217 公务接待费 18000
    30228 工会经费 293023.75
    30229 福利费 197791.03
    30231 公务用车运行维护费 312000
    30239 其他交通费用 322326.12
    30299 其他商品和服务支出 219767.81
    31002 办公设备购置 183139.84`),
  projects: projectLines(`
    305001 经营主体登记服务   general   1250000
    305001 执法办案           general   3420600
    305001 食品安全抽样检验   general   5108000
    305001 快检室建设         general+   310450
    305002 计量标准建设       general    860000
    305002 检验业务成本       operations 480000
    305002 设备更新           other       96000`),
  purchases: purchaseLines(`
    305001 A 执法记录仪       general    268000
    305001 C 抽样检验服务     general   3900000
    305002 A 计量标准器       general    640000`),
  threePublic: {
    budget: threePublic('0', '0', '312000', '18000'),
    last: threePublic('0', '180000', '312000', '20000'),
  },
  conference: amount('0'),
  training: amount('0'),
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
  continuation: 'nothing',
  bold: false,
  glyphwise: false,
};

const print = { separators: true, zero: '0.00' };

const style: BudgetStyle = {
  number: (ordinal) => `预算表${ordinal}`,
  departmentLabel: '预算单位：',
  unit: '元',
  unitLabel: '单位：',
  coded: { code: 'indented', unitsAbove: true, nameHead: '科目名称', total: 'last', ordinals: null, print },
  sides: {
    sums: 'after',
    depth: 'items',
    carryover: '上年结转',
    closing: '结转下年',
    amount: '预算数',
    item: '项目',
    ordinals: false,
    print,
  },
  items: { units: 'once', nameHead: '项目名称', total: 'last', print },
};

const NOTHING = '注：本表本年无发生额。';

export function hailingMarket(): Sample {
  const forms = new BudgetForms(budget, style);
  const sheets = [
    forms.summary('收支预算总表'),
    forms.income('收入预算总表', 'units', 'fiscal-and-own'),
    forms.expenditure('支出预算总表', 'kinds', true),
    forms.fiscalSummary('财政拨款收支预算总表', 'fiscal', { depth: 'classes' }),
    forms.appropriation('general', '一般公共预算支出预算表', 'basic-with-parts'),
    forms.basic('一般公共预算基本支出预算表', 'hyphened'),
    forms.projects('项目支出预算表', sourceColumns('fiscal-and-own')),
    forms.appropriation('fund', '政府性基金预算支出预算表', 'kinds', { statement: NOTHING }),
    forms.appropriation('capital', '国有资本经营预算支出预算表', 'kinds', { statement: NOTHING }),
    forms.purchases('政府采购预算表', sourceColumns('fiscal-and-own'), { nameHead: '采购项目' }),
    forms.threePublic('“三公”经费支出预算表', 'years-by-budget'),
  ];
  return budgetSample({
    stem: 'hailing-market-2026',
    words: { budget, kind: '部门预算', wan: (value) => `${decimal(toWan(value))}万元` },
    face: new EmbeddedFace(),
    manner,
    date: '二〇二六年一月',
    duties: ['负责市场综合监督管理。', '负责食品安全监督管理。', '负责质量监督和计量工作。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `第 ${page} 页`,
  });
}
