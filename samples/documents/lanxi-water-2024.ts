/**
 * A budget in the manner of Zhejiang: no codes, the levels of the classification told by indentation alone; 人员支出 and 日常公用支出 without
 * their sum; 一、本年支出 above its 类; the “三公” as rows; one sum off by 0.01, as rounding leaves it; the tables after all prose, continued under
 * their heads alone.
 */
import { economicLines, threePublic } from '../accounts/account.js';
import { amount, decimal } from '../accounts/amount.js';
import { type Budget, budgetFlowLines, consistentBudget, projectLines, purchaseLines } from '../accounts/budget.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { sourceColumns } from '../forms/budget/columns.js';
import { BudgetForms, type BudgetStyle } from '../forms/budget/set.js';
import { reprinted } from '../forms/sheet.js';
import { budgetSample } from './budget-sample.js';
import type { Sample } from './sample.js';

const budget: Budget = consistentBudget({
  department: '岚溪县水利局',
  year: 2024,
  units: [{ code: '202001', name: '岚溪县水利局' }],
  flows: budgetFlowLines(`
    202001 2080505 机关事业单位基本养老保险缴费支出 general 61.84 0 0 60.20
    202001 2080506 机关事业单位职业年金缴费支出 general 30.92 0 0 30.10
    202001 2080801 死亡抚恤 general 8.40 0 0 0
    202001 2101101 行政单位医疗 general 27.36 0 0 26.90
    202001 2120816 农业农村生态环境支出 fund 0 0 180.00 150.00
    202001 2120816 农业农村生态环境支出 fund+ 0 0 24.65 0
    202001 2130301 行政运行 general 512.77 96.38 0 598.14
    202001 2130304 水利行业业务管理 general 0 0 85.00 92.50
    202001 2130306 水利工程运行与维护 general 0 0 346.20 331.00
    202001 2130306 水利工程运行与维护 special 0 0 42.00 42.00
    202001 2130311 水资源节约管理与保护 general+ 0 0 17.93 0
    202001 2130314 防汛 general 0 0 128.50 128.50
    202001 2210201 住房公积金 general 46.38 0 0 45.15
    202001 2210203 购房补贴 general 19.05 0 0 18.40`),
  economic: economicLines(`
    30101 基本工资 268.55
    30102 津贴补贴 148.41
    30103 奖金 84.81
    30108 机关事业单位基本养老保险缴费 67.14
    30109 职业年金缴费 33.92
    30110 职工基本医疗保险缴费 31.80
    30113 住房公积金 49.47
    30302 退休费 14.13
    30305 生活补助 8.49
    30201 办公费 13.40
    30202 印刷费 2.68
    30206 电费 6.92
    30207 邮电费 3.35
    30211 差旅费 12.28
    30213 维修（护）费 4.91
    30216 培训费 4.02
    30217 公务接待费 2.15
    30228 工会经费 8.93
    30229 福利费 6.03
    30231 公务用车运行维护费 9.60
    30239 其他交通费用 9.83
    30299 其他商品和服务支出 6.70
    31002 办公设备购置 5.58`),
  projects: projectLines(`
    202001 水资源业务管理     general   85.00
    202001 水库维修养护       general  346.20
    202001 防汛物资储备       general  128.50
    202001 节水宣传           general+  17.93
    202001 库区农业设施       fund     180.00
    202001 库区农业设施尾款   fund+     24.65
    202001 灌区运行           special   42.00`),
  purchases: purchaseLines(`
    202001 A 空调机           general    6.80
    202001 B 水库大坝加固     general  212.00
    202001 C 工程监理服务     fund      14.50`),
  threePublic: {
    budget: threePublic('0', '0', '9.60', '2.15'),
    last: threePublic('0', '0', '9.60', '2.40'),
  },
  conference: amount('0'),
  training: amount('0'),
});

const manner: BookManner = {
  landscape: false,
  numberAt: 'beside',
  boldTitles: true,
  size: 9,
  leading: 11.5,
  rowHeight: 18,
  rules: 'fills',
  headerGrey: 0.9,
  continuation: 'header',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '' };

const style: BudgetStyle = {
  number: () => null,
  departmentLabel: '部门名称：',
  unit: '万元',
  unitLabel: '单位：',
  coded: { code: 'names', unitsAbove: false, nameHead: '功能分类科目名称', total: 'last', ordinals: null, print },
  sides: {
    sums: 'before',
    depth: 'classes',
    carryover: '上年结转',
    closing: '结转下年',
    amount: '预算数',
    item: '项目',
    ordinals: false,
    print,
  },
  items: { units: 'above', nameHead: '项目名称', total: 'last', print },
};

export function lanxiWater(): Sample {
  const forms = new BudgetForms(budget, style);
  const sheets = [
    forms.summary('2024年收支预算总表', { sums: 'after' }),
    forms.income('2024年收入预算总表', 'one', 'plain'),
    forms.expenditure('2024年支出预算总表', 'parts-alone', false),
    forms.fiscalSummary('2024年财政拨款收支预算总表', 'fiscal'),
    reprinted(forms.appropriation('general', '2024年一般公共预算支出表', 'parts-alone'), [
      ['农林水支出', 'total', '1186.79'],
      ['水利', 'total', '1186.79'],
    ]),
    forms.basic('2024年一般公共预算基本支出表', 'names'),
    forms.appropriation('fund', '2024年政府性基金预算支出表', 'parts-alone'),
    forms.appropriation('capital', '2024年国有资本经营预算支出表', 'parts-alone', {
      statement: '说明：本部门没有国有资本经营预算安排的支出，故本表为空表。',
    }),
    forms.threePublic('2024年一般公共预算“三公”经费表', 'items', { notes: ['注：本表按照财政拨款口径填列。'] }),
    forms.projects('2024年项目支出预算表', sourceColumns('plain')),
    forms.purchases('2024年政府采购预算表', sourceColumns('plain'), { nameHead: '采购项目' }),
  ];
  return budgetSample({
    stem: 'lanxi-water-2024',
    words: { budget, kind: '部门预算', wan: (value) => `${decimal(value)}万元` },
    face: new EmbeddedFace(),
    manner,
    date: '2024年3月',
    duties: ['负责水资源的开发利用和保护。', '负责水利工程建设和运行管理。', '负责水旱灾害防御。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `${page}`,
    tablesLast: true,
  });
}
