import type { Disclosure, DisclosureRow, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import { messageOf } from '../../english/finding.js';
import type { GridPosition, PositionOf } from '../grid/positions.js';

import { correctionInWords, levelOf, STATUSES } from '../words.js';
import { SHEETS } from './names.js';

/** A comment on a cell of a table's grid. */
export interface CellNote extends GridPosition {
  readonly text: string;
}

/** Findings listed of one cell, and characters of one note. */
const MOST = 6;
const LONGEST = 3600;

/** A cell that gets a comment, with the lines of its findings. */
interface CommentedCell {
  readonly position: GridPosition;
  readonly value: DisclosureValue | undefined;
  readonly lines: Set<string>;
}

/**
 * Comments that explain the colours of cells: the meaning of their status, then their findings. A finding is listed at its first cell,
 * the likeliest culprit, and at its other cells that are contradicted.
 * @param table the index of the table
 * @param lineOf the row of the sheet 勾稽 in which a finding stands
 */
export function cellNotes(disclosure: Disclosure, table: number, positionOf: PositionOf, lineOf: (finding: Finding) => number): CellNote[] {
  const { rows } = at(disclosure.tables, table);
  const entries = new Map<string, CommentedCell>();
  const entryOf = (row: number | null, column: string | null): CommentedCell | null => {
    const position = positionOf(row, column);
    if (!position) return null;
    const key = `${position.row} ${position.column}`;
    const entry = entries.get(key) ?? { position, value: valueAt(rows, row, column), lines: new Set() };
    entries.set(key, entry);
    return entry;
  };
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, value] of Object.entries(cells)) if (needsWords(value)) entryOf(row, column);
  }
  for (const finding of disclosure.findings) {
    const words = `【${levelOf(finding)}】${messageOf(finding, disclosure.tables)}`;
    const line = words + say(`（“${SHEETS.findings}”第 ${lineOf(finding)} 行）`, ` (“${SHEETS.findings}”, row ${lineOf(finding)})`);
    for (const [index, cell] of finding.cells.entries()) {
      if (cell.table !== table) continue;
      const isListed = index === 0 || valueAt(rows, cell.row, cell.column)?.status === 'contradicted';
      if (isListed) entryOf(cell.row, cell.column)?.lines.add(line);
    }
  }
  return [...entries.values()].map((entry) => ({ ...entry.position, text: textOf(entry) })).filter(({ text }) => text !== '');
}

const valueAt = (rows: readonly DisclosureRow[], row: number | null, column: string | null): DisclosureValue | undefined =>
  row === null || column === null ? undefined : rows[row]?.cells[column];

const needsWords = ({ status }: DisclosureValue): boolean => status === 'contradicted' || status === 'unreadable' || status === 'corrected';

function textOf({ value, lines }: CommentedCell): string {
  const more = lines.size > MOST ? [say(`……等 ${lines.size} 条`, `… ${lines.size} in all`)] : [];
  return [...headOf(value), ...[...lines].slice(0, MOST), ...more].join('\n').slice(0, LONGEST);
}

function headOf(value: DisclosureValue | undefined): string[] {
  const corrected = value ? correctionInWords(value) : null;
  if (corrected !== null) return [say(`${STATUSES.corrected.name}：${corrected}。`, `${STATUSES.corrected.name}: ${corrected}.`)];
  if (value?.status !== 'contradicted' && value?.status !== 'unreadable') return [];
  const { name, means } = STATUSES[value.status];
  return [say(`${name}：${means}。`, `${name}: ${means}.`)];
}
