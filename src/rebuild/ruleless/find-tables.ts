import { at } from '../../base/invariant.js';
import type { Attempts } from '../../base/own-errors.js';
import { TOTAL } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { boxAround, middleX } from '../../model/box.js';
import type { TextLine } from '../../model/page.js';
import { isSameTitle } from '../continuation.js';
import type { Edge } from '../edges.js';
import type { Lattice } from '../lattice.js';
import { CELL_PADDING, spanOf, touches } from './body-cells.js';
import { closesAmount } from './broken-amounts.js';
import { headerByLevels } from './header-levels.js';
import { codeIsWhole, type HeaderReading, leavesOf } from './header-reading.js';
import { type Frame, tileHeader } from './header-tiling.js';
import { type Head, linesToHeads } from './heads.js';
import { figureColumns, regionToLattice } from './region-lattice.js';
import { lineToSegments, type Segment } from './segments.js';
import { linesToRegions, type TextRegion } from './text-regions.js';
import { MONEY_HEAD, WORDS } from './words.js';

/** A page's text outside its ruled grids. */
export interface PageText {
  readonly lines: readonly TextLine[];
  /** The horizontal rules. */
  readonly rules: readonly Edge[];
  /** Where the ruled grids begin, pt. */
  readonly tops: readonly number[];
  /** Where the tables of blocks begin that are found already, pt. */
  readonly blockTops?: readonly number[];
}

/** A table without vertical rules, in each way it can be read, likeliest first: at least one. */
export interface RulelessTable {
  readonly ways: readonly TableWay[];
}

/** One way to read a table: by the index of each of its pages its lattice there. */
type TableWay = ReadonlyMap<number, readonly Lattice[]>;

/** A table's regions, on one page or several in a row; the first has its header. */
type Chain = readonly PlacedRegion[];

interface PlacedRegion {
  readonly page: number;
  readonly region: TextRegion;
  readonly heads: readonly Head[];
  readonly rules: readonly Edge[];
}

/** How a header may be read, likeliest first. */
const READERS = [tileHeader, headerByLevels];

/**
 * Tables without vertical rules: three-line tables, horizontal rules only, none at all. Columns come from the header's words and 栏次
 * numbers and from the bodies of all pages, rows from the heights of what stands in them.
 */
export const pagesToTables = (pages: readonly PageText[], errors: Attempts): RulelessTable[] =>
  errors
    .attempt(
      '没有竖线的表格的查找',
      () => pagesToChains(pages),
      () => [],
    )
    .map((chain) => {
      return errors.attempt(
        `第${pageOf(at(chain, 0))}页没有竖线的表格`,
        () => chainToTable(chain),
        () => ({ ways: [] }),
      );
    })
    .filter(({ ways }) => ways.length > 0);

function pagesToChains(pages: readonly PageText[]): Chain[] {
  const chains: PlacedRegion[][] = [];
  let open: PlacedRegion[] | null = null;
  pages.forEach(({ lines, rules, tops, blockTops = [] }, page) => {
    // A page between them that could not be read may hold anything.
    if (open && lines[0] && lines[0].page !== pageOf(at(open, open.length - 1)) + 1) open = null;
    const before = open && tops.length === 0 ? at(open, 0).region : null;
    const regions = linesToRegions(lines, before, [...tops, ...blockTops], rules);
    for (const [index, region] of regions.entries()) {
      const own = headerRules(region, rules);
      const placed: PlacedRegion = { page, region, rules, heads: linesToHeads(region.header, own) };
      if (index === 0 && open && goesOn(at(open, 0), placed)) open.push(placed);
      else {
        open = [placed];
        chains.push(open);
      }
    }
    if (!regions.at(-1)?.open) open = null;
  });
  return chains.filter((chain) => at(chain, 0).heads.length > 0);
}

/** The number of the page that a region stands on. */
const pageOf = ({ region }: PlacedRegion): number => at(tableLines(region), 0).page;

/** Does a region at the top of the next page go on with the table: without a header, or with the same, and under no other title? */
function goesOn(first: PlacedRegion, { region, heads }: PlacedRegion): boolean {
  if (region.header.length === 0) return true;
  const isSame = heads.length === first.heads.length && heads.every(({ text }, i) => text === at(first.heads, i).text);
  const [title, own] = [first.region.title, region.title];
  return isSame && (title === null || own === null || isSameTitle(title, own));
}

/** The rules among a region's header lines. */
function headerRules({ header, ordinals, body }: TextRegion, rules: readonly Edge[]): Edge[] {
  if (header.length === 0) return [];
  const [, top] = boxAround(header.map(({ box }) => box));
  const below = ordinals ?? body[0];
  const bottom = below ? below.box[1] : Number.POSITIVE_INFINITY;
  return rules.filter((rule) => rule.at > top && rule.at < bottom);
}

function chainToTable(chain: Chain): RulelessTable {
  const first = at(chain, 0);
  const bodies = chain.map((part) => bodyOf(part, -shiftOf(first, part)));
  const numbers = first.region.ordinals ? lineToSegments(first.region.ordinals).filter(({ text }) => /^\d+$/.test(text)) : [];
  const frame: Frame = { ...widthOf(chain), numbers, body: bodies.flat() };
  const ways = READERS.flatMap((read) => {
    const reading = read(first.heads, frame);
    return reading && codeIsWhole(reading) && bodies.every((body) => fits(body, reading)) ? chainToWay(chain, reading) : [];
  });
  // What stands on the last page may be no part of the table.
  if (ways.length === 0 && chain.length > 1) return chainToTable(chain.slice(0, -1));
  return { ways: ways.filter((way, i) => !ways.slice(0, i).some((other) => isSame(way, other))) };
}

/** One reading of the header → the lattices of all pages; none where one of them cannot be laid out. */
function chainToWay(chain: Chain, reading: HeaderReading): TableWay[] {
  const first = at(chain, 0);
  const way = new Map<number, Lattice[]>();
  for (const part of chain) {
    const lattice = regionToLattice(part.region, shifted(reading, first, part), rowRules(part));
    if (!lattice) return [];
    way.set(part.page, [...(way.get(part.page) ?? []), lattice]);
  }
  return [way];
}

/** pt. Boundaries that differ by less are one. */
const SAME = 3;

const isSame = (one: TableWay, other: TableWay): boolean =>
  [...one].every(([page, lattices]) => lattices.every((lattice, i) => isSameLattice(lattice, at(other.get(page) ?? [], i))));

function isSameLattice(a: Lattice, b: Lattice): boolean {
  const areNear = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length && one.every((position, i) => Math.abs(position - at(other, i)) < SAME);
  return areNear(a.xs, b.xs) && areNear(a.ys, b.ys) && JSON.stringify(a.cells) === JSON.stringify(b.cells);
}

/** pt that a part stands right of where the first one stands, by the words of their headers. */
function shiftOf(first: PlacedRegion, { heads }: PlacedRegion): number {
  if (heads.length === 0) return 0;
  return heads.reduce((sum, head, i) => sum + middleX(head) - middleX(at(first.heads, i)), 0) / heads.length;
}

function bodyOf({ region }: PlacedRegion, shift: number): Segment[] {
  const move = ({ box: [x0, y0, x1, y1], ...segment }: Segment): Segment => ({ ...segment, box: [x0 + shift, y0, x1 + shift, y1] });
  return region.body.flatMap(lineToSegments).map(move);
}

/** The first part's reading as it stands on another: that part's heads, or none. */
function shifted(reading: HeaderReading, first: PlacedRegion, part: PlacedRegion): HeaderReading {
  const shift = shiftOf(first, part);
  const headOf = (head: Head) => at(part.heads, first.heads.indexOf(head));
  const cellsOf = (cells: HeaderReading['cells']): HeaderReading['cells'] =>
    cells.map((cell) => ({ ...cell, head: part.heads.length > 0 ? headOf(cell.head) : cell.head, children: cellsOf(cell.children) }));
  return { xs: reading.xs.map((x) => x + shift), cells: cellsOf(reading.cells) };
}

/** Left and right end: of the rules that run across the first region, else of the ink on all pages and of the unit line above it. */
function widthOf(chain: Chain): Pick<Frame, 'left' | 'right' | 'ruled' | 'ink'> {
  const first = at(chain, 0);
  const { region, rules } = first;
  const edges = chain.map((part) => {
    const [left, , right] = boxAround(tableLines(part.region).map((l) => l.box));
    const shift = shiftOf(first, part);
    return [left - shift, right - shift] as const;
  });
  const ink = [Math.min(...edges.map(([left]) => left)), Math.max(...edges.map(([, right]) => right))] as const;
  const across = rulesAcross(region, rules);
  if (across.length > 0) {
    const [starts, ends] = [across.map((r) => r.from), across.map((r) => r.to)];
    // On a scan single rules run on into dirt.
    if (isReadByOcr(region)) return { left: median(starts), right: median(ends), ruled: true, ink };
    return { left: Math.min(...starts), right: Math.max(...ends), ruled: true, ink };
  }
  if (!region.caption) return { left: ink[0] - CELL_PADDING, right: ink[1] + CELL_PADDING, ruled: false, ink };
  const [left, , right] = region.caption.box;
  return { left: Math.min(left, ink[0]), right: Math.max(right, ink[1]), ruled: false, ink };
}

const median = (numbers: readonly number[]): number =>
  at(
    numbers.toSorted((a, b) => a - b),
    numbers.length >> 1,
  );

const isReadByOcr = (region: TextRegion): boolean => tableLines(region).some(({ glyphs }) => glyphs.some(({ reading }) => reading));

/** pt. How far above the first and below the last line of a table its rules may stand. */
const NEAR = 12;
/** Share of a table's width that a rule of the table has, and that the rules between two rows have together. */
const ACROSS = 0.8;
const BETWEEN_ROWS = 0.6;

/** The horizontal rules of a region: those that run across most of it. */
function rulesAcross(region: TextRegion, rules: readonly Edge[]): Edge[] {
  const [left, top, right, bottom] = boxAround(tableLines(region).map((l) => l.box));
  return rules.filter((r) => r.at > top - NEAR && r.at < bottom + NEAR && r.to - r.from > (right - left) * ACROSS);
}

/** y of the rules that part rows: a merged cell may leave gaps in them. */
function rowRules({ region, rules }: PlacedRegion): number[] {
  const [left, top, right, bottom] = boxAround(tableLines(region).map((l) => l.box));
  const near = rules.filter((r) => r.at > top - NEAR && r.at < bottom + NEAR);
  const heights = [...new Set(near.map((r) => r.at))];
  const drawn = (y: number) => near.filter((r) => r.at === y).reduce((sum, r) => sum + r.to - r.from, 0);
  return heights.filter((y) => drawn(y) > (right - left) * BETWEEN_ROWS);
}

/** All lines of the table itself, top to bottom. */
const tableLines = ({ header, ordinals, body }: TextRegion): TextLine[] => [...header, ...(ordinals ? [ordinals] : []), ...body];

/** Share of the body's segments that may run over a boundary into a column of figures or be words in one, and how many may in any case. */
const STRAY = 0.1;
const FEW_STRAY = 2;

/** Does the body keep to these columns? Columns that it does not keep to are none. */
function fits(body: readonly Segment[], reading: HeaderReading): boolean {
  const spans = body.map((segment) => spanOf(segment, reading.xs));
  const isWord = (segment: Segment): boolean =>
    WORDS.test(segment.text) && !TOTAL.test(squeeze(segment.text)) && !closesAmount(segment, body);
  const filled = new Set(body.flatMap((segment, i) => (isWord(segment) ? [] : [at(at(spans, i), 0)])));
  // A column without any figure holds words, unless its head says money.
  const heads = leavesOf(reading.cells);
  const figures = new Set([...figureColumns(reading)].filter((column) => filled.has(column) || MONEY_HEAD.test(at(heads, column).text)));
  const stray = body.filter((segment, i) => {
    const span = at(spans, i);
    return (isWord(segment) || span[0] !== span[1]) && touches(span, figures);
  });
  return stray.length <= Math.max(FEW_STRAY, body.length * STRAY);
}
