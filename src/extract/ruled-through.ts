import { at } from '../base/invariant.js';
import type { BlockRow } from './rows.js';

/** Lines of a row where rules run through all of them, and the line that bears its figures. */
const LINES = 3;
const MIDDLE = 1;
/** Fewer rows may be so by chance. */
const FEWEST = 3;

type Rows = readonly (BlockRow | null)[];

/**
 * Rows of one block, top to bottom, as the rules part them → as they are meant, where rules run through rows of three lines: then every third
 * row alone holds codes and figures, and a wrapped name stands above, on and below it. Others stay as they are.
 */
export function joinRuledThrough(rows: Rows): Rows {
  const isThrough = rows.length >= LINES * FEWEST && rows.every((row, i) => (i % LINES === MIDDLE ? isFull(row) : isNameAlone(row)));
  if (!isThrough || rows.every((row, i) => i % LINES === MIDDLE || row === null)) return rows;
  return rows.flatMap((row, i) => (i % LINES === MIDDLE && row ? [withLinesAround(row, at(rows, i - 1), rows[i + 1] ?? null)] : []));
}

const isFull = (row: BlockRow | null): boolean => row !== null && row.data.size > 0;

const isNameAlone = (row: BlockRow | null): boolean =>
  row === null || (row.data.size === 0 && row.line === null && row.unit === null && row.code.every((part) => part === ''));

function withLinesAround(row: BlockRow, above: BlockRow | null, below: BlockRow | null): BlockRow {
  const lines = [above, row, below];
  const name = lines.map((line) => line?.name ?? '').join('');
  return { ...row, name: name === '' ? null : name, label: lines.flatMap((line) => line?.label ?? []) };
}
