import type { Finding } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { BOM, csvLine } from '../base/csv.js';
import { type CheckedDocument, pageOf } from './checked-document.js';
import { betweenText, cellsInWords, findingsText } from './findings-text.js';

/**
 * How findings are printed: what stands before all documents, each document's findings, those between documents, and
 * what stands after all.
 */
interface FindingsFormat {
  readonly head: string;
  /** @param index of the document among those that are printed */
  document(checked: CheckedDocument, index: number): string;
  /** What the documents say against each other, behind all of them, where that is anything. */
  between(findings: readonly StoreFinding[]): string;
  readonly tail: string;
}

const text: FindingsFormat = {
  head: '',
  document: (checked, index) => `${index > 0 ? '\n' : ''}${findingsText(checked)}`,
  between: (findings) => `\n${betweenText(findings)}`,
  tail: '',
};

const WHOLE = { status: 'ok', reason: null, message: null } as const;

/** A finding between documents as one of a document has it, with its documents by their files. */
const withFiles = ({ documents, ...finding }: StoreFinding) => ({ ...finding, cells: [], documents: documents.map(({ file }) => file) });

/** One array, one object per document; the last, without a path, has what the documents say against each other. */
const json: FindingsFormat = {
  head: '[',
  document: ({ path: file, outcome, document, findings }, index) =>
    `${index > 0 ? ',' : ''}\n${JSON.stringify({ path: file, outcome, document, findings }, null, 2)}`,
  between: (findings) => `,\n${JSON.stringify({ path: null, outcome: WHOLE, document: null, findings: findings.map(withFiles) }, null, 2)}`,
  tail: '\n]\n',
};

const CSV_COLUMNS: readonly (readonly [string, (checked: CheckedDocument, finding: Finding) => string | number | null | undefined])[] = [
  ['path', ({ path: file }) => file],
  ['department', ({ document }) => document?.department],
  ['year', ({ document }) => document?.year],
  ['severity', (_, f) => f.severity],
  ['verdict', (_, f) => f.verdict],
  ['rule', (_, f) => f.rule],
  ['page', (_, f) => pageOf(f) || null],
  ['message', (_, f) => f.message],
  ['found', (_, f) => f.found],
  ['expected', (_, f) => f.expected],
  ['difference', (_, f) => f.difference],
  ['tolerance', (_, f) => f.tolerance],
  ['quote', (_, f) => f.quote?.text],
  ['cells', ({ tables }, f) => cellsInWords(f, tables)],
];

/** One line per finding, under one line of column names; a document that cannot be checked has a line that says so. */
const csv: FindingsFormat = {
  head: `${BOM}${csvLine(
    CSV_COLUMNS.map(([name]) => name),
    () => false,
  )}`,
  document: (checked) => [...unreadable(checked), ...checked.findings].map((finding) => findingLine(checked, finding)).join(''),
  between: (findings) => findings.map(betweenLine).join(''),
  tail: '',
};

const findingLine = (checked: CheckedDocument, finding: Finding): string =>
  csvLine(
    CSV_COLUMNS.map(([, cellOf]) => cellOf(checked, finding) ?? null),
    () => true,
  );

/** Its path is those of all its documents. */
function betweenLine({ documents, department, year, ...finding }: StoreFinding): string {
  const document = { kind: 'other', department, departmentId: null, year, region: { code: null, name: null, path: null } } as const;
  const path = documents.map(({ file }) => file).join('; ');
  return findingLine({ path, outcome: WHOLE, document, findings: [], tables: [] }, { ...finding, cells: [] });
}

function unreadable({ outcome }: CheckedDocument): Finding[] {
  if (outcome.status !== 'failed') return [];
  return [{ rule: 'DOCUMENT-FAILED', severity: 'error', verdict: 'reading', message: outcome.message ?? 'failed', cells: [] }];
}

export const FINDINGS_FORMATS = { text, json, csv };
