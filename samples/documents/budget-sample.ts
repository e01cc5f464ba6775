/** A budget as a sample: cover, contents, tables, prose. */
import { Book } from '../drawing/book.js';
import { expectedTable } from '../expected.js';
import { BUDGET_GLOSSARY, type BudgetWords, budgetContents, budgetExplanation, budgetOverview } from './budget-narrative.js';
import type { Plan, Sample } from './sample.js';

export interface BudgetPlan extends Pick<Plan, 'stem' | 'face' | 'manner' | 'date' | 'duties' | 'leaves' | 'foot'> {
  words: BudgetWords;
  /** In some provinces the tables stand after all prose. */
  tablesLast?: boolean;
}

/** Tables of more columns stand on larger paper. */
const WIDEST_ON_A4 = 9;

export function budgetSample(plan: BudgetPlan): Sample {
  const { words, leaves } = plan;
  const { budget, kind } = words;
  const { department, year } = budget;
  const title = `${department}${year}年${kind}`;
  const explained = budgetExplanation(words);
  const titles = leaves.map(({ sheet }) => sheet.title);
  const empty = leaves.flatMap(({ sheet }) => (sheet.statement === null ? [] : [sheet.title]));
  const book = new Book(plan.face, plan.manner);
  const tables = () => {
    book.part(`第二部分 ${year}年${kind}表`);
    for (const { sheet, manner, breaks } of leaves) {
      const wide = sheet.columns.length > WIDEST_ON_A4 ? ({ landscape: true, format: 'A3' } as const) : {};
      book.table(sheet, { ...wide, ...manner }, breaks);
    }
  };
  book.cover([`${year}年`, department, kind], plan.date);
  book.contents(budgetContents(words, titles, explained, empty));
  book.part(`第一部分 ${department}概况`);
  book.prose(budgetOverview(words, plan.duties));
  if (!plan.tablesLast) tables();
  book.part(`第三部分 ${year}年${kind}情况说明`);
  book.prose(explained);
  book.part('第四部分 名词解释');
  book.prose(BUDGET_GLOSSARY);
  if (plan.tablesLast) tables();
  const bytes = book.finish(title, plan.foot);
  const document = { kind, department, year };
  return {
    stem: plan.stem,
    bytes,
    expected: { outcome: { status: 'ok', reason: null }, document, tables: book.tables.map(expectedTable) },
  };
}
