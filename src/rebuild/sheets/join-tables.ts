import { squeeze } from '../../base/text.js';
import type { SheetBlock, SheetCell, SheetTable } from '../../model/sheet.js';

/** Tables between which nothing stands, with as many columns: the second goes on with the first, unless it begins with a title of its own. */
export function joinSplitTables(blocks: readonly SheetBlock[]): SheetBlock[] {
  const joined: SheetBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === 'table' && block.kind === 'table' && goesOn(last, block)) joined[joined.length - 1] = joinBelow(last, block);
    else joined.push(block);
  }
  return joined;
}

const goesOn = (above: SheetTable, below: SheetTable): boolean =>
  above.columns === below.columns && above.columns > 1 && !beginsAnew(below);

/** A first row that is one cell from side to side names a table, or what is said of one. */
const beginsAnew = ({ cells, columns }: SheetTable): boolean =>
  cells.some(({ row, columnSpan, lines }) => row === 0 && columnSpan === columns && lines.length > 0);

/** Without the rows that repeat the head. */
function joinBelow(above: SheetTable, below: SheetTable): SheetTable {
  const head = rowTexts(above);
  const again = rowTexts(below);
  let repeated = 0;
  while (repeated < again.length && again[repeated] !== '' && again[repeated] === head[repeated]) repeated++;
  // A cell that reaches out of the repeated rows would lose its beginning: then nothing is left out.
  const isCut = below.cells.some(({ row, rowSpan }) => row < repeated && row + rowSpan > repeated);
  const skip = isCut ? 0 : repeated;
  const moved = below.cells.filter(({ row }) => row >= skip).map((cell): SheetCell => ({ ...cell, row: cell.row - skip + above.rows }));
  return { ...above, rows: above.rows + below.rows - skip, cells: [...above.cells, ...moved] };
}

function rowTexts({ rows, cells }: SheetTable): string[] {
  const texts = new Array<string>(rows).fill('');
  for (const { row, lines } of cells) if (lines.length > 0) texts[row] += `${squeeze(lines.join(''))}\t`;
  return texts;
}
