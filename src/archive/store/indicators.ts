/** The table `indicators`: the figures that one quotes of a document, the same whatever its layout. */
import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { type ComparedValue, comparedValues, familyOfResult } from '../../indicators/compared.js';
import type { Param } from './database.js';

export const INDICATOR_COLUMNS = [
  'document',
  'indicator',
  'name',
  'value',
  'unit',
  'yuan',
  'text',
  'status',
  'origin',
  'page',
  'table_index',
  'row_index',
  'column_key',
  'findings',
];

/** The status of a figure that the document does not print. */
export const NOT_PRINTED = 'not-printed';

/** Each figure that the family of a document declares, from the second column on; nothing where it is of no family. */
export function indicatorRows(disclosure: Disclosure, families: readonly DocumentFamily[]): Param[][] {
  const family = familyOfResult(disclosure, families);
  if (!family || disclosure.outcome.status === 'failed') return [];
  const printed = comparedValues(disclosure, families);
  return Object.entries(family.presentation.compared).map(([id, { words }]) => {
    const figure = printed.get(id);
    return figure ? toRow(figure, disclosure.findings) : [id, words, null, null, null, null, NOT_PRINTED, ...Array(6).fill(null)];
  });
}

function toRow({ id, words, value, unit, yuan, text, status, page, cell }: ComparedValue, findings: Disclosure['findings']): Param[] {
  const place = cell ? [cell.table, cell.row, cell.column] : [null, null, null];
  const about = cell ? findings.flatMap((finding, index) => (isAbout(finding, cell) ? [index] : [])).join(' ') : '';
  return [id, words, value, unit, yuan, text, status, cell ? 'table' : 'prose', page, ...place, about === '' ? null : about];
}

const isAbout = ({ severity, cells }: Disclosure['findings'][number], cell: NonNullable<ComparedValue['cell']>): boolean =>
  severity !== 'info' && cells.some(({ table, row, column }) => table === cell.table && row === cell.row && column === cell.column);
