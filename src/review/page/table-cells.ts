import type { ViewCell, ViewRow, ViewTable } from '../view.js';
import type { Actions } from './actions.js';
import { el } from './dom.js';
import type { Editor } from './editor.js';
import { markOf, titleOf } from './names.js';
import type { CellRef, ReviewStore } from './store.js';
import type { PageWords } from './words.js';

/** A cell of figures as it stands in the table pane. */
export interface CellElement {
  readonly ref: CellRef;
  readonly element: HTMLElement;
}

/** The cells that can have the focus: those of figures, and those of tables of no known form. */
export const FIGURE_CELL = 'td.value';
export const PRINTED_CELL = 'td.printed';

/** What the cells of a table do when they are pointed at, focused or double-clicked. */
interface CellTools {
  readonly store: ReviewStore;
  readonly actions: Actions;
  readonly editor: Editor;
}

/** A table by the meaning of its rows and columns. */
export function drawLabelledTable(table: ViewTable, index: number, tools: CellTools): { element: HTMLElement; cells: CellElement[] } {
  const { words } = tools.store;
  const hasCodes = table.rows.some(({ code }) => code !== null);
  const labels = [...(hasCodes ? [words.code] : []), words.name].map((text) => el('th', { scope: 'col', class: 'label' }, text));
  const heads = table.columns.map(({ key, path }) => columnHead(path.length === 0 ? [key] : path));
  const body = el('tbody');
  const cells: CellElement[] = [];
  let heading: string | null = null;
  for (const { row, index: r } of bySide(table)) {
    const own = row.panel ?? row.side ?? row.unit;
    // Below the unit's own row its name stands already.
    if (own !== null && own !== heading && own !== table.rows[r - 1]?.name) body.append(panelRow(own, labels.length + heads.length));
    heading = own ?? heading;
    const figures = table.columns.map(({ key }) => figureCell(row.cells[key], { table: index, row: r, column: key }, tools));
    cells.push(...figures.flatMap(({ ref, element }) => (ref ? [{ ref, element }] : [])));
    body.append(el('tr', { class: row.kind }, ...rowLabels(row, hasCodes, words), ...figures.map(({ element }) => element)));
  }
  const head = el('thead', {}, el('tr', {}, ...labels, ...heads));
  return { element: el('table', { role: 'grid', 'aria-label': titleOf(table, words) }, head, body), cells };
}

function columnHead(path: readonly string[]): HTMLElement {
  const above = path.slice(0, -1).map((part) => el('span', { class: 'above' }, part));
  return el('th', { scope: 'col', title: path.join(' / ') }, ...above, path.at(-1) ?? '');
}

const panelRow = (panel: string, span: number) => el('tr', { class: 'panel' }, el('th', { colspan: span, scope: 'rowgroup' }, panel));

function rowLabels({ kind, code, name, codes, corrections }: ViewRow, hasCodes: boolean, words: PageWords): HTMLElement[] {
  const corrected = corrections.length > 0 ? 'corrected' : '';
  const tip = corrections
    .map(({ was, reason, by }) => `${words.was} ${was ?? words.blank}${words.colon}${reason}${words.inBrackets(by)}`)
    .join('\n');
  const title = tip || undefined;
  return [
    ...(hasCodes ? [el('td', { class: `code ${corrected}`, title }, code ?? '')] : []),
    el('th', { scope: 'row', class: `name ${kind} ${corrected}`, title }, [name, ...codes].filter((part) => part !== null).join(' ')),
  ];
}

/** @returns no reference for a cell that the row has not */
function figureCell(
  cell: ViewCell | undefined,
  ref: CellRef,
  { store, actions, editor }: CellTools,
): { element: HTMLElement; ref: CellRef | null } {
  if (!cell) return { element: el('td', { class: 'none' }), ref: null };
  const { text, status } = cell;
  const mark = markOf(status);
  const label = status === null ? '' : store.words.statusOf[status];
  const element = el(
    'td',
    {
      class: `value ${text === null ? 'blank' : (status ?? 'word')}`,
      tabindex: -1,
      'aria-selected': 'false',
      on: {
        click: () => element.focus({ preventScroll: true }),
        focus: () => actions.select(ref),
        dblclick: () => editor.editCell(),
        pointerenter: () => actions.hover(ref),
        pointerleave: () => actions.hover(null),
      },
    },
    text ?? '',
    mark === '' ? null : el('span', { class: 'mark', 'aria-label': label, role: 'img' }, mark),
  );
  return { element, ref };
}

/** The rows of one side after those of the other: in print they stand side by side. A row without any cell goes with the one above it. */
function bySide({ rows, sides }: ViewTable): { readonly row: ViewRow; readonly index: number }[] {
  let rank = 0;
  const ranked = rows.map((row, index) => {
    if (row.side !== null) rank = sides.indexOf(row.side);
    return { row, index, rank };
  });
  const isTwoSided = new Set(rows.flatMap(({ side }) => side ?? [])).size > 1;
  return isTwoSided ? ranked.toSorted((a, b) => a.rank - b.rank) : ranked;
}

/** A table of no known form, as printed. */
export function drawPrintedTable({ rows, cells }: NonNullable<ViewTable['grid']>, store: ReviewStore): HTMLElement {
  const lines = Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column);
    return el('tr', {}, ...own.map((cell) => printedCell(cell, store)));
  });
  return el('table', { class: 'as-printed' }, el('tbody', {}, ...lines));
}

function printedCell(
  { rowSpan, columnSpan, text, page, box }: NonNullable<ViewTable['grid']>['cells'][number],
  store: ReviewStore,
): HTMLElement {
  const element = el(
    'td',
    {
      rowspan: rowSpan > 1 ? rowSpan : undefined,
      colspan: columnSpan > 1 ? columnSpan : undefined,
      class: 'printed',
      tabindex: -1,
      'data-place': placeKey({ page, box }),
      on: {
        focus: () => store.set({ page, marked: [{ page, box }] }),
        click: () => element.focus({ preventScroll: true }),
      },
    },
    text,
  );
  return element;
}

/** The same text for the same place. */
export const placeKey = ({ page, box }: { readonly page: number; readonly box: readonly number[] }): string => `${page} ${box.join()}`;
