import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { bare } from '../../words.js';
import { checkAmounts } from './amounts.js';
import { checkChanges } from './changes.js';
import { checkCompletions } from './completions.js';
import { checkDirections } from './directions.js';
import { sentencesToFacts } from './facts.js';
import { ledgerOf } from './ledger.js';
import { sectionsToOutline, type Zone } from './outline.js';
import { checkRunningCosts } from './running-costs.js';
import { type ProseSection, sectionToSentences } from './sentences.js';
import { checkShares } from './shares.js';

export interface ProseInput {
  /** With their paragraphs and lines: quotes have boxes. Findings name sections by their index here. */
  readonly sections: readonly ProseSection[];
  /** Findings name tables by their index here. */
  readonly tables: readonly DisclosureTable[];
  readonly document: Disclosure['document'];
}

/** Parts that explain figures of this document. */
const TELLING: ReadonlySet<Zone> = new Set(['explanation', 'body', 'overview', 'tables']);

/** What the prose says against what the tables print and against itself. Pure; in the order of the document. */
export function checkProse({ sections, tables, document }: ProseInput): Finding[] {
  const ledger = ledgerOf(tables);
  const { places } = sectionsToOutline(sections);
  const context = { owners: ownersOf(document.department), year: document.year, ledger };
  const told = sections.flatMap((section, index) => {
    const place = places[index];
    return place && TELLING.has(place.zone) ? [sentencesToFacts(sectionToSentences(section, index), place, context)] : [];
  });
  const findings = told.flatMap((section) => [
    ...checkAmounts(section, ledger),
    ...checkRunningCosts(section, ledger),
    ...checkShares(section, ledger),
    ...checkChanges(section, ledger),
    ...checkCompletions(section, ledger),
    ...checkDirections(section),
  ]);
  return findings;
}

/** Characters. 财政局 is a name, 政局 is none. */
const SHORTEST_OWNER = 3;

/** 上海市普陀区财政局, 市普陀区财政局 … 财政局: how the department may call itself. */
function ownersOf(department: string | null): string[] {
  const name = bare(department ?? '');
  return Array.from({ length: Math.max(0, name.length - SHORTEST_OWNER + 1) }, (_, i) => name.slice(i));
}
