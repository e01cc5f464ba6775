/** Documents of an archive, drawn: one department's accounts that agree or disagree with each other as a test needs it. */
import { type Account, consistent, economicLines, flowLines, threePublic } from '../../samples/accounts/account.js';
import { amount } from '../../samples/accounts/amount.js';
import { FUNCTION_CLASSES } from '../../samples/accounts/books.js';
import type { Kind } from '../../samples/documents/narrative.js';
import { sampleOf } from '../../samples/documents/sample.js';
import type { BookManner } from '../../samples/drawing/book.js';
import { StandardFace } from '../../samples/drawing/face.js';
import { FormSet, type FormStyle } from '../../samples/forms/set.js';
import { numbered } from '../../samples/forms/summary.js';

export interface Wanted {
  readonly department: string;
  readonly year: number;
  readonly kind?: Kind;
  /** 万元: 项目支出 and 年初结转和结余 of its one project. */
  readonly project?: string;
  readonly opening?: string;
  readonly units?: string[];
  /** 万元: what 收入 and 支出, and those of 财政拨款, were in all the year before. */
  readonly lastYear?: string;
  /** Points; another size is another file that says the same. */
  readonly size?: number;
}

const manner: BookManner = {
  landscape: false,
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
  number: (ordinal) => `公开0${ordinal}表`,
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
  bySide: { classes: numbered(FUNCTION_CLASSES), item: '项目', line: '行次', ordinals: '栏次', amount: '金额', print },
  surplusUsed: '使用非财政拨款结余',
  rounding: '',
  capitalTitle: '国有资本经营预算财政拨款支出决算表',
};

/** A document of two tables, 01 and 04. */
export function draw({
  department,
  year,
  kind = '部门决算',
  project = '30.00',
  opening = '10.00',
  units,
  size = 9,
  lastYear = '170.00',
}: Wanted): Uint8Array {
  const account = accountOf({ department, year, project, opening, lastYear });
  const forms = new FormSet(account, style);
  return sampleOf({
    stem: 'drawn',
    account,
    kind,
    unit: '万元',
    face: new StandardFace(),
    manner: { ...manner, size },
    date: '二〇二四年九月',
    cover: [department, `${year}年度${kind}`],
    duties: ['负责档案工作。'],
    ...(units && { units }),
    leaves: [forms.summary(1), forms.appropriation(4)].map((sheet) => ({ sheet })),
    foot: (page) => `- ${page} -`,
  }).bytes;
}

function accountOf({
  department,
  year,
  project,
  opening,
  lastYear,
}: Required<Pick<Wanted, 'department' | 'year' | 'project' | 'opening' | 'lastYear'>>): Account {
  return consistent({
    department,
    year,
    flows: flowLines(`
      2012601 行政运行 general 120.00 120.00 0.00
      2012604 档案馆 general 40.00 0.00 ${project} ${opening}`),
    economic: economicLines(`
      30101 基本工资 100.00
      30201 办公费    20.00`),
    threePublic: { budget: threePublic('0', '0', '0', '0'), final: threePublic('0', '0', '0', '0') },
    surplusUsed: 0n,
    distribution: 0n,
    lastYear: { total: amount(lastYear), fiscal: amount(lastYear) },
  });
}
