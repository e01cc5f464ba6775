import type { View } from '../view.js';
import type { Actions } from './actions.js';
import { arrowStep } from './arrows.js';
import { button, el, refillKeepingFocus, show } from './dom.js';
import { passing } from './finding-filter.js';
import { findingTools, isFiltered } from './finding-tools.js';
import { LIST_ENTRIES, type ListEntry } from './list-entries.js';
import { hitList, searchBox } from './search-box.js';
import type { ListName, ReviewState, ReviewStore } from './store.js';
import { triageWords } from './triage-words.js';
import type { PageWords } from './words.js';

const LISTS: readonly ListName[] = ['doubts', 'findings', 'tables', 'corrections'];

/** What leads to places: doubtful cells, findings, tables, corrections. */
export function listsPane(store: ReviewStore, actions: Actions, announce: (sentence: string) => void): HTMLElement {
  const tabs = el('div', { class: 'tabs', role: 'tablist' });
  const tools = el('div', { class: 'list-tools' });
  const panel = el('div', { class: 'list', role: 'tabpanel', id: 'list', tabindex: 0 });
  const pane = el('section', { class: 'lists-pane', 'data-pane': true }, searchBox(store, announce), tabs, tools, panel);
  store.watch(
    ({ view, lang, list, filter, triage, found }) => [view, lang, list, filter, triage, found],
    (state) => {
      const { words } = store;
      pane.setAttribute('aria-label', words.lists);
      tabs.setAttribute('aria-label', words.lists);
      refill(
        tabs,
        LISTS.map((list) => tab(list, state, words, store)),
      );
      panel.setAttribute('aria-labelledby', `tab-${state.list}`);
      const isSearch = state.found !== null;
      tabs.hidden = isSearch;
      refillKeepingFocus(tools, !isSearch && state.list === 'findings' ? findingTools(store) : []);
      if (isSearch) panel.replaceChildren(...hitList(store, (hit) => void actions.showHit(hit)));
      else refillKeepingFocus(panel, [state.view ? entries(state.view, state, words, actions, store) : el('p', { class: 'empty' })]);
    },
  );
  store.watch(
    ({ view, lang, list, positions, filter, triage, found }) => [view, lang, list, positions, filter, triage, found],
    ({ list, positions }) => markEntry(panel, positions[list]),
  );
  tabs.addEventListener('keydown', (event) => moveTab(event, store));
  return pane;
}

/** The tab that has the focus keeps it when the tabs are made anew. */
function refill(tabs: HTMLElement, fresh: readonly HTMLElement[]): void {
  const hadFocus = tabs.contains(document.activeElement);
  tabs.replaceChildren(...fresh);
  if (hadFocus) tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

function tab(list: ListName, state: ReviewState, words: PageWords, store: ReviewStore): HTMLElement {
  const { view, list: shown } = state;
  const all = view ? view[list].length : 0;
  const count = list === 'findings' && isFiltered(state.filter) ? `${passing(state).length}/${all}` : all;
  return button(`${words[list]} ${count}`, () => store.set({ list }), {
    id: `tab-${list}`,
    role: 'tab',
    'aria-controls': 'list',
    'aria-selected': list === shown ? 'true' : 'false',
    tabindex: list === shown ? 0 : -1,
  });
}

function moveTab(event: KeyboardEvent, store: ReviewStore): void {
  const by = arrowStep(event)?.right ?? 0;
  if (by === 0) return;
  const list = LISTS[(LISTS.indexOf(store.state.list) + by + LISTS.length) % LISTS.length];
  if (list) store.set({ list });
  event.preventDefault();
}

function entries(view: View, state: ReviewState, words: PageWords, actions: Actions, store: ReviewStore): HTMLElement {
  const { list } = state;
  const made = LIST_ENTRIES[list](view, state, words, actions, store);
  if (made.length === 0 && list === 'findings' && view.findings.length > 0)
    return el('p', { class: 'empty' }, triageWords(state.lang).noneShown);
  const findings = view.tables.some(({ form }) => form !== 'other') ? words.noFindings : words.notChecked;
  const none = { doubts: words.noDoubts, findings, tables: words.noTables, corrections: words.noCorrections }[list];
  if (made.length === 0) return el('p', { class: 'empty' }, none);
  return el(
    'ol',
    {},
    ...made.map((entry, index) =>
      el(
        'li',
        {},
        entryButton(entry, entry.index ?? index, () => actions.goTo(list, entry.index ?? index)),
        entry.beside ?? null,
      ),
    ),
  );
}

function entryButton({ kind, parts }: ListEntry, index: number, onClick: () => void): HTMLElement {
  const made = button('', onClick, { class: `entry ${kind}`, 'data-index': index, 'data-keep': `entry-${index}` });
  made.append(...parts);
  return made;
}

/** Marks the entry that was gone to last, and brings it into view. */
function markEntry(panel: HTMLElement, index: number | null): void {
  for (const item of panel.querySelectorAll<HTMLElement>('button.entry')) {
    if (item.dataset['index'] === String(index)) {
      item.setAttribute('aria-current', 'true');
      show(item);
    } else item.removeAttribute('aria-current');
  }
}
