import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { Disclosure, DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { positionsOf } from '../grid/positions.js';
import { headerRows, printedValues } from '../grid/printed.js';
import { correctionInWords, STATUSES } from '../words.js';
import { type Html, section } from './markup.js';

/** A table's part of the page. */
export interface TableView {
  readonly html: Html;
  /** The id of a cell, or of the table where its grid does not show it. */
  readonly idOf: (row: number | null, column: string | null) => string;
}

export const tableViews = ({ tables }: Disclosure, family: DocumentFamily): TableView[] =>
  tables.map((table, index) => tableView(table, index, family));

export function tablesSection(views: readonly TableView[]): Html {
  return section('tables', '各表', ...(views.length === 0 ? [htmlElement('p', {}, '没有读出表格。')] : views.map(({ html }) => html)));
}

function tableView(table: DisclosureTable, index: number, family: DocumentFamily): TableView {
  const values = printedValues(table);
  const positionOf = positionsOf(table, values);
  const header = headerRows(table, values, family);
  const id = `t${index + 1}`;
  const idAt = (row: number, column: number) => `${id}-${row}-${column}`;
  const rows = Array.from({ length: table.grid.rows }, (): Html[] => []);
  const inOrder = table.grid.cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) rows[cell.row]?.push(gridCell(cell, values.get(cell), cell.row < header, idAt(cell.row, cell.column)));
  const title = table.title ?? formName(table.form, [family]);
  const facts = [table.number, table.unit && `单位：${table.unit}`, `原件第 ${table.pages.join('、')} 页`].filter(Boolean).join('　');
  const notes =
    table.empty?.statement && !table.notes.includes(table.empty.statement) ? [...table.notes, table.empty.statement] : table.notes;
  const lines = rows.map((cells) => htmlElement('tr', {}, ...cells));
  return {
    html: htmlElement(
      'article',
      { id },
      htmlElement('h3', {}, escapeXml(title)),
      htmlElement('p', { class: 'small' }, escapeXml(facts)),
      lines.length === 0
        ? ''
        : htmlElement(
            'div',
            { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
            htmlElement(
              'table',
              { class: 'grid' },
              htmlElement('caption', { class: 'unseen' }, escapeXml(title)),
              htmlElement('tbody', {}, ...lines),
            ),
          ),
      ...notes.map((note) => htmlElement('p', { class: 'small' }, escapeXml(note))),
    ),
    idOf: (row, column) => {
      const position = positionOf(row, column);
      const cell = position && cellAt(table.grid.cells, position);
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
  return htmlElement(
    isHeader ? 'th' : 'td',
    {
      id,
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
      colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
      class: [value ? 'n' : '', status ?? ''].filter(Boolean).join(' ') || null,
      title: corrected ?? (status && STATUSES[status].name),
    },
    escapeXml(value?.correction ? value.text : cell.text).replaceAll('\n', '<br>'),
    doubtful || status === 'corrected' ? htmlElement('span', { class: 'unseen' }, `（${STATUSES[status].name}）`) : '',
  );
}
