/**
 * What a person corrected in a document, taken in between stages 3 and 4: labelled tables → the same tables as if they had been printed so.
 *
 * A corrections file is read (`given.ts`), each entry's place is looked up (`locate.ts`), found in the tables (`find.ts`) and its change
 * applied or refused (`apply.ts`). An entry says what the result said before it was made, so some must be compared with what the result says now: for these
 * stage 4 reads a table once more (`result-reader.ts`), only to look; the pipeline normalizes the corrected tables afterwards.
 */

import type { DocumentFamily } from '../../extractors/family.js';
import type { Correction } from '../../schemas/corrections.js';
import type { AppliedCorrection, Finding } from '../../schemas/disclosure.js';
import type { PrintedTable } from '../model/printed.js';
import { CORRECTION_REFUSED, CORRECTIONS_UNUSABLE } from '../model/reading-rules.js';
import type { Places } from '../rebuild/sheets/places.js';
import { applyCorrections } from './apply.js';
import type { GivenCorrections } from './given.js';
import { correctionInWords } from './words.js';

/** What became of a corrections file. */
export interface Outcomes {
  readonly applied: readonly AppliedCorrection[];
  readonly findings: readonly Finding[];
}

/** Labelled tables with what was corrected, and what became of each entry. @param places of a document without pages */
export function correctTables(
  tables: readonly PrintedTable[],
  { problem, entries }: GivenCorrections,
  family: DocumentFamily,
  places?: Places,
): Outcomes & { readonly tables: readonly PrintedTable[] } {
  const usable = new Map(
    entries.flatMap((entry, i) => (entry === null || typeof entry === 'string' || problem !== null ? [] : [[i, entry] as const])),
  );
  const { tables: corrected, refusals } = applyCorrections(tables, usable, family, places);
  const outcomes = entries.flatMap((entry, index) => {
    if (entry === null) return [];
    const why = problem ?? (typeof entry === 'string' ? `不合格式（${entry}）` : (refusals.get(index) ?? null));
    return [{ entry, applied: { index, state: why === null ? ('applied' as const) : ('refused' as const), why } }];
  });
  const refused = outcomes.filter(({ applied }) => applied.state === 'refused');
  return {
    tables: corrected,
    applied: outcomes.map(({ applied }) => applied),
    findings: problem === null ? refused.map(({ entry, applied }) => refusedFinding(applied, entry)) : [problemFinding(problem)],
  };
}

function problemFinding(problem: string): Finding {
  const { id: rule, severity, verdict } = CORRECTIONS_UNUSABLE;
  return { rule, severity, verdict, message: `${problem}，其中的更正均未采用。`, cells: [] };
}

function refusedFinding({ index, why }: AppliedCorrection, entry: Correction | string): Finding {
  const { id: rule, severity, verdict } = CORRECTION_REFUSED;
  const about = typeof entry === 'object' ? `（${correctionInWords(entry)}）` : '';
  return { rule, severity, verdict, message: `更正文件第${index + 1}条${about}未采用：${why}。`, cells: [] };
}
