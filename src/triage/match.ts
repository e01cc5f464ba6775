import type { Finding } from '../../schemas/disclosure.js';
import type { FindingIdentity, Judgement } from '../../schemas/triage.js';
import { identityOf, isSameFinding } from './identity.js';

/** The findings of a document beside what was judged of them. */
export interface Matched {
  /** For each finding its judgement, as an index; null where it has none. */
  readonly ofFinding: readonly (number | null)[];
  /** Indexes of judgements whose finding is there no more, or can no longer be told from others. */
  readonly gone: readonly number[];
}

/**
 * Finds the finding of each judgement again: first those that still say the same, then those that say it in other words at the same places,
 * where that can mean one finding only.
 */
export function matchJudgements(findings: readonly Finding[], judgements: readonly Pick<Judgement, 'finding'>[]): Matched {
  const identities = findings.map(identityOf);
  const ofFinding: (number | null)[] = findings.map(() => null);
  const free = (identity: FindingIdentity, isIt: (candidate: FindingIdentity) => boolean) =>
    identities.flatMap((candidate, index) =>
      ofFinding[index] === null && candidate.rule === identity.rule && isIt(candidate) && isSameFinding(identity, candidate) ? [index] : [],
    );
  const reworded: number[] = [];
  for (const [judgement, { finding }] of judgements.entries()) {
    const [same] = free(finding, ({ message }) => message === finding.message);
    if (same === undefined) reworded.push(judgement);
    else ofFinding[same] = judgement;
  }
  const claims = reworded.map((judgement) => {
    const finding = judgements[judgement]?.finding;
    return { judgement, candidates: finding ? free(finding, () => true) : [] };
  });
  const gone: number[] = [];
  for (const { judgement, candidates } of claims) {
    const [only, ...others] = candidates;
    const isClear = only !== undefined && others.length === 0 && claims.filter((each) => each.candidates.includes(only)).length === 1;
    if (isClear) ofFinding[only] = judgement;
    else gone.push(judgement);
  }
  return { ofFinding, gone };
}
