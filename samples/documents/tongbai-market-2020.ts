/**
 * The manner of Guangdong and of older years, in a font that is named but not embedded: 表1 to 表8 over the titles, no
 * 国有资本 table, 用事业基金弥补收支差额, 合计 after the codes, six “三公” columns (— for nothing), and continuation pages
 * that repeat the header alone.
 */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../accounts/account.js';
import { amount } from '../accounts/amount.js';
import { OLDER_FUNCTION_CLASSES, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import type { BookManner } from '../drawing/book.js';
import { StandardFace } from '../drawing/face.js';
import { economicAmount } from '../forms/economic.js';
import { FormSet, type FormStyle } from '../forms/set.js';
import { numbered } from '../forms/summary.js';
import { sixFinals } from '../forms/three-public.js';
import { type Sample, sampleOf } from './sample.js';

const account: Account = consistent({
  department: '桐柏县市场监督管理局',
  year: 2020,
  flows: flowLines(`
    2013801 行政运行                           general 1124.56 1124.56   0.00
    2013802 一般行政管理事务                   general   42.00    0.00  40.18
    2013804 市场主体管理                       general   36.50    0.00  36.50
    2013805 市场秩序执法                       general   58.20    0.00  55.76   4.30
    2013810 质量基础                           general   24.00    0.00  24.00
    2013812 药品事务                           general   31.40    0.00  31.40
    2013816 食品安全监管                       general   96.80    0.00  92.45   8.60
    2013850 事业运行                           general  218.37  218.37   0.00
    2013899 其他市场监督管理事务               general   17.65    0.00  17.65
    2013899 其他市场监督管理事务               other      5.20    0.00   4.85   0.60
    2080501 行政单位离退休                     general   36.72   36.72   0.00
    2080505 机关事业单位基本养老保险缴费支出   general  128.44  128.44   0.00
    2080506 机关事业单位职业年金缴费支出       general   64.22   64.22   0.00
    2080801 死亡抚恤                           general   12.36   12.36   0.00
    2101101 行政单位医疗                       general   48.20   48.20   0.00
    2101103 公务员医疗补助                     general   19.28   19.28   0.00
    2120803 城市建设支出                       fund      45.00    0.00  38.60
    2210201 住房公积金                         general   96.33   96.33   0.00`),
  economic: economicLines(`
    30101 基本工资                      428.60
    30102 津贴补贴                      296.14
    30103 奖金                          184.52
    30107 绩效工资                       86.40
    30108 机关事业单位基本养老保险缴费  128.44
    30109 职业年金缴费                   64.22
    30110 职工基本医疗保险缴费           48.20
    30111 公务员医疗补助缴费             19.28
    30112 其他社会保障缴费                4.86
    30113 住房公积金                     96.33
    30302 退休费                         36.72
    30304 抚恤金                         12.36
    30305 生活补助                        2.40
    30201 办公费                         42.18
    30202 印刷费                          6.35
    30205 水费                            2.84
    30206 电费                           16.92
    30207 邮电费                          8.46
    30211 差旅费                         11.30
    30213 维修（护）费                    9.75
    30217 公务接待费                      2.16
    30226 劳务费                         64.20
    30228 工会经费                       21.48
    30229 福利费                         12.60
    30231 公务用车运行维护费             20.30
    30239 其他交通费用                   86.24
    30299 其他商品和服务支出             28.43
    31002 办公设备购置                    6.80`),
  threePublic: {
    budget: threePublic('0', '0', '22.00', '3.00'),
    final: threePublic('0', '0', '20.30', '2.16'),
  },
  surplusUsed: 0n,
  distribution: 0n,
  lastYear: { total: amount('2015.80'), fiscal: amount('2009.35') },
});

const manner: BookManner = {
  landscape: true,
  numberAt: 'over',
  boldTitles: false,
  size: 9,
  leading: 12,
  rowHeight: 19,
  rules: 'strokes',
  headerGrey: null,
  continuation: 'header',
  bold: false,
  glyphwise: false,
};

const print = { separators: false, zero: '' };
const style: FormStyle = {
  number: (ordinal) => `表${ordinal}`,
  departmentLabel: '部门：',
  unit: '万元',
  unitLabel: '单位：',
  byCode: {
    code: 'whole',
    codePath: ['项目', '支出功能分类科目编码'],
    namePath: ['项目', '科目名称'],
    nameWidth: 2,
    levels: 'all',
    total: 'last',
    ordinals: '栏次',
    print,
  },
  bySide: { classes: numbered(OLDER_FUNCTION_CLASSES), item: '项目', line: '行次', ordinals: '栏次', amount: '金额', print },
  surplusUsed: '用事业基金弥补收支差额',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

export function tongbaiMarket(): Sample {
  const forms = new FormSet(account, style);
  const spentOn = ({ code }: { code: string }) => economicAmount(account, code) !== 0n;
  const panels = [
    { heading: '人员经费', codes: PERSONNEL_BOOK.filter(spentOn) },
    { heading: '公用经费', codes: PUBLIC_BOOK.filter(spentOn) },
  ];
  const finals = sixFinals(account.threePublic.final, { ...print, zero: '—' });
  const sheets = [
    forms.summary(1),
    forms.income(2),
    forms.expenditure(3),
    forms.appropriation(4),
    forms.generalPublic(5),
    forms.basicPanels(6, '一般公共预算财政拨款基本支出决算表', panels, ['经济分类科目编码', '科目名称', '决算数']),
    forms.threePublic(7, '一般公共预算财政拨款“三公”经费支出决算表', finals, '本表反映部门本年度“三公”经费决算数。'),
    forms.fund(8),
  ];
  return sampleOf({
    stem: 'tongbai-market-2020',
    account,
    kind: '部门决算',
    unit: style.unit,
    face: new StandardFace(),
    manner,
    cover: [account.department, '2020年度部门决算'],
    date: '二〇二一年九月',
    duties: ['负责市场综合监督管理。', '负责市场主体统一登记注册。', '负责食品安全监督管理。', '负责产品质量安全监督管理。'],
    leaves: sheets.map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  });
}
