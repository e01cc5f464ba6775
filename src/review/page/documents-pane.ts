import type { Listed } from '../view.js';
import type { Actions } from './actions.js';
import { button, el, show } from './dom.js';
import type { State, Store } from './store.js';
import type { Words } from './words.js';

/** The documents, with what is known of each. */
export function documentsPane(store: Store, actions: Actions): HTMLElement {
  const heading = el('h2');
  const list = el('ol', { class: 'documents' });
  const pane = el('nav', { class: 'documents-pane', 'data-pane': true }, heading, list);
  store.listen((state, before) => {
    if (state !== before && state.start === before.start && state.id === before.id && state.lang === before.lang) return;
    const { words } = store;
    heading.textContent = words.documents;
    pane.setAttribute('aria-label', words.documents);
    const hasFocus = list.contains(document.activeElement);
    list.replaceChildren(...state.start.documents.map((each) => el('li', {}, entry(each, state, words, actions))));
    const current = list.querySelector<HTMLElement>('[aria-current]');
    if (hasFocus) current?.focus();
    if (state.id !== before.id) show(current);
  });
  return pane;
}

function entry(listed: Listed, { id, lang }: State, words: Words, actions: Actions): HTMLElement {
  const state = describe(listed, words, lang);
  const item = button('', () => void actions.open(listed.id), {
    'aria-current': listed.id === id ? 'true' : undefined,
    title: listed.name,
  });
  item.append(
    el('span', { class: 'name' }, listed.name),
    ...(listed.folder === '' ? [] : [el('span', { class: 'folder' }, listed.folder)]),
    ...(state === '' ? [] : [el('span', { class: 'state' }, state)]),
  );
  return item;
}

function describe({ state, progress, doubts, errors }: Listed, words: Words, lang: State['lang']): string {
  if (state === 'reading') return progress ? words.readingPage(...progress) : words.reading;
  if (state === 'failed') return words.failed;
  if (state === 'new') return '';
  const comma = lang === 'zh' ? '，' : ', ';
  return `${words.doubts} ${doubts ?? 0}${comma}${words.severity.error} ${errors ?? 0}`;
}
