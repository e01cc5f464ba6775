import type { Finding } from '../../../schemas/disclosure.js';
import type { ArchivedDocument } from '../store/documents.js';

/** What documents of an archive say against each other. */
export interface StoreFinding {
  readonly rule: StoreRule;
  readonly severity: Finding['severity'];
  readonly verdict: Finding['verdict'];
  /** One Chinese sentence. */
  readonly message: string;
  readonly department: string | null;
  readonly year: number | null;
  readonly form: string | null;
  readonly concept: string | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  /** The later or doubtful one first. */
  readonly documents: readonly ArchivedDocument[];
}

/** What is compared, as docs/archive.md explains it. */
export const STORE_RULES = [
  'CARRIED-FORWARD',
  'REPUBLISHED-FIGURE',
  'REPUBLISHED',
  'SAME-NAME',
  'DUPLICATE',
  'UNITS-SUM',
  'UNITS-MISSING',
  'REGION-TOLD',
] as const;
export type StoreRule = (typeof STORE_RULES)[number];

/** A finding about whole documents. */
export function aboutDocuments(
  rule: StoreRule,
  severity: Finding['severity'],
  message: string,
  documents: readonly ArchivedDocument[],
): StoreFinding {
  const { department = null, year = null } = documents[0] ?? {};
  const nothing = { form: null, concept: null, column: null, found: null, expected: null, difference: null };
  return { rule, severity, verdict: 'unknown', message, department, year, ...nothing, documents };
}

/** A document's path in the marks of a title: 《…》. */
export const named = ({ file }: ArchivedDocument) => `《${file}》`;
