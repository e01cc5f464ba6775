import type { DocumentEntry } from '../view.js';
import { Actions } from './actions.js';
import { keepAddress } from './address.js';
import { getStart } from './api.js';
import { CompareDialog } from './compare-dialog.js';
import { compareWords } from './compare-words.js';
import { deskWords } from './desk-words.js';
import { documentsPane } from './documents-pane.js';
import { button, el } from './dom.js';
import { Editor } from './editor.js';
import { NO_FILTER } from './finding-filter.js';
import { Help } from './help.js';
import { listenToKeys } from './keys.js';
import { listsPane } from './lists-pane.js';
import { cellInWords } from './names.js';
import { PagePane } from './page-pane.js';
import { splitter } from './splitters.js';
import { StartScreen } from './start-screen.js';
import { NO_POSITIONS, ReviewStore } from './store.js';
import { TablePane } from './table-pane.js';

/** The page of `juesuan review`: one store, the panes that show it, and the actions that change it. The token stays out of the history. */
const { hash } = location;
history.replaceState(null, '', `/${hash}`);

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
  list: 'findings',
  positions: NO_POSITIONS,
  zoom: null,
  leftHidden: false,
  isAtStart: start.desk !== null,
  triage: null,
  filter: NO_FILTER,
  found: null,
});
/** What has just happened, in a sentence; screen readers read it out. */
const announcement = el('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
const announce = (sentence: string) => {
  announcement.textContent = sentence;
};
const actions = new Actions(store, announce);
const editor = new Editor(store, actions);
const help = new Help(store);
const comparison = new CompareDialog(store, actions, announce);

function header(): HTMLElement {
  const title = el('h1');
  const language = button('', () => store.set({ lang: store.state.lang === 'zh' ? 'en' : 'zh' }), { title: 'l' });
  const keys = button('', () => help.open(), { title: '?' });
  const compare = button('', () => void comparison.open(), { title: 'c' });
  const home = button('', () => (store.state.isAtStart ? actions.showDocument() : actions.showStart()), { class: 'home' });
  store.watch(
    ({ lang, view, id, isAtStart, start: { desk, documents } }) => [
      lang,
      view,
      id,
      isAtStart,
      desk === null,
      nameOf(documents, id),
      documents,
    ],
    ({ lang, view, id, isAtStart, start: { desk, documents } }) => {
      const { words } = store;
      const own = deskWords(lang);
      const name = isAtStart ? null : (view?.name ?? nameOf(documents, id));
      const { department, year } = (isAtStart ? null : view?.document) ?? { department: null, year: null };
      document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
      document.title = [name, words.review].filter(Boolean).join(' · ');
      title.textContent = [name ?? words.review, department, year === null ? null : String(year)]
        .filter((part) => part !== null)
        .join(' · ');
      title.title = title.textContent;
      language.textContent = words.otherLanguage;
      language.lang = lang === 'zh' ? 'en' : 'zh-CN';
      keys.textContent = `? ${words.help}`;
      home.textContent = isAtStart ? `${own.back} ›` : `‹ ${own.home}`;
      compare.textContent = compareWords(lang).compare;
      compare.hidden = documents.filter(({ state }) => state === 'done').length < 2;
      home.hidden = desk === null || (isAtStart && id === null);
    },
  );
  return el('header', {}, home, title, announcement, el('span', { class: 'space' }), compare, language, keys);
}

/** The name of a document in the list; null where it is not there. */
const nameOf = (documents: readonly DocumentEntry[], id: string | null): string | null =>
  documents.find((each) => each.id === id)?.name ?? null;

const documentList = documentsPane(store, actions, announce);
const left = el('div', { class: 'left' });
left.append(
  documentList,
  splitter(store, { before: documentList, within: left, rest: 160, property: '--documents', isUpright: false, name: 'dragDocuments' }),
  listsPane(store, actions, announce),
);
const pages = new PagePane(store, actions);
const table = new TablePane(store, actions, editor).element;
const panes = el('main');
panes.append(
  left,
  splitter(store, { before: left, within: panes, rest: 640, property: '--left', isUpright: true, name: 'dragLeft' }),
  pages.element,
  splitter(store, { before: pages.element, within: panes, rest: 440, property: '--page', isUpright: true, name: 'dragPage' }),
  table,
);
const startScreen = start.desk === null ? [] : [new StartScreen(store, actions).element];
document.body.replaceChildren(header(), ...startScreen, panes, editor.element, help.element, comparison.element);

store.watch(
  ({ isAtStart }) => [isAtStart],
  ({ isAtStart }) => {
    panes.hidden = isAtStart;
  },
);
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
listenToKeys({ store, actions, editor, help, pages, comparison });

const [first] = start.documents;
if (!(await keepAddress(store, actions, announce, hash)) && first && start.desk === null) await actions.open(first.id);
