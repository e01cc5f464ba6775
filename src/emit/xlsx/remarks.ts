import type { Disclosure, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import type { Place, PlaceOf } from '../grid/places.js';
import { correctionInWords, SEVERITIES, STATUSES } from '../words.js';

/** A word about a cell of a table's grid. */
export interface Remark extends Place {
  readonly text: string;
}

/** Characters of one remark, and how many findings one cell tells. */
const LONGEST = 600;
const MOST = 6;

/**
 * Why cells have their colour: what findings say of them, under what their status means. A finding speaks of its likeliest culprit, and
 * of the other cells it read where those are contradicted too.
 * @param lineOf the row of the sheet 勾稽 that tells a finding
 */
export function remarksOf(disclosure: Disclosure, table: number, placeOf: PlaceOf, lineOf: (finding: Finding) => number): Remark[] {
  const said = new Map<string, { place: Place; value: DisclosureValue | undefined; lines: string[] }>();
  const rows = disclosure.tables[table]?.rows ?? [];
  const entryOf = (row: number | null, column: string | null) => {
    const place = placeOf(row, column);
    if (!place) return null;
    const key = `${place.row} ${place.column}`;
    const entry = said.get(key) ?? { place, value: row === null || column === null ? undefined : rows[row]?.cells[column], lines: [] };
    said.set(key, entry);
    return entry;
  };
  rows.forEach(({ cells }, row) => {
    for (const [column, { status }] of Object.entries(cells)) {
      if (status === 'contradicted' || status === 'unreadable' || status === 'corrected') entryOf(row, column);
    }
  });
  for (const finding of disclosure.findings) {
    finding.cells.forEach((cell, index) => {
      if (cell.table !== table) return;
      const status = cell.row === null || cell.column === null ? null : rows[cell.row]?.cells[cell.column]?.status;
      if (index > 0 && status !== 'contradicted') return;
      const line = `【${SEVERITIES[finding.severity]}】${finding.message}（“勾稽”第 ${lineOf(finding)} 行）`;
      const lines = entryOf(cell.row, cell.column)?.lines;
      if (lines && !lines.includes(line)) lines.push(line);
    });
  }
  return [...said.values()].map(({ place, value, lines }) => ({ ...place, text: textOf(value, lines) })).filter(({ text }) => text !== '');
}

function textOf(value: DisclosureValue | undefined, lines: readonly string[]): string {
  const status = value?.status === 'contradicted' || value?.status === 'unreadable' ? STATUSES[value.status] : null;
  const more = lines.length > MOST ? [`……等 ${lines.length} 条`] : [];
  const corrected = value ? correctionInWords(value) : null;
  const head = corrected !== null ? [`${STATUSES.corrected.name}：${corrected}。`] : status ? [`${status.name}：${status.means}。`] : [];
  return [...head, ...lines.slice(0, MOST), ...more].join('\n').slice(0, LONGEST * MOST);
}
