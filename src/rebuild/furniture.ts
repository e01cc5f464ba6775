import { groupBy } from '../base/group.js';
import { at } from '../base/invariant.js';
import type { TextLine } from '../model/page.js';
import { isSameReading } from './continuation.js';
import type { PageLayout } from './page-layout.js';

/** Shares of the page's height in which running heads stand. */
const HEAD = 0.1;
const FOOT = 0.1;
/** Page numbers may stand closer to the text, above all on landscape pages. */
const NUMBER_ZONE = 0.2;
/** A bare number is a page number where it differs from the physical page as it does on more pages than this, as far from their edge. */
const SAME_OFFSET = 2;
/** pt. How far page numbers may wander, towards the edge of their page or from it. */
const SAME_EDGE = 12;
/** What stands above tables, repeated or not, belongs to them. */
const CAPTION = /表$|[:：]|^[（(]?\d{4}年度?[）)]?$/u;
/** Share of the page's height by which a running head may wander from page to page: 6 pt of 800. */
const WANDER = 6 / 800;
/** A line is a running head when this share of the pages repeats it, and at least so many do. */
const REPEATED = 0.5;
const REPEATED_PAGES = 2;

const BARE_NUMBER = /^[0-9０-９]{1,4}$/;
/** - 6 -, also with the dashes that OCR takes for 一. */
const MARKED_NUMBER =
  /^(?:[-—–－一·~～.\s]+[0-9０-９]{1,4}[-—–－一·~～.\s]+|第[0-9０-９\s]+页(?:[,，/\s]*共[0-9０-９\s]+页)?|共[0-9０-９\s]+页[,，/\s]*第[0-9０-９\s]+页|[0-9]{1,4}\s*\/\s*[0-9]{1,4}|page\s*[0-9]+)$/i;

/** Page numbers and running heads: lines that belong to the page, not to the document's text. */
export function findFurniture(layouts: readonly PageLayout[]): Set<TextLine> {
  const heads = runningHeads(layouts);
  return new Set([...pageNumbers(layouts), ...heads, ...misreadHeads(layouts, heads)]);
}

/** Digits with a dash at one end or both: OCR takes the dash at the other for a digit, — 3 — becomes 13—. Or dashes alone: it loses 11. */
const HALF_MARKED = /^(?=.*\d)(?:[-—–－一][\d\s]+[-—–－一]?|[\d\s]+[-—–－一])$|^[-—–－一\s]+$/u;
/** Shares of the page's sides by which the middle of a page number may wander from page to page. */
const SAME_PLACE = 1 / 100;

/**
 * Marked page numbers (- 6 -), and on pages without one bare ones that run with the pages; what OCR read where marked ones stand on other
 * pages.
 */
function pageNumbers(layouts: readonly PageLayout[]): TextLine[] {
  const lines = layouts.flatMap(({ page, lines }) => {
    const zone = page.height * NUMBER_ZONE;
    return lines.filter(({ box }) => box[3] <= zone || box[1] >= page.height - zone).map((line) => ({ line, page: page.number, on: page }));
  });
  const marked = lines.filter(({ line }) => MARKED_NUMBER.test(line.text));
  const numbered = new Set(marked.map(({ page }) => page));
  const bare = lines.filter(({ line, page }) => !numbered.has(page) && BARE_NUMBER.test(numberOf(line)));
  const byOffset = groupBy(bare, ({ line, page }) => Number(numberOf(line).normalize('NFKC')) - page);
  const running = [...byOffset.values()].map(atSameEdge).filter((group) => new Set(group.map(({ page }) => page)).size > SAME_OFFSET);
  const misread = lines.filter((one) => isHalfMarked(one) && marked.some((other) => standsWhere(one, other)));
  return [...marked, ...running.flat(), ...misread].map(({ line }) => line);
}

/** Those of a group that stand as far from the edge of their page as most of them: a figure of a table may run with the pages too. */
function atSameEdge<T extends EdgeLine>(group: readonly T[]): T[] {
  const distances = group.map(({ line, on }) => Math.min(line.box[1], on.height - line.box[3]));
  const usual = at(
    distances.toSorted((a, b) => a - b),
    distances.length >> 1,
  );
  return group.filter((_, i) => Math.abs(at(distances, i) - usual) <= SAME_EDGE);
}

/** A line near the edge of its page. */
interface EdgeLine {
  readonly line: TextLine;
  readonly on: Pick<PageLayout['page'], 'width' | 'height'>;
}

const isHalfMarked = ({ line: { text, glyphs } }: EdgeLine): boolean => glyphs[0]?.reading !== undefined && HALF_MARKED.test(text);

/** Whether two lines have their middles at the same place of pages of the same size. */
function standsWhere({ line, on }: EdgeLine, other: EdgeLine): boolean {
  const middle = ({ box: [x0, y0, x1, y1] }: TextLine) => [(x0 + x1) / 2, (y0 + y1) / 2] as const;
  const [[x, y], [otherX, otherY]] = [middle(line), middle(other.line)];
  const isNear = (a: number, b: number, side: number) => Math.abs(a - b) <= side * SAME_PLACE;
  const isSameSize = Math.round(on.width) === Math.round(other.on.width) && Math.round(on.height) === Math.round(other.on.height);
  return isSameSize && isNear(x, otherX, on.width) && isNear(y, otherY, on.height);
}

/** A line as the number it may be: OCR loses one of the dashes of - 6 -, or sees a dot beside it. */
const numberOf = ({ text, glyphs }: TextLine): string => (glyphs[0]?.reading ? text.replace(/^[-—–.·\s]+|[-—–.·\s]+$/gu, '') : text);

/** What OCR read where running heads stand on other pages: the same words, but for signs and few letters. */
function misreadHeads(layouts: readonly PageLayout[], heads: readonly TextLine[]): TextLine[] {
  const known = new Set(heads);
  const sizes = new Map(layouts.map(({ page }) => [page.number, page.height]));
  return layouts.flatMap(({ page, lines }) =>
    lines.filter((line) => {
      if (known.has(line) || !line.glyphs[0]?.reading) return false;
      const isHead = (head: TextLine) =>
        Math.abs(head.box[1] - line.box[1]) <= page.height * WANDER &&
        sizes.get(head.page) === page.height &&
        isSameReading(line.text, head.text);
      return heads.some(isHead);
    }),
  );
}

/** Lines at the head or foot that most pages repeat in the same place; numbers in them may differ. */
function runningHeads(layouts: readonly PageLayout[]): TextLine[] {
  const candidates = layouts.flatMap(({ page, lines }) =>
    lines
      .filter(({ box }) => box[1] > page.height * (1 - FOOT) || box[3] < page.height * HEAD)
      .filter(({ text }) => !CAPTION.test(text) && !BARE_NUMBER.test(text))
      .map((line) => ({ line, height: line.box[1] / page.height, page: page.height })),
  );
  const byText = groupBy(candidates, ({ line }) => line.text.replace(/\d+/g, '#'));
  return (
    [...byText.values()]
      .filter((group) => group.length >= Math.max(REPEATED_PAGES, layouts.length * REPEATED))
      // Pages turned the other way have the same line at another share of their height.
      .flatMap((group) => [...groupBy(group, ({ page }) => Math.round(page)).values()])
      .flatMap((group) => {
        const heights = group.map(({ height }) => height).toSorted((a, b) => a - b);
        const usual = at(heights, heights.length >> 1);
        return group.filter(({ height }) => Math.abs(height - usual) <= WANDER).map(({ line }) => line);
      })
  );
}
