import type { SheetBlock, SheetCell } from '../../model/sheet.js';
import { gridToBlocks } from '../cells/grid-to-blocks.js';
import { childOf, type XmlElement } from '../xml.js';
import type { ReadParagraphOf } from './paragraph.js';
import { isOn, type Seen, unwrapped } from './shown.js';

interface TableContext {
  /** Of the document's tables, from 1. */
  readonly number: number;
  readonly read: ReadParagraphOf;
  readonly seen: Seen;
  /** What stands in a cell as blocks of their own, its tables among them. */
  readonly flow: (parent: XmlElement, place: string) => SheetBlock[];
}

/** A cell while the rows below may still go on with it. */
type GrowingCell = { -readonly [Key in keyof SheetCell]: SheetCell[Key] } & { readonly blocks: readonly SheetBlock[] };

/** A table → its cells, merged ones once; or, where it is a frame around other tables, what stands in it. */
export function readTable(table: XmlElement, { number, read, seen, flow }: TableContext): SheetBlock[] {
  const cells: GrowingCell[] = [];
  let row = 0;
  unwrapped(table, seen)
    .filter(({ name }) => name === 'tr')
    .forEach((tr, index) => {
      const properties = childOf(tr, 'trPr');
      if (childOf(properties, 'del')) {
        seen.deleted += 1;
        return;
      }
      if (childOf(properties, 'ins')) seen.inserted += 1;
      if (isOn(childOf(properties, 'hidden'))) {
        seen.hiddenRows += 1;
        return;
      }
      let column = Number(childOf(properties, 'gridBefore')?.attributes.get('val') ?? 0);
      let counted = 0;
      for (const tc of unwrapped(tr, seen).filter(({ name }) => name === 'tc')) {
        counted += 1;
        const own = childOf(tc, 'tcPr');
        const columnSpan = Math.max(1, Number(childOf(own, 'gridSpan')?.attributes.get('val') ?? 1) || 1);
        const merge = childOf(own, 'vMerge');
        const above = merge && merge.attributes.get('val') !== 'restart' ? cellAbove(cells, row, column) : undefined;
        // What a continued cell still holds is not shown.
        if (above) above.rowSpan += 1;
        else {
          const ref = `table ${number}, row ${index + 1}, cell ${counted}`;
          const isDeleted = childOf(own, 'cellDel') !== null;
          cells.push({ row, column, rowSpan: 1, columnSpan, ref, ...(isDeleted ? NOTHING : readCell(tc, ref, { read, seen, flow })) });
        }
        column += columnSpan;
      }
      row += 1;
    });
  return gridToBlocks(cells);
}

const NOTHING = { lines: [], blocks: [] };

const cellAbove = (cells: readonly GrowingCell[], row: number, column: number): GrowingCell | undefined =>
  cells.findLast((cell) => cell.column === column && cell.row + cell.rowSpan === row);

/** A cell's lines; where there are tables in it, all that stands in it as blocks. */
function readCell(tc: XmlElement, ref: string, { read, seen, flow }: Omit<TableContext, 'number'>): Pick<GrowingCell, 'lines' | 'blocks'> {
  const parts = unwrapped(tc, seen);
  if (parts.some(({ name }) => name === 'tbl')) {
    const all = flow(tc, ref);
    const blocks = all.filter(({ kind }) => kind !== 'picture');
    seen.picturesAside += all.length - blocks.length;
    return { lines: blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])), blocks };
  }
  const lines = parts
    .filter(({ name }) => name === 'p')
    .flatMap((paragraph) => {
      const { lines: own, boxes, before, behind } = read(paragraph);
      const aside = boxes.flatMap((box) => flow(box, ref));
      seen.picturesAside += before.length + behind.length + aside.filter(({ kind }) => kind === 'picture').length;
      return [...aside.flatMap((block) => (block.kind === 'text' ? block.lines : [])), ...own];
    });
  return { lines: lines.filter((line) => line.trim() !== '').map((line) => line.replaceAll('\t', ' ').trim()), blocks: [] };
}
