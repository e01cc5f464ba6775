import { form } from '../../form.js';
import { allSummaryIdentities } from './identities.js';
import { summaryRows } from './rows.js';

/** What heads the amounts of a side. */
const HEADS: readonly string[] = [
  '预算数',
  '预算',
  '金额',
  '本年预算',
  '本年预算数',
  '预算金额',
  '合计',
  '预算数/合计',
  '总计',
  '预算数/总计',
];

const side = (name: string, heads: readonly string[]): string[] => heads.map((head) => `${name}/${head}`);

/** 收支总表: all that comes in and all that goes out, two sides or more. */
export const budgetSummary = form({
  id: 'budget-summary',
  name: '收支总表',
  titles: ['[财务]收支[预算]{总表|总体情况表|总体表}', '收支预算{表|情况表}'],
  columns: {
    income: side('收入', HEADS),
    'income-current': side('收入', ['编制预算', '当年预算']),
    'income-carryover': side('收入', ['上年结转', '上年结转结余']),
    expenditure: side('支出', HEADS),
    'expenditure-current': side('支出', ['编制预算', '当年预算']),
    'expenditure-carryover': side('支出', ['上年结转', '上年结转结余']),
    basic: side('支出', ['基本支出', '基本支出/小计']),
    personnel: side('支出', ['人员经费', '人员支出']),
    public: side('支出', ['公用经费', '日常公用支出']),
    project: side('支出', ['项目支出']),
  },
  repeated: { expenditure: ['expenditure-economic', 'expenditure-government'] },
  rows: summaryRows,
  identities: allSummaryIdentities,
});
