import type { View } from '../view.js';
import type { Actions } from './actions.js';
import { button, el, show } from './dom.js';
import { columnLabel, formOf, grouped, markOf, rowLabel, titleOf } from './names.js';
import type { ListName, State, Store } from './store.js';
import type { Words } from './words.js';

const LISTS: readonly ListName[] = ['doubts', 'findings', 'tables', 'corrections'];

/** What leads to places: doubtful cells, findings, tables, corrections. */
export function listsPane(store: Store, actions: Actions): HTMLElement {
  const tabs = el('div', { class: 'tabs', role: 'tablist' });
  const panel = el('div', { class: 'list', role: 'tabpanel', id: 'list', tabindex: 0 });
  const pane = el('section', { class: 'lists-pane', 'data-pane': true }, tabs, panel);
  store.listen((state, before) => {
    const { words } = store;
    const isNew = state === before || state.view !== before.view || state.lang !== before.lang || state.list !== before.list;
    if (isNew) {
      pane.setAttribute('aria-label', words.lists);
      tabs.setAttribute('aria-label', words.lists);
      refill(
        tabs,
        LISTS.map((list) => tab(list, state, words, store)),
      );
      panel.setAttribute('aria-labelledby', `tab-${state.list}`);
      panel.replaceChildren(state.view ? entries(state.view, state, words, actions) : el('p', { class: 'empty' }));
    }
    if (isNew || state.at !== before.at) mark(panel, state.at[state.list]);
  });
  tabs.addEventListener('keydown', (event) => moveTab(event, store));
  return pane;
}

/** The tab that has the focus keeps it when the tabs are made anew. */
function refill(tabs: HTMLElement, fresh: readonly HTMLElement[]): void {
  const hadFocus = tabs.contains(document.activeElement);
  tabs.replaceChildren(...fresh);
  if (hadFocus) tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

function tab(list: ListName, { view, list: shown }: State, words: Words, store: Store): HTMLElement {
  const count = view ? view[list].length : 0;
  return button(`${words[list]} ${count}`, () => store.set({ list }), {
    ...{ id: `tab-${list}`, role: 'tab', 'aria-controls': 'list', 'aria-selected': list === shown ? 'true' : 'false' },
    tabindex: list === shown ? 0 : -1,
  });
}

function moveTab(event: KeyboardEvent, store: Store): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (by === 0) return;
  const list = LISTS[(LISTS.indexOf(store.state.list) + by + LISTS.length) % LISTS.length];
  if (list) store.set({ list });
  event.preventDefault();
}

function entries(view: View, state: State, words: Words, actions: Actions): HTMLElement {
  const { list } = state;
  const made = { doubts: doubtEntries, findings: findingEntries, tables: tableEntries, corrections: correctionEntries }[list](
    view,
    state,
    words,
    actions,
  );
  const none = { doubts: words.noDoubts, findings: words.noFindings, tables: words.noTables, corrections: words.noCorrections }[list];
  if (made.length === 0) return el('p', { class: 'empty' }, none);
  return el(
    'ol',
    {},
    ...made.map((children, index) =>
      el(
        'li',
        {},
        entryButton(children, () => actions.goTo(list, index)),
        ...extras(children),
      ),
    ),
  );
}

/** What an entry shows, and what stands beside its button. */
interface Entry {
  readonly kind: string;
  readonly parts: readonly HTMLElement[];
  readonly beside?: HTMLElement;
}

const extras = ({ beside }: Entry) => (beside ? [beside] : []);

function entryButton({ kind, parts }: Entry, onClick: () => void): HTMLElement {
  const made = button('', onClick, { class: `entry ${kind}` });
  made.append(...parts);
  return made;
}

const part = (name: string, text: string) => el('span', { class: name }, text);

function doubtEntries(view: View, _state: State, words: Words): Entry[] {
  return view.doubts.flatMap(({ table, row, column, yuan }) => {
    const [in_, line] = [view.tables[table], view.tables[table]?.rows[row]];
    const cell = line?.cells[column];
    if (!in_ || !line || !cell) return [];
    const status = cell.status ?? 'unchecked';
    return {
      kind: status,
      parts: [
        part('main', `${markOf(status)} ${rowLabel(line) || words.untitled}`),
        part('note', `${words.pageNumber(cell.page)} · ${columnLabel(in_, column)}`),
        part('amount', cell.value === null ? cell.text || words.blank : grouped(cell.value)),
        part('note last', yuan === null ? words.statusOf[status] : `${words.statusOf[status]} · ${grouped(yuan)} ${words.yuan}`),
      ],
    };
  });
}

function findingEntries(view: View, _state: State, words: Words): Entry[] {
  return view.findings.map((finding) => ({
    kind: finding.severity,
    parts: [
      part('main', finding.message),
      ...(finding.quote ? [part('quote', finding.quote.text)] : []),
      part('note', `${words.severity[finding.severity]} · ${finding.rule}`),
    ],
  }));
}

function tableEntries(view: View, { start }: State, words: Words): Entry[] {
  return view.tables.map((table) => {
    const [title, form] = [titleOf(table, words), formOf(table.form, start, words)];
    const notes = [words.pageNumber(table.pages[0] ?? 1), ...(form === title ? [] : [form]), table.unit ?? words.unitUnknown];
    return { kind: table.form === 'other' ? 'other' : 'known', parts: [part('main', title), part('note', notes.join(' · '))] };
  });
}

function correctionEntries(view: View, _state: State, words: Words, actions: Actions): Entry[] {
  return view.corrections.map(({ index, state, why, correction }) => ({
    kind: state,
    parts: [
      part(
        'main',
        correction ? `${words.kinds[correction.kind]} ${words.pageNumber(correction.page)}：${changes(correction, words)}` : `${index + 1}`,
      ),
      part('note', `${words[state]}${why === null ? '' : `：${why}`}`),
      ...(correction ? [part('note', `${correction.reason}（${correction.by}）`)] : []),
    ],
    beside: button(words.withdraw, () => void actions.withdraw(index), { class: 'withdraw' }),
  }));
}

function changes(correction: NonNullable<View['corrections'][number]['correction']>, words: Words): string {
  const was: Readonly<Record<string, string | null>> = correction.was;
  return Object.entries(correction.now)
    .map(([what, now]) => `${was[what] || words.blank} → ${now || words.blank}`)
    .join('；');
}

function mark(panel: HTMLElement, index: number | null): void {
  for (const [i, item] of [...panel.querySelectorAll('button.entry')].entries()) {
    if (i === index) {
      item.setAttribute('aria-current', 'true');
      show(item);
    } else item.removeAttribute('aria-current');
  }
}
