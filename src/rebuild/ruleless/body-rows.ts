/**
 * Rows by one law: what stands in a row stands half-way up it. A figure or a code is one line, so its height is its row's; the lines of a
 * wrapped name belong together where their middle is the height of a row.
 */
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { FIRST_ORDINAL, SECOND_ORDINAL, TOTAL } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { boxAround, middleY } from '../../model/box.js';
import { spanAt } from '../lattice.js';
import { closesAmount, joinAround, joinBrokenAmounts } from './broken-amounts.js';
import { LEVEL, type Level, NEXT_LINE, toLevels } from './levels.js';
import { OVERRUN, type Segment } from './segments.js';
import { WORDS } from './words.js';

/** What stands in one row of a body. */
export type RowSegments = readonly Segment[];

/** What only the first line of a name holds: 一、 （一） 1. and the names of totals. */
const STARTS = new RegExp(`^(?:${FIRST_ORDINAL}|${SECOND_ORDINAL}|\\d+[.．、])|${TOTAL.source}`, 'u');
/** Share of neighbouring rows that must have a rule between them for the rules to part the rows. */
export const PARTED = 0.6;
/** Lines of one wrapped name stand no farther apart, middle to middle, than this share of the least step between rows. */
export const WITHIN_STEP = 0.95;
/** Lines that a wrapped name has at most. */
const LINES = 8;
/** What it costs, in em of distance from its row's height, that a name stands in no row with a figure, and a row has no name. */
const ALONE = 0.6;
const NAMELESS = 0.3;

/**
 * A body's segments → rows, top to bottom: parted by horizontal rules where they are drawn between most of them, else by height.
 * @param xs boundaries of the columns, pt
 * @param labels the columns of codes and names
 * @param rules y of the horizontal rules, pt
 */
export function segmentsToRows(
  segments: readonly Segment[],
  { xs, labels, rules }: { readonly xs: readonly number[]; readonly labels: ReadonlySet<number>; readonly rules: readonly number[] },
): RowSegments[] {
  const byHeight = rowsByHeight(segments, xs, labels);
  const byRules = rowsBetween(segments, rules);
  return byRules.length > 1 && byRules.length >= byHeight.length * PARTED ? byRules : byHeight;
}

/** What stands between one rule and the next. */
function rowsBetween(segments: readonly Segment[], rules: readonly number[]): RowSegments[] {
  const bands = groupBy(segments, (segment) => rules.filter((y) => y < middleY(segment)).length);
  return [...bands].toSorted((a, b) => a[0] - b[0]).map(([, band]) => band);
}

function rowsByHeight(segments: readonly Segment[], xs: readonly number[], labels: ReadonlySet<number>): RowSegments[] {
  const columnOf = ({ box }: Segment) => spanAt(xs, box[0] + OVERRUN);
  const isWord = (segment: Segment) => WORDS.test(segment.text) && !closesAmount(segment, segments);
  const isName = (segment: Segment) => isWord(segment) || labels.has(columnOf(segment));
  const blocks = [
    ...groupBy(
      segments.filter((segment) => !isName(segment)),
      columnOf,
    ).values(),
  ].flatMap((column) => joinAround(joinBrokenAmounts(column), segments));
  const rows = toLevels(blocks).map(({ y, segments: own }) => ({ y, segments: [...own] }));
  const figures = rows.map(({ y }) => y);
  const extents = rows.map((row) => boxAround(row.segments.map(({ box }) => box)));
  const step = Math.min(...figures.slice(1).map((y, i) => y - at(figures, i)));
  const names = segments.filter(isName);
  const alone: Segment[][] = [];
  for (const column of groupBy(names, columnOf).values()) {
    for (const { lines, row } of linesToNames(toLevels(column), figures, step * WITHIN_STEP)) {
      const own = lines.flatMap((line) => line.segments);
      if (row === null) alone.push(own);
      else at(rows, row).segments.push(...own);
    }
  }
  // Names that no figure stands beside, in several columns, are one row where their heights are one; within the height of an amount of
  // several lines they are of its row.
  for (const own of alone) {
    const y = heightOf(own);
    const within = extents.findIndex(([, top, , bottom]) => y >= top && y <= bottom);
    const same = within >= 0 ? rows[within] : rows.slice(figures.length).find((row) => Math.abs(row.y - y) <= LEVEL * at(own, 0).size);
    if (same) same.segments.push(...own);
    else rows.push({ y, segments: own });
  }
  return rows.toSorted((a, b) => a.y - b.y).map((row) => row.segments);
}

export const heightOf = (segments: readonly Segment[]): number =>
  (Math.min(...segments.map(({ box }) => box[1])) + Math.max(...segments.map(({ box }) => box[3]))) / 2;

/** A name's lines, and the index of the row of figures it stands in; null where it stands in none. */
interface Name {
  readonly lines: readonly Level[];
  readonly row: number | null;
}

/** The best way to go on from a line and a row: its cost, and its first step. */
interface Way {
  readonly cost: number;
  readonly name: Name | null;
  readonly next: readonly [line: number, row: number];
}

/**
 * One column's lines → names and their rows, in order: so that the middles of the names lie nearest to the heights of their rows, and few
 * names and rows are left alone.
 * @param rows heights of the rows of figures, top to bottom, pt
 * @param farthest pt between the lines of one name
 */
function linesToNames(lines: readonly Level[], rows: readonly number[], farthest: number): Name[] {
  const ways: Way[][] = Array.from({ length: lines.length + 1 }, () => []);
  const wayFrom = (line: number, row: number): Way => at(at(ways, line), row);
  for (let line = lines.length; line >= 0; line--) {
    for (let row = rows.length; row >= 0; row--) {
      const done: Way = { cost: 0, name: null, next: [line, row] };
      const options: Way[] = line === lines.length && row === rows.length ? [done] : [];
      if (row < rows.length) options.push({ cost: NAMELESS + wayFrom(line, row + 1).cost, name: null, next: [line, row + 1] });
      for (const name of namesFrom(lines, line, farthest)) {
        const after = line + name.length;
        const y = heightOf(name.flatMap(({ segments }) => segments));
        const size = at(at(name, 0).segments, 0).size;
        const off = row < rows.length ? Math.abs(at(rows, row) - y) / size : Number.POSITIVE_INFINITY;
        if (off <= LEVEL) {
          options.push({ cost: off + wayFrom(after, row + 1).cost, name: { lines: name, row }, next: [after, row + 1] });
        } else if (row === rows.length || y < at(rows, row)) {
          options.push({ cost: ALONE + wayFrom(after, row).cost, name: { lines: name, row: null }, next: [after, row] });
        }
      }
      at(ways, line)[row] = options.toSorted((a, b) => a.cost - b.cost)[0] ?? { ...done, cost: Number.POSITIVE_INFINITY };
    }
  }
  const names: Name[] = [];
  let [line, row] = [0, 0];
  while (line < lines.length || row < rows.length) {
    const { name, next } = wayFrom(line, row);
    if (name) names.push(name);
    if (next[0] === line && next[1] === row) break;
    [line, row] = next;
  }
  return names;
}

/** The names that may begin with a line: it alone, it and the next … */
export function namesFrom(lines: readonly Level[], from: number, farthest: number): Level[][] {
  const names: Level[][] = [];
  for (let to = from + 1; to <= Math.min(lines.length, from + LINES); to++) {
    const [before, last] = [lines[to - 2], at(lines, to - 1)];
    const isFirst = to === from + 1;
    const size = at(last.segments, 0).size;
    if (!isFirst && before && (last.y - before.y > Math.min(NEXT_LINE * size, farthest) || beginsName(last))) break;
    names.push(lines.slice(from, to));
  }
  return names;
}

const beginsName = ({ segments }: Level): boolean => STARTS.test(squeeze(segments.map(({ text }) => text).join('')));
