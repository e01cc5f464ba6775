import type { View } from '../view.js';
import { cropUrl } from './api.js';
import { button, el, fetchPicture } from './dom.js';
import type { Editor } from './editor.js';
import { currentFinding, findingDetail, type Leads } from './finding-detail.js';
import { columnLabel, grouped, markOf, rowLabel } from './names.js';
import { type CellRef, lookUp, type ReviewStore } from './store.js';

/** Findings shown of one cell: the list has all. */
const MOST = 3;

/** The findings about a cell, worst first, but for the one that is shown above. */
const findingsOf = (view: View, { table, row, column }: CellRef, shown: number | null) =>
  view.findings
    .filter(({ cells }, index) => index !== shown && cells.some((c) => c.table === table && c.row === row && c.column === column))
    .slice(0, MOST);

/** The finding that is looked at, and the selected cell: its print, what was read, how far it can be trusted, why, and what can be done about it. */
export function detail(store: ReviewStore, editor: Editor, actions: Leads): HTMLElement[] {
  const finding = findingDetail(store, actions);
  return [...(finding ? [finding] : []), ...cellDetail(store, editor)];
}

function cellDetail(store: ReviewStore, editor: Editor): HTMLElement[] {
  const { words, state } = store;
  const found = lookUp(state.view, state.selected);
  if (!found || !state.view) return [];
  const { table, row, cell, ref } = found;
  const facts: [string, string][] = [
    ...(cell.ref === undefined ? [] : [[words.place, cell.ref] as [string, string]]),
    // A correction changes nothing that is printed.
    [words.text, (cell.correction ? cell.correction.was : cell.text) || words.blank],
    ...(cell.correction ? [[words.correctedTo, cell.text || words.blank] as [string, string]] : []),
    ...(cell.value === null
      ? []
      : [[words.value, `${grouped(cell.value)}${cell.yuan === null || table.unit === null ? '' : ` ${table.unit}`}`] as [string, string]]),
    ...(cell.yuan === null || table.unit === '元' ? [] : [[words.yuan, grouped(cell.yuan)] as [string, string]]),
    ...(cell.status === null
      ? []
      : [[words.status, `${markOf(cell.status)} ${words.statusOf[cell.status]}${cell.ocr ? ` · ${words.ocr}` : ''}`] as [string, string]]),
    ...(cell.correction ? [[words.reason, `${cell.correction.reason}${words.inBrackets(cell.correction.by)}`] as [string, string]] : []),
  ];
  const label = [rowLabel(row), columnLabel(table, ref.column)].filter(Boolean).join(' · ');
  const edit = (words_: string, key: string, onClick: () => void) => button(words_, onClick, { title: key, disabled: state.busy });
  const print = el('img', { class: 'print', alt: words.print });
  fetchPicture(print, cropUrl(state.view, cell.page, cell.box));
  return [
    print,
    el(
      'div',
      { class: 'facts' },
      el('h3', {}, label),
      el('dl', {}, ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    ),
    ...findingsOf(state.view, ref, currentFinding(store)).map(({ severity, message }) => el('p', { class: `why ${severity}` }, message)),
    el(
      'div',
      { class: 'actions' },
      edit(words.editCell, 'Enter', () => editor.editCell()),
      edit(words.editRow, 'r', () => editor.editRow()),
    ),
  ];
}
