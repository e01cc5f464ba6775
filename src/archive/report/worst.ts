import { groupBy, sortBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import type { Session } from '../store/database.js';
import type { ArchivedDocument } from '../store/documents.js';

/** The worst of what contradicts itself in a document, or between it and others: one line for each document. */
export interface WorstFinding {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  /** Of the document, or of the first of several. */
  readonly file: string;
  readonly page: number | null;
  /** Findings of that document that are not told here. */
  readonly more: number;
}

/** Documents that are listed one by one. */
const MOST_DOCUMENTS = 50;

interface FindingRow {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly page: number | null;
  readonly sha256: string;
  /** Those of this document, this one among them. */
  readonly findings: number;
}

/** Of a finding `f`: nobody has judged it to be a false alarm. */
export const NO_FALSE_ALARM =
  "NOT EXISTS (SELECT 1 FROM judgements j WHERE j.document = f.document AND j.finding_index = f.finding_index AND j.state = 'dismissed')";

/** Of each document with errors its first, and of those between documents; the documents with the most findings first. */
export async function worstFindings(session: Session, documents: readonly ArchivedDocument[]): Promise<WorstFinding[]> {
  const files = new Map(documents.map(({ sha256, file }) => [sha256, file]));
  const between = await session.all<Omit<FindingRow, 'sha256' | 'findings'> & { documents: string }>(
    `SELECT severity, rule, message, documents, NULL AS page FROM store_findings WHERE severity <> 'info'
     ORDER BY CASE severity WHEN 'error' THEN 0 ELSE 1 END, finding_index`,
  );
  const within = await session.all<FindingRow>(
    `SELECT f.severity, f.rule, f.message, f.page, d.sha256, w.findings FROM (
       SELECT f.document, MIN(f.finding_index) AS first, COUNT(*) AS findings FROM findings f
       WHERE f.severity = 'error' AND ${NO_FALSE_ALARM} GROUP BY f.document
     ) w JOIN findings f ON f.document = w.document AND f.finding_index = w.first JOIN documents d ON d.id = w.document
     ORDER BY w.findings DESC, d.sha256 LIMIT ?`,
    [MOST_DOCUMENTS],
  );
  const all = [
    ...between.map(({ documents: hashes, ...finding }) => ({ ...finding, sha256: hashes.split(' ')[0] ?? '', findings: 1 })),
    ...within,
  ];
  const lines = [...groupBy(all, ({ sha256 }) => sha256)].map(([sha256, group]) => {
    const { severity, rule, message, page } = at(group, 0);
    const found = group.reduce((sum, { findings }) => sum + findings, 0);
    return { severity, rule, message, page, file: files.get(sha256) ?? '', more: found - 1 };
  });
  return sortBy(lines, ({ severity, more }) => [severity === 'error' ? 0 : 1, -more]).slice(0, MOST_DOCUMENTS);
}
