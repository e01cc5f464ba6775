import { FIRST_ORDINAL, PART_ORDINAL, SECOND_ORDINAL } from '../base/patterns.js';
import type { TextLine } from '../model/page.js';
import { linesToParagraphs, type Paragraph } from './paragraphs.js';

/** Prose under one heading. `level`: 0 第二部分, 1 二、, 2 （二）; text before the first heading has none. */
export interface Section {
  readonly heading: string | null;
  readonly level: number;
  readonly pages: readonly number[];
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

const HEADINGS: readonly RegExp[] = [PART_ORDINAL, FIRST_ORDINAL, SECOND_ORDINAL].map((ordinal) => new RegExp(`^${ordinal}`, 'u'));
/** A longer line is a numbered paragraph, not a heading. */
const LONGEST_HEADING = 40;

/** Lines that belong to no table → sections in reading order; every line is in exactly one. */
export function linesToSections(lines: readonly TextLine[]): Section[] {
  const sections: { heading: Paragraph | null; level: number; body: Paragraph[] }[] = [];
  for (const paragraph of linesToParagraphs(lines)) {
    const level = headingLevel(paragraph.text);
    if (level !== null) sections.push({ heading: paragraph, level, body: [] });
    else if (sections.length === 0) sections.push({ heading: null, level: 0, body: [paragraph] });
    else sections.at(-1)?.body.push(paragraph);
  }
  return sections.map(({ heading, level, body }) => {
    const paragraphs = heading ? [heading, ...body] : body;
    return {
      heading: heading?.text ?? null,
      level,
      pages: [...new Set(paragraphs.flatMap((p) => p.lines.map((l) => l.page)))],
      text: body.map((p) => p.text).join('\n'),
      paragraphs,
    };
  });
}

function headingLevel(text: string): number | null {
  if (text.length > LONGEST_HEADING || /[。；，、]$/u.test(text)) return null;
  const level = HEADINGS.findIndex((h) => h.test(text));
  return level < 0 ? null : level;
}
