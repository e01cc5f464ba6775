/**
 * Continuation pages that repeat everything: title, number, header, even 合计. Names wrapped over two and three lines;
 * amounts that sit a line off (02, 05); in 03 the page ends inside a row; 05 ends on a page with nothing but an empty
 * row of its grid. In the “三公” form the items are rows.
 */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../accounts/account.js';
import { amount } from '../accounts/amount.js';
import { FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { gridRowOf, type Sheet, shifted } from '../forms/sheet.js';
import { numbered } from '../forms/summary.js';
import { itemRows } from '../forms/three-public.js';
import { type Sample, sampleOf } from './sample.js';

const account: Account = consistent({
  department: '清河县文化和旅游局',
  year: 2022,
  flows: flowLines(`
    2050803 培训支出                           general      2.40   2.40   0.00
    2070101 行政运行                           general    846.35 846.35   0.00
    2070102 一般行政管理事务                   general     38.00   0.00  36.72
    2070104 图书馆                             general    215.60 182.40  33.20
    2070104 图书馆                             other       12.85   0.00  10.30   3.15
    2070105 文化展示及纪念机构                 general    128.40  96.15  32.25
    2070107 艺术表演团体                       general    164.20 164.20   0.00
    2070107 艺术表演团体                       operations  58.30  21.40  30.65
    2070107 艺术表演团体                       business    24.60  22.10   0.00
    2070108 文化活动                           general     96.00   0.00  92.48
    2070109 群众文化                           general    187.52 142.52  45.00
    2070109 群众文化                           superior    15.00   0.00  15.00
    2070110 文化和旅游交流与合作               general     26.00   0.00  18.64
    2070111 文化创作与保护                     general     74.30   0.00  71.96   6.20
    2070112 文化和旅游市场管理                 general     52.75   0.00  52.75
    2070113 旅游宣传                           general    180.00   0.00 173.28
    2070199 其他文化和旅游支出                 general     63.40   0.00  60.15  12.30
    2070204 文物保护                           general    312.00   0.00 298.64  45.80
    2070205 博物馆                             general    240.18 168.18  72.00
    2070308 群众体育                           general     34.50   0.00  34.50
    2080501 行政单位离退休                     general     46.28  46.28   0.00
    2080502 事业单位离退休                     general     31.94  31.94   0.00
    2080505 机关事业单位基本养老保险缴费支出   general    158.66 158.66   0.00
    2080506 机关事业单位职业年金缴费支出       general     79.33  79.33   0.00
    2101101 行政单位医疗                       general     43.25  43.25   0.00
    2101102 事业单位医疗                       general     38.17  38.17   0.00
    2101103 公务员医疗补助                     general     22.60  22.60   0.00
    2210201 住房公积金                         general    118.92 118.92   0.00
    2296003 用于体育事业的彩票公益金支出       fund        60.00   0.00  52.47   8.15`),
  economic: economicLines(`
    30101 基本工资                      486.32
    30102 津贴补贴                      214.75
    30103 奖金                          168.40
    30107 绩效工资                      402.18
    30108 机关事业单位基本养老保险缴费  158.66
    30109 职业年金缴费                   79.33
    30110 职工基本医疗保险缴费           81.42
    30111 公务员医疗补助缴费             22.60
    30112 其他社会保障缴费                6.84
    30113 住房公积金                    118.92
    30199 其他工资福利支出              104.88
    30301 离休费                         14.20
    30302 退休费                         64.02
    30305 生活补助                        3.16
    30309 奖励金                          0.12
    30399 其他对个人和家庭的补助          1.05
    30201 办公费                         28.46
    30202 印刷费                          4.90
    30205 水费                            3.75
    30206 电费                           21.38
    30207 邮电费                          6.12
    30208 取暖费                          9.40
    30209 物业管理费                     12.60
    30211 差旅费                          8.35
    30213 维修（护）费                    5.28
    30215 会议费                          1.20
    30216 培训费                          2.40
    30217 公务接待费                      0.86
    30226 劳务费                         18.95
    30228 工会经费                       16.74
    30229 福利费                          9.12
    30231 公务用车运行维护费              6.45
    30239 其他交通费用                   38.60
    30299 其他商品和服务支出             14.34
    31002 办公设备购置                    5.60`),
  threePublic: { budget: threePublic('0', '0', '7.20', '1.50'), final: threePublic('0', '0', '6.45', '0.86') },
  surplusUsed: amount('3.50'),
  distribution: amount('1.20'),
  lastYear: { total: amount('3120.44'), fiscal: amount('2986.15') },
});

const manner: BookManner = {
  landscape: true,
  numberAt: 'under',
  boldTitles: false,
  size: 9,
  leading: 11.5,
  rowHeight: 18,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'everything',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '' };
const style: FormStyle = {
  number: (ordinal) => `公开0${ordinal}表`,
  departmentLabel: '部门：',
  unit: '万元',
  unitLabel: '单位：',
  byCode: {
    code: 'whole',
    codePath: ['项目', '功能分类科目编码'],
    namePath: ['项目', '科目名称'],
    nameWidth: 0.95,
    levels: 'all',
    total: 'first',
    ordinals: '栏次',
    print,
  },
  bySide: { classes: numbered(FUNCTION_CLASSES), item: '项 目', line: '行次', ordinals: '栏 次', amount: '金额', print },
  surplusUsed: '使用非财政拨款结余',
  rounding: '本表金额转换为万元时，因四舍五入可能存在尾差。',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

const PENSION = '机关事业单位基本养老保险缴费支出';

export function qingheCulture(): Sample {
  const forms = new FormSet(account, style);
  const expenditure = forms.expenditure(3);
  const panels = [
    { heading: '人员经费', codes: PERSONNEL_BOOK },
    { heading: '公用经费', codes: PUBLIC_BOOK },
  ];
  const basic = forms.basicPanels(6, '一般公共预算财政拨款基本支出决算明细表', panels, ['科目编码', '科目名称', '决算数']);
  const items = itemRows(account.threePublic, { ...print, zero: '0.00' });
  const subject = '本表反映部门本年度“三公”经费支出预决算情况。';
  return sampleOf({
    stem: 'qinghe-culture-2022',
    account,
    kind: '部门决算',
    unit: style.unit,
    face: new EmbeddedFace(),
    manner,
    cover: ['2022年度', account.department, '部门决算'],
    date: '二〇二三年九月',
    duties: ['贯彻落实文化和旅游工作方针政策。', '管理全县性重大文化活动。', '指导文物和博物馆事业发展。', '统筹推进群众体育工作。'],
    leaves: [
      { sheet: forms.summary(1) },
      { sheet: offMiddle(forms.income(2)) },
      { sheet: expenditure, breaks: { within: { row: gridRowOf(expenditure, PENSION), lines: 1 } } },
      { sheet: forms.appropriation(4) },
      { sheet: { ...offMiddle(forms.generalPublic(5, { nameWidth: 0.4 })), notes: [] }, breaks: { emptyRow: true } },
      { sheet: basic },
      { sheet: forms.fund(7) },
      { sheet: forms.capital(8, { statement: '说明：我部门没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。' }) },
      { sheet: forms.threePublic(9, '一般公共预算财政拨款“三公”经费支出决算表', items, subject) },
    ],
    foot: (page) => `- ${page} -`,
  });
}

/** Amounts beside the first and beside the last line of a wrapped name. */
function offMiddle(sheet: Sheet): Sheet {
  return shifted(shifted(sheet, PENSION, 'top'), '机关事业单位职业年金缴费支出', 'bottom');
}
