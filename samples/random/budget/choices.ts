/** What is chosen at random about a budget beside what is chosen about every document: the manner of its forms. */
import type { CodeStyle } from '../../forms/budget/coded.js';
import type { KindShape, SourceShape } from '../../forms/budget/columns.js';
import type { EconomicShape } from '../../forms/budget/economic.js';
import type { ItemManner } from '../../forms/budget/items.js';
import type { ThreePublicShape } from '../../forms/budget/three-public.js';

export interface BudgetChoices {
  units: 'one' | 'three';
  /** Of amounts: two; six, in 万元; none, in 元. */
  places: 'two' | 'six' | 'whole';
  code: CodeStyle;
  /** Rows of units above the codes they spend on, where codes stand in a column of their own. */
  unitsAbove: boolean;
  kinds: KindShape;
  sources: SourceShape;
  income: 'functions' | 'units' | 'one';
  sums: 'after' | 'before';
  depth: 'classes' | 'items';
  fiscal: 'fiscal-by-budget' | 'fiscal';
  economic: EconomicShape;
  threePublicRows: ThreePublicShape;
  items: ItemManner['units'];
  itemColumns: 'amount' | 'sources';
  total: 'first' | 'last';
  ordinalRow: 'none' | 'numbers' | 'stars';
  padding: 0 | 3;
  /** How titles are worded: 收支总表, 2025年收支预算总表, 收支总体情况表. */
  titles: 'plain' | 'year' | 'overall';
}

/** One value of each; the first is the plainest. */
export const BUDGET_CHOICES: { [Name in keyof BudgetChoices]: BudgetChoices[Name][] } = {
  units: ['one', 'three'],
  places: ['two', 'six', 'whole'],
  code: ['whole', 'indented', 'rows', 'bracketed', 'hyphened', 'names'],
  unitsAbove: [false, true],
  kinds: ['kinds', 'basic-with-parts', 'among', 'parts-alone', 'beside-last-year'],
  sources: ['plain', 'by-year', 'fiscal-and-own'],
  income: ['functions', 'units', 'one'],
  sums: ['after', 'before'],
  depth: ['classes', 'items'],
  fiscal: ['fiscal-by-budget', 'fiscal'],
  economic: ['whole', 'names', 'hyphened', 'split', 'both'],
  threePublicRows: ['row', 'two-years', 'units', 'items', 'years', 'years-by-budget'],
  items: ['beside', 'above', 'once'],
  itemColumns: ['amount', 'sources'],
  total: ['first', 'last'],
  ordinalRow: ['none', 'numbers', 'stars'],
  padding: [0, 3],
  titles: ['plain', 'year', 'overall'],
};
