import type { DocumentFamily } from '../../extractors/family.js';
import type { ComparedFigure } from '../../extractors/presentation.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { Exact } from '../base/money.js';
import { bare } from '../base/text.js';
import { type ComparedValue, comparedValues } from '../indicators/compared.js';
import { type HeadsRow, headsOf, perHead } from './per-head.js';

/** A figure that is asked for, and what the families call it. */
export interface AskedFigure {
  readonly id: string;
  readonly words: string;
}

/** A document as it stands among others. */
export interface DocumentLine {
  readonly file: string;
  readonly sha256: string | null;
  readonly kind: string | null;
  readonly department: string | null;
  readonly departmentId: string | null;
  readonly year: number | null;
  readonly status: Disclosure['outcome']['status'];
  /** Why it could not be read, whole or in part; null where it was. */
  readonly reason: string | null;
  /** What it prints of the figures, by name. */
  readonly values: ReadonlyMap<string, ComparedValue>;
  /** How many people it has, where that was asked for; null where it could not be read. */
  readonly heads?: string | null;
}

export function toLine(file: string, disclosure: Disclosure, families: readonly DocumentFamily[]): DocumentLine {
  const { source, document, outcome } = disclosure;
  const { kind, department, departmentId, year } = document;
  const reason = outcome.message ?? outcome.reason;
  const values = comparedValues(disclosure, families);
  return { ...{ file, sha256: source.sha256, kind, department, departmentId, year }, status: outcome.status, reason, values };
}

/** A document of which there is no result at all. */
export const failedLine = (file: string, reason: string): DocumentLine => ({
  ...{ file, sha256: null, kind: null, department: null, departmentId: null, year: null, status: 'failed', reason, values: new Map() },
});

/** Every figure that documents can be compared by, in the order of the families. */
export function allFigures(families: readonly DocumentFamily[]): AskedFigure[] {
  const figures = new Map<string, string[]>();
  for (const { presentation } of families) {
    for (const [id, { words }] of Object.entries(presentation.compared)) {
      const known = figures.get(id) ?? [];
      figures.set(id, known.includes(words) ? known : [...known, words]);
    }
  }
  return [...figures].map(([id, words]) => ({ id, words: words.join('、') }));
}

/** The lines with their heads. @throws HeadsError */
export function withHeads(lines: readonly DocumentLine[], rows: readonly HeadsRow[]): DocumentLine[] {
  const heads = headsOf(rows, lines);
  return lines.map((line, index) => ({ ...line, heads: heads[index] ?? null }));
}

/** A figure of a document for each of its heads, in 元 to 分; null where one of the two is not known. */
export function perHeadOf({ values, heads }: DocumentLine, id: string): string | null {
  const yuan = values.get(id)?.yuan ?? null;
  return yuan === null || heads == null ? null : perHead(yuan, heads);
}

/**
 * The figures that a word asks for: by name, by its words, or by what else it is called. One word may mean a figure in each family:
 * 收入 is 本年收入合计 of final accounts and 收入总计 of budgets.
 */
export function figuresNamed(asked: string, families: readonly DocumentFamily[]): AskedFigure[] {
  const means = (id: string, { words, also = [] }: ComparedFigure) =>
    id === asked || [words, ...also].some((one) => bare(one) === bare(asked));
  const ids = new Set(
    families.flatMap(({ presentation }) =>
      Object.entries(presentation.compared).flatMap(([id, figure]) => (means(id, figure) ? [id] : [])),
    ),
  );
  return allFigures(families).filter(({ id }) => ids.has(id));
}

export const SORTS = ['input', 'value', 'department', 'year'] as const;
export type Sort = (typeof SORTS)[number];

/** `value`: by the first figure that is asked for, for each head where heads are known, the largest first; documents without one stand at the end. Otherwise in their order. */
export function sortLines(lines: readonly DocumentLine[], sort: Sort, [first]: readonly AskedFigure[]): readonly DocumentLine[] {
  if (sort === 'input') return lines;
  if (sort === 'department') return lines.toSorted((a, b) => compareTexts(a.department, b.department) || (a.year ?? 0) - (b.year ?? 0));
  if (sort === 'year') return lines.toSorted((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
  const yuan = (line: DocumentLine) => {
    if (!first) return null;
    return line.heads === undefined ? (line.values.get(first.id)?.yuan ?? null) : perHeadOf(line, first.id);
  };
  return lines.toSorted((a, b) => {
    const [left, right] = [yuan(a), yuan(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return new Exact(right).comparedTo(left);
  });
}

/** Texts that are missing come last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
