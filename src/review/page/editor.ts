import type { Proposal, ViewRow, ViewTable } from '../view.js';
import type { Actions } from './actions.js';
import { cropUrl } from './api.js';
import { button, el } from './dom.js';
import { columnLabel, rowLabel, titleOf } from './names.js';
import { lookUp, type Store } from './store.js';

/** A field of the form: what it is called, what changes it, and what it holds. */
interface Field {
  readonly label: string;
  readonly input: HTMLInputElement | HTMLSelectElement;
}

interface Form {
  readonly title: string;
  readonly about: string;
  readonly print: { readonly page: number; readonly box: readonly number[] } | null;
  readonly fields: readonly Field[];
  /** The correction without its reason; null where nothing has been changed. */
  readonly propose: () => Omit<Proposal, 'reason'> | null;
}

/** The dialogs in which a cell, a row or a table is corrected. */
export class Editor {
  private readonly dialog = el('dialog', { class: 'editor' });

  constructor(
    private readonly store: Store,
    private readonly actions: Actions,
  ) {}

  get element(): HTMLElement {
    return this.dialog;
  }

  editCell(): void {
    const { words, state } = this.store;
    const found = lookUp(state.view, state.selected);
    if (!found) return;
    const { table, row, cell, place } = found;
    const was = cell.correction ? cell.correction.was : cell.text;
    const now = el('input', { type: 'text', value: cell.text ?? '', maxlength: 200, autocomplete: 'off' });
    this.open({
      title: words.editCell,
      about: [titleOf(table, words), rowLabel(row), columnLabel(table, place.column)].filter(Boolean).join(' · '),
      print: cell,
      fields: [read(words.was, was ?? words.blank), { label: words.now, input: now }],
      propose: () =>
        now.value.trim() === (cell.text ?? '')
          ? null
          : { kind: 'cell', page: cell.page, box: cell.box, was: { text: was }, now: { text: now.value.trim() } },
    });
  }

  editRow(): void {
    const { words, state } = this.store;
    const found = lookUp(state.view, state.selected);
    if (!found?.row.place) return;
    const { row, table } = found;
    const { page, box } = found.row.place;
    const [code, name] = [row.code ?? '', row.name ?? ''].map((value) =>
      el('input', { type: 'text', value, maxlength: 200, autocomplete: 'off' }),
    );
    if (!code || !name) return;
    const hasCodes = table.rows.some((each) => each.code !== null);
    this.open({
      title: words.editRow,
      about: [titleOf(table, words), rowLabel(row)].filter(Boolean).join(' · '),
      print: null,
      fields: [...(hasCodes ? [{ label: words.code, input: code }] : []), { label: words.name, input: name }],
      propose: () => {
        const now = { ...changed('code', code, row.code), ...changed('name', name, row.name) };
        return Object.keys(now).length === 0 ? null : { kind: 'row', page, box, was: wasRow(row), now };
      },
    });
  }

  editTable(): void {
    const { words, state } = this.store;
    const table = state.table === null ? undefined : state.view?.tables[state.table];
    if (!table) return;
    const { forms, units } = state.start;
    const form = choose(
      forms.map(({ id, title }) => [id, id === 'other' ? words.formOther : title]),
      table.form,
    );
    const unit = choose(
      [...(table.unit === null ? [['', words.unitUnknown] as const] : []), ...units.map((each) => [each, each] as const)],
      table.unit ?? '',
    );
    this.open({
      title: words.editTable,
      about: titleOf(table, words),
      print: null,
      fields: [
        { label: words.form, input: form },
        { label: words.unit, input: unit },
      ],
      propose: () => {
        const now = { ...changed('form', form, table.form), ...changed('unit', unit, table.unit) };
        return Object.keys(now).length === 0 ? null : { kind: 'table', ...table.place, was: wasTable(table), now };
      },
    });
  }

  private open({ title, about, print, fields, propose }: Form): void {
    const { words, state } = this.store;
    if (state.busy || !state.view || this.dialog.open) return;
    const reason = el('input', {
      type: 'text',
      required: true,
      maxlength: 1000,
      placeholder: words.reasonHint,
      autocomplete: 'off',
      list: 'reasons',
    });
    const problem = el('p', { class: 'problem', role: 'alert' });
    const send = async () => {
      const proposal = propose();
      if (!proposal) problem.textContent = words.changeSomething;
      else if (reason.value.trim() === '') {
        problem.textContent = words.sayReason;
        reason.focus();
      } else {
        this.dialog.close();
        await this.actions.correct({ ...proposal, reason: reason.value.trim() } as Proposal);
      }
    };
    const submit = (event: Event) => {
      event.preventDefault();
      void send();
    };
    const form = el(
      'form',
      { method: 'dialog', novalidate: true, on: { submit } },
      el('h2', { id: 'editor-title' }, title),
      el('p', { class: 'about' }, about),
      ...(print ? [el('img', { class: 'print', src: cropUrl(state.view, print.page, print.box), alt: words.print })] : []),
      ...[...fields, { label: words.reason, input: reason }].map(({ label, input }) => el('label', {}, el('span', {}, label), input)),
      el('datalist', { id: 'reasons' }, ...words.reasons.map((value) => el('option', { value }))),
      problem,
      el('p', { class: 'by' }, `${words.by}：${state.start.by}`),
      el(
        'div',
        { class: 'buttons' },
        button(words.cancel, () => this.dialog.close()),
        el('button', { type: 'submit', class: 'primary' }, words.save),
      ),
    );
    this.dialog.setAttribute('aria-labelledby', 'editor-title');
    this.dialog.replaceChildren(form);
    this.dialog.showModal();
    const first = fields.find(({ input }) => !(input instanceof HTMLInputElement && input.readOnly))?.input;
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }
}

const read = (label: string, value: string): Field => ({ label, input: el('input', { type: 'text', value, readonly: true }) });

function choose(options: readonly (readonly [string, string])[], value: string): HTMLSelectElement {
  return el('select', {}, ...options.map(([id, title]) => el('option', { value: id, selected: id === value }, title)));
}

/** What was typed, where it differs; an empty field means: nothing is printed. */
function changed(key: string, { value }: HTMLInputElement | HTMLSelectElement, before: string | null): Record<string, string | null> {
  const now = value.trim() === '' ? null : value.trim();
  return now === before ? {} : { [key]: now };
}

/** As it was read before anybody corrected it. */
function wasRow({ code, name, corrections }: ViewRow) {
  const before = (what: string, now: string | null) => {
    const note = corrections.find((each) => each.what === what);
    return note ? note.was : now;
  };
  return { code: before('code', code), name: before('name', name) };
}

function wasTable({ form, unit, corrections }: ViewTable): { form: ViewTable['form']; unit: string | null } {
  const noteOf = (what: string) => corrections.find((each) => each.what === what);
  const ofUnit = noteOf('unit');
  return { form: (noteOf('form')?.was as ViewTable['form'] | undefined) ?? form, unit: ofUnit ? ofUnit.was : unit };
}
