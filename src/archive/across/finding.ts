import type { DocumentFamily } from '../../../extractors/family.js';
import type { Finding } from '../../../schemas/disclosure.js';
import type { ComparedDocument } from './compared.js';

/** What documents of an archive say against each other. */
export interface StoreFinding {
  /** One of `storeRules`. */
  readonly rule: string;
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
  readonly documents: readonly ComparedDocument[];
}

/** What is compared whatever the family, as docs/archive.md explains it. */
const OWN_RULES = [
  'REPUBLISHED-FIGURE',
  'REPUBLISHED',
  'SAME-NAME',
  'DUPLICATE',
  'UNITS-SUM',
  'UNITS-MISSING',
  'UNIT-EXCEEDS',
  'UNIT-BASE',
  'DEPARTMENT-TOLD',
  'REGION-TOLD',
] as const;
type OwnRule = (typeof OWN_RULES)[number];

/** The ids of everything that is compared between documents, what families declare first. */
export const storeRules = (families: readonly DocumentFamily[]): string[] => [
  ...families.flatMap(({ across }) => across?.restated.map(({ rule }) => rule.id) ?? []),
  ...OWN_RULES,
];

/** A finding about whole documents. */
export function aboutDocuments(
  rule: OwnRule,
  severity: Finding['severity'],
  message: string,
  documents: readonly ComparedDocument[],
): StoreFinding {
  const { department = null, year = null } = documents[0] ?? {};
  const nothing = { form: null, concept: null, column: null, found: null, expected: null, difference: null };
  return { rule, severity, verdict: 'unknown', message, department, year, ...nothing, documents };
}

/** A document's path in the marks of a title: 《…》. */
export const named = ({ file }: ComparedDocument) => `《${file}》`;
