import type { Disclosure } from '../../schemas/disclosure.js';
import type { SummaryRow } from '../emit/summary.js';
import type { DocumentResult } from './job.js';

/** The result of a document about which only its name and the failure are known. `reason` is null where the document itself is not the cause. */
export function failedResult(name: string, message: string, reason: Disclosure['outcome']['reason'] = null): DocumentResult {
  return withFailure(unknownSummary(name), message, reason);
}

/** The result of a document with this summary that has failed: one problem more, and nothing written. */
export function withFailure(summary: SummaryRow, message: string, reason: Disclosure['outcome']['reason'] = null): DocumentResult {
  return {
    outcome: { status: 'failed', reason, message },
    summary: { ...summary, status: 'failed', problems: summary.problems + 1 },
    doubtful: 0,
    written: [],
    data: null,
  };
}

/** The summary of a document of which only the name is known. */
export function unknownSummary(name: string): SummaryRow {
  return { document: name, department: null, year: null, status: 'failed', tables: 0, values: 0, problems: 0 };
}

/** The number of values that are contradicted or unreadable. */
export function countDoubtful({ tables }: Disclosure): number {
  const values = tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells)));
  return values.filter(({ status }) => status === 'contradicted' || status === 'unreadable').length;
}
