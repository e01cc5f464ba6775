import type { SearchHit } from '../view.js';
import { ServerError } from './api.js';
import { button, el } from './dom.js';
import type { ReviewStore } from './store.js';
import { searchAll } from './triage-api.js';
import { triageWords } from './triage-words.js';

/** ms without a key before a search begins. */
const PAUSE = 200;

/** A box that searches all documents; what it finds stands in `hits`, and in the store whether there is anything to show. */
export function searchBox(store: ReviewStore, announce: (sentence: string) => void): HTMLElement {
  const input = el('input', { type: 'search', maxlength: 200 });
  const box = el('div', { class: 'search', role: 'search' }, input);
  let waiting = 0;
  const look = async () => {
    const query = input.value.trim();
    if (query === '') return store.set({ found: null });
    try {
      const found = await searchAll(query);
      // What was typed meanwhile is asked for by itself.
      if (query === input.value.trim()) store.set({ found });
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      announce(error.message);
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(), PAUSE);
  });
  input.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    input.value = '';
    store.set({ found: null });
  });
  store.watch(
    ({ lang }) => [lang],
    ({ lang }) => {
      const words = triageWords(lang);
      input.placeholder = words.searchHint;
      input.setAttribute('aria-label', words.search);
    },
  );
  return box;
}

/** What a search found, to be listed. */
export function hitList({ state: { found, lang, id }, words }: ReviewStore, go: (hit: SearchHit) => void): HTMLElement[] {
  if (!found) return [];
  const own = triageWords(lang);
  const count = `${own.found(found.hits.length, found.more)}${found.unread > 0 ? own.unread(found.unread) : ''}`;
  const entries = found.hits.map((hit) => {
    const entry = button('', () => go(hit), { class: 'entry hit' });
    const where = [own.kinds[hit.kind], words.pageNumber(hit.page), ...(hit.document === id ? [] : [hit.name])].join(' · ');
    entry.append(el('span', { class: 'main' }, hit.text), el('span', { class: 'note' }, where));
    return el('li', {}, entry);
  });
  return [el('p', { class: 'count', role: 'status' }, count), el('ol', {}, ...entries)];
}
