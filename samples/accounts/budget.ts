/** A department's made-up budget: what its units are going to spend, out of which money; everything the forms print is added up from that. */
import { type EconomicLine, isPersonnel, type ThreePublic } from './account.js';
import { type Amount, amount, decimal, total } from './amount.js';

/** Whose money it is: the three budgets, the special account of the treasury, then what units earn or are given. */
const BUDGET_SOURCES = ['general', 'fund', 'capital', 'special', 'operations', 'superior', 'other'] as const;

export type BudgetSource = (typeof BUDGET_SOURCES)[number];

export const FISCAL: readonly BudgetSource[] = ['general', 'fund', 'capital'];

/** 预算单位 */
export interface BudgetUnit {
  code: string;
  name: string;
}

/** What one unit spends on one function out of one source. */
export interface BudgetFlow {
  unit: string;
  code: string;
  name: string;
  source: BudgetSource;
  /** Left over from last year. */
  carried: boolean;
  personnel: Amount;
  public: Amount;
  project: Amount;
  /** What was budgeted for it last year. */
  last: Amount;
}

/** A project, out of a flow's money for projects. */
export interface BudgetProject {
  unit: string;
  name: string;
  source: BudgetSource;
  carried: boolean;
  amount: Amount;
}

/** 政府采购: `catalogue` is A 货物, B 工程 or C 服务. */
export interface Purchase {
  unit: string;
  catalogue: 'A' | 'B' | 'C';
  name: string;
  source: BudgetSource;
  amount: Amount;
}

export interface Budget {
  department: string;
  year: number;
  units: BudgetUnit[];
  flows: BudgetFlow[];
  /** What the basic expenditure of the general public budget is for. */
  economic: EconomicLine[];
  projects: BudgetProject[];
  purchases: Purchase[];
  /** Of this year and of the one before. */
  threePublic: { budget: ThreePublic; last: ThreePublic };
  /** 会议费 and 培训费 */
  conference: Amount;
  training: Amount;
}

export function planned(flow: BudgetFlow): Amount {
  return flow.personnel + flow.public + flow.project;
}

export function basicOf(flow: BudgetFlow): Amount {
  return flow.personnel + flow.public;
}

export function sumFlows(flows: BudgetFlow[], measure: (flow: BudgetFlow) => Amount): Amount {
  return total(flows.map(measure));
}

export function paidFrom(flows: BudgetFlow[], ...sources: readonly BudgetSource[]): BudgetFlow[] {
  return flows.filter((flow) => sources.includes(flow.source));
}

/** @throws where the budget breaks an identity the forms do not get from it by adding up. */
export function consistentBudget(budget: Budget): Budget {
  const { department, flows, economic, projects, units } = budget;
  const general = paidFrom(flows, 'general');
  const same = (what: string, one: Amount, other: Amount) => {
    if (one !== other) throw new Error(`${department}: ${what} is ${decimal(one)}, in detail ${decimal(other)}`);
  };
  const spentOn = (personnel: boolean) => total(economic.filter((line) => isPersonnel(line.code) === personnel).map((line) => line.amount));
  same(
    '人员经费',
    sumFlows(general, (flow) => flow.personnel),
    spentOn(true),
  );
  same(
    '公用经费',
    sumFlows(general, (flow) => flow.public),
    spentOn(false),
  );
  const places = new Set([...flows.filter((flow) => flow.project !== 0n), ...projects].map(placeOf));
  for (const place of places) {
    const inFlows = flows.filter((flow) => placeOf(flow) === place);
    const listed = projects.filter((project) => placeOf(project) === place);
    same(
      `项目支出 ${place}`,
      sumFlows(inFlows, (flow) => flow.project),
      total(listed.map((project) => project.amount)),
    );
  }
  const stranger = [...flows, ...projects].find(({ unit }) => units.every(({ code }) => code !== unit));
  if (stranger) throw new Error(`${department}: ${stranger.unit} is no unit of it`);
  return budget;
}

function placeOf({ unit, source, carried }: Pick<BudgetFlow, 'unit' | 'source' | 'carried'>): string {
  return `${unit} ${source}${carried ? ' carried' : ''}`;
}

/** One flow a line: unit, code, name, source (`general+` where it is carried over), personnel, public, project, last year's budget. */
export function budgetFlowLines(text: string): BudgetFlow[] {
  return words(text).map(([unit = '', code = '', name = '', source = '', personnel = '0', common = '0', project = '0', last = '0']) => ({
    unit,
    code,
    name,
    ...sourceOf(source),
    personnel: amount(personnel),
    public: amount(common),
    project: amount(project),
    last: amount(last),
  }));
}

/** One project a line: unit, name, source, amount. */
export function projectLines(text: string): BudgetProject[] {
  return words(text).map(([unit = '', name = '', source = '', value = '0']) => ({
    unit,
    name,
    ...sourceOf(source),
    amount: amount(value),
  }));
}

/** One purchase a line: unit, letter of the catalogue, name, source, amount. */
export function purchaseLines(text: string): Purchase[] {
  return words(text).map(([unit = '', catalogue = '', name = '', source = '', value = '0']) => {
    if (catalogue !== 'A' && catalogue !== 'B' && catalogue !== 'C') throw new Error(`${name}: ${catalogue} is no part of the catalogue`);
    return { unit, catalogue, name, source: sourceOf(source).source, amount: amount(value) };
  });
}

function sourceOf(word: string): { source: BudgetSource; carried: boolean } {
  const source = BUDGET_SOURCES.find((candidate) => candidate === word.replace('+', ''));
  if (source === undefined) throw new Error(`${word} is no source`);
  return { source, carried: word.endsWith('+') };
}

function words(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}
