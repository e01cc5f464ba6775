import type { DisclosureValue } from '../../schemas/disclosure.js';
import { STATUS_COLOURS } from '../emit/xlsx/status.js';
import type { ComparedValue } from '../indicators/compared.js';
import type { AskedFigure, DocumentLine } from './documents.js';
import type { Listing, ListingCell, ListingColumn } from './listing.js';
import { asPrinted, statusInWords } from './words.js';

interface DocumentColumn extends ListingColumn {
  readonly of: (line: DocumentLine) => ListingCell;
}

const OUTCOMES: Readonly<Record<DocumentLine['status'], string>> = { ok: '全部读出', partial: '部分读出', failed: '未能提取' };

/** What is known of a document, whatever is asked for. */
export const DOCUMENT_COLUMNS: readonly DocumentColumn[] = [
  { name: 'department', title: '部门', kind: 'text', width: 30, of: ({ department }) => ({ value: department }) },
  { name: 'year', title: '年度', kind: 'amount', width: 8, of: ({ year }) => ({ value: year }) },
  { name: 'kind', title: '种类', kind: 'text', width: 10, of: ({ kind }) => ({ value: kind === 'other' ? null : kind }) },
  { name: 'file', title: '文件', kind: 'text', width: 34, of: ({ file }) => ({ value: file }) },
  { name: 'outcome', title: '结果', kind: 'text', width: 10, of: ({ status }) => ({ value: OUTCOMES[status] }) },
  { name: 'reason', title: '原因', kind: 'text', width: 30, of: ({ reason }) => ({ value: reason }) },
];

/** Four columns for each figure: 元, as printed with unit and mark, status, page. */
export const figureColumns = ({ id, words }: AskedFigure): readonly DocumentColumn[] => {
  const cell = (of: (value: ComparedValue) => ListingCell['value']) => (line: DocumentLine) => {
    const value = line.values.get(id);
    return value ? { value: of(value), ...colourOf(value.status) } : { value: null };
  };
  return [
    { name: `${id}.yuan`, title: `${words}（元）`, kind: 'amount', width: 18, of: cell(({ yuan }) => yuan) },
    // What a document that could not be read prints is not known.
    {
      ...{ name: `${id}.printed`, title: `${words}：印作`, kind: 'text', width: 20 },
      of: (line) => ({ value: line.status === 'failed' && !line.values.has(id) ? null : asPrinted(line.values.get(id)) }),
    },
    { name: `${id}.status`, title: `${words}：状态`, kind: 'text', width: 11, of: cell(({ status }) => statusInWords(status)) },
    { name: `${id}.page`, title: `${words}：页`, kind: 'amount', width: 7, of: cell(({ page }) => page) },
  ];
};

/** The fill of a value with that status, in a workbook. */
export function colourOf(status: DisclosureValue['status'] | 'told'): Pick<ListingCell, 'style'> {
  const fill = status === null || status === 'told' ? null : STATUS_COLOURS[status];
  return fill === null ? {} : { style: { fill } };
}

/** A line for each document, the figures that are asked for as columns. */
export function documentsListing(lines: readonly DocumentLine[], figures: readonly AskedFigure[]): Listing {
  const columns = [...DOCUMENT_COLUMNS, ...figures.flatMap(figureColumns)];
  return { name: '指标', columns, lines: lines.map((line) => columns.map(({ of }) => of(line))) };
}
