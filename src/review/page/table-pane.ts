import type { ViewTable } from '../view.js';
import type { Actions } from './actions.js';
import { arrowStep, hasModifier, type Step } from './arrows.js';
import { detail } from './detail.js';
import { button, el, refillKeepingFocus, show } from './dom.js';
import type { Editor } from './editor.js';
import { formOf, titleOf } from './names.js';
import { cellKey, isSameCell, type ReviewState, type ReviewStore } from './store.js';
import { type CellElement, drawLabelledTable, drawPrintedTable, FIGURE_CELL, PRINTED_CELL, placeKey } from './table-cells.js';

/** The table that is looked at, and what is known of the selected cell. */
export class TablePane {
  readonly element: HTMLElement;
  private readonly bar = el('div', { class: 'bar' });
  private readonly scroll = el('div', { class: 'scroll' });
  private readonly detail = el('div', { class: 'detail' });
  private cells: readonly CellElement[] = [];

  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
    private readonly editor: Editor,
  ) {
    this.element = el('section', { class: 'table-pane', 'data-pane': true }, this.bar, this.scroll, this.detail);
    const tableOf = ({ view, table, lang }: ReviewState) => [view, table, lang];
    store.watch(tableOf, (state) => this.refill(state));
    store.watch(
      (state) => [...tableOf(state), state.selected, state.busy, state.list, state.positions.findings, state.triage, state.filter],
      () => refillKeepingFocus(this.detail, detail(store, editor, actions)),
    );
    store.watch(
      (state) => [...tableOf(state), state.marked],
      (state) => this.markPrinted(state),
    );
    // After the detail: it stands below the table and takes room from it.
    store.watch(
      (state) => [...tableOf(state), cellKey(state.selected)],
      (state) => this.showSelected(state),
    );
    store.watch(
      ({ hovered }) => [cellKey(hovered)],
      (state) => this.showHovered(state),
    );
    this.scroll.addEventListener('keydown', (event) => this.onKey(event));
  }

  private get hasFocus(): boolean {
    return this.scroll.contains(document.activeElement);
  }

  /** Another table; the selected cell keeps the focus if the old table had it. */
  private refill(state: ReviewState): void {
    const { hasFocus } = this;
    this.fill(state);
    this.highlight(state);
    if (hasFocus) this.cellOf(state.selected)?.focus({ preventScroll: true });
  }

  private fill({ view, table: index, start }: ReviewState): void {
    const { words } = this.store;
    const table = index === null ? undefined : view?.tables[index];
    this.element.setAttribute('aria-label', words.table);
    this.cells = [];
    if (index === null || !table) {
      this.bar.replaceChildren(el('h2', {}, words.table));
      this.scroll.replaceChildren(el('p', { class: 'empty' }, view ? words.noTables : ''));
      return;
    }
    this.bar.replaceChildren(...this.head(table, index, start));
    const notes = table.notes.map((note) => el('p', { class: 'note' }, note));
    if (table.grid) this.scroll.replaceChildren(drawPrintedTable(table.grid, this.store), ...notes);
    else {
      const { element, cells } = drawLabelledTable(table, index, { store: this.store, actions: this.actions, editor: this.editor });
      this.cells = cells;
      this.scroll.replaceChildren(element, ...notes);
    }
    this.scroll.scrollTop = 0;
    this.scroll.scrollLeft = 0;
    (this.cells[0]?.element ?? this.scroll.querySelector(PRINTED_CELL))?.setAttribute('tabindex', '0');
  }

  private head(table: ViewTable, index: number, start: ReviewState['start']): HTMLElement[] {
    const { words } = this.store;
    const [title, form] = [titleOf(table, words), formOf(table.form, start, words)];
    const corrected = table.corrections.map(
      ({ what, was, reason }) =>
        `${what === 'unit' ? words.unit : words.form}${words.colon}${words.was} ${was ?? words.unitUnknown}${words.inBrackets(reason)}`,
    );
    return [
      el('h2', { title }, title),
      el(
        'span',
        { class: 'about', title: corrected.join('\n') || undefined },
        [...(form === title ? [] : [form]), table.unit ?? words.unitUnknown, ...corrected].join(' · '),
      ),
      el('span', { class: 'space' }),
      button('‹', () => this.actions.showTable(index - 1), { 'aria-label': words.previous, title: 'T', class: 'step' }),
      button('›', () => this.actions.showTable(index + 1), { 'aria-label': words.next, title: 't', class: 'step' }),
      button(words.editTable, () => this.editor.editTable(), { title: 'u' }),
    ];
  }

  private cellOf(ref: ReviewState['selected']): HTMLElement | undefined {
    return this.cells.find((cell) => isSameCell(cell.ref, ref))?.element;
  }

  /** Shows which cells are selected and under the pointer. */
  private highlight({ selected, hovered }: ReviewState): void {
    for (const { ref, element } of this.cells) {
      const isSelected = isSameCell(ref, selected);
      if (element.classList.contains('selected') !== isSelected) {
        element.classList.toggle('selected', isSelected);
        element.setAttribute('aria-selected', String(isSelected));
      }
      if (selected) element.tabIndex = isSelected ? 0 : -1;
      element.classList.toggle('hovered', isSameCell(ref, hovered));
    }
  }

  private showSelected(state: ReviewState): void {
    const { hasFocus } = this;
    this.highlight(state);
    const element = this.cellOf(state.selected);
    if (!element) return;
    show(element);
    if (hasFocus) element.focus({ preventScroll: true });
  }

  private showHovered(state: ReviewState): void {
    this.highlight(state);
    if (state.hovered && !this.hasFocus) show(this.cellOf(state.hovered));
  }

  /** Selects the cells of a table of no known form that are marked on the page. */
  private markPrinted({ marked }: ReviewState): void {
    const places = new Set(marked.map(placeKey));
    for (const cell of this.scroll.querySelectorAll<HTMLElement>(PRINTED_CELL)) {
      const isMarked = places.has(cell.dataset['place'] ?? '');
      cell.classList.toggle('selected', isMarked);
      if (places.size > 0) cell.tabIndex = isMarked ? 0 : -1;
      if (isMarked) show(cell);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>(CELLS) : null;
    const step = arrowStep(event);
    if (!cell || !step || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = step.right === 0 ? nextInColumn(cell, step) : nextInRow(cell, step);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }
}

const CELLS = `${FIGURE_CELL}, ${PRINTED_CELL}`;

/** The next cell of the row that can have the focus; cells that the row has not are passed over. */
function nextInRow(cell: HTMLTableCellElement, { right }: Step): Element | null {
  let next: Element | null = cell;
  do next = right > 0 ? next.nextElementSibling : next.previousElementSibling;
  while (next && !next.matches(CELLS));
  return next;
}

/** The cell of the next row in the same place that can have the focus; rows without one are passed over. */
function nextInColumn(cell: HTMLTableCellElement, { down }: Step): Element | null {
  let row: Element | null = cell.parentElement;
  while (row) {
    row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
    const next = row?.children[cell.cellIndex];
    if (next?.matches(CELLS)) return next;
  }
  return null;
}
