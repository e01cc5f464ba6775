import type { ToldColumn } from '../../../extractors/across.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { contextOf } from '../../check/prose/context.js';
import { sectionsToParts } from '../../check/prose/text/chapters.js';
import { type Fact, sentencesToFacts } from '../../check/prose/text/facts.js';
import { type ProseSection, sectionToSentences } from '../../check/prose/text/sentences.js';
import type { OwnKeyFigure } from '../store/across.js';

/** The amounts that only the prose tells, as the document's family declares them: figures of columns that no table prints. */
export function toldFigures(disclosure: Disclosure, families: readonly DocumentFamily[]): OwnKeyFigure[] {
  const { document, tables } = disclosure;
  const family = families.find(({ kinds }) => kinds.some((kind) => kind === document.kind));
  if (!family?.across || family.across.told.length === 0 || family.prose === null) return [];
  const { prose, forms, across } = family;
  const sections = disclosure.sections.map(toProseSection);
  const context = contextOf({ prose, forms }, tables, [], document);
  const { places } = sectionsToParts(sections, prose);
  return sections.flatMap((section, index) => {
    const place = at(places, index);
    const columns = across.told.filter(({ chapters }) => chapters.some((id) => id === place.chapter?.id));
    if (columns.length === 0) return [];
    const { facts } = sentencesToFacts(sectionToSentences(section, index), place, context);
    return columns.flatMap((column) => facts.flatMap((fact) => toldFigure(fact, column)));
  });
}

function toldFigure({ kind, phrase, mention, subject, past }: Fact, { form, column }: ToldColumn): OwnKeyFigure[] {
  const { quantity } = mention;
  if (kind !== 'other' || !phrase.isInitial || past || quantity.kind !== 'money' || !subject?.measure) return [];
  return [{ form, concept: subject.measure.id, column_key: column, value: quantity.digits, unit: quantity.unit, status: null }];
}

/** A section of a result as the checks of prose read it. Where its ink stood is not in a result, and nothing here asks for it. */
function toProseSection({ heading, level, pages, text }: Disclosure['sections'][number]): ProseSection {
  const page = at(pages, 0);
  const texts = [...(heading === null ? [] : [heading]), ...(text === '' ? [] : text.split('\n'))];
  const paragraphs = texts.map((line) => ({ text: line, lines: [{ page, text: line, box: [0, 0, 0, 0] as const, size: 1, glyphs: [] }] }));
  return { heading, level, pages, paragraphs };
}
