import type { Finding } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import { at } from '../base/invariant.js';
import { say } from '../base/language.js';
import { readTriage } from './edit.js';
import { matchJudgements } from './match.js';

/** What a person thinks of the findings of a document, as far as its triage file can be used. */
export interface JudgedFindings {
  readonly judgements: ReadonlyMap<Finding, Judgement>;
  /** Judgements whose finding is there no more. */
  readonly gone: readonly Judgement[];
  /** The sentence that says why the file was not used; null where it was, or there is none. */
  readonly problem: string | null;
}

/** Of a document that nobody has judged. */
export const NOT_JUDGED: JudgedFindings = { judgements: new Map(), gone: [], problem: null };

/** The judgements of a triage file beside the findings of the document that has this hash. @param text null where there is no file */
export function judgedFindings(findings: readonly Finding[], text: string | null, sha256: string): JudgedFindings {
  if (text === null) return NOT_JUDGED;
  const { file, problem } = readTriage(text, sha256);
  if (problem !== null)
    return { ...NOT_JUDGED, problem: say(`${problem}，其中的判定均未采用。`, `${problem}: none of its judgements is taken.`) };
  const { ofFinding, gone } = matchJudgements(findings, file.judgements);
  const judged = findings.flatMap((finding, index): [Finding, Judgement][] => {
    const place = ofFinding[index] ?? null;
    return place === null ? [] : [[finding, at(file.judgements, place)]];
  });
  return { judgements: new Map(judged), gone: gone.map((index) => at(file.judgements, index)), problem: null };
}
