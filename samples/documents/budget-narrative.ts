/** The words around the tables of a made-up budget; their figures are the budget's. */
import { type ThreePublic, threePublicTotal, vehicles } from '../accounts/account.js';
import { type Amount, percent, total } from '../accounts/amount.js';
import { functionName } from '../accounts/books.js';
import { type Budget, basicOf, FISCAL, paidFrom, planned, sumFlows } from '../accounts/budget.js';
import { numeral } from '../forms/summary.js';

/** `wan`: an amount of the budget as its prose prints it, with 万元. */
export interface BudgetWords {
  budget: Budget;
  kind: '部门预算' | '单位预算';
  wan: (value: Amount) => string;
}

/** What the tables are called, in their order; `empty`: the titles behind which 是否空表 says 是. */
export function budgetContents({ budget, kind }: BudgetWords, titles: string[], explained: string[], empty: string[]): string[] {
  return [
    `第一部分 ${budget.department}概况`,
    `第二部分 ${budget.year}年${kind}表`,
    ...titles.map((title, index) => `${numeral(index + 1)}、${title}${empty.includes(title) ? '（空表）' : ''}`),
    `第三部分 ${budget.year}年${kind}情况说明`,
    ...explained.filter((paragraph) => /^[一二三四五六七八九十]+、/.test(paragraph)),
    '第四部分 名词解释',
  ];
}

export function budgetOverview({ budget, kind }: BudgetWords, duties: string[]): string[] {
  const { department, year, units } = budget;
  const alone = `${department}内设办公室、规划财务科、业务科等机构，没有下属单位。`;
  const several = [
    `纳入${department}${year}年${kind}编制范围的预算单位共${units.length}个：`,
    ...units.map(({ name }, i) => `${i + 1}. ${name}`),
  ];
  return [
    '一、主要职能',
    ...duties.map((duty, index) => `（${numeral(index + 1)}）${duty}`),
    '二、机构设置',
    ...(units.length > 1 ? several : [alone]),
  ];
}

export function budgetExplanation({ budget, wan }: BudgetWords): string[] {
  const { flows, year } = budget;
  const general = paidFrom(flows, 'general');
  const fiscal = paidFrom(flows, ...FISCAL);
  const all = sumFlows(flows, planned);
  const last = (some: typeof flows) => sumFlows(some, (flow) => flow.last);
  const carried = sumFlows(
    flows.filter((flow) => flow.carried),
    planned,
  );
  const share = (part: Amount, whole: Amount) => `${wan(part)}，占${percent(part, whole)}%`;
  const [basic, project] = [sumFlows(flows, basicOf), sumFlows(flows, (flow) => flow.project)];
  const [generalAll, fund] = [sumFlows(general, planned), sumFlows(paidFrom(flows, 'fund'), planned)];
  const common = sumFlows(general, (flow) => flow.public);
  return [
    '一、收支预算总体情况',
    `${year}年收支总预算${wan(all)}，其中：本年收入${wan(all - carried)}，上年结转结余${wan(carried)}。与上年相比，收支总预算${change(all, last(flows), wan)}。`,
    '二、收入预算情况',
    `${year}年收入预算合计${wan(all)}，其中：财政拨款收入（含上年结转）${share(sumFlows(fiscal, planned), all)}；其他资金${share(all - sumFlows(fiscal, planned), all)}。`,
    '三、支出预算情况',
    `${year}年支出预算合计${wan(all)}，其中：基本支出${share(basic, all)}；项目支出${share(project, all)}。`,
    '四、财政拨款收支预算情况',
    `${year}年财政拨款收支总预算${wan(sumFlows(fiscal, planned))}，与上年相比${change(sumFlows(fiscal, planned), last(fiscal), wan)}。`,
    '五、一般公共预算支出预算情况',
    `${year}年一般公共预算支出预算${wan(generalAll)}，与上年相比${change(generalAll, last(general), wan)}。其中：${classShares(budget, wan)}。`,
    '六、一般公共预算基本支出预算情况',
    `${year}年一般公共预算基本支出预算${wan(sumFlows(general, basicOf))}，其中：人员经费${wan(sumFlows(general, (flow) => flow.personnel))}，公用经费${wan(common)}。`,
    '七、“三公”经费预算情况',
    threePublicText(budget, wan),
    '八、政府性基金预算支出预算情况',
    fund === 0n ? `${year}年没有使用政府性基金预算安排的支出。` : `${year}年政府性基金预算支出预算${wan(fund)}。`,
    '九、机关运行经费情况',
    `${year}年机关运行经费预算${wan(common)}。`,
    '十、政府采购情况',
    purchasesText(budget, wan),
    '十一、绩效目标设置情况',
    `${year}年实行绩效目标管理的项目${budget.projects.length}个，涉及预算资金${wan(project)}。`,
  ];
}

export const BUDGET_GLOSSARY = [
  '一、财政拨款收入：指由同级财政当年安排的资金。',
  '二、上年结转：指以前年度没有用完、按规定留到本年继续使用的资金。',
  '三、基本支出：指维持机构运转和完成日常工作所需的人员经费和公用经费。',
  '四、项目支出：指在基本支出之外，为完成特定任务安排的支出。',
];

function threePublicText({ year, threePublic }: Budget, wan: (value: Amount) => string): string {
  const { budget, last } = threePublic;
  const item = (name: string, of: (items: ThreePublic) => Amount) =>
    `${name}${wan(of(budget))}，与上年相比${change(of(budget), of(last), wan)}`;
  const items = [
    item('因公出国（境）费', (items) => items.abroad),
    item('公务用车购置及运行维护费', vehicles),
    item('公务接待费', (items) => items.reception),
  ];
  const [now, before] = [threePublicTotal(budget), threePublicTotal(last)];
  return `${year}年“三公”经费预算${wan(now)}，与上年相比${change(now, before, wan)}。其中：${items.join('；')}。`;
}

function purchasesText({ year, purchases }: Budget, wan: (value: Amount) => string): string {
  const of = (letter: string) => total(purchases.filter((purchase) => purchase.catalogue === letter).map((purchase) => purchase.amount));
  const all = total(purchases.map((purchase) => purchase.amount));
  return `${year}年政府采购预算${wan(all)}，其中：货物${wan(of('A'))}，工程${wan(of('B'))}，服务${wan(of('C'))}。`;
}

function classShares({ flows }: Budget, wan: (value: Amount) => string): string {
  const general = paidFrom(flows, 'general');
  const whole = sumFlows(general, planned);
  const classes = [...new Set(general.map((flow) => flow.code.slice(0, 3)))].toSorted();
  return classes
    .map((code) => {
      const part = sumFlows(
        general.filter((flow) => flow.code.startsWith(code)),
        planned,
      );
      return `${functionName(code).replace(/支出$/, '')}（类）支出${wan(part)}，占${percent(part, whole)}%`;
    })
    .join('；');
}

function change(now: Amount, before: Amount, wan: (value: Amount) => string): string {
  if (now === before) return '持平';
  const size = now > before ? now - before : before - now;
  const [verb, rate] = now > before ? ['增加', '增长'] : ['减少', '下降'];
  return `${verb}${wan(size)}${before === 0n ? '' : `，${rate}${percent(size, before)}%`}`;
}
