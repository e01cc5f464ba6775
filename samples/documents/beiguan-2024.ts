/**
 * The manner of Henan: eleven forms, 公开 01 表 to 公开 11 表, each above its 部门 and 单位 line, 行次 in 01 and 04, three
 * panels in 06, six and six columns in 09. Facts and figures are those of the document the project began with, and so
 * are its contradictions: 208 is 51.31 in 01 and 04 but 51.32 by its codes; 03 has no 项目支出 in its 合计 and 88.00 too
 * much 基本支出; 301 and 302 in 06 are not what their items make (by 0.03 and 0.06); prose calls 基本支出 395.87 for 307.87 and a fall by 417.27 54.35%, swaps two projects, says
 * 32.99 for 32.98.
 */
import { type Account, economicLines, flowLines, threePublic } from '../accounts/account.js';
import { amount } from '../accounts/amount.js';
import { type Code, FUNCTION_CLASSES } from '../accounts/books.js';
import { Book, type BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { type Print, reprinted, type Sheet } from '../forms/sheet.js';
import { numbered } from '../forms/summary.js';
import { sixAndSix } from '../forms/three-public.js';
import { BASIC_PANELS } from './beiguan-2024.basic.js';
import { departmentForm, projectForms } from './beiguan-2024.performance.js';
import { CONTENTS, DUTIES, EXPLANATION, GLOSSARY } from './beiguan-2024.prose.js';
import { expectedOf, type Sample } from './sample.js';

const account: Account = {
  department: '安阳市北关区工业和信息化局',
  year: 2024,
  flows: flowLines(`
    2060302 社会公益研究                       general  40.00      0  40.00
    2060499 其他技术研究与开发支出             general  48.00      0  48.00
    2080501 行政单位离退休                     general  28.87  28.87      0
    2080505 机关事业单位基本养老保险缴费支出   general  22.45  22.45      0
    2101101 行政单位医疗                       general  11.89  11.89      0
    2101103 公务员医疗补助                     general  16.78  16.78      0
    2150501 行政运行                           general 194.90 194.90      0
    2210201 住房公积金                         general  32.98  32.98      0`),
  economic: economicLines(`
    30101 基本工资                     136.19
    30103 奖金                          32.71
    30107 绩效工资                      11.34
    30108 机关事业单位基本养老保险费    22.45
    30109 职业年金缴费                  16.78
    30110 职工基本医疗保险缴费          14.05
    30111 公务员医疗补助缴费             2.27
    30112 其他社会保障缴费               0.47
    30113 住房公积金                    33.41
    30302 退休费                        28.87
    30201 办公费                         1.25
    30202 印刷费                         0.69
    30205 水费                           0.10
    30206 电费                           2.71
    30211 差旅费                         3.00
    30229 福利费                         1.55`),
  threePublic: { budget: threePublic('0', '0', '0', '0.20'), final: threePublic('0', '0', '0', '0') },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('813.14'), fiscal: amount('813.14') },
};

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
  number: (ordinal) => `公开 ${String(ordinal).padStart(2, '0')} 表`,
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
  bySide: { classes: [], item: '项 目', line: '行次', ordinals: '栏 次', amount: '金额', print },
  surplusUsed: '使用非财政拨款结余（含专用结余）',
  rounding: '本表金额转换为万元时，因四舍五入可能存在尾差。',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

/** The classes as printed, with the rest left to dots; `last` follows 二十四. */
function classes(dots: string, ...last: Code[]): Code[] {
  const all = numbered(FUNCTION_CLASSES);
  const gap = { code: '', name: dots };
  return [...all.slice(0, 15), gap, ...all.filter(({ code }) => code === '221'), gap, ...all.filter(({ code }) => code === '231'), ...last];
}

/** 行次 of the 支出 side as printed: 26 to 31, then 25 on. */
const rightLines = [26, 27, 28, 29, 30, 31, ...Array.from({ length: 19 }, (_, index) => 25 + index)];
const leftLines = Array.from({ length: 25 }, (_, index) => index + 1);

/** Where the tables print what the account does not give: wrong, or with fewer places. */
const SUMMARY_PRINTS: Print[] = [['八、社会保障和就业支出', 'expenditure', '51.31']];
const EXPENDITURE_PRINTS: Print[] = [
  ['合计', 'basic', '395.87'],
  ['合计', 'project', ''],
];
const APPROPRIATION_PRINTS: Print[] = [
  ['八、社会保障和就业支出', 'total', '51.31'],
  ['八、社会保障和就业支出', 'general-public', '51.31'],
  ['十四、资源勘探工业信息等支出', 'total', '194.9'],
  ['十四、资源勘探工业信息等支出', 'general-public', '194.9'],
];
const BASIC_PRINTS: Print[] = [
  ['工资福利支出', 'amount', '269.64'],
  ['商品和服务支出', 'amount', '9.36'],
  ['水费', 'amount', '0.1'],
  ['人员经费合计', 'amount', '298.51'],
  ['公用经费合计', 'amount', '9.36'],
];

/** Six 预算数, six 决算数, as printed. */
const THREE_PUBLIC = ['0.2', '0', '0', '0', '0', '0.2', '0', '0', '0', '0', '0', '0'];
const THREE_PUBLIC_NOTE =
  '本表反映部门本年度一般公共预算财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；' +
  '决算数是包括当年一般公共预算财政拨款和以前年度结转资金安排的实际支出。';

export function beiguan(): Sample {
  const book = new Book(new EmbeddedFace(), manner);
  book.cover([account.department, '2024年度部门决算'], '二〇二五年九月');
  book.contents(CONTENTS);
  book.part('第一部分 北关区工业和信息化局概况');
  book.prose(DUTIES);
  book.part('第二部分 2024 年度部门决算表');
  for (const sheet of financialSheets()) book.table(sheet);
  const performance = { numberAt: 'beside', leading: 11, size: 8, rowHeight: 17 } as const;
  for (const sheet of [departmentForm(account.department), ...projectForms()]) book.table(sheet, performance);
  book.part('第三部分 2024 年度部门决算情况说明');
  book.prose(EXPLANATION);
  book.part('第四部分 名词解释');
  book.prose(GLOSSARY);
  const bytes = book.finish(`${account.department}2024年度部门决算`, (page) => `- ${page} -`);
  return { stem: 'beiguan-2024', bytes, expected: expectedOf(book, account, '部门决算') };
}

function financialSheets(): Sheet[] {
  const forms = new FormSet(account, style);
  const lines: [number[], number[]] = [leftLines, rightLines];
  return [
    reprinted(forms.summary(1, { classes: classes('......', { code: '', name: '' }) }, lines), SUMMARY_PRINTS),
    forms.income(2),
    reprinted(forms.expenditure(3, { nameWidth: 1.3 }), EXPENDITURE_PRINTS),
    reprinted(forms.appropriation(4, { classes: classes('……') }, lines), APPROPRIATION_PRINTS),
    forms.generalPublic(5),
    reprinted(
      forms.basicPanels(6, '一般公共预算财政拨款基本支出决算明细表', BASIC_PANELS, ['经济分类科目编码', '科目名称', '决算数']),
      BASIC_PRINTS,
    ),
    forms.fund(7, { statement: '说明：我单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。' }),
    forms.capital(8, {
      codePath: ['项 目', '科目代码'],
      statement: '说明：我单位本年度没有国有资本经营的支出，故本表无数据。',
    }),
    forms.threePublic(9, '一般公共预算财政拨款“三公”经费支出决算表', sixAndSix(THREE_PUBLIC), THREE_PUBLIC_NOTE),
  ];
}
