import type { DocumentFamily } from '../../extractors/family.js';
import type { Chapter, Zone } from '../../extractors/prose.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { contextOf } from '../check/prose/context.js';
import { sectionsToParts } from '../check/prose/text/chapters.js';
import { type Fact, sentencesToFacts } from '../check/prose/text/facts.js';
import { type ProseSection, sectionToSentences } from '../check/prose/text/sentences.js';

/** What a section of a result states. */
export interface FactsOfSection {
  /** Index into the sections. */
  readonly section: number;
  readonly zone: Zone;
  readonly chapter: Chapter | null;
  readonly facts: readonly Fact[];
}

/** The facts that the prose of a result states, section by section, of the chapters that are asked for; nothing where its family reads no prose. */
export function proseFacts(
  disclosure: Disclosure,
  family: DocumentFamily,
  isAsked: (chapter: Chapter | null) => boolean,
): FactsOfSection[] {
  const { prose, forms } = family;
  if (prose === null) return [];
  const sections = disclosure.sections.map(toProseSection);
  const context = contextOf({ prose, forms }, disclosure.tables, [], disclosure.document);
  const { places } = sectionsToParts(sections, prose);
  return sections.flatMap((section, index) => {
    const place = at(places, index);
    if (!isAsked(place.chapter)) return [];
    const { facts } = sentencesToFacts(sectionToSentences(section, index), place, context);
    return [{ section: index, zone: place.zone, chapter: place.chapter, facts }];
  });
}

/** A section of a result as the checks of prose read it. Where its ink stood is not in a result, and nothing here asks for it. */
function toProseSection({ heading, level, pages, text }: Disclosure['sections'][number]): ProseSection {
  const page = at(pages, 0);
  const texts = [...(heading === null ? [] : [heading]), ...(text === '' ? [] : text.split('\n'))];
  const paragraphs = texts.map((line) => ({ text: line, lines: [{ page, text: line, box: [0, 0, 0, 0] as const, size: 1, glyphs: [] }] }));
  return { heading, level, pages, paragraphs };
}
