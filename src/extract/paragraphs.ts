import { FIRST_ORDINAL, PART_ORDINAL, SECOND_ORDINAL } from '../base/patterns.js';
import { joinLines } from '../base/text.js';
import type { TextLine } from '../model/page.js';

/** Lines that read on: one string, and where it stands. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly TextLine[];
}

/** em. A line that starts this far right of the margin begins a paragraph; one that ends this far left of it ends one. */
const INDENT = 1.2;
const SHORT = 2.5;
/** em. A larger gap than this between lines parts paragraphs. */
const GAP = 2.2;

/** Lines outside the grids, in reading order → paragraphs, also over pages. */
export function linesToParagraphs(lines: readonly TextLine[]): Paragraph[] {
  const margins = pageMargins(lines);
  const paragraphs: TextLine[][] = [];
  let previous: TextLine | null = null;
  for (const line of lines) {
    const margin = margins.get(line.page) ?? { left: line.box[0], right: line.box[2] };
    if (previous && readsOn(previous, line, margin, margins.get(previous.page) ?? margin)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
    previous = line;
  }
  return paragraphs.map((group) => ({ text: joinLines(group.map((l) => l.text)), lines: group }));
}

/** 第二部分, 二、, （二）: a heading or a numbered paragraph begins here. */
const NUMBERED = new RegExp(`^(?:${PART_ORDINAL}|${FIRST_ORDINAL}|${SECOND_ORDINAL})`, 'u');

interface Margin {
  readonly left: number;
  readonly right: number;
}

function readsOn(previous: TextLine, line: TextLine, margin: Margin, before: Margin): boolean {
  if (line.beginsParagraph !== undefined) return !line.beginsParagraph;
  if (NUMBERED.test(line.text)) return false;
  if (line.box[0] > margin.left + INDENT * line.size) return false;
  if (previous.box[2] < before.right - SHORT * previous.size) return false;
  if (Math.abs(previous.size - line.size) > 1.5) return false;
  return line.page !== previous.page || line.box[1] - previous.box[3] < GAP * line.size;
}

/** Where most lines of a page begin and end: the outermost that at least two lines reach. */
function pageMargins(lines: readonly TextLine[]): Map<number, Margin> {
  const byPage = new Map<number, TextLine[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  const second = (sorted: number[]) => sorted[1] ?? sorted[0] ?? 0;
  return new Map(
    [...byPage].map(([page, own]) => [
      page,
      {
        left: second(own.map((l) => l.box[0]).toSorted((a, b) => a - b)),
        right: second(own.map((l) => l.box[2]).toSorted((a, b) => b - a)),
      },
    ]),
  );
}
