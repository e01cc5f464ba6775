import type { Decimal } from 'decimal.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { inUnit, type Quantity, toPrintedUnit } from './quantity.js';
import type { Evidence } from './tables/evidence.js';
import { quoteOf, type Sentence } from './text/sentences.js';

type Remark = Pick<Finding, 'rule' | 'severity' | 'verdict' | 'message'> &
  Partial<Pick<Finding, 'expected' | 'found' | 'difference' | 'tolerance' | 'cells'>>;

/** A finding that quotes a sentence; `at` is the character of `plain` where the figure stands. */
export function proseFinding(sentence: Sentence, at: number, remark: Remark): Finding {
  return { cells: [], ...remark, quote: quoteOf(sentence, at) };
}

/**
 * How grave a difference is: rounding of the last printed digit explains one step, which is a remark; more is the publisher's own
 * contradiction.
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

/** 元 as it would be printed beside `like`; with more places where fewer would hide what its own print, `step`, tells. */
export function printedLike(yuan: Decimal, like: Quantity, step: Decimal): string {
  const own = placesOf(like.digits);
  const most = Math.max(own, toPrintedUnit(step, like).decimalPlaces());
  const usual = inUnit(yuan, like, Math.max(own, Math.min(most, USUAL_PLACES)));
  return usual === like.digits ? inUnit(yuan, like, most) : usual;
}

/** A number of the printed kind: 417.27万元, 54.35%. */
export const say = ({ digits, unit }: Pick<Quantity, 'digits' | 'unit'>): string => `${digits}${unit}`;
