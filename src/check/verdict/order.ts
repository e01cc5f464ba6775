import { isWording } from '../../../extractors/shared/wording-rules.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { Exact, factorOf } from '../../base/money.js';
import { CORRECTION_REFUSED, CORRECTIONS_UNUSABLE, readingRules } from '../../model/reading-rules.js';

const SEVERITIES = ['error', 'warning', 'info'] as const;
/** What becomes of the corrections that a user gives: they wait for it. */
const ANSWERS: ReadonlySet<string> = new Set([CORRECTION_REFUSED.id, CORRECTIONS_UNUSABLE.id]);
const OWN_RULES: ReadonlySet<string> = new Set(readingRules.map(({ id }) => id));

const rankOf = (finding: Finding): number => {
  if (ANSWERS.has(finding.rule)) return 0;
  return isWording(finding) ? 3 : OWN_RULES.has(finding.rule) ? 2 : 1;
};
const gravityOf = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

/**
 * Findings as people read them: errors, warnings, the rest; of each what becomes of the user's corrections, what the print says against itself,
 * what we could not read, what is about words alone; then the greatest difference in 元 first. What is equal in all of that stays as it stood.
 */
export function inReadingOrder(findings: readonly Finding[], tables: readonly DisclosureTable[]): Finding[] {
  const weighed = findings.map((finding) => ({ finding, difference: differenceInYuan(finding, tables) }));
  const compare = (a: Finding, b: Finding) => gravityOf(a) - gravityOf(b) || rankOf(a) - rankOf(b);
  return weighed.toSorted((a, b) => compare(a.finding, b.finding) || b.difference.comparedTo(a.difference)).map(({ finding }) => finding);
}

/** 0 where a finding is about no amount. */
function differenceInYuan({ difference, cells }: Finding, tables: readonly DisclosureTable[]) {
  const [place] = cells;
  const table = place && tables[place.table];
  const cell = place && place.row !== null && place.column !== null ? table?.rows[place.row]?.cells[place.column] : undefined;
  if (difference == null || !table?.unit || cell?.yuan == null) return new Exact(0);
  return new Exact(difference).abs().times(factorOf(table.unit));
}
