import type { TextLine } from '../model.js';
import type { PageLayout } from './page.js';

/** Shares of the page's height in which page numbers and running heads stand. */
const HEAD = 0.1;
const FOOT = 0.1;
/** pt. How far a running head may wander from page to page. */
const WANDER = 6;
/** A line is a running head when this share of the pages repeats it, and at least so many do. */
const REPEATED = 0.5;
const REPEATED_PAGES = 4;

const PAGE_NUMBER = /^(?:[-—–－·.\s]*[0-9０-９]{1,4}[-—–－·.\s]*|第[0-9０-９\s]+页(?:[,，/\s]*共[0-9０-９\s]+页)?|[0-9]{1,4}\s*\/\s*[0-9]{1,4}|page\s*[0-9]+)$/i;

/** Page numbers and running heads: lines that belong to the page, not to what it says. */
export function findFurniture(layouts: readonly PageLayout[]): Set<TextLine> {
  const furniture = new Set<TextLine>();
  const repeats = new Map<string, { at: number; line: TextLine }[]>();
  for (const { page, lines } of layouts) {
    for (const line of lines) {
      const atFoot = line.box[1] > page.height * (1 - FOOT);
      const atHead = line.box[3] < page.height * HEAD;
      if (!atFoot && !atHead) continue;
      if (PAGE_NUMBER.test(line.text)) furniture.add(line);
      else {
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
