import type { TriageState } from '../../../schemas/triage.js';
import type { View, ViewFinding, ViewTriage } from '../view.js';

/** Which findings are listed; an empty text lists all. */
export interface FindingFilter {
  readonly severity: ViewFinding['level'] | '';
  readonly rule: string;
  /** Index of a table, as text. */
  readonly table: string;
  readonly state: TriageState | 'none' | 'any' | '';
  /** Groups of equal findings of which all are listed, not the first alone. */
  readonly unfolded: readonly number[];
}

export const NO_FILTER: FindingFilter = { severity: '', rule: '', table: '', state: '', unfolded: [] };

/** What the page knows of judgements, and shows of findings. */
export interface TriageView {
  /** Null until it has come. */
  readonly triage: ViewTriage | null;
  readonly filter: FindingFilter;
}

type Filtered = TriageView & { readonly view: View | null };

/** Indexes of the findings that pass the filters, equal ones too. */
export function passing({ view, triage, filter }: Filtered): number[] {
  return (view?.findings ?? []).flatMap((finding, index) => (passes(finding, triage, filter) ? [index] : []));
}

/** Indexes of the findings that are listed: of equal ones the first that passes, or all where they are unfolded. */
export function listed(filtered: Filtered): number[] {
  const seen = new Set<number>();
  return passing(filtered).filter((index) => {
    const group = filtered.view?.findings[index]?.group ?? -1;
    const isFirst = !seen.has(group);
    seen.add(group);
    return isFirst || filtered.filter.unfolded.includes(group);
  });
}

/** Indexes of the findings equal to one, itself included, that pass the filters. */
export function equalTo(filtered: Filtered, index: number): number[] {
  const findings = filtered.view?.findings ?? [];
  return passing(filtered).filter((each) => findings[each]?.group === findings[index]?.group);
}

function passes(finding: ViewFinding, triage: ViewTriage | null, { severity, rule, table, state }: FindingFilter): boolean {
  if (severity !== '' && finding.level !== severity) return false;
  if (rule !== '' && finding.rule !== rule) return false;
  if (table !== '' && !finding.cells.some((cell) => String(cell.table) === table)) return false;
  const judged = triage?.judgements[finding.key]?.state ?? null;
  if (state === 'none') return judged === null;
  if (state === 'any') return judged !== null;
  return state === '' || judged === state;
}
