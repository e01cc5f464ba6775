/** A made-up budget of a made-up department, from a seed; every sum holds. */
import type { EconomicLine, ThreePublic } from '../../accounts/account.js';
import { type Amount, total } from '../../accounts/amount.js';
import { type Code, PERSONNEL_BOOK, PUBLIC_BOOK } from '../../accounts/books.js';
import {
  type Budget,
  type BudgetFlow,
  type BudgetProject,
  type BudgetSource,
  type BudgetUnit,
  consistentBudget,
  type Purchase,
  paidFrom,
  sumFlows,
} from '../../accounts/budget.js';
import { CAPITAL_FUNCTIONS, FUND_FUNCTIONS, GENERAL_FUNCTIONS } from '../functions.js';
import type { RandomLayout } from '../layout.js';
import type { Random } from '../random.js';
import type { BudgetChoices } from './choices.js';

const PLACES = ['东岭', '西岸', '南坪', '北渡', '云溪', '石门坎', '青湾', '柳塘'];
const OFFICES = ['县水利局', '市体育局', '区民政局', '市市场监督管理局', '县应急管理局'];
const BELOW = ['信息中心', '综合服务中心', '培训中心', '监测站'];
const THINGS = ['设备更新', '业务培训', '宣传推广', '专项检查', '信息系统运行维护', '房屋维修', '课题研究', '志愿服务'];
const GOODS: [catalogue: Purchase['catalogue'], name: string][] = [
  ['A', '台式计算机'],
  ['A', '办公家具'],
  ['B', '房屋修缮'],
  ['C', '物业管理服务'],
  ['C', '印刷服务'],
];

/** Names without codes mean what they mean in the book in use: 市场主体管理 became 经营主体管理. */
const FUNCTIONS = GENERAL_FUNCTIONS.map((code) => (code.code === '2013804' ? { ...code, name: '经营主体管理' } : code));

/** Makes up an amount of a size: 1 is the size of a function's basic expenditure. */
type Money = (share: number) => Amount;

export function randomBudget(random: Random, layout: RandomLayout, choices: BudgetChoices): Budget {
  const money: Money = (share) => randomAmount(random, layout, choices, share);
  const department = `${random.pick(PLACES)}${random.pick(OFFICES)}`;
  const units = unitsOf(random, department, choices);
  const flows = flowsOf(random, layout, units, money);
  const general = paidFrom(flows, 'general');
  const personnel = cut(
    random,
    sumFlows(general, (flow) => flow.personnel),
    PERSONNEL_BOOK,
    random.between(2, 9),
  );
  const common = cut(
    random,
    sumFlows(general, (flow) => flow.public),
    PUBLIC_BOOK,
    random.between(2, 14),
  );
  const budget = threePublicOf(common);
  return consistentBudget({
    department,
    year: random.between(2020, 2026),
    units,
    flows,
    economic: [...personnel, ...common],
    projects: projectsOf(random, flows),
    purchases: random.some(GOODS, random.between(1, 4)).map(([catalogue, name]) => {
      return { unit: random.pick(units).code, catalogue, name, source: 'general', amount: money(0.1) };
    }),
    threePublic: { budget, last: lastOf(random, budget) },
    conference: 0n,
    training: amountOn(common, '30216'),
  });
}

/** 元 without decimals are whole; 万元 with six decimals are counted in 分. */
function randomAmount(random: Random, { unit }: RandomLayout, { places }: BudgetChoices, share: number): Amount {
  const digits = places === 'two' && unit === '万元' ? 5 : 8;
  const value = BigInt(random.between(1, Math.max(200, Math.floor(10 ** digits * share))));
  const isRound = places === 'whole' || random.chance(0.3);
  return isRound ? (value / 100n + 1n) * 100n : value;
}

function unitsOf(random: Random, department: string, { units }: BudgetChoices): BudgetUnit[] {
  const first = random.between(101, 689) * 1000 + 1;
  const names = units === 'one' ? [department] : [department, ...random.some(BELOW, 2).map((name) => `${department.slice(0, 3)}${name}`)];
  return names.map((name, index) => ({ code: String(first + index), name }));
}

function flowsOf(random: Random, layout: RandomLayout, units: BudgetUnit[], money: Money): BudgetFlow[] {
  const general = random.some(FUNCTIONS, layout.functions).map((code, index) => {
    // The first function pays people and goods, so that there is basic expenditure.
    const isBasic = index === 0 || random.chance(0.6);
    const parts = { personnel: isBasic ? money(1) : 0n, public: isBasic && (index === 0 || random.chance(0.5)) ? money(0.3) : 0n };
    const project = !isBasic || random.chance(0.3) ? money(1) : 0n;
    return flowOf(random, code, index === 0 ? units[0] : random.pick(units), 'general', { ...parts, project });
  });
  const only = (code: Code, source: BudgetSource, carried: boolean) =>
    flowOf(random, code, random.pick(units), source, { personnel: 0n, public: 0n, project: money(0.5) }, carried);
  const filled = (choice: RandomLayout['fund'], codes: Code[], source: BudgetSource) =>
    choice === 'filled' ? [only(random.pick(codes), source, random.chance(0.3))] : [];
  const codes = random.some(general, random.between(0, 3));
  const others = codes.map((code) => only(code, random.pick(['special', 'operations', 'superior', 'other'] as const), false));
  const carried = random.some(general, random.between(0, 2)).map((code) => only(code, 'general', true));
  return [
    ...general,
    ...carried,
    ...others,
    ...filled(layout.fund, FUND_FUNCTIONS, 'fund'),
    ...filled(layout.capital, CAPITAL_FUNCTIONS, 'capital'),
  ];
}

function flowOf(
  random: Random,
  { code, name }: Code,
  unit: BudgetUnit | undefined,
  source: BudgetSource,
  parts: Pick<BudgetFlow, 'personnel' | 'public' | 'project'>,
  carried = false,
): BudgetFlow {
  const all = parts.personnel + parts.public + parts.project;
  const last = carried ? 0n : ((all * BigInt(random.between(70, 130))) / 10_000n) * 100n;
  return { unit: unit?.code ?? '', code, name, source, carried, ...parts, last };
}

/** `whole` cut over some of the items of a book. */
function cut(random: Random, whole: Amount, book: Code[], count: number): EconomicLine[] {
  const chosen = random.some(
    book.filter(({ code }) => code.length === 5),
    count,
  );
  let left = whole;
  return chosen.map(({ code, name }, index) => {
    const share = ((left * BigInt(random.between(50, 350))) / 100_000n) * 100n;
    const amount = index === chosen.length - 1 ? left : share;
    left -= amount;
    return { code, name, amount };
  });
}

function amountOn(economic: EconomicLine[], code: string): Amount {
  return total(economic.filter((line) => line.code === code).map((line) => line.amount));
}

function threePublicOf(economic: EconomicLine[]): ThreePublic {
  const on = (code: string) => amountOn(economic, code);
  return { abroad: on('30212'), purchase: on('31013'), operation: on('30231'), reception: on('30217') };
}

/** Last year's, not less. */
function lastOf(random: Random, { abroad, purchase, operation, reception }: ThreePublic): ThreePublic {
  const above = (amount: Amount) => amount + ((amount * BigInt(random.between(0, 40))) / 10_000n) * 100n;
  return { abroad: above(abroad), purchase: above(purchase), operation: above(operation), reception: above(reception) };
}

/** The project money of each flow as one project or two. */
function projectsOf(random: Random, flows: BudgetFlow[]): BudgetProject[] {
  return flows
    .filter((flow) => flow.project !== 0n)
    .flatMap(({ unit, source, carried, name, project }) => {
      const half = (project / 200n) * 100n;
      const parts = half > 0n && random.chance(0.3) ? [half, project - half] : [project];
      return parts.map((amount) => ({ unit, name: `${name}${random.pick(THINGS)}`, source, carried, amount }));
    });
}
