import { Actions } from './actions.js';
import { getStart } from './api.js';
import { documentsPane } from './documents-pane.js';
import { button, el } from './dom.js';
import { Editor } from './editor.js';
import { Help } from './help.js';
import { listenToKeys } from './keys.js';
import { listsPane } from './lists-pane.js';
import { cellInWords } from './names.js';
import { PagePane } from './page-pane.js';
import { NO_POSITIONS, ReviewStore } from './store.js';
import { TablePane } from './table-pane.js';

/** The page of `juesuan review`: one store, the panes that show it, and the actions that change it. The token stays out of the history. */
history.replaceState(null, '', '/');

const start = await getStart();
const store = new ReviewStore({
  start,
  lang: start.lang,
  view: null,
  id: null,
  problem: null,
  busy: false,
  page: 1,
  table: null,
  selected: null,
  hovered: null,
  marked: [],
  list: 'doubts',
  positions: NO_POSITIONS,
  zoom: null,
  leftHidden: false,
});
/** What has just happened, in a sentence; screen readers read it out. */
const announcement = el('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
const announce = (sentence: string) => {
  announcement.textContent = sentence;
};
const actions = new Actions(store, announce);
const editor = new Editor(store, actions);
const help = new Help(store);

function header(): HTMLElement {
  const title = el('h1');
  const language = button('', () => store.set({ lang: store.state.lang === 'zh' ? 'en' : 'zh' }), { title: 'l' });
  const keys = button('', () => help.open(), { title: '?' });
  store.watch(
    ({ lang, view }) => [lang, view],
    ({ lang, view }) => {
      const { words } = store;
      const { department, year } = view?.document ?? { department: null, year: null };
      document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
      document.title = [view?.name, words.review].filter(Boolean).join(' · ');
      title.textContent = [words.review, department, year === null ? null : String(year)].filter((part) => part !== null).join(' · ');
      language.textContent = words.otherLanguage;
      language.lang = lang === 'zh' ? 'en' : 'zh-CN';
      keys.textContent = `? ${words.help}`;
    },
  );
  return el('header', {}, title, announcement, el('span', { class: 'space' }), language, keys);
}

const left = el('div', { class: 'left' }, documentsPane(store, actions), listsPane(store, actions));
const pages = new PagePane(store, actions);
const panes = el('main', {}, left, pages.element, new TablePane(store, actions, editor).element);
document.body.replaceChildren(header(), panes, editor.element, help.element);

store.watch(
  ({ leftHidden, busy }) => [leftHidden, busy],
  ({ leftHidden, busy }) => {
    panes.classList.toggle('left-hidden', leftHidden);
    panes.setAttribute('aria-busy', String(busy));
  },
);
store.watch(
  ({ selected }) => [selected],
  ({ view, selected }) => {
    if (selected) announce(store.words.selected(cellInWords(view, selected, store.words)));
  },
);
listenToKeys({ store, actions, editor, help, pages });

const [first] = start.documents;
if (first) await actions.open(first.id);
