import type { LeafColumn } from './header.js';

/** Columns that make rows of their own: one side of 公开01, one panel of 公开06, or the whole table. */
export interface Block {
  readonly code: readonly LeafColumn[];
  readonly name: readonly LeafColumn[];
  readonly line: readonly LeafColumn[];
  readonly data: readonly LeafColumn[];
}

/** A block begins where a label column follows a data column. */
export function columnsToBlocks(columns: readonly LeafColumn[]): Block[] {
  const blocks: { code: LeafColumn[]; name: LeafColumn[]; line: LeafColumn[]; data: LeafColumn[] }[] = [];
  for (const column of columns) {
    let block = blocks.at(-1);
    if (!block || (column.role !== 'data' && block.data.length > 0)) {
      block = { code: [], name: [], line: [], data: [] };
      blocks.push(block);
    }
    block[column.role].push(column);
  }
  return blocks;
}

/** Column indexes of a block's labels. */
export const labelColumns = (block: Block): readonly LeafColumn[] => [...block.code, ...block.name, ...block.line];
