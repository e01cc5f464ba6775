import type { ChangeProposal, Start, ViewPlace, ViewRow, ViewTable } from '../view.js';
import { el } from './dom.js';
import { columnLabel, rowLabel, titleOf } from './names.js';
import { lookUp, type ReviewState } from './store.js';
import type { PageWords } from './words.js';

/** A field of the form: what it is called, and what changes it. */
interface Field {
  readonly label: string;
  readonly input: HTMLInputElement | HTMLSelectElement;
}

/** A form in which one thing is corrected. */
export interface CorrectionForm {
  readonly title: string;
  /** Which cell, row or table it is. */
  readonly about: string;
  /** The print that is shown above the fields. */
  readonly print: ViewPlace | null;
  readonly fields: readonly Field[];
  /** The correction without its reason; null where nothing has been changed. */
  readonly propose: () => ChangeProposal | null;
}

/** Characters. The schema of corrections takes no longer text. */
const LONGEST_TEXT = 200;

/** The form for the selected cell; null where none is selected. */
export function cellForm({ view, selected }: ReviewState, words: PageWords): CorrectionForm | null {
  const found = lookUp(view, selected);
  if (!found) return null;
  const { table, row, cell, ref } = found;
  const was = cell.correction ? cell.correction.was : cell.text;
  const input = textInput(cell.text ?? '');
  return {
    title: words.editCell,
    about: [titleOf(table, words), rowLabel(row), columnLabel(table, ref.column)].filter(Boolean).join(' · '),
    print: cell,
    fields: [readOnly(words.was, was ?? words.blank), { label: words.now, input }],
    propose: () => {
      const text = input.value.trim();
      return text === (cell.text ?? '') ? null : { kind: 'cell', ...whereOf(cell), was: { text: was }, now: { text } };
    },
  };
}

/** The form for the row of the selected cell; null where it stands nowhere. */
export function rowForm({ view, selected }: ReviewState, words: PageWords): CorrectionForm | null {
  const found = lookUp(view, selected);
  if (!found?.row.place) return null;
  const { row, table } = found;
  const where = whereOf(found.row.place);
  const [code, name] = [textInput(row.code ?? ''), textInput(row.name ?? '')];
  const hasCodes = table.rows.some((each) => each.code !== null);
  return {
    title: words.editRow,
    about: [titleOf(table, words), rowLabel(row)].filter(Boolean).join(' · '),
    print: null,
    fields: [...(hasCodes ? [{ label: words.code, input: code }] : []), { label: words.name, input: name }],
    propose: () => {
      const typed = { code: textOf(code), name: textOf(name) };
      if (typed.code === row.code && typed.name === row.name) return null;
      const now = { ...(typed.code !== row.code && { code: typed.code }), ...(typed.name !== row.name && { name: typed.name }) };
      return { kind: 'row', ...where, was: firstRead(row), now };
    },
  };
}

/** The form for the table that is shown; null where there is none. */
export function tableForm({ view, table: index, start }: ReviewState, words: PageWords): CorrectionForm | null {
  const table = index === null ? undefined : view?.tables[index];
  if (!table) return null;
  const forms = start.forms.map(({ id, title }) => [id, id === 'other' ? words.formOther : title] as const);
  const units = start.units.map((unit) => [unit, unit] as const);
  const form = choice(forms, table.form);
  const unit = choice([...(table.unit === null ? [['', words.unitUnknown] as const] : []), ...units], table.unit ?? '');
  return {
    title: words.editTable,
    about: titleOf(table, words),
    print: null,
    fields: [
      { label: words.form, input: form },
      { label: words.unit, input: unit },
    ],
    propose: () => {
      const chosen = {
        form: start.forms.find(({ id }) => id === form.value)?.id ?? table.form,
        unit: start.units.find((each) => each === unit.value) ?? null,
      };
      if (chosen.form === table.form && chosen.unit === table.unit) return null;
      const now = { ...(chosen.form !== table.form && { form: chosen.form }), ...(chosen.unit !== table.unit && { unit: chosen.unit }) };
      return { kind: 'table', ...whereOf(table.place), was: firstReadTable(table, start), now };
    },
  };
}

/** The place as a correction says it: in words where there are any. */
const whereOf = ({ page, box, ref }: ViewPlace) => (ref === undefined ? { page, box } : { page, box: null, ref });

const textInput = (value: string): HTMLInputElement => el('input', { type: 'text', value, maxlength: LONGEST_TEXT, autocomplete: 'off' });

const readOnly = (label: string, value: string): Field => ({ label, input: el('input', { type: 'text', value, readonly: true }) });

function choice(options: readonly (readonly [id: string, title: string])[], value: string): HTMLSelectElement {
  return el('select', {}, ...options.map(([id, title]) => el('option', { value: id, selected: id === value }, title)));
}

/** What was typed; an empty field means that nothing is printed. */
const textOf = ({ value }: HTMLInputElement): string | null => (value.trim() === '' ? null : value.trim());

/** A row's code and name as they were read before any correction. */
function firstRead({ code, name, corrections }: ViewRow): { code: string | null; name: string | null } {
  const codeNote = corrections.find(({ what }) => what === 'code');
  const nameNote = corrections.find(({ what }) => what === 'name');
  return { code: codeNote ? codeNote.was : code, name: nameNote ? nameNote.was : name };
}

/** A table's form and unit as they were read before any correction. */
function firstReadTable({ form, unit, corrections }: ViewTable, { forms }: Start): { form: ViewTable['form']; unit: string | null } {
  const formNote = corrections.find(({ what }) => what === 'form');
  const unitNote = corrections.find(({ what }) => what === 'unit');
  return { form: forms.find(({ id }) => id === formNote?.was)?.id ?? form, unit: unitNote ? unitNote.was : unit };
}
