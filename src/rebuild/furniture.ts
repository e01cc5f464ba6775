import type { TextLine } from '../model/page.js';
import type { PageLayout } from './page-layout.js';

/** Shares of the page's height in which running heads stand. */
const HEAD = 0.1;
const FOOT = 0.1;
/** Page numbers may stand closer to the text, above all on landscape pages. */
const NUMBER_ZONE = 0.2;
/** A bare number is a page number where it differs from the physical page as it does on so many other pages. */
const SAME_OFFSET = 2;
/** What stands above tables, repeated or not, belongs to them. */
const CAPTION = /表$|[:：]|^[（(]?\d{4}年度?[）)]?$/u;
/** pt. How far a running head may wander from page to page. */
const WANDER = 6;
/** A line is a running head when this share of the pages repeats it, and at least so many do. */
const REPEATED = 0.5;
const REPEATED_PAGES = 4;

const BARE_NUMBER = /^[0-9０-９]{1,4}$/;
const MARKED_NUMBER =
  /^(?:[-—–－·~～.\s]+[0-9０-９]{1,4}[-—–－·~～.\s]+|第[0-9０-９\s]+页(?:[,，/\s]*共[0-9０-９\s]+页)?|共[0-9０-９\s]+页[,，/\s]*第[0-9０-９\s]+页|[0-9]{1,4}\s*\/\s*[0-9]{1,4}|page\s*[0-9]+)$/i;

/** Page numbers and running heads: lines that belong to the page, not to what it says. */
export function findFurniture(layouts: readonly PageLayout[]): Set<TextLine> {
  const furniture = new Set<TextLine>();
  for (const line of pageNumbers(layouts)) furniture.add(line);
  const repeats = new Map<string, { at: number; line: TextLine }[]>();
  for (const { page, lines } of layouts) {
    for (const line of lines) {
      const atFoot = line.box[1] > page.height * (1 - FOOT);
      const atHead = line.box[3] < page.height * HEAD;
      if (!atFoot && !atHead) continue;
      if (!CAPTION.test(line.text) && !BARE_NUMBER.test(line.text)) {
        const key = line.text.replace(/\d+/g, '#');
        repeats.set(key, [...(repeats.get(key) ?? []), { at: line.box[1] / page.height, line }]);
      }
    }
  }
  for (const group of repeats.values()) {
    if (group.length < Math.max(REPEATED_PAGES, layouts.length * REPEATED)) continue;
    const middle = group.map((g) => g.at).toSorted((a, b) => a - b)[group.length >> 1] ?? 0;
    for (const { at, line } of group) if (Math.abs(at - middle) * 800 <= WANDER) furniture.add(line);
  }
  return furniture;
}

/** A line as the number it may be: OCR loses one of the dashes of - 6 -, or sees a dot beside it. */
const numberOf = ({ text, glyphs }: TextLine): string => (glyphs[0]?.reading ? text.replace(/^[-—–.·\s]+|[-—–.·\s]+$/gu, '') : text);

/** Marked page numbers (- 6 -), and bare ones that run with the pages. */
function pageNumbers(layouts: readonly PageLayout[]): TextLine[] {
  const found: TextLine[] = [];
  const bare = new Map<number, TextLine[]>();
  for (const { page, lines } of layouts) {
    for (const line of lines) {
      const zone = page.height * NUMBER_ZONE;
      if (line.box[3] > zone && line.box[1] < page.height - zone) continue;
      if (MARKED_NUMBER.test(line.text)) found.push(line);
      else if (BARE_NUMBER.test(numberOf(line))) {
        const offset = Number(numberOf(line).normalize('NFKC')) - page.number;
        bare.set(offset, [...(bare.get(offset) ?? []), line]);
      }
    }
  }
  return [...found, ...[...bare.values()].filter((lines) => lines.length > SAME_OFFSET).flat()];
}
