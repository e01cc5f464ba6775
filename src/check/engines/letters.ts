/** A second engine's letters against the cells and pages in doubt: no grid is built from them, they are looked up where a cell lies. */
import type { DisclosureGridCell, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { sortBy } from '../../base/group.js';
import { boxOf } from '../../model/box.js';
import type { Box, Glyph } from '../../model/glyph.js';
import type { Letter, PageLetters } from '../../model/letters.js';
import type { Page } from '../../model/page.js';
import { cellFinding, compareCounts, countsOf, ILLEGIBLE, isSameText } from './second-reading.js';

/** pt. Drawn this close, the same letter twice is one in bold, or its shadow. */
const TWICE = 1.5;

/** What was read, and where it is in doubt. */
export interface DoubtedReading {
  readonly tables: readonly DisclosureTable[];
  /** The pages as they were read. */
  readonly read: ReadonlyMap<number, Page>;
  /** Cells whose print may say something else. */
  readonly cells: readonly Finding['cells'][number][];
  /** Pages with letters that have no meaning, or text for which no letter came: all of them is in doubt. */
  readonly pages: ReadonlySet<number>;
}

/** A finding for each cell in doubt that another engine reads otherwise, and for each page in doubt on whose other text they differ. */
export function compareLetters({ tables, read, cells, pages }: DoubtedReading, second: readonly PageLetters[]): Finding[] {
  return second.flatMap(({ number, letters }) => {
    const glyphs = read.get(number)?.glyphs ?? [];
    const own = once(shown(letters, glyphs));
    const inCells = withoutMarks(own, glyphs);
    const doubted = cells.filter(({ page }) => page === number);
    const inTables = tables.flatMap((table, index) =>
      table.grid.cells.flatMap((cell) => {
        const isAsked = pages.has(number) || doubted.some((place) => place.table === index && isOf(place, cell));
        return cell.page === number && isAsked ? compareCell(table, index, cell, inCells) : [];
      }),
    );
    return [...inTables, ...(pages.has(number) ? compareRest(number, tables, glyphs, own) : [])];
  });
}

/** Was a place looked up: does it lie in a cell of its table? */
export const isLookedUp = (place: Finding['cells'][number], tables: readonly DisclosureTable[]): boolean =>
  tables[place.table]?.grid.cells.some((cell) => cell.page === place.page && isOf(place, cell)) ?? false;

/** Without a box a place is a whole table. */
const isOf = ({ box }: Finding['cells'][number], cell: DisclosureGridCell): boolean =>
  box === null || isIn(boxOf(cell), (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);

function compareCell(table: DisclosureTable, index: number, cell: DisclosureGridCell, letters: readonly Letter[]): Finding[] {
  if (ILLEGIBLE.test(cell.text)) return [];
  const inside = letters.filter(({ x, y }) => isIn(boxOf(cell), x, y));
  const other = inside.map(({ text }) => text).join('');
  if (isSameText(cell.text, other) || isInBand(cell, letters)) return [];
  // Letters may be drawn in any order; what they are is what an engine can get wrong.
  if (isSameText(sorted(cell.text), sorted(other))) return [];
  return [cellFinding(table, index, cell, cell.text, other)];
}

const sorted = (text: string): string => [...plain(text)].toSorted().join('');

/** What may go on a figure. */
const OF_FIGURE = /[\d.,%()\-−–△]/u;

/** Does the cell's text stand whole among the letters at its height? A run's letters are spread evenly: some may seem to lie in the next cell. */
function isInBand(cell: DisclosureGridCell, letters: readonly Letter[]): boolean {
  const box = boxOf(cell);
  const band = letters.filter(({ y }) => y >= box[1] && y <= box[3]).toSorted((a, b) => a.x - b.x);
  const [whole, own] = [plain(band.map((letter) => letter.text).join('')), plain(cell.text)];
  if (own === '') return false;
  for (let at = whole.indexOf(own); at >= 0; at = whole.indexOf(own, at + 1)) {
    const isApart = (letter: string | undefined) => letter === undefined || !OF_FIGURE.test(letter) || !OF_FIGURE.test(own);
    if (isApart(whole[at - 1]) && isApart(whole[at + own.length])) return true;
  }
  return false;
}

/** Without what no reading hangs on: width, spaces, thousands separators. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]+/gu, '');

/** Running heads, watermarks and seals count as well: the other engine does not tell them apart. */
function compareRest(page: number, tables: readonly DisclosureTable[], glyphs: readonly Glyph[], letters: readonly Letter[]): Finding[] {
  const boxes = tables.flatMap(({ grid }) => grid.cells.filter((cell) => cell.page === page).map(boxOf));
  const outside = (all: readonly Letter[]) =>
    countsOf(all.filter(({ x, y }) => !boxes.some((box) => isIn(box, x, y))).map(({ text }) => text));
  const read = glyphs.filter(({ state }) => state === 'shown').map(toLetter);
  const [mine, theirs] = [outside(once(read)), outside(letters)];
  // Annotations are in the first engine's page alone: what the other has less says nothing.
  const isLost = [...theirs].some(([letter, count]) => count > (mine.get(letter) ?? 0));
  return isLost ? compareCounts(page, mine, theirs) : [];
}

const toLetter = ({ text, box: [x0, y0, x1, y1] }: Glyph): Letter => ({ text, x: (x0 + x1) / 2, y: (y0 + y1) / 2 });

/** pt. The other engine's places are estimated: a letter of the same kind so near is the same. */
const NEAR = 4;

/** The other engine's text content has what is hidden too: white on white, under a cover, clipped. */
function shown(letters: readonly Letter[], glyphs: readonly Glyph[]): readonly Letter[] {
  const hidden = glyphs.filter(({ state }) => state === 'hidden').map(toLetter);
  if (hidden.length === 0) return letters;
  return letters.filter(({ text, x, y }) => !hidden.some((each) => each.text === text && Math.hypot(each.x - x, each.y - y) < NEAR));
}

/**
 * Letters that are set askew lie over a cell and stand in none: watermarks, seals. Their places are estimated along a level line: of the
 * letters around one that say the same, the nearest is taken for it, and no other.
 */
function withoutMarks(letters: readonly Letter[], glyphs: readonly Glyph[]): readonly Letter[] {
  const left = new Set(letters);
  for (const glyph of glyphs) {
    if (glyph.angle % 90 === 0) continue;
    const mark = toLetter(glyph);
    const distanceTo = ({ x, y }: Letter) => Math.hypot(mark.x - x, mark.y - y);
    const near = [...left].filter((letter) => letter.text === mark.text && distanceTo(letter) < Math.max(NEAR, glyph.size / 2));
    const [nearest] = sortBy(near, (letter) => [distanceTo(letter)]);
    if (nearest) left.delete(nearest);
  }
  return [...left];
}

const isIn = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The letters of a page, each once where it is drawn twice. */
function once(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  const places = new Map<string, Letter[]>();
  for (const letter of letters) {
    const known = places.get(letter.text) ?? [];
    if (known.some(({ x, y }) => Math.abs(x - letter.x) < TWICE && Math.abs(y - letter.y) < TWICE)) continue;
    places.set(letter.text, [...known, letter]);
    kept.push(letter);
  }
  return kept;
}
