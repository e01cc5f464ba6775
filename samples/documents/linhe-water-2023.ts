/**
 * The manner of the courts and the centre, in 元 with thousands separators: 类, 款 and 项 in three columns whose header
 * cells reach down over 栏次 and 合计; tables of two pages, the second with nothing but rows; two panels in 06; 预算数 and
 * 决算数 in pairs under each “三公” item.
 */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../accounts/account.js';
import { amount } from '../accounts/amount.js';
import { FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import type { BookManner } from '../drawing/book.js';
import { EmbeddedFace } from '../drawing/face.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { numbered } from '../forms/summary.js';
import { pairs } from '../forms/three-public.js';
import { type Sample, sampleOf } from './sample.js';

const account: Account = consistent({
  department: '临河县水利局',
  year: 2023,
  flows: flowLines(`
    2050803 培训支出                           general    186,400.00   186,400.00          0.00
    2080501 行政单位离退休                     general    412,356.80   412,356.80          0.00
    2080505 机关事业单位基本养老保险缴费支出   general  1,586,204.16 1,586,204.16          0.00
    2080506 机关事业单位职业年金缴费支出       general    793,102.08   793,102.08          0.00
    2080801 死亡抚恤                           general     96,530.00    96,530.00          0.00
    2089999 其他社会保障和就业支出             general     41,208.35    41,208.35          0.00
    2101101 行政单位医疗                       general    624,518.40   624,518.40          0.00
    2101102 事业单位医疗                       general    218,640.72   218,640.72          0.00
    2101103 公务员医疗补助                     general    305,127.96   305,127.96          0.00
    2120816 农业农村生态环境支出               fund     3,500,000.00         0.00  3,126,480.50   268,000.00
    2130301 行政运行                           general  9,864,372.55 9,864,372.55          0.00
    2130304 水利行业业务管理                   general  1,250,000.00         0.00  1,187,340.00
    2130305 水利工程建设                       general 48,600,000.00         0.00 45,218,906.37 3,207,415.60
    2130306 水利工程运行与维护                 general  6,430,000.00         0.00  6,430,000.00
    2130306 水利工程运行与维护                 other    1,284,600.00         0.00  1,052,318.42    87,205.11
    2130308 水利前期工作                       general  2,180,000.00         0.00  1,964,205.00
    2130310 水土保持                           general  5,760,000.00         0.00  5,760,000.00
    2130311 水资源节约管理与保护               general  1,945,800.00         0.00  1,902,417.25
    2130314 防汛                               general  3,275,000.00         0.00  3,275,000.00
    2130316 农村水利                           general 12,480,000.00         0.00 11,936,702.84 1,115,000.00
    2130399 其他水利支出                       general    864,250.00         0.00    864,250.00
    2130505 生产发展                           general  4,100,000.00         0.00  4,100,000.00
    2210201 住房公积金                         general  1,189,653.12 1,189,653.12          0.00
    2240601 地质灾害防治                       general    720,000.00         0.00    655,318.90`),
  economic: economicLines(`
    30101 基本工资                      4,318,620.00
    30102 津贴补贴                      2,106,480.00
    30103 奖金                          1,562,300.00
    30107 绩效工资                      1,184,236.00
    30108 机关事业单位基本养老保险缴费  1,586,204.16
    30109 职业年金缴费                    793,102.08
    30110 职工基本医疗保险缴费            843,159.12
    30111 公务员医疗补助缴费              305,127.96
    30112 其他社会保障缴费                 41,208.35
    30113 住房公积金                    1,189,653.12
    30302 退休费                          412,356.80
    30304 抚恤金                           96,530.00
    30305 生活补助                         18,720.00
    30309 奖励金                              600.00
    30201 办公费                          186,420.37
    30202 印刷费                           32,600.00
    30205 水费                             12,384.50
    30206 电费                             78,215.63
    30207 邮电费                           41,906.20
    30211 差旅费                           64,378.00
    30213 维修（护）费                     27,450.00
    30215 会议费                            9,860.00
    30216 培训费                           37,280.00
    30217 公务接待费                       18,532.00
    30226 劳务费                           36,800.00
    30228 工会经费                        118,236.40
    30229 福利费                           64,125.00
    30231 公务用车运行维护费               86,430.25
    30239 其他交通费用                     12,600.00
    30299 其他商品和服务支出                8,402.20
    31002 办公设备购置                     24,196.00`),
  threePublic: {
    budget: threePublic('0', '0', '96,000.00', '25,000.00'),
    final: threePublic('0', '0', '86,430.25', '18,532.00'),
  },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('98,406,215.73'), fiscal: amount('97,028,340.20') },
});

const manner: BookManner = {
  landscape: true,
  numberAt: 'under',
  boldTitles: false,
  size: 9,
  leading: 11.5,
  rowHeight: 17,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'nothing',
  bold: false,
  glyphwise: false,
};

const print = { separators: true, zero: '' };
const style: FormStyle = {
  number: (ordinal) => `公开0${ordinal}表`,
  departmentLabel: '编制部门：',
  unit: '元',
  unitLabel: '金额单位：',
  byCode: {
    code: 'split',
    codePath: ['项目', '功能分类科目编码'],
    namePath: ['项目', '科目名称'],
    nameWidth: 2,
    levels: 'all',
    total: 'first',
    ordinals: '栏次',
    print,
  },
  bySide: { classes: numbered(FUNCTION_CLASSES), item: '项目', line: '行次', ordinals: '栏次', amount: '决算数', print },
  surplusUsed: '使用非财政拨款结余（含专用结余）',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

export function linheWater(): Sample {
  const forms = new FormSet(account, style);
  const panels = [
    { heading: '人员经费', codes: PERSONNEL_BOOK },
    { heading: '公用经费', codes: PUBLIC_BOOK },
  ];
  const items = pairs(account.threePublic, '财政拨款“三公”经费', print);
  const sheets = [
    forms.summary(1),
    forms.income(2),
    forms.expenditure(3),
    forms.appropriation(4),
    forms.generalPublic(5),
    forms.basicPanels(6, '一般公共预算财政拨款基本支出决算表', panels, ['科目编码', '科目名称', '决算数']),
    forms.threePublic(7, '财政拨款“三公”经费支出决算表', items, '本表反映部门本年度财政拨款“三公”经费预算数和决算数。'),
    forms.fund(8),
    forms.capital(9, { statement: '说明：临河县水利局本年度没有使用国有资本经营预算财政拨款安排的支出，故本表无数据。' }),
  ];
  return sampleOf({
    stem: 'linhe-water-2023',
    account,
    kind: '部门决算',
    unit: style.unit,
    face: new EmbeddedFace(),
    manner,
    cover: ['2023年度', account.department, '部门决算'],
    date: '二〇二四年九月',
    duties: ['负责保障水资源的合理开发利用。', '负责节约用水工作。', '指导水利工程建设与运行管理。', '负责水旱灾害防御工作。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `— ${page} —`,
  });
}
