/** How a rule fared on published documents. */
interface Evidence {
  /** Findings of severity error and warning. */
  readonly raised: number;
  /** Of these, held against the page. */
  readonly examined: number;
  /** Of the examined, those that were right about the print and named the right place. */
  readonly true: number;
}

/** What was read for it: the documents have text, no scan is among them. */
export const EVIDENCE_FROM = '4 份决算、35 份预算（2026 年 11 月）';

/** Rules that raised nothing are left out. */
export const EVIDENCE: Readonly<Record<string, Evidence>> = {
  'ROW-SUM': { raised: 1, examined: 1, true: 1 },
  'COLUMN-SUM': { raised: 1, examined: 1, true: 1 },
  'LINE-TOTAL': { raised: 1, examined: 1, true: 1 },
  'BUDGET-SUMMARY-EXPENDITURE': { raised: 1, examined: 1, true: 1 },
  'PERFORMANCE-RATE': { raised: 4, examined: 4, true: 4 },
  'PROSE-AMOUNT': { raised: 4, examined: 4, true: 4 },
  'PROSE-SHARE': { raised: 2, examined: 1, true: 1 },
  'PROSE-CHANGE': { raised: 8, examined: 8, true: 8 },
  'PROSE-COMPLETION': { raised: 2, examined: 2, true: 2 },
  'PROSE-SCORE': { raised: 1, examined: 1, true: 1 },
  'PROSE-RUNNING-COSTS': { raised: 1, examined: 0, true: 0 },
  'PROSE-ITEMS': { raised: 7, examined: 0, true: 0 },
  'EMPTY-UNDECLARED': { raised: 5, examined: 0, true: 0 },
  'TABLE-YEAR': { raised: 1, examined: 1, true: 1 },
  'PROJECT-PERIOD': { raised: 1, examined: 1, true: 1 },
  'COLUMN-UNKNOWN': { raised: 2, examined: 0, true: 0 },
  'STRUCTURE-DOUBTFUL': { raised: 2, examined: 0, true: 0 },
  'UNIT-UNKNOWN': { raised: 3, examined: 0, true: 0 },
};
