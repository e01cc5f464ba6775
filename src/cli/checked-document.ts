import { isWording } from '../../extractors/shared/wording-rules.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import type { DocumentResult } from '../workers/job.js';

/** What a document came to: its findings worst first, or why it could not be checked. */
export interface CheckedDocument {
  readonly path: string;
  readonly outcome: Disclosure['outcome'];
  readonly document: Disclosure['document'] | null;
  readonly findings: readonly Finding[];
  readonly tables: Disclosure['tables'];
}

/** @param disclosure null where there is none */
export function toChecked(file: string, { outcome }: DocumentResult, disclosure: Disclosure | null): CheckedDocument {
  const findings = (disclosure?.findings ?? []).toSorted(worstFirst);
  return { path: file, outcome, document: disclosure?.document ?? null, findings, tables: disclosure?.tables ?? [] };
}

/** True where it could not be read, or has errors. */
export const isBad = ({ outcome, findings }: CheckedDocument): boolean =>
  outcome.status === 'failed' || findings.some((f) => f.severity === 'error');

const SEVERITIES = ['info', 'warning', 'error'] as const;
const badness = (finding: Levelled) => (isWording(finding) ? -1 : SEVERITIES.indexOf(finding.severity));

type Levelled = Pick<Finding, 'rule' | 'severity'>;

/** Orders findings: errors, warnings, the rest, what is about words alone. */
export const worstFirst = (a: Levelled, b: Levelled): number => badness(b) - badness(a);

/** The page of a finding. 0, before all pages, where it is about the whole document. */
export const pageOf = ({ quote, cells }: Finding): number => quote?.page ?? cells[0]?.page ?? 0;
