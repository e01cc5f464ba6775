import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Judgement } from '../../../schemas/triage.js';
import { matchJudgements } from '../../triage/match.js';
import { bySeverity } from '../words.js';
import { evidenceOf, type Story, type StoryEntry, storyTitle } from './story.js';

/** The findings of a document with what was judged of them, numbered as they are listed: worst first. */
export function judgedStory({ source, document, findings, tables }: Disclosure, judgements: readonly Judgement[]): Story {
  const listed = bySeverity(findings);
  const { ofFinding } = matchJudgements(listed, judgements);
  const entries = listed.map((finding, index): StoryEntry => {
    const judgement = judgements[ofFinding[index] ?? -1] ?? null;
    return { number: index + 1, finding, evidence: evidenceOf(finding, tables), judgement };
  });
  return { title: storyTitle(document, source.name), source, entries };
}

/** The same story of some of its entries. */
export const toldStory = (story: Story, isTold: (entry: StoryEntry) => boolean): Story => ({
  ...story,
  entries: story.entries.filter(isTold),
});

/** 属实 */
export const isConfirmed = ({ judgement }: StoryEntry): boolean => judgement?.state === 'confirmed';
