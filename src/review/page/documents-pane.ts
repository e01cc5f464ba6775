import type { DocumentEntry } from '../view.js';
import type { Actions } from './actions.js';
import { deskWords } from './desk-words.js';
import { button, el, show } from './dom.js';
import { downloadButtons, hasResults } from './downloads.js';
import { KeyedList } from './keyed-list.js';
import type { ReviewState, ReviewStore } from './store.js';
import type { PageWords } from './words.js';

/** The documents, with what is known of each. */
export function documentsPane(store: ReviewStore, actions: Actions, announce: (sentence: string) => void): HTMLElement {
  const heading = el('h2');
  const list = el('ol', { class: 'documents' });
  const pane = el('nav', { class: 'documents-pane', 'data-pane': true }, heading, list);
  const entries = new KeyedList<DocumentEntry>(
    list,
    ({ id }) => id,
    (entry) => {
      const { id, lang } = store.state;
      // What is looked at can be taken away.
      const results = entry.id === id && hasResults(entry) ? downloadButtons(entry, lang, announce) : null;
      return el('li', {}, entryButton(entry, store.state, store.words, actions), results);
    },
  );
  store.watch(
    ({ start, id, lang }) => [start, id, lang],
    ({ start, id, lang }) => {
      const { words } = store;
      heading.textContent = start.documents.length > 1 ? `${words.documents} ${start.documents.length}` : words.documents;
      pane.setAttribute('aria-label', words.documents);
      entries.fill(start.documents, (entry) => [lang, entry.id === id]);
    },
  );
  store.watch(
    ({ id }) => [id],
    () => show(list.querySelector('[aria-current]')),
  );
  return pane;
}

function entryButton(entry: DocumentEntry, { id, lang, start }: ReviewState, words: PageWords, actions: Actions): HTMLElement {
  const state = stateInWords(entry, words, lang, start.desk !== null);
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

/** The numbers are those of the tabs that the document opens with. */
function stateInWords(entry: DocumentEntry, words: PageWords, lang: ReviewState['lang'], isDesk: boolean): string {
  const { state, progress, findings, errors, doubts } = entry;
  if (state === 'reading') return progress ? words.readingPage(...progress) : words.reading;
  if (state === 'failed') return words.failed;
  if (state === 'new') return isDesk ? deskWords(lang).waiting : '';
  const isChinese = lang === 'zh';
  const ofThem = `${words.severity.error} ${errors ?? 0}`;
  const worst = (errors ?? 0) === 0 ? '' : isChinese ? `（${ofThem}）` : ` (${ofThem})`;
  return `${words.findings} ${findings ?? 0}${worst}${isChinese ? '，' : ', '}${words.doubts} ${doubts ?? 0}`;
}
