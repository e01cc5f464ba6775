import type { RuleDeclaration } from './rule.js';

/**
 * Figures of one form: a line by its concept, or by what it is called where it has none; 合计 of a table with codes, or the only row of a
 * table without labels.
 */
export type ClaimTerm = FormColumn &
  (
    | { readonly by: 'line'; readonly line: string }
    | { readonly by: 'name'; readonly names: readonly string[] }
    | { readonly by: 'total' }
    | { readonly by: 'only-row' }
  );

/** A column of a form, both by their ids. */
interface FormColumn {
  readonly form: string;
  readonly column: string;
}

/** What must agree between two forms (勾稽), as data: `src/check/identity/between.ts` turns it into equations over printed cells. */
export type Claim =
  /** The sum of `left`, as far as it is printed, is the sum of the first of `right` that is printed. */
  | { readonly over: 'figures'; readonly left: readonly ClaimTerm[]; readonly right: readonly (readonly ClaimTerm[])[] }
  /**
   * One of `left` is one of `right`; each is a sum, the first of which is printed, the others as far as they are: provinces count
   * differently what was carried over. Where these differ, the pair that agrees was chosen for it and proves nothing, and where none
   * agrees nobody is accused.
   */
  | { readonly over: 'either'; readonly left: readonly (readonly ClaimTerm[])[]; readonly right: readonly (readonly ClaimTerm[])[] }
  /**
   * A 类 of `summary`, a line by name, is the sum of the codes of `detail` that begin with it. With `given`: a break accuses nobody unless
   * these two agree, nor where one of the codes has an amount in the column `apart`, for which the summary has a line of its own.
   */
  | {
      readonly over: 'categories';
      readonly summary: FormColumn;
      readonly detail: FormColumn;
      readonly apart?: string;
      readonly given: readonly [ClaimTerm, ClaimTerm] | null;
    }
  /** The first figure of `part` that is printed does not exceed the first of `whole`. */
  | { readonly over: 'part'; readonly part: readonly ClaimTerm[]; readonly whole: readonly ClaimTerm[] }
  /** Two parts of one whole, in two tables: where their sums agree, so do the first of them. Those that agree prove nothing. */
  | { readonly over: 'split'; readonly left: TwoParts; readonly right: TwoParts }
  /**
   * Code by code: `part` is contained in `whole`, and equal to it where their totals are. The first column is the total. What was carried over
   * may stand apart from the others, in columns whose keys begin with `carried`.
   */
  | {
      readonly over: 'contained-codes';
      readonly part: string;
      readonly whole: string;
      readonly columns: readonly string[];
      readonly carried?: string;
    }
  /** Code by code: `left` is `right` where `summary` shows that all that came in was spent. */
  | { readonly over: 'codes-without-balances'; readonly summary: SpentWhole; readonly left: FormColumn; readonly right: FormColumn };

/** The lines of a form that show whether the year began and ended without balances: `income` is `expenditure`, no balance is printed. */
interface SpentWhole {
  readonly form: string;
  readonly income: string;
  readonly expenditure: string;
  readonly balances: readonly string[];
}

type TwoParts = readonly [ClaimTerm, ClaimTerm];

/** A rule between tables with all it claims. */
export interface BetweenRule {
  readonly rule: RuleDeclaration;
  /** How bad a break is. */
  readonly severity: 'error' | 'warning';
  readonly claims: readonly Claim[];
}

export const line = (form: string, name: string, column: string): ClaimTerm => ({ form, column, by: 'line', line: name });

/** @param names bare */
export const named = (form: string, names: readonly string[], column: string): ClaimTerm => ({ form, column, by: 'name', names });

export const total = (form: string, column: string): ClaimTerm => ({ form, column, by: 'total' });

export const onlyRow = (form: string, column: string): ClaimTerm => ({ form, column, by: 'only-row' });

export const same = (left: Side, ...right: readonly Side[]): Claim => ({
  over: 'figures',
  left: [left].flat(),
  right: right.map((side) => [side].flat()),
});

type Side = ClaimTerm | readonly ClaimTerm[];

export const either = (left: readonly Side[], right: readonly Side[]): Claim => ({
  over: 'either',
  left: left.map((side) => [side].flat()),
  right: right.map((side) => [side].flat()),
});
