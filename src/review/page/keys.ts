import type { Actions } from './actions.js';
import type { CompareDialog } from './compare-dialog.js';
import type { Editor } from './editor.js';
import type { Help } from './help.js';
import type { PagePane } from './page-pane.js';
import type { ReviewStore } from './store.js';

interface Tools {
  readonly store: ReviewStore;
  readonly actions: Actions;
  readonly editor: Editor;
  readonly help: Help;
  readonly pages: PagePane;
  readonly comparison: CompareDialog;
}

/** Keys that work wherever no text is typed. */
export function listenToKeys(tools: Tools): void {
  const keys = keysOf(tools);
  let byPointer = false;
  document.addEventListener(
    'pointerdown',
    () => {
      byPointer = true;
    },
    true,
  );
  document.addEventListener('keydown', (event) => {
    if (isUndo(event) && !document.querySelector('dialog[open]')) return undo(tools, event);
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (tools.store.state.isAtStart && !AT_START.has(event.key)) return;
    if (MOVES_FOCUS.has(event.key)) byPointer = false;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.matches('input, select, textarea') && !(target.matches('[type=number]') && NO_NUMBER.test(event.key))) return;
    // A button does what it says when Enter is pressed on it, unless it was just clicked on: then the cell that it led to is meant.
    if (event.key === 'Enter' && target?.closest('button, a, form') && !(byPointer && target.closest('[data-pane]'))) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

const isUndo = ({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean => (ctrlKey || metaKey) && !altKey && /^[zy]$/iu.test(key);

/** Takes the last judgement or correction back, or makes it again; what is typed in a text is undone by the browser. */
function undo({ store, actions: { history } }: Tools, event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (store.state.isAtStart || target?.matches('input, textarea')) return;
  event.preventDefault();
  const isAgain = event.key.toLowerCase() === 'y' || event.shiftKey;
  void (isAgain ? history.redo() : history.undo());
}

/** Keys by which the focus goes to a button without the pointer. */
const MOVES_FOCUS: ReadonlySet<string> = new Set(['Tab', 'F6', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** Keys that mean something where no document is shown. */
const AT_START: ReadonlySet<string> = new Set(['c', 'l', '?']);

/** Keys that no number is typed with: they go on working when the number of a page was clicked on. */
const NO_NUMBER = /^(?:[a-df-zA-DF-Z?[\]]|F6)$/;

function keysOf({ store, actions, editor, help, pages, comparison }: Tools): Readonly<Record<string, (event: KeyboardEvent) => void>> {
  const page = (by: number) => actions.showPage(store.state.page + by);
  const table = (by: number) => actions.showTable((store.state.table ?? -1) + by);
  return {
    j: () => actions.step('doubts', 1),
    k: () => actions.step('doubts', -1),
    f: () => actions.step('findings', 1),
    F: () => actions.step('findings', -1),
    '[': () => page(-1),
    ']': () => page(1),
    1: () => actions.judge('confirmed'),
    2: () => actions.judge('dismissed'),
    3: () => actions.judge('check'),
    4: () => actions.judge('ask'),
    n: () => document.querySelector<HTMLElement>('.finding textarea')?.focus(),
    '/': () => document.querySelector<HTMLElement>('.search input')?.focus(),
    t: () => table(1),
    T: () => table(-1),
    d: () => stepDocument(store, actions, 1),
    D: () => stepDocument(store, actions, -1),
    c: () => void comparison.open(),
    Enter: () => editor.editCell(),
    r: () => editor.editRow(),
    u: () => editor.editTable(),
    '+': () => pages.zoomBy(1),
    '=': () => pages.zoomBy(1),
    '-': () => pages.zoomBy(-1),
    '0': () => store.set({ zoom: 1 }),
    b: () => store.set({ leftHidden: !store.state.leftHidden }),
    l: () => store.set({ lang: store.state.lang === 'zh' ? 'en' : 'zh' }),
    '?': () => help.open(),
    F6: ({ shiftKey }) => nextPane(shiftKey ? -1 : 1),
  };
}

function stepDocument(store: ReviewStore, actions: Actions, by: number): void {
  const { documents } = store.state.start;
  const next = documents[documents.findIndex(({ id }) => id === store.state.id) + by];
  if (next) void actions.open(next.id);
}

/** What gets the focus in a pane, the first that is there. */
const FIRST_OF_PANE = ['[aria-current]', 'td[tabindex="0"]', 'rect[tabindex="0"]', '[aria-selected=true]', 'button', '[tabindex="0"]'];

/** The first thing of the next pane that can have the focus. */
function nextPane(by: number): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + by + panes.length) % panes.length];
  const wanted = FIRST_OF_PANE.map((selector) => next?.querySelector<HTMLElement>(selector)).find((element) => element != null);
  wanted?.focus();
}
