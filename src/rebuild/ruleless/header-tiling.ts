/**
 * The header by one law alone: words stand in the middle of their cell, and cells meet. From a cell's left end and the middle of its words
 * follows its right end, where the next cell begins; the last must end where the table does, and what stands below a head must cover
 * the same width in the same manner. Of the readings for which this holds, that is meant whose cells are also half as high as their words
 * stand: a head with nothing below it reaches down to the body.
 */
import { at, must } from '../../base/invariant.js';
import { middleX, middleY } from '../../model/box.js';
import type { Box } from '../../model/glyph.js';
import type { HeadCell, HeaderReading } from './header-reading.js';
import type { Head } from './heads.js';
import type { Segment } from './segments.js';
import { SPLIT_CODE } from './words.js';

/** What is known of a table when its header is read. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  /** The ends are those of drawn rules. */
  readonly ruled: boolean;
  /** The ends of its ink. Where no rules are drawn, the table ends there or farther out: the lines above it may be wider or narrower. */
  readonly ink: readonly [left: number, right: number];
  /** The numbers of the 栏次 line: each stands in the middle of its column. */
  readonly numbers: readonly Segment[];
  /** What stands in the body, on all pages of the table. */
  readonly body: readonly Segment[];
}

/** pt by which boxes of neighbouring heads may run over the boundary between them. */
const TOUCH = 1;
/** Share of the em by which a head may reach into the line of the head above it. */
const OVERLAP = 0.3;
/** pt by which the last cell may miss the end: of drawn rules, of a width taken from ink, of one that ink alone shows. */
const END_RULED = 3;
const END_OPEN = 7;
const END_UNKNOWN = 120;
/** pt. No column is narrower. */
const NARROWEST = 8;
/** pt by which a boundary may be moved out of the body's ink. */
const SETTLE = 12;
/** What it costs that a boundary cuts through the body's ink, and that a 栏次 number stands over no column, in pt of distance. */
const CUT = 1;
const LOST_NUMBER = 20;
/** pt. How exactly a 栏次 number stands in the middle of its column. */
const NUMBER = 5;
/** pt from the ink's left end at which a table without vertical rules may begin. */
const LEFT_ENDS = [0, -1.5, 1.5, -3, 3, -4.5, 4.5, -6];
/** What a point of such a shift costs, and a point by which words stand above or below the middle of their cell. */
const SHIFTED = 0.1;
const OFF_HEIGHT = 0.5;

interface Tile {
  readonly head: Head;
  readonly left: number;
  readonly right: number;
  readonly children: readonly Tile[];
}

/** What cells have to cover: from left to right, below this height. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The right end is not certain: the cells may end farther right. */
  readonly isOpen: boolean;
}

/** A frame, where its header ends, and how much was tried so far. */
interface Search extends Frame {
  readonly bottom: number;
  readonly tried: { rows: number };
}

interface Tiles {
  readonly tiles: readonly Tile[];
  readonly cost: number;
}

/**
 * Heads → the reading in which all stand in the middle of their cells; null where there is none. Where no rules say where the table ends,
 * cells are laid between both ends of the lines above it, else from its left end alone, else from its right end.
 */
export function tileHeader(heads: readonly Head[], frame: Frame): HeaderReading | null {
  if (heads.length < 2) return null;
  const beginsAtInk = frame.left >= frame.ink[0];
  const closed = frame.ruled || !beginsAtInk ? tileFrom(heads, frame, false) : null;
  if (closed || frame.ruled) return closed;
  return (beginsAtInk ? null : tileFrom(heads, frame, true)) ?? tileFromRight(heads, frame);
}

function tileFromRight(heads: readonly Head[], frame: Frame): HeaderReading | null {
  const mirrored = new Map(heads.map((head) => [mirror(head), head]));
  const reading = tileFrom([...mirrored.keys()], mirrorFrame(frame), true);
  return reading && mirrorReading(reading, mirrored);
}

const mirrorBox = ([x0, y0, x1, y1]: Box): Box => [-x1, y0, -x0, y1];
const mirror = <Boxed extends { readonly box: Box }>(boxed: Boxed): Boxed => ({ ...boxed, box: mirrorBox(boxed.box) });

const mirrorFrame = (frame: Frame): Frame => ({
  ...frame,
  left: -frame.right,
  right: -frame.left,
  ink: [-frame.ink[1], -frame.ink[0]],
  numbers: frame.numbers.map(mirror),
  body: frame.body.map(mirror),
});

/** @param heads by the mirrored ones */
function mirrorReading(reading: HeaderReading, heads: ReadonlyMap<Head, Head>): HeaderReading {
  const columns = reading.xs.length - 1;
  const mirrorCell = ({ head, from, to, children }: HeadCell): HeadCell => ({
    head: must(heads.get(head), 'the head that was mirrored'),
    from: columns - to,
    to: columns - from,
    children: children.map(mirrorCell).toReversed(),
  });
  return { xs: reading.xs.map((x) => -x).toReversed(), cells: reading.cells.map(mirrorCell).toReversed() };
}

/** @param isOpen whether the cells may end anywhere right of the ink, and not at the frame's right end */
function tileFrom(heads: readonly Head[], frame: Frame, isOpen: boolean): HeaderReading | null {
  const top = Math.min(...heads.map(({ box }) => box[1]));
  const bottom = Math.max(...heads.filter((head) => !hangs(head)).map(({ box }) => box[3]));
  const search: Search = { ...frame, bottom, tried: { rows: 0 } };
  let best: Tiles | null = null;
  for (const shift of frame.ruled ? [0] : LEFT_ENDS) {
    const found = tileRow(heads, { left: frame.left + shift, right: isOpen ? frame.ink[1] : frame.right, top, isOpen }, search);
    if (!found) continue;
    const cost = found.cost + Math.abs(shift) * SHIFTED + lostNumbers(found.tiles, frame.numbers);
    if (!best || cost < best.cost) best = { tiles: found.tiles, cost };
  }
  return best && tilesToReading(best.tiles, frame.body);
}

/** The cheapest way to cover a width with cells, and the cells with those below them; null where there is none. */
function tileRow(heads: readonly Head[], place: Place, frame: Search): Tiles | null {
  const { left, right, top } = place;
  if (frame.tried.rows++ > TRIED) return null;
  let best: Tiles | null = null;
  for (const head of heads) {
    const centred = 2 * middleX(head) - left;
    const isLast = endsThere(centred, right, place, frame);
    if ((centred > right && !isLast) || centred - left < NARROWEST) continue;
    const end = isLast && !place.isOpen ? right : centred;
    const inside = heads.filter((each) => middleX(each) < end);
    const beside = heads.filter((each) => middleX(each) >= end);
    if (isLast !== (beside.length === 0) || !isTopOf(head, inside) || isCut(inside, beside, end)) continue;
    const others = without(inside, head);
    const below = others.length === 0 ? NO_TILES : tileRow(others, { left, right: end, top: between(head, others), isOpen: false }, frame);
    if (!below || below.tiles.length === 1) continue;
    const more = beside.length === 0 ? NO_TILES : tileRow(beside, { ...place, left: end }, frame);
    if (!more) continue;
    const height = others.length > 0 || hangs(head) ? 0 : Math.abs(middleY(head) - (top + frame.bottom) / 2) * OFF_HEIGHT;
    const cost = Math.abs(centred - end) + height + (isInInk(end, frame.body) ? CUT : 0) + below.cost + more.cost;
    if (best && best.cost <= cost) continue;
    best = { tiles: [{ head, left, right: end, children: below.tiles }, ...more.tiles], cost };
  }
  return best;
}

/** Rows of cells that are tried for one header. More heads than can be laid in so many are no header. */
const TRIED = 20_000;

/** Does a cell end where the cells have to end? */
function endsThere(end: number, right: number, { isOpen }: Place, { ruled }: Frame): boolean {
  if (isOpen) return end > right - END_OPEN && end < right + END_UNKNOWN;
  return Math.abs(end - right) <= (ruled ? END_RULED : END_OPEN);
}

/** Half-way between a head and those below it. */
const between = (head: Head, below: readonly Head[]): number => (head.box[3] + Math.min(...below.map(({ box }) => box[1]))) / 2;

/** 类 款 项 may stand on a line of their own, below the other heads or beside the 栏次 line. */
const hangs = ({ text }: Head): boolean => SPLIT_CODE.test(text);

const NO_TILES: Tiles = { tiles: [], cost: 0 };

const without = (heads: readonly Head[], head: Head): Head[] => heads.filter((each) => each !== head);

const isTopOf = (head: Head, inside: readonly Head[]): boolean =>
  inside.every((each) => each === head || each.box[1] >= head.box[3] - OVERLAP * head.size);

/** Does a boundary run through a head? */
const isCut = (before: readonly Head[], after: readonly Head[], x: number): boolean =>
  before.some(({ box }) => box[2] > x + TOUCH) || after.some(({ box }) => box[0] < x - TOUCH);

/** pt. What ends just so far right of a boundary stands in both columns, as `spanOf` counts it. */
const HAIR = 0.01;

const covers = ({ box }: Segment, x: number): boolean => box[0] < x - TOUCH && box[2] > x + TOUCH - HAIR;
const isInInk = (x: number, body: readonly Segment[]): boolean => body.some((segment) => covers(segment, x));

/** The nearest place between two heads that no ink of the body covers; the place itself where there is none near. */
function outOfInk(x: number, [before, after]: readonly [Head, Head], body: readonly Segment[]): number {
  const cutting = body.filter((segment) => covers(segment, x));
  if (cutting.length === 0) return x;
  const places = [Math.min(...cutting.map((s) => s.box[0])) - TOUCH, Math.max(...cutting.map((s) => s.box[2])) + TOUCH];
  const isBetween = (place: number) => place >= before.box[2] && place <= after.box[0];
  const near = places.filter((place) => Math.abs(place - x) <= SETTLE && isBetween(place) && !isInInk(place, body));
  return near.toSorted((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? x;
}

function lostNumbers(tiles: readonly Tile[], numbers: readonly Segment[]): number {
  const leaves = leafTiles(tiles);
  const isOver = (number: Segment) => leaves.some(({ left, right }) => Math.abs((left + right) / 2 - middleX(number)) <= NUMBER);
  return numbers.filter((number) => !isOver(number)).length * LOST_NUMBER;
}

const leafTiles = (tiles: readonly Tile[]): Tile[] =>
  tiles.flatMap((tile) => (tile.children.length === 0 ? [tile] : leafTiles(tile.children)));

function tilesToReading(tiles: readonly Tile[], body: readonly Segment[]): HeaderReading {
  const leaves = leafTiles(tiles);
  const toCell = (tile: Tile): HeadCell => {
    const under = leafTiles([tile]);
    const from = leaves.indexOf(at(under, 0));
    return { head: tile.head, from, to: from + under.length, children: tile.children.map(toCell) };
  };
  const inner = leaves.slice(0, -1).map(({ head, right }, i) => outOfInk(right, [head, at(leaves, i + 1).head], body));
  return { xs: [at(leaves, 0).left, ...inner, at(leaves, leaves.length - 1).right], cells: tiles.map(toCell) };
}
