import type { DisclosureValue } from '../../schemas/disclosure.js';
import { say } from '../base/language.js';
import { OUTCOMES } from '../emit/words.js';
import { STATUS_COLOURS } from '../emit/xlsx/status.js';
import { figureName } from '../english/terms.js';
import type { ComparedValue } from '../indicators/compared.js';
import type { AskedFigure, DocumentLine } from './documents.js';
import { perHeadOf } from './documents.js';
import type { Listing, ListingCell, ListingColumn } from './listing.js';
import { asPrinted, statusInWords } from './words.js';

interface DocumentColumn extends ListingColumn {
  readonly of: (line: DocumentLine) => ListingCell;
}

/** What is known of a document, whatever is asked for. */
export const documentColumns = (): readonly DocumentColumn[] => [
  { name: 'department', title: say('部门', 'Department'), kind: 'text', width: 30, of: ({ department }) => ({ value: department }) },
  { name: 'year', title: say('年度', 'Year'), kind: 'amount', width: 8, of: ({ year }) => ({ value: year }) },
  { name: 'kind', title: say('种类', 'Kind'), kind: 'text', width: 10, of: ({ kind }) => ({ value: kind === 'other' ? null : kind }) },
  { name: 'file', title: say('文件', 'File'), kind: 'text', width: 34, of: ({ file }) => ({ value: file }) },
  { name: 'outcome', title: say('结果', 'Outcome'), kind: 'text', width: 10, of: ({ status }) => ({ value: OUTCOMES[status] }) },
  { name: 'reason', title: say('原因', 'Reason'), kind: 'text', width: 30, of: ({ reason }) => ({ value: reason }) },
];

const headsColumn = (): DocumentColumn => ({
  ...{ name: 'heads', title: say('人数', 'Heads'), kind: 'amount', width: 9 },
  of: ({ heads }) => ({ value: heads ?? null }),
});

const perHeadColumn = ({ id, words }: AskedFigure): DocumentColumn => ({
  ...{ name: `${id}.per_head`, title: say(`${words}（元/人）`, `${figureName({ words })} (元 per head)`), kind: 'amount', width: 16 },
  of: (line) => ({ value: perHeadOf(line, id) }),
});

/** Four columns for each figure: 元, as printed with unit and mark, status, page. */
export const figureColumns = (figure: AskedFigure): readonly DocumentColumn[] => {
  const { id } = figure;
  const name = figureName(figure);
  const cell = (of: (value: ComparedValue) => ListingCell['value']) => (line: DocumentLine) => {
    const value = line.values.get(id);
    return value ? { value: of(value), ...colourOf(value.status) } : { value: null };
  };
  return [
    { name: `${id}.yuan`, title: say(`${name}（元）`, `${name} (元)`), kind: 'amount', width: 18, of: cell(({ yuan }) => yuan) },
    // What a document that could not be read prints is not known.
    {
      ...{ name: `${id}.printed`, title: say(`${name}：印作`, `${name}: as printed`), kind: 'text', width: 20 },
      of: (line) => ({ value: line.status === 'failed' && !line.values.has(id) ? null : asPrinted(line.values.get(id)) }),
    },
    {
      name: `${id}.status`,
      title: say(`${name}：状态`, `${name}: status`),
      kind: 'text',
      width: 11,
      of: cell(({ status }) => statusInWords(status)),
    },
    { name: `${id}.page`, title: say(`${name}：页`, `${name}: page`), kind: 'amount', width: 7, of: cell(({ page }) => page) },
  ];
};

/** The fill of a value with that status, in a workbook. */
export function colourOf(status: DisclosureValue['status'] | 'told'): Pick<ListingCell, 'style'> {
  const fill = status === null || status === 'told' ? null : STATUS_COLOURS[status];
  return fill === null ? {} : { style: { fill } };
}

/** A line for each document, the figures that are asked for as columns; where heads are known, those and each figure by them. */
export function documentsListing(lines: readonly DocumentLine[], figures: readonly AskedFigure[]): Listing {
  const isPerHead = lines.some(({ heads }) => heads !== undefined);
  const columns = [
    ...documentColumns(),
    ...(isPerHead ? [headsColumn()] : []),
    ...figures.flatMap((figure) => [...figureColumns(figure), ...(isPerHead ? [perHeadColumn(figure)] : [])]),
  ];
  return { name: say('指标', 'Figures'), columns, lines: lines.map((line) => columns.map(({ of }) => of(line))) };
}
