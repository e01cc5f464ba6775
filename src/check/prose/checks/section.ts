import type { Finding } from '../../../../schemas/disclosure.js';
import type { ProseContext } from '../context.js';
import type { Fact, SectionFacts } from '../text/facts.js';

/** A section whose amounts were held against the tables. */
export interface CheckedSection extends SectionFacts {
  /** Amounts that are wrong themselves: they make no sum, rate or word wrong. */
  readonly doubted: ReadonlySet<Fact>;
}

/** One kind of check: a section → its findings, in the order of its sentences. */
export type SectionCheck = (section: CheckedSection, context: ProseContext) => Finding[];
