import type { Disclosure, DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { FORM_TITLES } from '../../form-titles.js';
import { placesOf } from '../grid/places.js';
import { headerRows, printedValues } from '../grid/printed.js';
import { correctionInWords, STATUSES } from '../words.js';
import { type Html, section, tag, text } from './markup.js';

/** A table's part of the page. */
export interface TableView {
  readonly html: Html;
  /** The id of a cell, or of the table where its grid does not show it. */
  readonly idOf: (row: number | null, column: string | null) => string;
}

export const tableViews = ({ tables }: Disclosure): TableView[] => tables.map(tableView);

export function tablesSection(views: readonly TableView[]): Html {
  return section('tables', '各表', ...(views.length === 0 ? [tag('p', {}, '没有读出表格。')] : views.map(({ html }) => html)));
}

function tableView(table: DisclosureTable, index: number): TableView {
  const values = printedValues(table);
  const placeOf = placesOf(table, values);
  const header = headerRows(table, values);
  const id = `t${index + 1}`;
  const idAt = (row: number, column: number) => `${id}-${row}-${column}`;
  const rows = Array.from({ length: table.grid.rows }, (): Html[] => []);
  const inOrder = table.grid.cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) rows[cell.row]?.push(gridCell(cell, values.get(cell), cell.row < header, idAt(cell.row, cell.column)));
  const title = table.title ?? FORM_TITLES[table.form];
  const facts = [table.number, table.unit && `单位：${table.unit}`, `原件第 ${table.pages.join('、')} 页`].filter(Boolean).join('　');
  const notes =
    table.empty?.statement && !table.notes.includes(table.empty.statement) ? [...table.notes, table.empty.statement] : table.notes;
  const lines = rows.map((cells) => tag('tr', {}, ...cells));
  return {
    html: tag(
      'article',
      { id },
      tag('h3', {}, text(title)),
      tag('p', { class: 'small' }, text(facts)),
      lines.length === 0
        ? ''
        : tag(
            'div',
            { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
            tag('table', { class: 'grid' }, tag('caption', { class: 'unseen' }, text(title)), tag('tbody', {}, ...lines)),
          ),
      ...notes.map((note) => tag('p', { class: 'small' }, text(note))),
    ),
    idOf: (row, column) => {
      const place = placeOf(row, column);
      const cell = place && cellAt(table.grid.cells, place);
      return cell ? idAt(cell.row, cell.column) : id;
    },
  };
}

/** A merged cell holds every place it spreads over. */
const cellAt = (cells: readonly DisclosureGridCell[], at: { row: number; column: number }): DisclosureGridCell | undefined =>
  cells.find(
    ({ row, column, rowSpan, columnSpan }) =>
      row <= at.row && at.row < row + rowSpan && column <= at.column && at.column < column + columnSpan,
  );

function gridCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean, id: string): Html {
  const status = value?.status ?? null;
  const doubtful = status === 'contradicted' || status === 'unreadable';
  const corrected = value ? correctionInWords(value) : null;
  return tag(
    isHeader ? 'th' : 'td',
    {
      id,
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
      colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
      class: [value ? 'n' : '', status ?? ''].filter(Boolean).join(' ') || null,
      title: corrected ?? (status && STATUSES[status].name),
    },
    text(value?.correction ? value.text : cell.text).replaceAll('\n', '<br>'),
    doubtful || status === 'corrected' ? tag('span', { class: 'unseen' }, `（${STATUSES[status].name}）`) : '',
  );
}
