import { at } from '../../../base/invariant.js';
import { boxAround } from '../../../model/box.js';
import type { Edge } from '../../edges.js';
import type { Lattice, LatticeCell } from '../../lattice.js';
import { CELL_PADDING } from '../body-cells.js';
import { blockToGrid } from './block-to-grid.js';
import { type BlockColumns, blockColumns } from './columns.js';
import type { Block } from './lines-to-blocks.js';
import { areRowsRuled } from './ruled-rows.js';

/** A table's blocks on one page, top to bottom. */
export interface PageBlocks {
  /** Index of the page. */
  readonly page: number;
  readonly blocks: readonly Block[];
  /** The page's horizontal rules. */
  readonly rules: readonly Edge[];
}

/** pt. Boundaries of blocks that differ by less are one. */
const SAME = 1;

/**
 * The blocks of a table → one lattice for each of its pages, by the index of the page; all have the boundaries of all blocks. Null where the
 * heads of a block do not stand in columns of their own.
 */
export function blocksToLattices(parts: readonly PageBlocks[]): ReadonlyMap<number, Lattice> | null {
  const all = parts.flatMap(({ blocks }) => blocks);
  const [left, , right] = boxAround(all.flatMap(segmentsOf).map(({ box }) => box));
  const ends = [left - CELL_PADDING, right + CELL_PADDING] as const;
  // A block that goes on at the top of a page has the columns of the one it goes on with.
  const placed: (PageBlock & { readonly columns: BlockColumns })[] = [];
  for (const group of groupsOf(parts)) {
    const columns = blockColumns(
      group.map(({ block }) => block),
      ends,
    );
    if (!columns) return null;
    placed.push(...group.map((each) => ({ ...each, columns })));
  }
  const isRuled = placed.some(({ block, columns, rules }) => areRowsRuled(block, columns, rules));
  const grids = placed.map(({ page, block, columns, rules }) => ({ page, grid: blockToGrid(block, columns, isRuled ? rules : null) }));
  const xs = distinct(grids.flatMap(({ grid }) => grid.xs));
  return new Map(
    parts.map(({ page }) => [
      page,
      stack(
        grids.flatMap((each) => (each.page === page ? [each.grid] : [])),
        xs,
      ),
    ]),
  );
}

const segmentsOf = ({ heads, body }: Block) => [...heads.flat(), ...body];

interface PageBlock extends Omit<PageBlocks, 'blocks'> {
  readonly block: Block;
}

/** Blocks together with those that go on with them on the next pages, in order. */
function groupsOf(parts: readonly PageBlocks[]): PageBlock[][] {
  const groups: PageBlock[][] = [];
  for (const { page, blocks, rules } of parts) {
    blocks.forEach((block, i) => {
      const open = groups.at(-1);
      const goesOn = i === 0 && open && block.heads.length === 0 && block.kind !== 'words' && at(open, 0).block.kind === block.kind;
      if (goesOn) open.push({ page, block, rules });
      else groups.push([{ page, block, rules }]);
    });
  }
  return groups;
}

function distinct(positions: readonly number[]): number[] {
  const kept: number[] = [];
  for (const x of positions.toSorted((a, b) => a - b)) if (x - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME) kept.push(x);
  return kept;
}

/** Grids below each other → one lattice with these column boundaries. */
function stack(grids: readonly Lattice[], xs: readonly number[]): Lattice {
  const ys: number[] = [];
  const cells: LatticeCell[] = [];
  for (const grid of grids) {
    const first = Math.max(0, ys.length - 1);
    // Blocks meet half-way between the last row of one and the first of the next.
    const last = ys.pop();
    ys.push(...grid.ys.with(0, last === undefined ? at(grid.ys, 0) : (last + at(grid.ys, 0)) / 2));
    const indexOf = (column: number) => xs.findIndex((x) => Math.abs(x - at(grid.xs, column)) <= SAME);
    for (const cell of grid.cells) {
      const column = indexOf(cell.column);
      cells.push({ ...cell, row: cell.row + first, column, columnSpan: indexOf(cell.column + cell.columnSpan) - column });
    }
  }
  return { xs, ys, cells };
}
