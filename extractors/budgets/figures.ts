/** Figures of budgets that other documents restate, by the names that families share. */
import type { NamedCodes, NamedFigure } from '../across.js';
import type { ComparedFigure } from '../presentation.js';
import {
  BESIDE_THREE_PUBLIC,
  type BesideThreePublicItem,
  besideThreePublicItems,
  comparedBeside,
  comparedThreePublic,
  figure,
  place,
  THREE_PUBLIC,
  type ThreePublicItem,
  threePublicFigures,
} from '../shared/across.js';

const summary = (words: string, concepts: readonly string[], column: string) =>
  figure(words, ...concepts.map((concept) => place('budget-summary', concept, column)));

/** What general budgets are called in the columns of 深圳, where each item stands under the budgets that pay for it. */
const GENERAL_PUBLIC = 'general-public';

/** A 三公 item: a column of the only row or of 合计, of the year's row where years are rows, or a row of its own. */
const threePublic = (item: ThreePublicItem | BesideThreePublicItem): NamedFigure =>
  figure(
    { ...THREE_PUBLIC, ...BESIDE_THREE_PUBLIC }[item],
    ...[item, `${item}.${GENERAL_PUBLIC}`].flatMap((column) =>
      ['', 'total', 'budget'].map((concept) => place('budget-three-public', concept, column)),
    ),
    ...(item === 'total' ? ['three-public/total', 'total'] : [`three-public/${item}`]).flatMap((concept) =>
      ['budget', 'total'].map((column) => place('budget-three-public', concept, column)),
    ),
  );

/** The same of the year before, where the budget prints both years. */
export const threePublicLastYear = (item: ThreePublicItem): NamedFigure =>
  figure(
    `${THREE_PUBLIC[item]}上年预算数`,
    ...['', 'total'].map((concept) => place('budget-three-public', concept, `last-year.${item}`)),
    ...[item, `${item}.${GENERAL_PUBLIC}`].map((column) => place('budget-three-public', 'last-year', column)),
  );

/** How much it is more or less than the year before, where the budget prints that. */
export const threePublicChange = (item: ThreePublicItem): NamedFigure =>
  figure(
    `${THREE_PUBLIC[item]}增减额`,
    ...['', 'total'].map((concept) => place('budget-three-public', concept, `change.${item}`)),
    place('budget-three-public', 'change', item),
  );

/** 会议费 and 培训费, which stand beside the 三公. */
export const meetingFigures: readonly NamedFigure[] = besideThreePublicItems.map(threePublic);

const spending = (words: string, column: string) => figure(words, place('budget-general-public-expenditure', 'total', column));

/** Every budget prints it; other documents do not restate it. */
export const incomeTotal = summary('收入总计', ['total-income', 'total'], 'income');

export const budgetFigures = {
  'total-income': summary('本年收入合计', ['current-income'], 'income'),
  'total-expenditure': summary('本年支出合计', ['current-expenditure'], 'expenditure'),
  'grand-total': summary('支出总计', ['total-expenditure', 'total'], 'expenditure'),
  'general-public-appropriation': summary('一般公共预算拨款收入', ['general-public-appropriation'], 'income'),
  'government-fund-appropriation': summary('政府性基金预算拨款收入', ['government-fund-appropriation'], 'income'),
  'state-capital-appropriation': summary('国有资本经营预算拨款收入', ['state-capital-appropriation'], 'income'),
  'basic-expenditure': figure('基本支出', place('budget-expenditure', 'total', 'basic')),
  'project-expenditure': figure('项目支出', place('budget-expenditure', 'total', 'project')),
  'general-public-expenditure': spending('一般公共预算支出', 'total'),
  'general-public-basic': spending('一般公共预算基本支出', 'basic'),
  'general-public-project': spending('一般公共预算项目支出', 'project'),
  ...threePublicFigures(threePublic),
} as const satisfies Readonly<Record<string, NamedFigure>>;

/** 一般公共预算支出 by code. */
export const functionBudgets: NamedCodes = {
  words: '预算数',
  classification: 'function',
  places: [{ form: 'budget-general-public-expenditure', column: 'total' }],
};

const runningCosts = figure(
  '机关运行经费',
  place('budget-running-costs', 'total', 'total'),
  ...['', 'total'].map((concept) => place('budget-three-public', concept, 'running-costs')),
);

/** What documents are compared by. */
export const comparedFigures: Readonly<Record<string, ComparedFigure>> = {
  'total-income': { ...budgetFigures['total-income'], also: ['本年收入'] },
  'grand-total-income': { ...incomeTotal, also: ['收入'] },
  'total-expenditure': { ...budgetFigures['total-expenditure'], also: ['本年支出'] },
  'grand-total': { ...budgetFigures['grand-total'], also: ['支出'] },
  'general-public-expenditure': { ...budgetFigures['general-public-expenditure'], also: ['一般公共预算财政拨款支出'] },
  'basic-expenditure': { ...budgetFigures['basic-expenditure'], also: ['基本'] },
  'project-expenditure': { ...budgetFigures['project-expenditure'], also: ['项目'] },
  ...comparedThreePublic(budgetFigures),
  ...comparedBeside(threePublic, (concept) => ['total', 'public'].map((column) => place('budget-general-public-basic', concept, column))),
  'running-costs': { ...runningCosts, also: ['运行经费'], told: 'running-costs' },
  'closing-balance': { ...summary('结转下年', ['closing-balance'], 'expenditure'), also: ['年末结转'] },
};
