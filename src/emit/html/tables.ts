import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { Disclosure, DisclosureGridCell, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { say } from '../../base/language.js';
import { escapeXml, htmlElement } from '../../base/xml.js';
import { type GridPosition, positionsOf } from '../grid/positions.js';
import { headerRows, printedValues } from '../grid/printed.js';
import { distinguishingProjects } from '../projects.js';
import { correctionInWords, notesBelow, STATUSES } from '../words.js';
import { type Html, section } from './markup.js';

/** A table's part of the page. */
export interface TableView {
  readonly html: Html;
  readonly id: string;
  readonly title: string;
  readonly pages: readonly number[];
  /** The id of a cell, or of the table where its grid does not show it. */
  readonly idOf: (row: number | null, column: string | null) => string;
}

export function tableViews({ tables }: Disclosure, family: DocumentFamily): TableView[] {
  const projects = distinguishingProjects(tables, family);
  return tables.map((table, index) => tableView(table, index, family, projects[index] ?? null));
}

export function tablesSection(views: readonly TableView[]): Html {
  return section(
    'tables',
    say('各表', 'Tables'),
    ...(views.length === 0 ? [htmlElement('p', {}, say('没有读出表格。', 'No table was read.'))] : views.map(({ html }) => html)),
  );
}

/** Tables from which on a document gets a list of them. */
const LONG = 4;

/** The tables of a long document, each with its page; nothing for a short one. */
export function contentsOf(views: readonly TableView[]): Html {
  if (views.length < LONG) return '';
  const entries = views.map(({ id, title, pages }) => {
    const page = pages[0] === undefined ? '' : htmlElement('span', { class: 'small' }, say(`　第 ${pages[0]} 页`, `　p. ${pages[0]}`));
    return htmlElement('li', {}, htmlElement('a', { href: `#${id}` }, escapeXml(title)), page);
  });
  return htmlElement('ol', { class: 'contents' }, entries);
}

function tableView(table: DisclosureTable, index: number, family: DocumentFamily, project: string | null): TableView {
  const values = printedValues(table);
  const header = headerRows(table, values, family);
  const id = `t${index + 1}`;
  const idAt = (cell: DisclosureGridCell) => `${id}-${cell.row}-${cell.column}`;
  const rows = Array.from({ length: table.grid.rows }, (): Html[] => []);
  const inOrder = table.grid.cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) at(rows, cell.row).push(gridCell(cell, values.get(cell), cell.row < header, idAt(cell)));
  const positionOf = positionsOf(table, values);
  const name = table.title ?? formName(table.form, [family]);
  const title = project === null ? name : `${name}：${project}`;
  return {
    html: article(table, id, title, rows),
    id,
    title,
    pages: table.pages,
    idOf: (row, column) => {
      const position = positionOf(row, column);
      const cell = position && cellAt(table.grid.cells, position);
      return cell ? idAt(cell) : id;
    },
  };
}

/** The cells of each row are elements already. */
function article(table: DisclosureTable, id: string, title: string, rows: readonly (readonly Html[])[]): Html {
  const { number, unit, pages, form } = table;
  const unknown = form === 'other' ? say(`不属已知表种，${STATUSES.unchecked.name}`, `of no known form, ${STATUSES.unchecked.name}`) : null;
  const facts = [
    number,
    unit && say(`单位：${unit}`, `Unit: ${unit}`),
    say(`原件第 ${pages.join('、')} 页`, `p. ${pages.join(', ')} of the original`),
    unknown,
  ]
    .filter(Boolean)
    .join('　');
  const caption = htmlElement('caption', { class: 'unseen' }, escapeXml(title));
  const body = htmlElement(
    'tbody',
    {},
    rows.map((cells) => htmlElement('tr', {}, cells)),
  );
  const scrolled = {
    class: 'scroll',
    tabindex: 0,
    role: 'region',
    'aria-label': say(`表${id.slice(1)} ${title}`, `Table ${id.slice(1)} ${title}`),
  };
  return htmlElement(
    'article',
    { id },
    htmlElement('h3', {}, escapeXml(title)),
    htmlElement('p', { class: 'small' }, escapeXml(facts)),
    rows.length === 0 ? '' : htmlElement('div', scrolled, htmlElement('table', { class: 'grid' }, caption, body)),
    notesBelow(table).map((note) => htmlElement('p', { class: 'small' }, escapeXml(note))),
  );
}

/** The cell at a position, or the merged one that spreads over it. */
const cellAt = (cells: readonly DisclosureGridCell[], { row, column }: GridPosition): DisclosureGridCell | undefined =>
  cells.find((cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan);

function gridCell(cell: DisclosureGridCell, value: DisclosureValue | undefined, isHeader: boolean, id: string): Html {
  const status = value?.status ?? null;
  const doubtful = status === 'contradicted' || status === 'unreadable';
  const corrected = value ? correctionInWords(value) : null;
  return htmlElement(
    // A head without words heads nothing.
    isHeader && cell.text.trim() !== '' ? 'th' : 'td',
    {
      id,
      rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
      colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
      class: [value ? 'n' : '', isHeader ? 'head' : '', status ?? ''].filter(Boolean).join(' ') || null,
      title: corrected ?? (status && STATUSES[status].name),
    },
    escapeXml(value?.correction ? value.text : cell.text).replaceAll('\n', '<br>'),
    doubtful || status === 'corrected'
      ? htmlElement('span', { class: 'unseen' }, say(`（${STATUSES[status].name}）`, ` (${STATUSES[status].name})`))
      : '',
  );
}
