import type { Decimal } from 'decimal.js';
import type { DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { sortBy } from '../../base/group.js';
import { Exact, factorOf } from '../../base/money.js';
import { CORRECTION_REFUSED, CORRECTIONS_UNUSABLE, readingRules } from '../../model/reading-rules.js';

const SEVERITIES = ['error', 'warning', 'info'] as const;
/** What becomes of the corrections that a user gives: they wait for it. */
const ANSWERS: ReadonlySet<string> = new Set([CORRECTION_REFUSED.id, CORRECTIONS_UNUSABLE.id]);
const OWN_RULES: ReadonlySet<string> = new Set(readingRules.map(({ id }) => id));

const rankOf = ({ rule }: Finding): number => (ANSWERS.has(rule) ? 0 : OWN_RULES.has(rule) ? 2 : 1);

/**
 * Findings as people read them: errors, warnings, the rest; of each what becomes of the user's corrections, what the print says
 * against itself, what we could not read; then
 * the greatest difference in 元 first. What is equal in all of that stays in document order.
 */
export const inReadingOrder = (findings: readonly Finding[], tables: readonly DisclosureTable[]): Finding[] =>
  sortBy(findings, (finding) => [SEVERITIES.indexOf(finding.severity), rankOf(finding), -differenceInYuan(finding, tables).toNumber()]);

/** 0 where a finding is about no amount. */
function differenceInYuan({ difference, cells }: Finding, tables: readonly DisclosureTable[]): Decimal {
  const [place] = cells;
  const table = place && tables[place.table];
  const cell = place && place.row !== null && place.column !== null ? table?.rows[place.row]?.cells[place.column] : undefined;
  if (difference == null || !table?.unit || cell?.yuan == null) return new Exact(0);
  return new Exact(difference).abs().times(factorOf(table.unit));
}
