import { type Correction, parseCorrections, whyWrong } from '../../schemas/corrections.js';

/** A corrections file as it was handed over for one file. */
interface CorrectionsFile {
  /** Why none of it can be used; null where it can. */
  readonly problem: string | null;
  /** An entry that is no correction is the sentence that says why. */
  readonly entries: readonly (Correction | string)[];
}

/** What of it is for one document. */
export interface GivenCorrections extends Omit<CorrectionsFile, 'entries'> {
  /** Null for what is about another document in the same file. */
  readonly entries: readonly (CorrectionsFile['entries'][number] | null)[];
}

/**
 * Corrections of a file that holds several documents, for each of them: those on its pages. What is on no page, and what is wrong with the
 * file, is the first's.
 * @param pages the numbers of the pages of each
 */
export function givenApart({ problem, entries }: GivenCorrections, pages: readonly ReadonlySet<number>[]): GivenCorrections[] {
  const ownerOf = (entry: Correction | string | null) =>
    Math.max(0, typeof entry === 'object' && entry ? pages.findIndex((own) => own.has(entry.page)) : 0);
  return pages.map((_, index) => ({
    problem: index === 0 ? problem : null,
    entries: problem !== null && index > 0 ? [] : entries.map((entry) => (ownerOf(entry) === index ? entry : null)),
  }));
}

/**
 * Reads a corrections file's text and compares it with the document that it should be about. Never throws: what is wrong with it becomes a
 * finding.
 */
export function readGiven(text: string, sha256: string): CorrectionsFile {
  const read = parse(text);
  if (typeof read === 'string') return { problem: read, entries: [] };
  const { document, entries } = read;
  if (document.sha256 === sha256) return { problem: null, entries };
  const other = `更正文件是为另一份文件（sha256 ${document.sha256.slice(0, 12)}…）所作，与本文件不符`;
  return { problem: other, entries };
}

function parse(text: string): ReturnType<typeof parseCorrections> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return '更正文件不是规范的 JSON';
  }
  try {
    return parseCorrections(json);
  } catch (error) {
    if (isZodError(error)) return `更正文件不合格式（${whyWrong(error)}）`;
    throw error;
  }
}

const isZodError = (error: unknown): error is Parameters<typeof whyWrong>[0] => error instanceof Error && 'issues' in error;
