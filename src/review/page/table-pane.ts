import type { ViewCell, ViewRow, ViewTable } from '../view.js';
import type { Actions } from './actions.js';
import { detail } from './detail.js';
import { button, el, show } from './dom.js';
import type { Editor } from './editor.js';
import { formOf, markOf, titleOf } from './names.js';
import { isSameCell, type Selected, type State, type Store } from './store.js';

/** The table that is looked at, and what is known of the selected cell. */
export class TablePane {
  readonly element: HTMLElement;
  private readonly bar = el('div', { class: 'bar' });
  private readonly scroll = el('div', { class: 'scroll' });
  private readonly detail = el('div', { class: 'detail' });
  private cells: { readonly place: Selected; readonly element: HTMLElement }[] = [];

  constructor(
    private readonly store: Store,
    private readonly actions: Actions,
    private readonly editor: Editor,
  ) {
    this.element = el('section', { class: 'table-pane', 'data-pane': true }, this.bar, this.scroll, this.detail);
    store.listen((state, before) => this.render(state, before));
    this.scroll.addEventListener('keydown', (event) => this.onKey(event));
  }

  private render(state: State, before: State): void {
    const isFirst = state === before;
    const isNew = isFirst || state.view !== before.view || state.table !== before.table || state.lang !== before.lang;
    const hadFocus = this.scroll.contains(document.activeElement);
    if (isNew) this.fill(state);
    if (isNew || state.selected !== before.selected || state.busy !== before.busy)
      this.detail.replaceChildren(...detail(this.store, this.editor));
    if (isNew || state.marked !== before.marked) this.mark(state);
    // Last: what stands below the table takes room from it.
    if (isNew || state.selected !== before.selected || !isSameCell(state.hovered, before.hovered))
      this.highlight(state, before, { hadFocus, isNew });
  }

  private fill(state: State): void {
    const { words } = this.store;
    const { view } = state;
    const table = state.table === null ? undefined : view?.tables[state.table];
    this.element.setAttribute('aria-label', words.table);
    this.cells = [];
    if (!view || !table || state.table === null) {
      this.bar.replaceChildren(el('h2', {}, words.table));
      this.scroll.replaceChildren(el('p', { class: 'empty' }, view ? words.noTables : ''));
      return;
    }
    this.bar.replaceChildren(...this.head(state, table));
    const index = state.table;
    const drawn = table.grid ? this.printed(table.grid) : this.labelled(table, index);
    this.scroll.replaceChildren(drawn, ...table.notes.map((note) => el('p', { class: 'note' }, note)));
    this.scroll.scrollTop = 0;
    this.scroll.scrollLeft = 0;
    (this.cells[0]?.element ?? this.scroll.querySelector('td.printed'))?.setAttribute('tabindex', '0');
  }

  private head({ start, table: index }: State, table: ViewTable): HTMLElement[] {
    const { words } = this.store;
    const at = index ?? 0;
    const [title, form] = [titleOf(table, words), formOf(table.form, start, words)];
    const corrected = table.corrections.map(
      ({ what, was, reason }) => `${what === 'unit' ? words.unit : words.form}：${words.was} ${was ?? words.unitUnknown}（${reason}）`,
    );
    return [
      el('h2', { title }, title),
      el(
        'span',
        { class: 'about', title: corrected.join('\n') || undefined },
        [...(form === title ? [] : [form]), table.unit ?? words.unitUnknown, ...corrected].join(' · '),
      ),
      el('span', { class: 'space' }),
      button('‹', () => this.actions.showTable(at - 1), { 'aria-label': `${words.previous}`, title: 'T', class: 'step' }),
      button('›', () => this.actions.showTable(at + 1), { 'aria-label': `${words.next}`, title: 't', class: 'step' }),
      button(words.editTable, () => this.editor.editTable(), { title: 'u' }),
    ];
  }

  /** Rows and columns by their meaning. */
  private labelled(table: ViewTable, index: number): HTMLElement {
    const { words } = this.store;
    const hasCodes = table.rows.some(({ code }) => code !== null);
    const heads = table.columns.map(({ key, path }) => {
      const parts = path.length === 0 ? [key] : path;
      return el(
        'th',
        { scope: 'col', title: parts.join(' / ') },
        ...parts.slice(0, -1).map((part) => el('span', { class: 'above' }, part)),
        parts.at(-1) ?? '',
      );
    });
    const labels = [
      ...(hasCodes ? [el('th', { scope: 'col', class: 'label' }, words.code)] : []),
      el('th', { scope: 'col', class: 'label' }, words.name),
    ];
    const body = el('tbody');
    let heading: string | null = null;
    for (const { row, index: r } of bySide(table)) {
      const own = row.panel ?? sideOf(table, row);
      if (own !== null && own !== heading) body.append(panelRow(own, labels.length + heads.length));
      heading = own ?? heading;
      body.append(this.row(table, row, { table: index, row: r }, hasCodes));
    }
    return el('table', { role: 'grid', 'aria-label': titleOf(table, words) }, el('thead', {}, el('tr', {}, ...labels, ...heads)), body);
  }

  private row(table: ViewTable, row: ViewRow, at: Omit<Selected, 'column'>, hasCodes: boolean): HTMLElement {
    const corrected = row.corrections.length > 0 ? 'corrected' : '';
    const tip = row.corrections
      .map(({ was, reason, by }) => `${this.store.words.was} ${was ?? this.store.words.blank}：${reason}（${by}）`)
      .join('\n');
    const code = el('td', { class: `code ${corrected}`, title: tip || undefined }, row.code ?? '');
    const name = el('th', { scope: 'row', class: `name ${row.kind} ${corrected}`, title: tip || undefined }, row.name ?? '');
    const cells = table.columns.map(({ key }) => this.cell(row.cells[key], { ...at, column: key }));
    return el('tr', { class: row.kind }, ...(hasCodes ? [code] : []), name, ...cells);
  }

  private cell(cell: ViewCell | undefined, place: Selected): HTMLElement {
    if (!cell) return el('td', { class: 'none' });
    const { text, status } = cell;
    const mark = markOf(status);
    const element = el(
      'td',
      {
        ...{ class: `value ${text === null ? 'blank' : (status ?? 'word')}`, tabindex: -1, 'aria-selected': 'false' },
        on: {
          click: () => element.focus({ preventScroll: true }),
          focus: () => this.actions.select(place),
          dblclick: () => this.editor.editCell(),
          pointerenter: () => this.actions.hover(place),
          pointerleave: () => this.actions.hover(null),
        },
      },
      text ?? '',
      ...(mark === ''
        ? []
        : [el('span', { class: 'mark', 'aria-label': status === null ? '' : this.store.words.statusOf[status], role: 'img' }, mark)]),
    );
    this.cells.push({ place, element });
    return element;
  }

  /** A table of no known form, as printed. */
  private printed({ rows, cells }: NonNullable<ViewTable['grid']>): HTMLElement {
    const lines = Array.from({ length: rows }, (_, row) =>
      el(
        'tr',
        {},
        ...cells
          .filter((cell) => cell.row === row)
          .toSorted((a, b) => a.column - b.column)
          .map(({ rowSpan, columnSpan, text, page, box }) => {
            const spans = { rowspan: rowSpan > 1 ? rowSpan : undefined, colspan: columnSpan > 1 ? columnSpan : undefined };
            const focus = () => this.store.set({ page, marked: [{ page, box }] });
            const place = `${page} ${box.join()}`;
            const element = el('td', { ...spans, class: 'printed', tabindex: -1, 'data-place': place, on: { focus } }, text);
            element.addEventListener('click', () => element.focus({ preventScroll: true }));
            return element;
          }),
      ),
    );
    return el('table', { class: 'as-printed' }, el('tbody', {}, ...lines));
  }

  private highlight({ selected, hovered }: State, before: State, { hadFocus, isNew }: { hadFocus: boolean; isNew: boolean }): void {
    for (const { place, element } of this.cells) {
      const isSelected = isSameCell(place, selected);
      if (element.classList.contains('selected') !== isSelected) {
        element.classList.toggle('selected', isSelected);
        element.setAttribute('aria-selected', String(isSelected));
      }
      if (selected) element.tabIndex = isSelected ? 0 : -1;
      element.classList.toggle('hovered', isSameCell(place, hovered));
      if (!isSelected || (isSameCell(selected, before.selected) && !isNew)) {
        if (isSelected && hadFocus) element.focus({ preventScroll: true });
        continue;
      }
      show(element);
      if (hadFocus) element.focus({ preventScroll: true });
    }
    if (hovered && !isSameCell(hovered, before.hovered) && !hadFocus)
      show(this.cells.find(({ place }) => isSameCell(place, hovered))?.element);
  }

  /** The cells of a table of no known form that are marked on the page. */
  private mark({ marked }: State): void {
    const places = new Set(marked.map(({ page, box }) => `${page} ${box.join()}`));
    for (const cell of this.scroll.querySelectorAll<HTMLElement>('td.printed')) {
      const isMarked = places.has(cell.dataset['place'] ?? '');
      cell.classList.toggle('selected', isMarked);
      if (places.size > 0) cell.tabIndex = isMarked ? 0 : -1;
      if (isMarked) show(cell);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>(CELLS) : null;
    const step = ({ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] } as const)[event.key as 'ArrowUp'];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    neighbour(cell, step[0], step[1])?.focus({ preventScroll: true });
  }
}

/** 收入 or 支出 where the table has both: the side that the row's cells stand on. */
function sideOf({ columns }: ViewTable, { cells }: ViewRow): string | null {
  const [head] = columns.find(({ key }) => Object.hasOwn(cells, key))?.path ?? [];
  return head === '收入' || head === '支出' ? head : null;
}

/** The rows of one side after those of the other: in print they stand side by side. A row without any cell goes with the one above it. */
function bySide(table: ViewTable): { readonly row: ViewRow; readonly index: number }[] {
  const sides = new Set(table.rows.map((row) => sideOf(table, row)));
  let side: string | null = '收入';
  const rows = table.rows.map((row, index) => {
    side = sideOf(table, row) ?? side;
    return { row, index, rank: side === '支出' ? 1 : 0 };
  });
  return sides.has('收入') && sides.has('支出') ? rows.toSorted((a, b) => a.rank - b.rank) : rows;
}

const panelRow = (panel: string, span: number) => el('tr', { class: 'panel' }, el('th', { colspan: span, scope: 'rowgroup' }, panel));

/** The cells that can have the focus. */
const CELLS = 'td.value, td.printed';

/** The next cell of figures in a direction; cells that a row has not are passed over. */
function neighbour(cell: HTMLTableCellElement, down: number, right: number): HTMLElement | null {
  if (right !== 0) {
    let next: Element | null = cell;
    do next = right > 0 ? next.nextElementSibling : next.previousElementSibling;
    while (next && !next.matches(CELLS));
    return next as HTMLElement | null;
  }
  let line = cell.parentElement;
  do {
    line = (down > 0 ? line?.nextElementSibling : line?.previousElementSibling) as HTMLElement | null;
    const own = line?.children[cell.cellIndex];
    if (own?.matches(CELLS)) return own as HTMLElement;
  } while (line);
  return null;
}
