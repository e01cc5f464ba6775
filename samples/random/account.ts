/** A made-up year of a made-up department, from a seed; every sum holds. */
import { type Account, consistent, type EconomicLine, type Flow, type ThreePublic } from '../accounts/account.js';
import type { Amount } from '../accounts/amount.js';
import { type Code, PERSONNEL_BOOK, PUBLIC_BOOK } from '../accounts/books.js';
import { CAPITAL_FUNCTIONS, FUND_FUNCTIONS, GENERAL_FUNCTIONS } from './functions.js';
import type { RandomLayout } from './layout.js';
import type { Random } from './random.js';

const PLACES = ['东岭', '西岸', '南坪', '北渡', '云溪', '石门坎', '青湾', '柳塘'];
const KINDS = ['县水利局', '市体育局', '区民政局', '县文化馆', '市市场监督管理局', '县应急管理局'];

type Choice = Pick<RandomLayout, 'functions' | 'unit' | 'fund' | 'capital'>;

export function randomAccount(random: Random, choice: Choice): Account {
  const money = (share: number) => randomAmount(random, choice.unit, share);
  const general = random.some(GENERAL_FUNCTIONS, choice.functions).map((code) => generalFlow(random, code, money));
  const fund =
    choice.fund === 'filled'
      ? random.some(FUND_FUNCTIONS, random.between(1, 2)).map((code) => budgetFlow(code, 'fund', random, money))
      : [];
  const capital = choice.capital === 'filled' ? CAPITAL_FUNCTIONS.map((code) => budgetFlow(code, 'capital', random, money)) : [];
  const basic = general.reduce((sum, flow) => sum + flow.basic, 0n);
  const economic = economicOf(random, basic);
  const final = threePublicOf(economic, random.chance(0.3) ? money(0.01) : 0n);
  return consistent({
    department: `${random.pick(PLACES)}${random.pick(KINDS)}`,
    year: random.between(2019, 2024),
    flows: [...general, ...fund, ...capital, ...otherFlows(random, general, money)],
    economic,
    threePublic: { budget: budgetFor(random, final), final },
    surplusUsed: random.chance(0.3) ? money(0.05) : 0n,
    distribution: 0n,
    lastYear: { total: 0n, fiscal: 0n },
  });
}

/** `share` 1: up to eight digits before the point in 元, four in 万元. */
function randomAmount(random: Random, unit: RandomLayout['unit'], share: number): Amount {
  const digits = (unit === '元' ? 9 : 5) + random.between(0, 1);
  const most = Math.max(200, Math.floor(10 ** digits * share));
  const value = BigInt(random.between(1, most));
  // Round sums end in zeros.
  return random.chance(0.3) ? (value / 100n + 1n) * 100n : value;
}

function generalFlow(random: Random, { code, name }: Code, money: (share: number) => Amount): Flow {
  const basic = random.chance(0.6) ? money(1) : 0n;
  const project = basic === 0n || random.chance(0.3) ? money(2) : 0n;
  const opening = random.chance(0.15) ? money(0.2) : 0n;
  const left = random.chance(0.15) ? money(0.1) : 0n;
  // What is left over was taken in; an opening balance adds to it.
  return { code, name, source: 'general', income: basic + project + left, basic, project, opening };
}

function budgetFlow({ code, name }: Code, source: 'fund' | 'capital', random: Random, money: (share: number) => Amount): Flow {
  const project = money(1);
  const opening = source === 'fund' && random.chance(0.5) ? money(0.1) : 0n;
  return { code, name, source, income: project, basic: 0n, project, opening };
}

/** Money from elsewhere on some of the same functions; where it was paid back out of what was there before, income is negative. */
function otherFlows(random: Random, general: Flow[], money: (share: number) => Amount): Flow[] {
  return random.some(general, random.between(0, 3)).map(({ code, name }): Flow => {
    const source = random.pick(['other', 'superior', 'operations', 'business'] as const);
    if (random.chance(0.4)) {
      const opening = money(0.05);
      return { code, name, source, income: -opening, basic: 0n, project: 0n, opening };
    }
    const project = money(0.3);
    return { code, name, source, income: project, basic: 0n, project, opening: 0n };
  });
}

/** `basic` cut over some of the economic items. */
function economicOf(random: Random, basic: Amount): EconomicLine[] {
  const items = [...PERSONNEL_BOOK, ...PUBLIC_BOOK].filter(({ code }) => code.length === 5);
  const chosen = random.some(items, random.between(3, 24));
  let left = basic;
  return chosen.map(({ code, name }, index) => {
    const isLast = index === chosen.length - 1;
    const share = (left * BigInt(random.between(50, 350))) / 1000n;
    const amount = isLast ? left : share;
    left -= amount;
    return { code, name, amount };
  });
}

/** What basic expenditure holds of it, and `more` for the vehicles out of projects. */
function threePublicOf(economic: EconomicLine[], more: Amount): ThreePublic {
  const on = (code: string) => economic.find((line) => line.code === code)?.amount ?? 0n;
  return { abroad: on('30212'), purchase: on('31013'), operation: on('30231') + more, reception: on('30217') };
}

function budgetFor(random: Random, final: ThreePublic): ThreePublic {
  const above = (amount: Amount) => amount + (amount * BigInt(random.between(0, 40))) / 100n;
  const { abroad, purchase, operation, reception } = final;
  return { abroad: above(abroad), purchase: above(purchase), operation: above(operation), reception: above(reception) };
}
