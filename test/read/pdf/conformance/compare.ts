/** What two engines say of one page, side by side. */
import type { Glyph } from '../../../../src/model/glyph.js';
import type { Grid } from '../../../../src/model/grid.js';
import type { Page, UnreadPage } from '../../../../src/model/page.js';
import { markIllegible } from '../../../../src/read/legibility.js';
import { doubledGlyphs } from '../../../../src/rebuild/doubled.js';
import { type Edge, rulesToEdges } from '../../../../src/rebuild/edges.js';
import { pagesToLayout } from '../../../../src/rebuild/rebuild.js';

/** pt. PDFium keeps advances in whole thousandths of the em: a long line of a proportional face drifts. */
const SAME_PLACE = 0.5;
/** pt. */
const SAME_AXIS = 0.1;
const SAME_END = 0.5;

/** How two readings of a document differ, a sentence each. Empty: characters, places, rules and tables are the same. */
export function differences(one: readonly (Page | UnreadPage)[], other: readonly (Page | UnreadPage)[]): string[] {
  if (one.length !== other.length) return [`${one.length} pages, not ${other.length}`];
  const [mine, theirs] = [markIllegible(one), markIllegible(other)];
  const found = mine.flatMap((page, i) => {
    const against = theirs[i];
    return against ? pageDifferences(page, against).map((each) => `page ${page.number}: ${each}`) : [];
  });
  return [...found, ...tableDifferences(mine.filter(isRead), theirs.filter(isRead))];
}

const isRead = (page: Page | UnreadPage): page is Page => !('problem' in page);

function pageDifferences(one: Page | UnreadPage, other: Page | UnreadPage): string[] {
  if (!isRead(one) || !isRead(other)) return isRead(one) === isRead(other) ? [] : ['read by one engine only'];
  const shapes = [one, other].map(({ width, height, rotation }) => `${width.toFixed(2)} × ${height.toFixed(2)}, ${rotation}°`);
  return [
    ...(shapes[0] === shapes[1] ? [] : [`${shapes[0]}, not ${shapes[1]}`]),
    ...glyphDifferences(one.glyphs, other.glyphs),
    ...edgeDifferences('horizontal', rulesToEdges(one.rules).horizontal, rulesToEdges(other.rules).horizontal),
    ...edgeDifferences('vertical', rulesToEdges(one.rules).vertical, rulesToEdges(other.rules).vertical),
  ];
}

function glyphDifferences(one: readonly Glyph[], other: readonly Glyph[]): string[] {
  const twins = new Set([...doubledGlyphs(one), ...doubledGlyphs(other)]);
  const rest = new Map<string, Glyph[]>();
  for (const glyph of other) rest.set(meaningOf(glyph), [...(rest.get(meaningOf(glyph)) ?? []), glyph]);
  const lost: Glyph[] = [];
  for (const glyph of one) {
    const alike = rest.get(meaningOf(glyph)) ?? [];
    const index = alike.findIndex((each) => isSame(glyph, each));
    if (index < 0) lost.push(glyph);
    else alike.splice(index, 1);
  }
  const say = (what: string) => (glyph: Glyph) => `${what} ${glyph.text} (${glyph.state}) at ${glyph.x}, ${glyph.y}`;
  const more = [...rest.values()].flat();
  return [...lost.filter((g) => !twins.has(g)).map(say('lacks')), ...more.filter((g) => !twins.has(g)).map(say('has besides'))];
}

/** Compatibility forms are one character; what has no meaning in one engine need not look alike in the other. */
const meaningOf = ({ text, state }: Glyph) => (state === 'illegible' ? '\ufffd' : text.normalize('NFKC'));

function isSame(a: Glyph, b: Glyph): boolean {
  const near = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) <= SAME_PLACE;
  const alike = a.angle === b.angle && Math.abs(a.size - b.size) <= SAME_AXIS;
  return near && alike && (a.state === b.state || isClippedThrough(a, b));
}

/** Full-width punctuation whose ink lies inside the clip and the middle of its em outside: pdf.js hides it, PDFium knows the ink. */
function isClippedThrough(a: Glyph, b: Glyph): boolean {
  return a.state !== 'illegible' && b.state !== 'illegible' && /^[\u3000-\u303f\uff00-\uffef]$/u.test(a.text);
}

function edgeDifferences(axis: string, one: readonly Edge[], other: readonly Edge[]): string[] {
  const same = (a: Edge, b: Edge) =>
    Math.abs(a.at - b.at) <= SAME_AXIS && Math.abs(a.from - b.from) <= SAME_END && Math.abs(a.to - b.to) <= SAME_END;
  const say = (what: string) => (edge: Edge) => `${what} the ${axis} rule at ${edge.at} from ${edge.from} to ${edge.to}`;
  return [
    ...one.filter((edge) => !other.some((each) => same(edge, each))).map(say('lacks')),
    ...other.filter((edge) => !one.some((each) => same(edge, each))).map(say('has besides')),
  ];
}

function tableDifferences(one: readonly Page[], other: readonly Page[]): string[] {
  const [mine, theirs] = [one, other].map((pages) => pagesToLayout(pages).grids.map(textOf)) as [string[], string[]];
  if (mine.length !== theirs.length) return [`${mine.length} tables, not ${theirs.length}`];
  return mine.flatMap((text, i) => (text === theirs[i] ? [] : [`table ${i + 1}: ${text}, not ${theirs[i]}`]));
}

function textOf({ pages, rows, columns, cells }: Grid): string {
  const texts = cells.map((cell) => `${cell.row},${cell.column}:${cell.illegible ? '\ufffd' : cell.text.normalize('NFKC')}`);
  return `${rows} × ${columns} on ${pages.join()}: ${texts.join('|')}`;
}
