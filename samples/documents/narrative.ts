/** The words around the tables of a made-up account; their figures are the account's. */
import {
  type Account,
  BUDGETS,
  economicTotal,
  fiscalTotal,
  from,
  grandTotal,
  isPersonnel,
  notBusiness,
  spent,
  sumOf,
  threePublicTotal,
  vehicles,
} from '../accounts/account.js';
import { type Amount, decimal, percent, toWan } from '../accounts/amount.js';
import { functionName } from '../accounts/books.js';

export type Kind = '部门决算' | '单位决算' | '部门预算' | '单位预算';

/** What the tables are called, in their order. */
export function contents(account: Account, kind: Kind, titles: string[], explanations: string[]): string[] {
  const { department, year } = account;
  return [
    `第一部分 ${department}概况`,
    '一、主要职能',
    '二、机构设置',
    `第二部分 ${year}年度${kind}表`,
    ...titles.map((title, index) => `${'一二三四五六七八九'[index]}、${title}`),
    `第三部分 ${year}年度${kind}情况说明`,
    ...explanations.filter((paragraph) => /^[一二三四五六七八九]、/.test(paragraph)),
    '第四部分 名词解释',
  ];
}

/** `units`: the names of the 单位 a department covers; none for one that covers itself alone. */
export function overview(account: Account, duties: string[], units: string[] = []): string[] {
  const numbered = duties.map((duty, index) => `（${'一二三四五六'[index]}）${duty}`);
  return [
    '一、主要职能',
    ...numbered,
    '二、机构设置',
    ...(units.length === 0
      ? [`${account.department}内设办公室、财务科、综合科等机构，纳入本年度决算编制范围的单位共 1 个。`]
      : [
          `纳入${account.department}${account.year}年度部门决算编制范围的单位包括：`,
          ...units.map((unit, index) => `${index + 1}. ${unit}`),
        ]),
  ];
}

/**
 * `unit` is that of the tables; prose is in 万元 throughout. `initial`: what the account says the budget of the year's beginning was for
 * 一般公共预算.
 */
export function explanation(account: Account, unit: '元' | '万元', initial?: Amount): string[] {
  const { flows, year, lastYear } = account;
  const wan = (value: Amount) => `${decimal(unit === '元' ? toWan(value) : value)}万元`;
  const income = sumOf(flows, (flow) => flow.income);
  const expenditure = sumOf(flows, spent);
  const general = from(flows, 'general');
  const ordinary = notBusiness(flows);
  const [basic, project] = [sumOf(ordinary, (flow) => flow.basic), sumOf(ordinary, (flow) => flow.project)];
  const generalSpent = sumOf(general, spent);
  const [budget, final] = [account.threePublic.budget, account.threePublic.final];
  const publicCosts = economicTotal(account, (code) => !isPersonnel(code));
  return [
    '一、收入支出决算总体情况说明',
    `${year}年度收、支总计均为${wan(grandTotal(account))}。与上年度相比，收、支总计各${change(grandTotal(account), lastYear.total, wan)}。`,
    '二、收入决算情况说明',
    `${year}年度收入合计${wan(income)}，其中：财政拨款收入${share(
      sumOf(from(flows, ...BUDGETS), (flow) => flow.income),
      income,
      wan,
    )}；其他收入${share(
      sumOf(from(flows, 'other'), (flow) => flow.income),
      income,
      wan,
    )}。`,
    '三、支出决算情况说明',
    `${year}年度支出合计${wan(expenditure)}，其中：基本支出${share(basic, expenditure, wan)}；项目支出${share(project, expenditure, wan)}。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${year}年度财政拨款收、支总计均为${wan(fiscalTotal(account))}。与上年度相比，财政拨款收、支总计各${change(fiscalTotal(account), lastYear.fiscal, wan)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `${year}年度一般公共预算财政拨款支出${wan(generalSpent)}，占本年支出合计的${percent(generalSpent, expenditure)}%，主要用于以下方面：${classShares(account, generalSpent, wan)}。`,
    ...(initial === undefined
      ? []
      : [
          `${year}年度一般公共预算财政拨款支出年初预算为${wan(initial)}，支出决算为${wan(generalSpent)}，完成年初预算的${percent(generalSpent, initial)}%。`,
        ]),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${year}年度一般公共预算财政拨款基本支出${wan(sumOf(general, (flow) => flow.basic))}，其中：人员经费${wan(economicTotal(account, isPersonnel))}，公用经费${wan(publicCosts)}。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    `${year}年度“三公”经费支出预算为${wan(threePublicTotal(budget))}，支出决算为${wan(threePublicTotal(final))}，完成预算的${percent(threePublicTotal(final), threePublicTotal(budget))}%。其中：因公出国（境）费支出决算${wan(final.abroad)}；公务用车购置及运行维护费支出决算${wan(vehicles(final))}；公务接待费支出决算${wan(final.reception)}。`,
    '八、机关运行经费支出情况说明',
    `${year}年度机关运行经费支出${wan(publicCosts)}。`,
  ];
}

export const GLOSSARY = [
  '一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。',
  '二、其他收入：指单位取得的除上述收入以外的各项收入。',
  '三、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
  '四、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。',
  '五、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。',
];

function share(part: Amount, whole: Amount, wan: (value: Amount) => string): string {
  return `${wan(part)}，占${percent(part, whole)}%`;
}

function change(now: Amount, before: Amount, wan: (value: Amount) => string): string {
  const difference = now - before;
  const size = difference < 0n ? -difference : difference;
  const [verb, rate] = difference < 0n ? ['减少', '下降'] : ['增加', '增长'];
  return `${verb}${wan(size)}，${rate}${percent(size, before)}%`;
}

function classShares(account: Account, whole: Amount, wan: (value: Amount) => string): string {
  const general = from(account.flows, 'general');
  const classes = [...new Set(general.map((flow) => flow.code.slice(0, 3)))].toSorted();
  return classes
    .map((code) => {
      const part = sumOf(
        general.filter((flow) => flow.code.startsWith(code)),
        spent,
      );
      return `${functionName(code).replace(/支出$/, '')}（类）支出${share(part, whole, wan)}`;
    })
    .join('；');
}
