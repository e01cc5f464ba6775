import type { DocumentFamily } from '../../extractors/family.js';
import { type Correction, parseCorrections, whyWrong } from '../../schemas/corrections.js';
import type { AppliedCorrection, Finding } from '../../schemas/disclosure.js';
import type { PrintedTable } from '../model/printed.js';
import { CORRECTION_REFUSED, CORRECTIONS_UNUSABLE } from '../model/reading-rules.js';
import { applyCorrections, quoted } from './apply.js';

/** A corrections file as it was handed over for one document. */
export interface GivenCorrections {
  /** Why none of it can be used; null where it can. */
  readonly problem: string | null;
  /** An entry that is no correction is the sentence that says why. */
  readonly entries: readonly (Correction | string)[];
}

/** What became of a corrections file. */
export interface Outcomes {
  readonly applied: readonly AppliedCorrection[];
  readonly findings: readonly Finding[];
}

/** A corrections file's text, held against the document it should be about. Never throws: what is wrong with it becomes a finding. */
export function readGiven(text: string, sha256: string): GivenCorrections {
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

/** Labelled tables with what was corrected, and what became of each entry. */
export function correctTables(
  tables: readonly PrintedTable[],
  given: GivenCorrections,
  family: DocumentFamily,
): Outcomes & { tables: readonly PrintedTable[] } {
  const { problem, entries } = given;
  const usable = new Map(entries.flatMap((entry, i) => (typeof entry === 'string' || problem !== null ? [] : [[i, entry] as const])));
  const { tables: corrected, refusals } = applyCorrections(tables, usable, family);
  const applied = entries.map((entry, index): AppliedCorrection => {
    const why = problem ?? (typeof entry === 'string' ? `不合格式（${entry}）` : (refusals.get(index) ?? null));
    return { index, state: why === null ? 'applied' : 'refused', why };
  });
  const refused = applied.filter(({ state }) => state === 'refused');
  const findings = problem === null ? refused.map((each) => refusedFinding(each, entries[each.index])) : [problemFinding(problem)];
  return { tables: corrected, applied, findings };
}

function problemFinding(problem: string): Finding {
  return { rule: CORRECTIONS_UNUSABLE.id, severity: 'error', verdict: 'unknown', message: `${problem}，其中的更正均未采用。`, cells: [] };
}

function refusedFinding({ index, why }: AppliedCorrection, entry: Correction | string | undefined): Finding {
  const message = `更正文件第${index + 1}条${typeof entry === 'object' ? `（${inWords(entry)}）` : ''}未采用：${why}。`;
  return { rule: CORRECTION_REFUSED.id, severity: 'warning', verdict: 'unknown', message, cells: [] };
}

const KINDS = { cell: '单元格', row: '行', table: '表' } as const;

/** 第9页单元格，「395.87」改为「307.87」 */
export function inWords(correction: Correction): string {
  return `第${correction.page}页${KINDS[correction.kind]}，${changesOf(correction)
    .map(({ was, now }) => `${quoted(was)}改为${quoted(now)}`)
    .join('，')}`;
}

/** What a correction changes, part by part. */
function changesOf(correction: Correction): { what: string; was: string | null; now: string | null }[] {
  if (correction.kind === 'cell') return [{ what: 'text', was: correction.was.text, now: correction.now.text }];
  const was: Readonly<Record<string, string | null>> = correction.was;
  return Object.entries(correction.now).map(([what, now]) => ({ what, was: was[what] ?? null, now: now ?? null }));
}
