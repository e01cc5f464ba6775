import { joinLines } from '../base/text.js';
import { linesToSections, type Section } from '../extract/sections.js';
import type { Extraction } from '../pipeline.js';
import { proseLines } from './disclosure.js';

/** Where a page begins in the text of a section, in characters. */
export interface PageStart {
  readonly page: number;
  readonly offset: number;
}

/** Of each section of a result, where its pages begin in its text, in their order; the first one alone where that cannot be told. */
export function sectionPages({ disclosure, draft }: Extraction): PageStart[][] {
  const made = draft ? linesToSections(proseLines(draft)) : [];
  return disclosure.sections.map(({ text, pages }, index) => {
    const section = made[index];
    // Of a file that holds several documents the sections are those of each by itself.
    const starts = section?.text === text ? startsIn(section) : [];
    return starts.length > 0 ? starts : [{ page: pages[0] ?? 1, offset: 0 }];
  });
}

function startsIn({ heading, paragraphs }: Section): PageStart[] {
  const starts: PageStart[] = [];
  let offset = 0;
  for (const { text, lines } of heading === null ? paragraphs : paragraphs.slice(1)) {
    for (const [index, { page }] of lines.entries()) {
      if (starts.at(-1)?.page === page) continue;
      starts.push({ page, offset: offset + joinLines(lines.slice(0, index).map((line) => line.text)).length });
    }
    offset += text.length + 1;
  }
  return starts;
}
