import type { Decimal } from 'decimal.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { inUnit, type Quantity, toPrintedUnit } from './quantity.js';
import type { Evidence } from './tables/evidence.js';
import { quoteOf, type Sentence } from './text/sentences.js';

/** A finding without its quote. */
type FindingParts = Pick<Finding, 'rule' | 'severity' | 'verdict' | 'message'> &
  Partial<Pick<Finding, 'expected' | 'found' | 'difference' | 'tolerance' | 'cells'>>;

/** A finding that quotes a sentence; `at` is the character of `plain` where the figure stands. */
export function proseFinding(sentence: Sentence, at: number, parts: FindingParts): Finding {
  return { cells: [], ...parts, quote: quoteOf(sentence, at) };
}

/**
 * How grave a difference of so many steps of the last printed place is: rounding explains one, which is a remark; more is the
 * publisher's own contradiction.
 */
export function gravity(steps: Decimal): Pick<Finding, 'severity' | 'verdict'> {
  return steps.lte(1) ? { severity: 'info', verdict: 'rounding' } : { severity: 'error', verdict: 'publisher' };
}

/** The cells of several figures, each once. */
export function cellsOf(evidence: readonly Evidence[]): Finding['cells'] {
  const seen = new Set<string>();
  return evidence
    .flatMap((e) => e.cells)
    .filter((c) => {
      const key = `${c.table}/${c.row}/${c.column}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

/** Places that amounts are mostly printed with. */
const USUAL_PLACES = 2;

/** 元 as they would be printed beside `like`; with more places where fewer would hide what their own print, `step`, shows. */
export function printedLike(yuan: Decimal, like: Quantity, step: Decimal): string {
  const own = placesOf(like.digits);
  const most = Math.max(own, toPrintedUnit(step, like).decimalPlaces());
  const usual = inUnit(yuan, like, Math.max(own, Math.min(most, USUAL_PLACES)));
  return usual === like.digits ? inUnit(yuan, like, most) : usual;
}

/** A number as it is printed: 417.27万元, 54.35%. */
export const withUnit = ({ digits, unit }: Pick<Quantity, 'digits' | 'unit'>): string => `${digits}${unit}`;
