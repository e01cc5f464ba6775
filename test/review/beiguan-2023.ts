/** The year before the sample `beiguan-2024`, of the same department: so that two of its years can be compared. */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../../samples/accounts/account.js';
import { amount } from '../../samples/accounts/amount.js';
import { FUNCTION_CLASSES } from '../../samples/accounts/books.js';
import { sampleOf } from '../../samples/documents/sample.js';
import type { BookManner } from '../../samples/drawing/book.js';
import { EmbeddedFace } from '../../samples/drawing/face.js';
import { FormSet, type FormStyle } from '../../samples/forms/set.js';
import type { Sheet } from '../../samples/forms/sheet.js';
import { numbered } from '../../samples/forms/summary.js';
import { pairs } from '../../samples/forms/three-public.js';

/** 12.00 of 其他技术研究与开发支出 are left at the end of the year, of which the next year says nothing. */
const account: Account = consistent({
  department: '安阳市北关区工业和信息化局',
  year: 2023,
  flows: flowLines(`
    2060499 其他技术研究与开发支出             general 491.00      0 479.00
    2080501 行政单位离退休                     general  27.10  27.10      0
    2080505 机关事业单位基本养老保险缴费支出   general  23.18  23.18      0
    2101101 行政单位医疗                       general  12.04  12.04      0
    2150501 行政运行                           general 226.36 226.36      0
    2210201 住房公积金                         general  33.46  33.46      0`),
  economic: economicLines(`
    30101 基本工资                     152.40
    30103 奖金                          60.10
    30113 住房公积金                    33.46
    30108 机关事业单位基本养老保险缴费  23.18
    30110 职工基本医疗保险缴费          14.34
    30302 退休费                        27.10
    30201 办公费                         8.76
    30217 公务接待费                     0.30
    30231 公务用车运行维护费             2.50`),
  threePublic: { budget: threePublic('0', '0', '3.00', '0.40'), final: threePublic('0', '0', '2.50', '0.30') },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('790.00'), fiscal: amount('790.00') },
});

const manner: BookManner = {
  landscape: true,
  numberAt: 'under',
  boldTitles: false,
  size: 9,
  leading: 12,
  rowHeight: 20,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'nothing',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '' };
const style: FormStyle = {
  number: (ordinal) => `公开 0${ordinal} 表`,
  departmentLabel: '部门：',
  unit: '万元',
  unitLabel: '单位：',
  byCode: {
    code: 'whole',
    codePath: ['项 目', '功能分类科目编码'],
    namePath: ['项 目', '科目名称'],
    nameWidth: 1.8,
    levels: 'items',
    total: 'first',
    ordinals: '栏次',
    print,
  },
  bySide: { classes: numbered(FUNCTION_CLASSES), item: '项 目', line: '行次', ordinals: '栏 次', amount: '金额', print },
  surplusUsed: '使用非财政拨款结余',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

/** The PDF: the tables but that of 基本支出 by economic codes, and others behind them. */
export function beiguan2023(more: readonly Sheet[] = []): Uint8Array {
  const forms = new FormSet(account, style);
  const items = pairs(account.threePublic, '财政拨款“三公”经费', print);
  const sheets = [
    ...[forms.summary(1), forms.income(2), forms.expenditure(3), forms.appropriation(4), forms.generalPublic(5)],
    forms.threePublic(6, '财政拨款“三公”经费支出决算表', items, '本表反映部门本年度财政拨款“三公”经费预算数和决算数。'),
  ];
  return sampleOf({
    stem: 'beiguan-2023',
    account,
    kind: '部门决算',
    unit: '万元',
    face: new EmbeddedFace(),
    manner,
    date: '二〇二四年九月',
    cover: [account.department, '2023年度部门决算'],
    duties: ['负责工业和信息化工作。'],
    leaves: [...sheets, ...more].map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  }).bytes;
}
