import { groupBy } from '../../base/group.js';
import type { ComparedDocument } from './compared.js';

/** Which of several documents about the same thing a document is. */
export interface Standing {
  readonly document: ComparedDocument;
  /** `sole` · `latest` and `earlier`, by the day of publication · `rival`, where no day tells · `duplicate` of `first`. */
  readonly standing: 'sole' | 'latest' | 'earlier' | 'rival' | 'duplicate';
  readonly first: ComparedDocument | null;
}

/** Copies by what they say, then editions: documents of one department and year that say something else. */
export function toStandings(documents: readonly ComparedDocument[]): Standing[] {
  const firsts: ComparedDocument[] = [];
  const standings: Standing[] = [];
  for (const copies of groupBy(documents, ({ content, sha256 }) => content ?? sha256).values()) {
    const [first, ...others] = copies.toSorted(byFile);
    if (!first) continue;
    firsts.push(first);
    for (const document of others) standings.push({ document, standing: 'duplicate', first });
  }
  for (const editions of editionsOf(firsts)) standings.push(...rank(editions));
  return standings;
}

/** Documents about the same account; those that do not say whose or which year stand alone. */
function editionsOf(documents: readonly ComparedDocument[]): ComparedDocument[][] {
  const key = ({ kind, department_id, year, status, sha256 }: ComparedDocument) =>
    status === 'failed' || department_id === null || year === null || kind === 'other'
      ? sha256
      : JSON.stringify([kind, department_id, year]);
  return [...groupBy(documents, key).values()];
}

function rank(editions: readonly ComparedDocument[]): Standing[] {
  const [only, ...more] = editions;
  if (only && more.length === 0) return [{ document: only, standing: 'sole', first: null }];
  const days = editions.map(dayOf);
  const isDated = days.every((day) => day !== null) && new Set(days).size === days.length;
  const sorted = inOrderOfPublication(editions);
  return sorted.map((document, index) => ({
    document,
    standing: !isDated ? 'rival' : index === sorted.length - 1 ? 'latest' : 'earlier',
    first: null,
  }));
}

/** The earliest first; those without a day come first, by file. */
export function inOrderOfPublication(editions: readonly ComparedDocument[]): ComparedDocument[] {
  return editions.toSorted((a, b) => compare(dayOf(a) ?? '', dayOf(b) ?? '') || byFile(a, b));
}

const dayOf = ({ published_on, retrieved_on }: ComparedDocument) => published_on ?? retrieved_on;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byFile = (a: ComparedDocument, b: ComparedDocument) => compare(a.file, b.file) || compare(a.sha256, b.sha256);
