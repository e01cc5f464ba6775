import { measures } from '../../../../extractors/final-accounts/prose/measures.js';
import { categories } from '../../../../extractors/shared/categories.js';
import type { Form } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import type { Scope } from '../text/chapters.js';
import { functionMeasure, runningCosts } from './named-measures.js';

/** One figure of a table: the row by its concept, the column by its key. */
export interface Selector {
  readonly form: Form;
  readonly row: string;
  readonly column: string;
}

/** Where a measure is printed: one figure, or several that add up to it. */
export type Home = readonly Selector[];

/** Something prose gives a figure for, and where the tables print the same figure. */
export interface Measure {
  /** As a person calls it; one measure has one title. */
  readonly title: string;
  /** Bare words that mean it and nothing else. */
  readonly names: readonly string[];
  /** By the account a chapter is about: where none is listed, the tables say nothing of it there. Any one of them may be meant. */
  readonly homes: Partial<Record<Scope | 'any', readonly Home[]>>;
  /** Where its budget is printed. */
  readonly budget?: readonly Home[];
}

const byName = new Map([...measures, runningCosts].flatMap((measure) => measure.names.map((name) => [name, measure] as const)));
/** What the 类 say below a heading of another kind than their own: too short to be beyond doubt without （类）. */
const NEEDS_LEVEL: ReadonlySet<string> = new Set(['229', '227', '230', '223']);

const byCategory = new Map(
  Object.entries(categories).flatMap(([code, names]) =>
    names.flatMap((name) => {
      const short = bare(name).replace(/支出$/u, '');
      return [short, short.replace(/等$/u, '')].map((n) => [n, code] as const);
    }),
  ),
);

/** The measure that bare words name beyond doubt, null where they do not. `level` and `code`: what is printed in brackets behind them. */
export function measureNamed(name: string, level: string | null = null, code: string | null = null): Measure | null {
  if (code !== null) return functionMeasure(code, name);
  const category = level === null || level === '类' ? categoryNamed(name, level !== null) : null;
  return byName.get(name) ?? (category === null ? null : functionMeasure(category, name));
}

/** The measure that a share is said to be of: “三公”经费财政拨款支出决算总额, 全部支出. */
export function wholeNamed(of: string): Measure | null {
  const short = of.replace(/(?:总额|总数|总量)$/u, '').replace(/决算$/u, '');
  return measureNamed(of) ?? measureNamed(short) ?? measureNamed(`${short}合计`);
}

/** The code of the 类 that bare words name: 科学技术支出, with （类） also 科学技术; null where they name none. */
export function categoryNamed(name: string, marked: boolean): string | null {
  const code = byCategory.get(name.replace(/支出$/u, '').replace(/等$/u, '')) ?? byCategory.get(name.replace(/支出$/u, ''));
  if (code === undefined || (!marked && (NEEDS_LEVEL.has(code) || !/支出$/u.test(name)))) return null;
  return code;
}

/** Chapters whose figures may be budgets, contracts or projects: the tables say nothing of them. */
const APART: ReadonlySet<Scope | null> = new Set(['performance', 'procurement', 'assets']);

/** Where the tables print a measure, as a chapter about `scope` means it. */
export function homesOf(measure: Measure, scope: Scope | null): readonly Home[] {
  if (APART.has(scope)) return [];
  return (scope === null ? undefined : measure.homes[scope]) ?? measure.homes.any ?? [];
}
