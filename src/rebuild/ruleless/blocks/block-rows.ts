import { groupBy } from '../../../base/group.js';
import { at } from '../../../base/invariant.js';
import { squeeze } from '../../../base/text.js';
import { boxAround, middleX, middleY } from '../../../model/box.js';
import { spanOf } from '../body-cells.js';
import { type RowSegments, segmentsToRows } from '../body-rows.js';
import { LEVEL, toLevels } from '../levels.js';
import type { Segment } from '../segments.js';
import { BLOCK_SUM, WORDS } from '../words.js';
import type { BlockColumns } from './columns.js';
import type { Block } from './lines-to-blocks.js';

/** What stands in one row each, top to bottom, and what stands beside several. */
export interface BlockRows {
  readonly rows: RowSegments[];
  readonly merged: Segment[];
}

/** The body of a block → its rows, and what is merged over several of them. */
export const blockRows = (block: Block, columns: BlockColumns): BlockRows =>
  block.kind === 'words' ? wordRows(block.body) : headedRows(block, columns);

/** Rows of words: texts of one height, but for those of labels at the left that stand beside others. */
function wordRows(body: readonly Segment[]): BlockRows {
  const levels = toLevels(joinLines(body)).map(({ segments }) => segments);
  const isBeside = (level: RowSegments) =>
    level.length === 1 && levels.some((other) => other !== level && standsLeftOf(at(level, 0), other));
  const rows = levels.filter((level) => !isBeside(level));
  return rows.length > 0 ? { rows, merged: levels.filter(isBeside).flat() } : { rows: levels, merged: [] };
}

/** em. Lines of one text stand no farther apart, middle to middle; those of two rows do. */
const WRAPPED_LINE = 1.4;
/** pt. How exactly the lines of one text begin at the same place, or stand in the same middle. */
const FLUSH = 1;

/** The lines of each text as one, so that its height is that of its row: what stands beside it may have more lines or fewer. */
function joinLines(lines: readonly Segment[]): Segment[] {
  const texts: { whole: Segment; last: Segment }[] = [];
  for (const line of lines.toSorted((a, b) => a.box[1] - b.box[1])) {
    const above = texts.find(({ last }) => isNextLine(line, last));
    if (!above) texts.push({ whole: line, last: line });
    else {
      const { whole } = above;
      above.whole = { ...whole, text: whole.text + line.text, box: boxAround([whole.box, line.box]) };
      above.last = line;
    }
  }
  return texts.map(({ whole }) => whole);
}

function isNextLine(line: Segment, above: Segment): boolean {
  const apart = middleY(line) - middleY(above);
  const isInPlace = Math.abs(line.box[0] - above.box[0]) <= FLUSH || Math.abs(middleX(line) - middleX(above)) <= FLUSH;
  return isInPlace && apart > LEVEL * line.size && apart <= WRAPPED_LINE * line.size;
}

/** em. A label beside two rows stands between them, no farther from either. */
const BETWEEN = 0.5;

/** Is this a label at the left of what stands in a row, be it half a line higher or lower? */
export function standsLeftOf({ box: [, top, right, bottom], size }: Segment, level: RowSegments): boolean {
  const [left, from, , to] = boxAround(level.map(({ box }) => box));
  return left > right && Math.min(bottom, to) - Math.max(top, from) > -BETWEEN * size;
}

/** Rows under heads: an indicator's name, or a figure, stands in each. */
function headedRows({ body, kind }: Block, { xs, names }: BlockColumns): BlockRows {
  const columnOf = (segment: Segment) => at(spanOf(segment, xs), 0);
  const isLabel = (segment: Segment) => columnOf(segment) < names && !BLOCK_SUM.test(squeeze(segment.text));
  const labels = kind === 'indicators' ? body.filter(isLabel) : [];
  const between = kind === 'figures' ? betweenRows(body, columnOf, names) : [];
  const kept = body.filter((segment) => !labels.includes(segment) && !between.includes(segment));
  const rows = segmentsToRows(kept, { xs, labels: new Set([names]), rules: [] });
  const first = kind === 'indicators' ? names : names + 1;
  const isRow = (row: RowSegments) => row.some((segment) => columnOf(segment) >= first || BLOCK_SUM.test(squeeze(segment.text)));
  return { rows: rows.filter(isRow), merged: [...labels, ...between, ...rows.filter((row) => !isRow(row)).flat()] };
}

/** Figures that stand on no height at which the fullest column has one: they belong to several rows. */
function betweenRows(body: readonly Segment[], columnOf: (segment: Segment) => number, names: number): Segment[] {
  const figures = body.filter((segment) => columnOf(segment) > names && !WORDS.test(segment.text));
  const columns = [...groupBy(figures, columnOf).values()];
  const heights = (columns.toSorted((a, b) => b.length - a.length)[0] ?? []).map(middleY);
  const last = heights.length - 1;
  return columns.flatMap((column) =>
    column.filter((figure) => {
      const row = heights.findIndex((y) => Math.abs(y - middleY(figure)) <= LEVEL * figure.size);
      // One figure alone in the middle of all rows is that of all of them.
      return row < 0 || (column.length === 1 && last > 1 && row === last / 2);
    }),
  );
}
