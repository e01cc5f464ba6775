import { form } from '../../form.js';
import { classColumn, classSum, codeHierarchy, codeLevels, columnSums, expected, lineSum, rowSum } from '../../identities.js';
import { BASIC_PERSONNEL, BASIC_PUBLIC, BASIC_TOTAL } from '../rules.js';

/** 人员经费: 工资福利支出 and 对个人和家庭的补助. Every other 类 is 公用经费. */
const PERSONNEL = ['301', '303'] as const;
/** Of 部门 economic codes: those of governments, 501 and on, are sorted otherwise. */
const OTHERS = { of: '3', except: PERSONNEL } as const;

/** 公开06表: 基本支出 by economic code, in two or three panels side by side, or with three columns for each code. */
export const generalPublicBasicExpenditure = form({
  id: 'general-public-basic-expenditure',
  name: '一般公共预算财政拨款基本支出决算表',
  titles: [
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算财政拨款基本支出决算明细表',
    '一般公共预算基本支出决算表',
    '一般公共预算财政拨款基本支出决算经济分类明细表',
  ],
  panels: { heads: ['人员经费', '公用经费', '日常公用经费'] },
  layouts: [
    { columns: { total: ['合计', '小计'], personnel: ['人员经费'], public: ['公用经费'] } },
    { columns: { amount: ['决算数', '金额', '本年支出', '人员经费', '公用经费', '支出决算数'] } },
  ],
  rows: {
    by: 'code',
    classification: 'economic',
    totals: ['total', 'personnel-total', 'public-total'],
    words: { total: ['合计', '总计'], 'personnel-total': ['人员经费合计'], 'public-total': ['公用经费合计', '日常公用经费合计'] },
  },
  identities: [
    rowSum('total', ['personnel', 'public']),
    classSum('personnel-total', { only: PERSONNEL }, BASIC_PERSONNEL),
    classSum('public-total', OTHERS, BASIC_PUBLIC),
    classColumn('total', 'personnel', { only: PERSONNEL }, BASIC_PERSONNEL),
    classColumn('total', 'public', OTHERS, BASIC_PUBLIC),
    lineSum('total', ['personnel-total', 'public-total'], ['amount'], BASIC_TOTAL),
    columnSums,
    codeHierarchy,
    ...codeLevels,
    expected('personnel-total', 'amount', 'total'),
    expected('public-total', 'amount', 'total'),
  ],
});
