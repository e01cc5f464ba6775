/** A department's made-up year: what it took in and spent, and everything the forms derive from that. */
import { type Amount, amount, decimal, total } from './amount.js';

/** Where money came from: the three budgets (general public, government fund, state capital), then the rest. */
export type Source = 'general' | 'fund' | 'capital' | 'superior' | 'operations' | 'business' | 'other';

/** Income and spending on one function out of one source. */
export interface Flow {
  code: string;
  name: string;
  source: Source;
  income: Amount;
  basic: Amount;
  project: Amount;
  opening: Amount;
}

export interface EconomicLine {
  code: string;
  name: string;
  amount: Amount;
}

export interface ThreePublic {
  abroad: Amount;
  purchase: Amount;
  operation: Amount;
  reception: Amount;
}

export interface Account {
  department: string;
  year: number;
  flows: Flow[];
  /** What the general public budget's basic expenditure was spent on. */
  economic: EconomicLine[];
  threePublic: { budget: ThreePublic; final: ThreePublic };
  /** 使用非财政拨款结余 */
  surplusUsed: Amount;
  /** 结余分配 */
  distribution: Amount;
  /** 收支总计 of the year before, and what of it was 财政拨款. */
  lastYear: { total: Amount; fiscal: Amount };
}

export const BUDGETS: Source[] = ['general', 'fund', 'capital'];

export function spent(flow: Flow): Amount {
  return flow.basic + flow.project;
}

export function sumOf(flows: Flow[], measure: (flow: Flow) => Amount): Amount {
  return total(flows.map(measure));
}

export function from(flows: Flow[], ...sources: Source[]): Flow[] {
  return flows.filter((flow) => sources.includes(flow.source));
}

/** Flows whose spending is 基本支出 or 项目支出: all but 经营. */
export function notBusiness(flows: Flow[]): Flow[] {
  return flows.filter((flow) => flow.source !== 'business');
}

/** 年末结转和结余 of some flows: opening + income - spending. */
export function closing(flows: Flow[]): Amount {
  return sumOf(flows, (flow) => flow.opening + flow.income - spent(flow));
}

/** 收支总计: all income, what was there before, and the surplus used. */
export function grandTotal(account: Account): Amount {
  return sumOf(account.flows, (flow) => flow.opening + flow.income) + account.surplusUsed;
}

export function fiscalTotal(account: Account): Amount {
  return sumOf(from(account.flows, ...BUDGETS), (flow) => flow.opening + flow.income);
}

/** 人员经费 is spent on 301 and 303, 公用经费 on the rest. */
export function isPersonnel(code: string): boolean {
  return code.startsWith('301') || code.startsWith('303');
}

export function economicTotal(account: Account, of: (code: string) => boolean): Amount {
  return total(account.economic.filter((line) => of(line.code)).map((line) => line.amount));
}

export function vehicles(items: ThreePublic): Amount {
  return items.purchase + items.operation;
}

export function threePublicTotal(items: ThreePublic): Amount {
  return items.abroad + vehicles(items) + items.reception;
}

/** @throws where the account breaks an identity the forms do not get from it by adding up. */
export function consistent(account: Account): Account {
  const basic = sumOf(from(account.flows, 'general'), (flow) => flow.basic);
  const economic = economicTotal(account, () => true);
  if (basic !== economic) throw new Error(`${account.department}: 基本支出 is ${decimal(basic)}, by economic code ${decimal(economic)}`);
  const overdrawn = account.flows.find((flow) => closing([flow]) < 0n && BUDGETS.includes(flow.source));
  if (overdrawn) throw new Error(`${account.department}: ${overdrawn.code} ${overdrawn.name} spent more than it had`);
  return account;
}

/** One flow a line: code, name, source, income, basic, project, and where there was one, the opening balance. */
export function flowLines(text: string): Flow[] {
  return fields(text).map(([code = '', name = '', source = '', income = '0', basic = '0', project = '0', opening = '0']) => {
    if (!isSource(source)) throw new Error(`${code} ${name}: ${source} is no source`);
    return { code, name, source, income: amount(income), basic: amount(basic), project: amount(project), opening: amount(opening) };
  });
}

/** One economic item a line: code, name, amount. */
export function economicLines(text: string): EconomicLine[] {
  return fields(text).map(([code = '', name = '', spent = '0']) => ({ code, name, amount: amount(spent) }));
}

/** One code a line: code, name. */
export function codeLines(text: string): { code: string; name: string }[] {
  return fields(text).map(([code = '', name = '']) => ({ code, name }));
}

export function threePublic(abroad: string, purchase: string, operation: string, reception: string): ThreePublic {
  return { abroad: amount(abroad), purchase: amount(purchase), operation: amount(operation), reception: amount(reception) };
}

function fields(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

function isSource(word: string): word is Source {
  return ['general', 'fund', 'capital', 'superior', 'operations', 'business', 'other'].includes(word);
}
