import type { ViewFinding } from '../view.js';
import type { Actions } from './actions.js';
import { cropUrl } from './api.js';
import { type CorrectionForm, cellForm, rowForm, tableForm } from './correction-forms.js';
import { button, el } from './dom.js';
import { sentenceOf } from './names.js';
import type { ReviewStore } from './store.js';

/** Characters. The schema of corrections takes no longer reason. */
const LONGEST_REASON = 1000;

/** The dialog in which a cell, a row or a table is corrected. */
export class Editor {
  readonly element = el('dialog', { class: 'editor' });

  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
  ) {}

  editCell(): void {
    this.open(cellForm(this.store.state, this.store.words));
  }

  editRow(): void {
    this.open(rowForm(this.store.state, this.store.words));
  }

  editTable(): void {
    this.open(tableForm(this.store.state, this.store.words));
  }

  private open(form: CorrectionForm | null): void {
    const { busy, view } = this.store.state;
    if (!form || busy || !view || this.element.open) return;
    const { words } = this.store;
    const reason = el('input', {
      type: 'text',
      required: true,
      maxlength: LONGEST_REASON,
      placeholder: words.reasonHint,
      autocomplete: 'off',
      list: 'reasons',
    });
    const problem = el('p', { class: 'problem', role: 'alert' });
    const submit = (event: Event) => {
      event.preventDefault();
      problem.textContent = this.send(form, reason, content);
    };
    const fields = [...form.fields, { label: words.reason, input: reason }];
    const content = el(
      'form',
      { method: 'dialog', novalidate: true, on: { submit } },
      el('h2', { id: 'editor-title' }, form.title),
      el('p', { class: 'about' }, form.about),
      form.print && el('img', { class: 'print', src: cropUrl(view, form.print.page, form.print.box), alt: words.print }),
      ...fields.map(({ label, input }) => el('label', {}, el('span', {}, label), input)),
      el('datalist', { id: 'reasons' }, ...words.reasons.map((value) => el('option', { value }))),
      problem,
      el('p', { class: 'by' }, `${words.by}${words.colon}${this.store.state.start.by}`),
      el(
        'div',
        { class: 'buttons' },
        button(words.cancel, () => this.element.close()),
        el('button', { type: 'submit', class: 'primary' }, words.save),
      ),
    );
    this.element.setAttribute('aria-labelledby', 'editor-title');
    this.element.replaceChildren(content);
    this.element.showModal();
    focusFirst(form);
  }

  /** Sends the correction and closes the dialog, if it is complete. Gives the sentence that says what is missing, else nothing. */
  private send(form: CorrectionForm, input: HTMLInputElement, content: HTMLElement): string {
    const { words } = this.store;
    const change = form.propose();
    const reason = input.value.trim();
    if (!change) return words.changeSomething;
    if (reason === '') {
      input.focus();
      return words.sayReason;
    }
    this.element.close();
    void this.actions.correct({ ...change, reason }, (broken) => this.isWanted(broken, form, content));
    return '';
  }

  /** Asks whether a correction is to be saved by which sums break. Where it is not, what was typed is there again. */
  private isWanted(broken: readonly ViewFinding[], form: CorrectionForm, content: HTMLElement): Promise<boolean> {
    const { words, state } = this.store;
    return new Promise((resolve) => {
      const back = () => {
        resolve(false);
        this.element.replaceChildren(content);
        focusFirst(form);
      };
      const save = () => {
        resolve(true);
        this.element.close();
      };
      const cancel = button(words.cancel, back);
      const question = el(
        'div',
        { class: 'broken' },
        el('h2', { id: 'editor-title' }, words.broken(broken.length)),
        el(
          'ul',
          { tabindex: 0, 'aria-labelledby': 'editor-title' },
          ...broken.map((finding) => el('li', {}, sentenceOf(finding, state.lang))),
        ),
        el('p', { class: 'about' }, words.brokenBlame),
        el('div', { class: 'buttons' }, cancel, button(words.saveAnyway, save, { class: 'primary' })),
      );
      // Closed by a key it is not saved.
      this.element.addEventListener('close', () => resolve(false), { once: true });
      this.element.setAttribute('aria-labelledby', 'editor-title');
      this.element.replaceChildren(question);
      if (!this.element.open) this.element.showModal();
      cancel.focus();
    });
  }
}

/** The first field that can be changed gets the focus, its text selected. */
function focusFirst({ fields }: CorrectionForm): void {
  const first = fields.find(({ input }) => !(input instanceof HTMLInputElement && input.readOnly))?.input;
  first?.focus();
  if (first instanceof HTMLInputElement) first.select();
}
