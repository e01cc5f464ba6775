/**
 * A 单位决算 whose grid is drawn with thin filled rectangles over grey header cells; bold is text drawn twice; 02 is one
 * operation per glyph; 03 is a landscape page by /Rotate 90; 0.00 stands for nothing; 01 and 04 have neither 行次 nor
 * 栏次; three columns a code in 06; “三公” as two rows with 会议费 and 培训费.
 */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../accounts/account.js';
import { amount } from '../accounts/amount.js';
import { FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { economicAmount } from '../forms/economic.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { numbered } from '../forms/summary.js';
import { budgetRow } from '../forms/three-public.js';
import { type Sample, sampleOf } from './sample.js';

const account: Account = consistent({
  department: '山阴县人民法院',
  year: 2021,
  flows: flowLines(`
    2040501 行政运行                           general 1286.42 1286.42   0.00
    2040502 一般行政管理事务                   general   86.00    0.00  84.15
    2040504 案件审判                           general  342.60    0.00 338.92  12.40
    2040505 案件执行                           general  128.50    0.00 128.50
    2040599 其他法院支出                       general   64.00    0.00  51.38  20.15
    2040599 其他法院支出                       other      8.60    0.00   6.20   1.35
    2050803 培训支出                           general    3.20    3.20   0.00
    2080501 行政单位离退休                     general   42.18   42.18   0.00
    2080505 机关事业单位基本养老保险缴费支出   general  146.37  146.37   0.00
    2080506 机关事业单位职业年金缴费支出       general   73.18   73.18   0.00
    2089999 其他社会保障和就业支出             general    3.66    3.66   0.00
    2101101 行政单位医疗                       general   58.24   58.24   0.00
    2101103 公务员医疗补助                     general   29.45   29.45   0.00
    2210201 住房公积金                         general  109.78  109.78   0.00
    2210203 购房补贴                           general   18.60   18.60   0.00`),
  economic: economicLines(`
    30101 基本工资                      402.36
    30102 津贴补贴                      318.54
    30103 奖金                          226.90
    30108 机关事业单位基本养老保险缴费  146.37
    30109 职业年金缴费                   73.18
    30110 职工基本医疗保险缴费           58.24
    30111 公务员医疗补助缴费             29.45
    30112 其他社会保障缴费                3.66
    30113 住房公积金                    109.78
    30199 其他工资福利支出               48.60
    30302 退休费                         42.18
    30305 生活补助                        1.20
    30309 奖励金                          0.06
    30201 办公费                         36.42
    30202 印刷费                          4.85
    30205 水费                            2.16
    30206 电费                           18.73
    30207 邮电费                         12.60
    30208 取暖费                         14.25
    30209 物业管理费                     22.80
    30211 差旅费                          9.64
    30213 维修（护）费                    8.15
    30215 会议费                          2.36
    30216 培训费                          3.20
    30217 公务接待费                      0.48
    30224 被装购置费                      6.30
    30226 劳务费                         48.92
    30228 工会经费                       18.36
    30229 福利费                          7.14
    30231 公务用车运行维护费             24.86
    30239 其他交通费用                   52.40
    30299 其他商品和服务支出             10.19
    31002 办公设备购置                    6.75`),
  threePublic: {
    budget: threePublic('0', '18.00', '26.00', '1.00'),
    final: threePublic('0', '17.98', '24.86', '0.48'),
  },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('2387.15'), fiscal: amount('2376.40') },
});

const manner: BookManner = {
  landscape: false,
  numberAt: 'under',
  boldTitles: true,
  size: 8,
  leading: 10.5,
  rowHeight: 17.5,
  rules: 'fills',
  headerGrey: 0.86,
  continuation: 'header',
  bold: true,
  glyphwise: false,
};

const print = { separators: true, zero: '0.00' };
const style: FormStyle = {
  number: (ordinal) => `公开0${ordinal}表`,
  departmentLabel: '单位名称：',
  unit: '万元',
  unitLabel: '金额单位：',
  byCode: {
    code: 'whole',
    codePath: ['功能分类科目编码'],
    namePath: ['科目名称'],
    nameWidth: 1.9,
    levels: 'all',
    total: 'first',
    ordinals: null,
    print,
  },
  bySide: {
    classes: numbered(FUNCTION_CLASSES),
    item: '项目',
    line: null,
    ordinals: null,
    amount: '决算数',
    print: { ...print, zero: '' },
  },
  surplusUsed: '使用非财政拨款结余',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

export function shanyinCourt(): Sample {
  const forms = new FormSet(account, style);
  const codes = [...PERSONNEL_BOOK, ...PUBLIC_BOOK].filter(({ code }) => economicAmount(account, code) !== 0n);
  const meetings = { budget: [amount('3.00'), amount('4.00')], final: [amount('2.36'), amount('3.20')] };
  const items = budgetRow(account.threePublic, meetings, print);
  const none = (budget: string) => ({ statement: `说明：本单位没有${budget}收入和支出，故本表无数据。`, print: { ...print, zero: '' } });
  const subject = '本表反映本单位“三公”经费、会议费和培训费的预算数和决算数。';
  return sampleOf({
    stem: 'shanyin-court-2021',
    account,
    kind: '单位决算',
    unit: style.unit,
    face: new EmbeddedFace(),
    manner,
    cover: ['山阴县人民法院', '2021年度单位决算'],
    date: '二〇二二年八月',
    duties: ['审判法律规定由本院管辖的案件。', '执行已经发生法律效力的判决和裁定。', '指导人民调解工作。'],
    leaves: [
      { sheet: forms.summary(1) },
      { sheet: forms.income(2), manner: { glyphwise: true } },
      { sheet: forms.expenditure(3), manner: { landscape: true, rotated: true } },
      { sheet: forms.appropriation(4) },
      { sheet: forms.generalPublic(5) },
      { sheet: forms.basicColumns(6, '一般公共预算财政拨款基本支出决算表', codes, '基本支出') },
      { sheet: forms.fund(7, none('政府性基金')) },
      { sheet: forms.capital(8, none('国有资本经营预算')) },
      { sheet: forms.threePublic(9, '一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表', items, subject) },
    ],
    foot: (page) => `第 ${page} 页`,
  });
}
