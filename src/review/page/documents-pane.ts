import type { DocumentEntry } from '../view.js';
import type { Actions } from './actions.js';
import { button, el, show } from './dom.js';
import type { ReviewState, ReviewStore } from './store.js';
import type { PageWords } from './words.js';

/** The documents, with what is known of each. */
export function documentsPane(store: ReviewStore, actions: Actions): HTMLElement {
  const heading = el('h2');
  const list = el('ol', { class: 'documents' });
  const pane = el('nav', { class: 'documents-pane', 'data-pane': true }, heading, list);
  const current = () => list.querySelector<HTMLElement>('[aria-current]');
  store.watch(
    ({ start, id, lang }) => [start, id, lang],
    (state) => {
      const { words } = store;
      heading.textContent = words.documents;
      pane.setAttribute('aria-label', words.documents);
      const hadFocus = list.contains(document.activeElement);
      list.replaceChildren(...state.start.documents.map((each) => el('li', {}, entryButton(each, state, words, actions))));
      if (hadFocus) current()?.focus();
    },
  );
  store.watch(
    ({ id }) => [id],
    () => show(current()),
  );
  return pane;
}

function entryButton(entry: DocumentEntry, { id, lang }: ReviewState, words: PageWords, actions: Actions): HTMLElement {
  const state = stateInWords(entry, words, lang);
  const item = button('', () => void actions.open(entry.id), {
    'aria-current': entry.id === id ? 'true' : undefined,
    title: entry.name,
  });
  item.append(
    el('span', { class: 'name' }, entry.name),
    ...(entry.folder === '' ? [] : [el('span', { class: 'folder' }, entry.folder)]),
    ...(state === '' ? [] : [el('span', { class: 'state' }, state)]),
  );
  return item;
}

function stateInWords({ state, progress, doubts, errors }: DocumentEntry, words: PageWords, lang: ReviewState['lang']): string {
  if (state === 'reading') return progress ? words.readingPage(...progress) : words.reading;
  if (state === 'failed') return words.failed;
  if (state === 'new') return '';
  const comma = lang === 'zh' ? '，' : ', ';
  return `${words.doubts} ${doubts ?? 0}${comma}${words.severity.error} ${errors ?? 0}`;
}
