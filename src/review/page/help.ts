import { button, el } from './dom.js';
import type { ReviewStore } from './store.js';

/** The keys, in a dialog. */
export class Help {
  readonly element = el('dialog', { class: 'help' });

  constructor(private readonly store: ReviewStore) {}

  open(): void {
    const { words } = this.store;
    if (this.element.open) return;
    this.element.setAttribute('aria-labelledby', 'help-title');
    const close = button(words.close, () => this.element.close());
    this.element.replaceChildren(
      el('h2', { id: 'help-title' }, words.help),
      el('dl', {}, ...words.keys.flatMap(([keys = '', does = '']) => [el('dt', {}, el('kbd', {}, keys)), el('dd', {}, does)])),
      el('div', { class: 'buttons' }, close),
    );
    this.element.showModal();
    close.focus();
  }
}
